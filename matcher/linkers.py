"""Opens linkers onto a taxonomy's labels, or onto any list, with vectors from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from matcher.encoding import Encoder, TextRole, VectorCache
from matcher.errors import UsageError
from matcher.linking import Linker, Targets
from taxonomies.concepts import ConceptKind, Label, LabelRole, Taxonomy

Progress = Callable[[str, int, int], None]


class Linkers:
    """The linkers of one taxonomy and one encoder; those onto all languages are opened once."""

    def __init__(self, taxonomy: Taxonomy, encoder: Encoder, vectors: Path) -> None:
        """Keep the parts; ``vectors`` is the folder of cached vectors."""
        self._taxonomy = taxonomy
        self._encoder = encoder
        self._cache = VectorCache(vectors)
        self._opened: dict[ConceptKind, Linker] = {}

    def of(self, kind: ConceptKind) -> Linker:
        """Return the linker onto all labels of a kind; one without concepts links nothing."""
        if kind not in self._opened:
            self._opened[kind] = self._open(kind, self._taxonomy.languages(kind), {}, _silent)
        return self._opened[kind]

    def open(
        self, kind: ConceptKind, languages: Sequence[str], confirmed: Mapping[str, str], progress: Progress
    ) -> Linker:
        """Open a linker onto the labels of a kind in some languages (none named: all).

        Raises:
            UsageError: a language has no labels of that kind.
        """
        known = self._taxonomy.languages(kind)
        missing = [language for language in languages if language not in known]
        if missing:
            raise UsageError(
                f"No {kind.value} has labels in {', '.join(missing)}: choose from {', '.join(known) or 'none'}, "
                "or import that language."
            )
        return self._open(kind, languages or known, confirmed, progress)

    def onto(self, rows: Iterable[tuple[str, str]], progress: Progress) -> Linker:
        """Open a linker onto any ``(id, label)`` rows."""
        labels = [Label(identity, "", LabelRole.PREFERRED, text) for identity, text in rows]
        return Linker(Targets.of(labels, self._encoded(labels, "the list", progress)), self._encoder)

    def _open(
        self, kind: ConceptKind, languages: Sequence[str], confirmed: Mapping[str, str], progress: Progress
    ) -> Linker:
        by_language = {language: self._taxonomy.labels(kind, language) for language in languages}
        parts = [
            self._encoded(labels, f"{language} {kind.value} labels", progress)
            for language, labels in by_language.items()
        ]
        vectors = np.concatenate(parts) if parts else np.zeros((0, self._encoder.dimension), np.float32)
        labels = [label for some in by_language.values() for label in some]
        return Linker(Targets.of(labels, vectors), self._encoder, confirmed)

    def _encoded(self, labels: Sequence[Label], name: str, progress: Progress) -> np.ndarray:
        texts = [label.text for label in labels]
        return self._cache.encode(
            self._encoder, texts, TextRole.PASSAGE, lambda done, total: progress(f"encoding {name}", done, total)
        )


def _silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""
