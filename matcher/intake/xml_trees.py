"""XML through defusedxml, which no other module uses: names without namespaces, and a note of what was read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matcher.errors import UnreadableFileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_DOCUMENT = 16 * 1024 * 1024
"""Most bytes of an XML document; one person's, photo included, is far smaller."""

# A longer word is no word but a picture or a file, written in letters.
_LONGEST_WORD = 300
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div|/h\d|/tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Node:
    """An element of a document. What was asked for is remembered, so that the rest can be kept too."""

    __slots__ = ("_element", "_read")

    def __init__(self, element: Element, read: set[Element]) -> None:
        self._element = element
        self._read = read

    @property
    def name(self) -> str:
        """The element's name without its namespace."""
        return _local(self._element.tag)

    def each(self, *names: str) -> list[Node]:
        """Return the elements at the end of a path of names, in their order."""
        return [Node(element, self._read) for element in self._at(names)]

    def one(self, *names: str) -> Node | None:
        """Return the first element at the end of a path, or ``None``."""
        return next(iter(self.each(*names)), None)

    def text(self, *names: str) -> str:
        """Return the words of the first element at the end of a path, its own for no path; of HTML the plain text."""
        found = self._at(names)
        if not found:
            return ""
        self._read.update(found[0].iter())
        return plain_text("".join(found[0].itertext()))

    def attribute(self, name: str) -> str:
        """Return an attribute by its name without namespace, or ``""``."""
        self._read.add(self._element)
        found = (value for key, value in self._element.attrib.items() if _local(key) == name)
        return next(found, "").strip()

    def pass_over(self, *names: str) -> None:
        """Mark everything at the end of a path as read: it says nothing about the person."""
        for element in self._at(names):
            self._read.update(element.iter())

    def rest(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the words of every element that nobody asked for and that holds words of its own.

        Pictures and files within the document are left out.
        """
        waiting = [(self._element, "")]
        while waiting:
            element, path = waiting.pop()
            words = plain_text(element.text or "")
            if words and element not in self._read and max(map(len, words.split())) <= _LONGEST_WORD:
                yield path or self.name, words
            waiting += [(child, f"{path}/{_local(child.tag)}".lstrip("/")) for child in reversed(element)]

    def _at(self, names: tuple[str, ...]) -> list[Element]:
        found = [self._element]
        for name in names:
            found = [child for element in found for child in element if _local(child.tag) == name]
        return found


def parse_xml(data: bytes, place: str) -> Node:
    """Return the root of a document.

    Raises:
        UnreadableFileError: no well-formed XML, too large, or with a document type: entities of one may swell to
            gigabytes or read files of this machine, and no format read here has one.
    """
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

    if len(data) > LARGEST_DOCUMENT:
        raise UnreadableFileError(
            f"{place} is an XML file of more than {LARGEST_DOCUMENT // 1024**2} million bytes; "
            "export it without photo and attachments."
        )
    try:
        return Node(fromstring(data, forbid_dtd=True), set())
    except DefusedXmlException as error:
        raise UnreadableFileError(
            f"{place} declares a document type (DTD), which could hide an attack and was not read; "
            "export the file again without one."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFileError(f"{place} is damaged XML ({error}); export the file again.") from error


def plain_text(text: str) -> str:
    """Return the words of a text that may hold HTML, each paragraph and list item on a line of its own."""
    if "<" in text and _TAG.search(text):
        text = _TAG.sub("", _BREAK.sub("\n", text))
    lines = (" ".join(line.split()) for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _local(tag: object) -> str:
    # Comments and processing instructions have no name but a function.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
