"""What lies of a person outside the database: cards in written reports, and phrases that links were remembered for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from matcher.link_memory import LinkMemory
from matcher.records import Candidate
from matcher.report import cards_about, without_person

SHORTEST_WORD = 6  # letters of a name or reference by which a file is taken to be about somebody


def blind_name(candidate_id: str) -> str:
    """Return what a candidate is called where identity may not be shown: the first digits of the id.

    Not the scheme: "ASYLUM" would tell a residence status, "PALIM" a nationality.
    """
    return candidate_id[:8]


@dataclass(frozen=True, slots=True)
class Told:
    """What a written report says of one candidate."""

    file: str
    said: tuple[str, ...]


def told_in_reports(folder: Path, candidate: Candidate) -> tuple[Told, ...]:
    """Return what the reports of a folder say of a candidate, by file name."""
    names = _names_in_reports(candidate)
    pages = ((path, _text(path)) for path in _files(folder) if path.suffix == ".html")
    told = (Told(path.name, tuple(card for name in names for card in cards_about(page, name))) for path, page in pages)
    return tuple(item for item in told if item.said)


def clean_reports(folder: Path, versions: Iterable[Candidate]) -> tuple[int, int]:
    """Cut a person's cards out of the reports of a folder; a file that still names them after that is deleted.

    Args:
        folder: of the reports.
        versions: the person's record as it stands and as it stood before.

    Returns:
        How many files were changed, and how many deleted.
    """
    known = tuple(versions)
    words = {word.encode("utf-8", "surrogatepass") for version in known for word in _identifying(version)}
    cut = deleted = 0
    for path in _files(folder):
        if path.suffix == ".html":
            page = _text(path)
            cleaned = page
            for name in dict.fromkeys(name for version in known for name in _names_in_reports(version)):
                cleaned = without_person(cleaned, name)
            if cleaned != page:
                path.write_text(cleaned, encoding="utf-8", errors="surrogateescape")
                cut += 1
        content = b"\n".join(_contents(path))
        if any(word in content for word in words):
            path.unlink()
            deleted += 1
    return cut, deleted


def clean_memories(home: Path, kept: Iterable[str]) -> int:
    """Forget, in every memory of links under a home, each phrase that nobody who is still held uses."""
    phrases = frozenset(kept)
    forgotten = 0
    for path in sorted(home.glob("links-*.sqlite")):
        with closing(LinkMemory(path)) as memory:
            forgotten += memory.keep_only(phrases)
    return forgotten


def _names_in_reports(version: Candidate) -> tuple[str, str]:
    """Return what reports call a candidate, and what those called them that named the scheme too."""
    name = blind_name(version.id)
    return name, f"{version.scheme.upper()} {name}"


def _identifying(version: Candidate) -> Iterator[str]:
    yield version.id[:8]
    person = version.person
    for word in (version.key, person.name, person.email, person.phone):
        if word and len(word) >= SHORTEST_WORD:
            yield word


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="surrogateescape")


def _contents(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file; of a spreadsheet or another zip, those of its parts."""
    if not zipfile.is_zipfile(path):
        yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as parts:
        yield from (parts.read(name) for name in parts.namelist())
