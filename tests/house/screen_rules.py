"""The rules for words on the screen: none escapes translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import Found, Rule, Source, calls

# What shows its text as it is given.
SHOWS = {
    "setText",
    "addItem",
    "addItems",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setTitle",
    "setPlaceholderText",
    "setStatusTip",
    "setWhatsThis",
    "setPlainText",
    "setHtml",
    "setSuffix",
    "setPrefix",
    "setLabelText",
    "insertItem",
    "addTab",
    "addRow",
    "drawText",
    "say",
    "announce",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "WordsButton",
    "Words",
    "Title",
}
MADE = {"Words", "WordsButton"}  # our own widgets: a plain word is the name of a role
_CODE = re.compile(r"[a-z][a-z0-9-]*$")
QUIET_ARGUMENTS = {"icon", "role", "objectName", "name"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_NO_SENTENCE = re.compile(r"[;<>=|\\]")


def shown_words(source: Source) -> Found:
    """No literal word is handed to what shows it: it is looked up with `_` first."""
    if not source.place.startswith(("ensdesk/ui/", "ensdesk/app.py")):
        return
    for name, call in calls(source):
        if name in SHOWS:
            arguments = [
                *call.args,
                *(k.value for k in call.keywords if k.arg not in QUIET_ARGUMENTS),
            ]
            for argument in arguments:
                for text in literal_words(argument):
                    if not (name in MADE and _CODE.match(text)):
                        yield f"{name}({text!r}) on line {call.lineno}"


def literal_words(node: ast.AST) -> Iterator[str]:
    """Yield the words written in *node* that nobody translates."""
    match node:
        case ast.Constant(value=str(text)):
            if _WORD.search(text.replace("ensdesk", "")):
                yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from literal_words(part)
        case ast.BinOp(left=left, right=right):
            yield from literal_words(left)
            yield from literal_words(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from literal_words(body)
            yield from literal_words(orelse)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            for element in elements:
                yield from literal_words(element)
        case ast.Call(func=ast.Attribute(value=ast.Constant() as text)):
            yield from literal_words(text)


SPEAKS = ("ensdesk/ui/pages/", "ensdesk/paper/", "ensdesk/folder/")
# What a made-up person wrote, names of services on the Internet, words looked for in papers.
PROPER_NAMES = (
    "ensdesk/folder/example_life.py",
    "ensdesk/folder/example_person.py",
    "ensdesk/folder/example_letters.py",
    "ensdesk/folder/places.py",
    "ensdesk/folder/proposals.py",
)


def unmarked_sentences(source: Source) -> Found:
    """A sentence in a page or on a sheet stands in `_`, `N_` or `plural`."""
    if not source.place.startswith(SPEAKS) or source.place in PROPER_NAMES:
        return
    for text, line in _unmarked(source.tree):
        if _SENTENCE.search(text) and not _NO_SENTENCE.search(text):
            yield f"{text!r} on line {line}"


def _unmarked(node: ast.AST) -> Iterator[tuple[str, int]]:
    match node:
        case ast.Expr(value=ast.Constant()):
            return  # a docstring
        case ast.Call(func=ast.Name(id="_" | "N_" | "plural")):
            return
        case ast.Raise() | ast.Assert():
            return  # for a programmer
        case ast.Constant(value=str(text)):
            yield text, node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _unmarked(child)


SCREEN_RULES = (
    Rule(
        name="words on the screen are translated",
        check=shown_words,
        bad=(
            ("ensdesk/ui/a.py", 'label.setText("Mes papiers")'),
            ("ensdesk/ui/a.py", 'QLabel(f"Papier {n}")'),
            ("ensdesk/ui/a.py", 'w.setWindowTitle("My folder" if x else _("y"))'),
            ("ensdesk/ui/a.py", 'box.addItem("a: " + name, "Paper")'),
            ("ensdesk/ui/a.py", 'WordsButton("Close", close)'),
            ("ensdesk/ui/a.py", 'label.setText("Hello {name}".format(name=n))'),
        ),
        good=(
            ("ensdesk/ui/a.py", 'label.setText(_("My papers"))'),
            ("ensdesk/ui/a.py", 'label.setText(f"{page} · {n} %")'),
            ("ensdesk/ui/a.py", 'WordsButton(_("Close"), close, icon="door", role="link")'),
            ("ensdesk/folder/a.py", 'label.setText("abc")'),
        ),
    ),
    Rule(
        name="sentences are marked",
        check=unmarked_sentences,
        bad=(
            ("ensdesk/ui/pages/a.py", 'QUESTION = "What is your name?"'),
            ("ensdesk/paper/a.py", 'write(f"Page one of {n}")'),
        ),
        good=(
            ("ensdesk/ui/pages/a.py", 'QUESTION = N_("What is your name?")'),
            ("ensdesk/ui/pages/a.py", '"""A page of words."""'),
            ("ensdesk/paper/a.py", 'raise ValueError("no such sheet")'),
        ),
    ),
)
