"""The rules of the house that hold for every file of the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tests.house.source import Check, Found, Rule, Source, calls, imports, names, texts

LONGEST_FILE = 400


def no_import_of(modules: Iterable[str], *, but: tuple[str, ...] = ()) -> Check:
    """Return a check that none of *modules* is imported outside the places *but*."""
    forbidden = tuple(modules)

    def check(source: Source) -> Found:
        if source.place not in but:
            for name in imports(source):
                if any(f"{name}.".startswith(f"{module}.") for module in forbidden):
                    yield f"imports {name}"

    return check


def no_name(pattern: str, *, but: tuple[str, ...] = ()) -> Check:
    """Return a check that no name matches *pattern* outside the places *but*."""
    wanted = re.compile(pattern)

    def check(source: Source) -> Found:
        if source.place not in but:
            for name, line in names(source):
                if wanted.fullmatch(name):
                    yield f"{name} on line {line}"

    return check


def no_text(pattern: str, *, but: tuple[str, ...] = ()) -> Check:
    """Return a check that no literal text holds *pattern* outside the places *but*."""
    wanted = re.compile(pattern)

    def check(source: Source) -> Found:
        if source.place not in but:
            yield from (f"line {line}" for text, line in texts(source) if wanted.search(text))

    return check


def short_file(source: Source) -> Found:
    """A file that passes the limit is asking to be split."""
    lines = source.text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{lines} lines"


def says_what_it_is(source: Source) -> Found:
    """A file begins with a sentence about itself, in one paragraph of at most three lines."""
    first = (ast.get_docstring(source.tree) or "").split("\n\n")[0]
    if not first or first[-1] not in ".?!:" or first.count("\n") > 2:
        yield f"its first sentence: {first!r}"


def named_plainly(source: Source) -> Found:
    """Files, classes and functions have the names of things that a person with a folder knows."""
    forbidden = re.compile(
        r"(?i)manager|helper|handler|controller|^_?utils?$|_utils?|misc|common|_v2"
    )
    if forbidden.search(source.place.rsplit("/", 1)[-1].removesuffix(".py")):
        yield "the name of the file"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and forbidden.search(node.name):
            yield f"{node.name} on line {node.lineno}"


def age_by_streams_only(source: Source) -> Found:
    """`pyrage.passphrase` and the file functions hold the interpreter still for seconds."""
    if source.place in SLOW_AGE:
        return
    used = {name.removeprefix("pyrage.") for name in imports(source) if name.startswith("pyrage.")}
    used |= {
        node.attr
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "pyrage"
    }
    yield from (f"pyrage.{name}" for name in sorted(used - AGE_NAMES))


AGE_NAMES = {
    "encrypt_io",
    "decrypt_io",
    "x25519",
    "DecryptError",
    "EncryptError",
    "IdentityError",
    "RecipientError",
}
# The short-lived processes that turn the words of a sealed copy into a key.
SLOW_AGE = ("ensdesk/vault/short_child.py", "ensdesk/vault/passphrase_child.py")


def words_are_marked(source: Source) -> Found:
    """What a Trouble says is marked for translation, and so are the words of a kind."""
    if source.place in BEFORE_WORDS:
        return
    for node in (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)):
        for line in node.body:
            match line:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text)))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text)))
                ) if name in SPOKEN_ATTRIBUTES and text:
                    yield f"{node.name}.{name} on line {line.lineno}"


BEFORE_WORDS = ("ensdesk/language.py",)  # it tells that there is no catalogue
SPOKEN_ATTRIBUTES = {"words", "advice", "title", "section", "none", "hint"}


def no_trouble_with_a_path(source: Source) -> Found:
    """A Trouble takes its facts by name: no free text, no path."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[_, *_])) if name in _troubles(
                source
            ):
                yield f"{name} on line {node.lineno}"


def _troubles(source: Source) -> set[str]:
    return {
        node.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        and not any(isinstance(line, ast.FunctionDef) for line in node.body)
        and any(isinstance(base, ast.Name) and base.id == "Trouble" for base in node.bases)
    }


def no_secret_in_words(source: Source) -> Found:
    """A secret never goes into an argument of a program, nor into an exception text."""
    for name, call in calls(source):
        if name in {"run", "Popen", "check_call", "check_output"} and call.args:
            for node in ast.walk(call.args[0]):
                word = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
                if re.search(r"secret|passphrase|words|digits|password", str(word)):
                    yield f"{word} in the arguments of a program, line {call.lineno}"


# A page on which a paper may be dropped, beside its button; a line that refuses what is dropped.
DROPS = ("ensdesk/ui/pages/drops.py", "ensdesk/ui/widgets/secret_line.py")
LANES = ("ensdesk/ui/lanes.py", "ensdesk/vault/keychain.py")

CODE_RULES = (
    Rule(
        name="PRAGMAs stand in one file",
        check=no_text(r"(?i)\bpragma\s+\w", but=("ensdesk/vault/vault_file.py",)),
        bad=(("ensdesk/vault/drawer.py", 'conn.execute("pragma key = 1")'),),
        good=(
            ("ensdesk/vault/vault_file.py", 'conn.execute("PRAGMA key = 1")'),
            ("ensdesk/a.py", '"""PRAGMA x."""'),
        ),
    ),
    Rule(
        name="age works by streams",
        check=age_by_streams_only,
        bad=(
            ("ensdesk/vault/a.py", "import pyrage\npyrage.encrypt_file(a, b, c)"),
            ("ensdesk/vault/a.py", "import pyrage\npyrage.passphrase.encrypt(a, b)"),
            ("ensdesk/vault/a.py", "from pyrage import passphrase"),
        ),
        good=(
            ("ensdesk/vault/a.py", "import pyrage\npyrage.encrypt_io(a, b, c)"),
            (SLOW_AGE[0], "import pyrage\npyrage.passphrase.encrypt(a, b)"),
        ),
    ),
    Rule(
        name="threads live in the lanes",
        check=no_import_of(
            ("threading", "_thread", "concurrent", "asyncio", "PySide6.QtConcurrent"), but=LANES
        ),
        bad=(
            ("ensdesk/folder/a.py", "import threading"),
            ("ensdesk/ui/a.py", "from concurrent.futures import Future"),
        ),
        good=((LANES[0], "import threading"),),
    ),
    Rule(
        name="Qt's threads live in the lanes",
        check=no_name(r"QThread|QThreadPool|QRunnable", but=LANES),
        bad=(
            ("ensdesk/ui/a.py", "from PySide6.QtCore import QThread"),
            ("ensdesk/ui/a.py", "x = QtCore.QRunnable()"),
        ),
        good=((LANES[0], "from PySide6.QtCore import QThread"),),
    ),
    Rule(
        name="no way to the Internet",
        check=no_import_of(
            (
                "socket",
                "ssl",
                "urllib",
                "http",
                "ftplib",
                "smtplib",
                "requests",
                "httpx",
                "PySide6.QtNetwork",
                "PySide6.QtWebEngineCore",
                "PySide6.QtWebEngineWidgets",
                "PySide6.QtWebSockets",
                "webbrowser",
                "xmlrpc",
            ),
            but=("ensdesk/reading/walls.py", "ensdesk/reading/seccomp.py"),
        ),
        bad=(
            ("ensdesk/ui/a.py", "from PySide6.QtNetwork import QNetworkReply"),
            ("ensdesk/a.py", "import urllib.request"),
            ("ensdesk/a.py", "from http import client"),
            ("ensdesk/a.py", "import webbrowser"),
        ),
        good=(("ensdesk/reading/walls.py", "import socket"), ("ensdesk/a.py", "import httpdate")),
    ),
    Rule(
        name="one press is enough, and nothing stands in the way",
        check=no_name(
            r"mouseDoubleClickEvent|\w*[dD]oubleClicked|QMessageBox|QErrorMessage|QInputDialog|QDesktopServices|QSettings"
            r"|setToolTip|setFixed(Height|Size|Width)|QTreeView|QTreeWidget|QSystemTrayIcon|QPropertyAnimation"
            r"|setMaximumHeight|setModal|setWindowModality|setEditable"
        ),
        bad=(
            ("ensdesk/ui/a.py", "table.doubleClicked.connect(f)"),
            ("ensdesk/ui/a.py", "QMessageBox.warning(w, a, b)"),
            ("ensdesk/ui/a.py", "button.setToolTip(words)"),
            ("ensdesk/ui/a.py", "from PySide6.QtCore import QSettings"),
            ("ensdesk/ui/a.py", "button.setFixedHeight(40)"),
            ("ensdesk/ui/a.py", "button.setMaximumHeight(40)"),
            ("ensdesk/ui/a.py", "window.setModal(True)"),
            ("ensdesk/ui/a.py", "choices.setEditable(True)"),
            ("ensdesk/ui/a.py", "class A:\n    def mouseDoubleClickEvent(self, e): ..."),
        ),
        good=(
            (
                "ensdesk/ui/a.py",
                "if event.type() == QEvent.Type.MouseButtonDblClick: button.setMinimumHeight(56)",
            ),
        ),
    ),
    Rule(
        name="what is dropped has a button that does the same",
        check=no_name(r"dropEvent|setAcceptDrops", but=DROPS),
        bad=(("ensdesk/ui/a.py", "class A:\n    def dropEvent(self, e): ..."),),
        good=((DROPS[0], "class A:\n    def dropEvent(self, e): ..."),),
    ),
    Rule(
        name="no window waits inside another",
        check=lambda source: (
            f"exec on line {call.lineno}"
            for name, call in calls(source)
            if name in {"exec", "exec_"} and source.place != "ensdesk/app.py"
        ),
        bad=(("ensdesk/ui/a.py", "dialog.exec()"),),
        good=(("ensdesk/app.py", "application.exec()"),),
    ),
    Rule(
        name="only the commands print",
        check=lambda source: (
            f"print on line {call.lineno}"
            for name, call in calls(source)
            if name == "print"
            and isinstance(call.func, ast.Name)
            and source.place != "ensdesk/cli.py"
        ),
        bad=(("ensdesk/folder/a.py", "print(1)"),),
        good=(("ensdesk/cli.py", "print(1)"), ("ensdesk/ui/a.py", "page.print()")),
    ),
    Rule(
        name="nothing is logged",
        check=no_import_of(
            ("logging", "syslog", "traceback"), but=("ensdesk/ui/bug.py", "ensdesk/app.py")
        ),
        bad=(("ensdesk/folder/a.py", "import logging"),),
        good=(("ensdesk/folder/a.py", "import datetime"),),
    ),
    Rule(
        name="a secret is typed in one place",
        check=no_name(r"setEchoMode", but=("ensdesk/ui/widgets/secret_line.py",)),
        bad=(("ensdesk/ui/pages/a.py", "field.setEchoMode(x)"),),
        good=(("ensdesk/ui/widgets/secret_line.py", "self.setEchoMode(x)"),),
    ),
    Rule(
        name="no secret among the arguments of a program",
        check=no_secret_in_words,
        bad=(("ensdesk/vault/a.py", "subprocess.run([sys.executable, secret])"),),
        good=(
            ("ensdesk/vault/a.py", "subprocess.run([sys.executable, '-m', name], input=secret)"),
        ),
    ),
    Rule(
        name="the words of a failure are marked",
        check=words_are_marked,
        bad=(
            ("ensdesk/a.py", "class A(Trouble):\n    words = 'It broke.'"),
            ("ensdesk/a.py", "class A:\n    title: str = 'A'"),
        ),
        good=(("ensdesk/a.py", "class A(Trouble):\n    words = N_('It broke.')\n    none = ''"),),
    ),
    Rule(
        name="a failure takes facts, no free text",
        check=no_trouble_with_a_path,
        bad=(("ensdesk/a.py", "class Lost(Trouble): ...\nraise Lost(path)"),),
        good=(("ensdesk/a.py", "class Lost(Trouble): ...\nraise Lost(seconds=3)"),),
    ),
    Rule(
        name="names are words of a person with a folder",
        check=named_plainly,
        bad=(
            ("ensdesk/a.py", "class FolderManager: ..."),
            ("ensdesk/a.py", "def key_utils(): ..."),
            ("ensdesk/helpers.py", ""),
        ),
        good=(("ensdesk/a.py", "from contextlib import contextmanager\nclass Folder: ..."),),
    ),
    Rule(
        name="no place of somebody's machine",
        check=no_text(r"(^|[\s\"'])/(home|root|work|Users|tmp)/\w"),
        bad=(("ensdesk/a.py", "place = '/home/jeanne/x'"),),
        good=(("ensdesk/a.py", "place = '/proc/self/fd'"),),
    ),
    Rule(
        name="a file is short",
        check=short_file,
        bad=(("ensdesk/a.py", "a = 1\n" * (LONGEST_FILE + 1)),),
        good=(("ensdesk/a.py", "a = 1\n" * LONGEST_FILE),),
    ),
    Rule(
        name="a file says what it is",
        check=says_what_it_is,
        bad=(
            ("ensdesk/a.py", "a = 1"),
            ("ensdesk/a.py", '"""No full stop"""'),
            ("ensdesk/a.py", '"""A\nb\nc\nd."""'),
        ),
        good=(("ensdesk/a.py", '"""One sentence.\n\nThen more. And more."""'),),
    ),
)
