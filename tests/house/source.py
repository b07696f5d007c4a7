"""A source file of the program as the house rules see it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file: its place inside the project, its text and its tree."""

    place: str
    text: str
    tree: ast.Module = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", ast.parse(self.text))


Found = Iterator[str]
Check = Callable[[Source], Found]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of the house, with samples that prove that it can fail and that it can pass.

    A sample is the place of a file and its text.
    """

    name: str
    check: Check
    bad: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, str], ...] = ()

    def faults(self, source: Source) -> list[str]:
        """Return what breaks the rule in *source*, one line each."""
        return [f"{source.place}: {fault}" for fault in self.check(source)]


@cache
def sources(folder: str = "ensdesk") -> tuple[Source, ...]:
    """Return every Python file under *folder*."""
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted((ROOT / folder).rglob("*.py"))
    )


def imports(source: Source) -> Iterator[str]:
    """Yield the full names that are imported: `a.b` and, for `from a import b`, `a.b`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(source: Source) -> Iterator[tuple[str, int]]:
    """Yield every name and attribute that is used or defined, with its line."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name, node.lineno
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name, node.lineno
            case ast.ImportFrom() | ast.Import():
                yield from ((alias.name.split(".")[-1], node.lineno) for alias in node.names)


def calls(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last word of what is called."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                yield name, node


def docstrings(source: Source) -> set[int]:
    """Return the identities of the constants that are docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, holders)
        and ast.get_docstring(node) is not None
        and isinstance(node.body[0], ast.Expr)
    }


def texts(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the literal texts that are not docstrings, with their line."""
    left_out = docstrings(source)
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in left_out
        ):
            yield node.value, node.lineno
