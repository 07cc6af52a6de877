"""Finds every sentence that users read: marked ones of the sources, tips, help and profiles."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.cli.overriding import override
from workspace_assistant.ui.help.blocks import blocks

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "workspace_assistant"
RESOURCES = ROOT / "resources"
MARK, SAY = "QT_TRANSLATE_NOOP", "worded"
# A number before a word: languages bend that word by it.
_COUNTED = re.compile(r"\{count\}[ \u00a0\u202f][(“]?[^\W\d_]")


class UnreadableMarkError(Exception):
    """A marked sentence that is not a literal: nobody could translate it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands, for who translates it."""

    file: str
    name: str = ""

    @override
    def __str__(self) -> str:
        return f"{self.file} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Marked:
    """Attributes: sentence: in English; places: everywhere that it stands, in order."""

    sentence: str
    places: tuple[Place, ...]

    @property
    def is_counted(self) -> bool:
        return _COUNTED.search(self.sentence) is not None


def all_marked() -> list[Marked]:
    """Each sentence once, in the order of files and of lines."""
    found: dict[str, list[Place]] = {}
    for sentence, place in _everything():
        places = found.setdefault(sentence, [])
        if place not in places:
            places.append(place)
    return [Marked(sentence, tuple(places)) for sentence, places in found.items()]


def _everything() -> Iterator[tuple[str, Place]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        try:
            found = list(of_source(path.read_text("utf-8"), name))
        except SyntaxError as error:
            raise UnreadableMarkError(f"{name}:{error.lineno}: cannot be read") from error
        yield from found
    yield from _of_resources()


def of_source(code: str, file: str) -> Iterator[tuple[str, Place]]:
    """The marked sentences of a module, with the names that they are given.

    Raises:
        UnreadableMarkError: a mark around anything but literals.
    """
    yield from _of_node(ast.parse(code), file, "")


def _of_node(node: ast.AST, file: str, name: str) -> Iterator[tuple[str, Place]]:
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef | ast.ClassDef):
        name = _name_of(node) or name
    if isinstance(node, ast.Call):
        yield from ((sentence, Place(file, name)) for sentence in _sentences(node, file))
    for child in ast.iter_child_nodes(node):
        yield from _of_node(child, file, name)


def _name_of(node: ast.AST) -> str:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return f"{name}()" if isinstance(node, ast.FunctionDef) else name
    return ""


def _sentences(call: ast.Call, file: str) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Name(id=name), args=[_, sentence]) if name == MARK:
            if not (isinstance(sentence, ast.Constant) and isinstance(sentence.value, str)):
                raise UnreadableMarkError(f"{file}:{call.lineno}: a literal sentence is needed")
            yield sentence.value
        case ast.Call(func=ast.Name(id=name), args=[sentence, *_]) if name == SAY:
            yield from _literals(sentence, f"{file}:{call.lineno}")


def _literals(node: ast.expr, where: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(sentence)):
            yield sentence
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body, where)
            yield from _literals(other, where)
        case ast.JoinedStr() | ast.BinOp():
            raise UnreadableMarkError(f"{where}: a whole literal sentence is needed")


def _of_resources() -> Iterator[tuple[str, Place]]:
    for path in sorted((RESOURCES / "tips").glob("*.toml")):
        place = f"resources/tips/{path.name}"
        for tip in tomllib.loads(path.read_text("utf-8"))["tip"]:
            yield tip["text"], Place(place, tip["id"])
    for path in sorted((RESOURCES / "profiles").glob("*.toml")):
        name = tomllib.loads(path.read_text("utf-8"))["name"]
        yield name, Place(f"resources/profiles/{path.name}", "name")
    for path in sorted((RESOURCES / "help").glob("*.md")):
        for block in blocks(path.read_text("utf-8")):
            yield block.sentence, Place(f"resources/help/{path.name}")
