"""Reads XML that strangers wrote: no document types, no entities of its own, bounded in size.

What makes XML dangerous begins in a document type (entities that grow, files that are read), and
none of the answers read here may have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

_MOST_ELEMENTS = 100_000
_MOST_DEPTH = 50
_PIECE_BYTES = 65536
_LONGEST_TAG_BYTES = 4 * _PIECE_BYTES  # with all its attributes; text may be longer


class UnsafeXmlError(Exception):
    """It is no XML, or more of it, or other, than is read here. Repeats nothing of it."""


@dataclass(slots=True)
class Element:
    """One element; names are ``namespace|name``, attributes without one by their name alone."""

    name: str
    attributes: Mapping[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def find(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Element]:
        return (one for one in self.children if one.name == name)

    def said(self, name: str) -> str:
        """The text of the first child of that name; empty without one."""
        child = self.find(name)
        return "" if child is None else child.text.strip()


def parse_xml(content: bytes) -> Element:
    """The root. Raises `UnsafeXmlError`."""
    tree = _Tree()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.buffer_size = _PIECE_BYTES
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.data
    try:
        for start in range(0, len(content), _PIECE_BYTES):
            # One tag of many megabytes would be read in one go, and nothing else would run.
            if start - parser.CurrentByteIndex > _LONGEST_TAG_BYTES:
                raise UnsafeXmlError
            parser.Parse(content[start : start + _PIECE_BYTES])
        parser.Parse(b"", True)  # noqa: FBT003 - the library's own order
    except (expat.ExpatError, ValueError, LookupError):  # the latter two of odd encodings
        raise UnsafeXmlError from None
    return tree.top.children[0]


class _Tree:
    """Puts elements together as they are read."""

    def __init__(self) -> None:
        self.top = Element("", {})
        self._open = [(self.top, [""])]
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) > _MOST_DEPTH:
            raise UnsafeXmlError
        element = Element(name, attributes)
        self._open[-1][0].children.append(element)
        self._open.append((element, []))

    def data(self, text: str) -> None:
        self._open[-1][1].append(text)

    def end(self, _name: str) -> None:
        element, texts = self._open.pop()
        element.text = "".join(texts)


def _refuse(*_declared: object) -> None:
    raise UnsafeXmlError
