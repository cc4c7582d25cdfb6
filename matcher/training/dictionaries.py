"""Bilingual dictionaries: everyday words in two languages, which ESCO's labels alone do not teach an encoder.

Two forms are read: FreeDict's dictionaries as Debian packages them (``freedict-fra-eng.dict.dz``), and plain UTF-8 text
of four tab-separated columns: language, word or phrase, language, translation (ISO 639-1 codes).
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matcher.errors import UnreadableFileError

_NAME = re.compile(r"freedict-([a-z]{3})-([a-z]{3})\.dict(?:\.dz)?$")
_CODES = {
    "ara": "ar", "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "fin": "fi",
    "fra": "fr", "gle": "ga", "hrv": "hr", "hun": "hu", "isl": "is", "ita": "it", "lav": "lv", "lit": "lt", "mlt": "mt",
    "nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "slk": "sk", "slv": "sl", "spa": "es", "swe": "sv",
    "tur": "tr", "ukr": "uk",
}  # fmt: skip
_HEADWORD = re.compile(r"(?P<word>\S[^/<]*?)\s+/[^/]*/")  # word, then its pronunciation between slashes
_REMARK = re.compile(r"\s*(?:synonyms?|see|note|antonyms?|example)\s*:", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>|/[^/]*/|^\d+\.\s")
_LONGEST = 6  # words; a longer entry is an explanation, not a translation


@dataclass(frozen=True, slots=True)
class WordPair:
    """The same word or phrase in two languages (ISO 639-1)."""

    language: str
    text: str
    other_language: str
    translation: str


def read_dictionary(path: Path) -> Iterator[WordPair]:
    """Yield the pairs of a dictionary file, in its order.

    Raises:
        UnreadableFileError: the file is missing or of neither form.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            f"{path} cannot be read as a dictionary ({type(error).__name__}): give a FreeDict .dict.dz or UTF-8 text "
            "of four tab-separated columns."
        ) from error
    name = _NAME.search(path.name)
    if name is None:
        yield from _from_columns(path, text)
    elif {name[1], name[2]} <= _CODES.keys():
        yield from _from_freedict(text, _CODES[name[1]], _CODES[name[2]])
    else:
        raise UnreadableFileError(
            f"{path}: a language of {name[1]}-{name[2]} is not known: one of {', '.join(_CODES)}."
        )


def some_pairs(path: Path, languages: tuple[str, ...], most: int, seed: int) -> list[WordPair]:
    """Return the distinct pairs of a dictionary in those languages (all where none is named), at most so many, drawn.

    Raises:
        UnreadableFileError: the file is missing or of neither form.
    """
    wanted = frozenset(languages)
    pairs = dict.fromkeys(
        pair for pair in read_dictionary(path) if not wanted or {pair.language, pair.other_language} <= wanted
    )
    chosen = list(pairs)
    if len(chosen) <= most:
        return chosen
    kept = np.random.default_rng(seed).choice(len(chosen), most, replace=False)
    return [chosen[number] for number in np.sort(kept)]


def _from_columns(path: Path, text: str) -> Iterator[WordPair]:
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.split("\t")
        if line.strip() and len(cells) != 4:
            raise UnreadableFileError(
                f"{path}, line {number}: {len(cells)} columns: give language, text, language, translation."
            )
        if line.strip():
            yield WordPair(*(cell.strip() for cell in cells))


def _from_freedict(text: str, language: str, other: str) -> Iterator[WordPair]:
    """Read headword lines (with a pronunciation) and the lines of translations that follow each."""
    headword = ""
    for line in text.split("\n"):
        if found := _HEADWORD.match(line):
            headword = _bare(found["word"])
        elif headword and line.strip() and not _REMARK.match(line) and not line.startswith("    "):
            for part in re.split(r"[,;]", _bare(line)):
                translation = part.strip()
                if translation and max(len(headword.split()), len(translation.split())) <= _LONGEST:
                    yield WordPair(language, headword, other, translation)


def _bare(line: str) -> str:
    """Return a line without numbering, grammar and remarks in brackets."""
    return " ".join(_ASIDE.sub(" ", line.strip()).split())
