"""What whoever links phrases needs to know of a linker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Protocol

from matcher.records import ConceptLink


class PhraseLinker(Protocol):
    """Ranks ids for phrases: ESCO concepts, or the rows of a list."""

    @property
    def ids(self) -> AbstractSet[str]:
        """What is ranked."""

    def link(self, phrases: Iterable[str], k: int, language: str = "") -> Iterator[tuple[ConceptLink, ...]]:
        """Yield for each phrase its min(k, number of ids) best ids, best first; an empty phrase yields none."""
