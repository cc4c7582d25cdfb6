"""What an erased person is known again by: keyed digests of the sender's reference, and of name with birth date."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.records import Candidate
from matcher.trail import KeyedDigest
from taxonomies.wording import normalise


def reference_mark(candidate: Candidate, digest: KeyedDigest) -> str:
    """Return the mark of the scheme and the sender's reference."""
    return digest(f"reference\x1f{candidate.scheme}\x1f{candidate.key}")


def person_mark(candidate: Candidate, digest: KeyedDigest) -> str | None:
    """Return the mark of name and birth date, whatever the order and accents of the names, if both are known."""
    name, born = candidate.person.name, candidate.status.birth_date
    words = sorted(normalise(name or "").split())
    if not words or born is None:
        return None
    return digest(f"person\x1f{' '.join(words)}\x1f{born:%Y-%m-%d}")


def marks_of(versions: Iterable[Candidate], digest: KeyedDigest) -> frozenset[str]:
    """Return every mark of a person, as the record stands and as it stood before."""
    marks = {mark(version, digest) for version in versions for mark in (reference_mark, person_mark)}
    return frozenset(mark for mark in marks if mark is not None)
