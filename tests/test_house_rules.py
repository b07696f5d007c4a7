"""Every file of the program follows the rules of the house, and each rule can fail."""

import re

import pytest

from tests.house.code_rules import CODE_RULES
from tests.house.screen_rules import SCREEN_RULES
from tests.house.source import ROOT, Rule, Source, sources

RULES = (*CODE_RULES, *SCREEN_RULES)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@every_rule
def test_every_file_follows_it(rule: Rule) -> None:
    """No file of the program breaks the rule."""
    assert [fault for source in sources() for fault in rule.faults(source)] == []


@every_rule
def test_it_can_fail_and_it_can_pass(rule: Rule) -> None:
    """Each bad sample is found, each good one is left alone."""
    assert rule.bad
    for place, text in rule.bad:
        assert rule.faults(Source(place, text)), text
    for place, text in rule.good:
        assert rule.faults(Source(place, text)) == [], text


def test_no_test_is_left_out() -> None:
    """No test is skipped or expected to fail: a test that cannot pass is mended or removed."""
    left_out = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b")
    own = "tests/test_house_rules.py"
    found = [s.place for s in sources("tests") if s.place != own and left_out.search(s.text)]
    assert found == []
    assert left_out.search("@pytest.mark.skip")


def test_every_test_is_a_sentence() -> None:
    """Each test file and each test says in words what it shows."""
    faults = []
    for source in sources("tests"):
        functions = re.findall(
            r"^ *def (test_\w+)\([^\"]*?\) -> \w+:\n +(\S+)", source.text, re.MULTILINE
        )
        faults += [
            f"{source.place}: {name}" for name, first in functions if not first.startswith('"""')
        ]
        if not source.text.startswith('"""') and source.text:
            faults.append(source.place)
    assert faults == []


@pytest.mark.parametrize("name", ["locked.txt", "locked-check.txt"])
def test_what_is_installed_is_named_by_its_digest_alone(name: str) -> None:
    """Each package has a digest, and no address says where to fetch it."""
    lines = (ROOT / "packaging" / name).read_text("utf-8")
    assert "://" not in lines
    assert "--index-url" not in lines
    packages = re.findall(r"^[\w.\-\[\]]+==", lines, re.MULTILINE)
    assert 0 < len(packages) <= lines.count("--hash=sha256:")
