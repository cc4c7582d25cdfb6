"""Opens linkers onto a taxonomy's labels, or onto any list, with vectors from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from matcher.encoding import Encoder, TextRole, VectorCache, Vectors
from matcher.errors import UsageError
from matcher.linking import ConceptSpace, Context, Linker, LinkModel, ListLinker, ListModel, Surroundings, Targets
from matcher.linking.space import SPACE_VERSION
from taxonomies.concepts import ConceptKind, Label, LabelRole, Taxonomy

Progress = Callable[[str, int, int], None]


class Linkers:
    """The linkers of one taxonomy and one encoder; those onto all languages are opened once."""

    def __init__(self, taxonomy: Taxonomy, encoder: Encoder, vectors: Path) -> None:
        """Keep the parts; ``vectors`` is the folder of cached vectors."""
        self._taxonomy = taxonomy
        self._encoder = encoder
        self._vectors = vectors
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

    def onto(self, rows: Iterable[tuple[str, str]], kind: ConceptKind, progress: Progress) -> ListLinker:
        """Open a linker onto any ``(id, label)`` rows, which name concepts of a kind."""
        labels = [Label(identity, "", LabelRole.PREFERRED, text) for identity, text in rows]
        targets = Targets.of(labels, self._encoded([label.text for label in labels], "the list", progress))
        return ListLinker(targets, self._encoder, self.of(kind), ListModel.read())

    @cached_property
    def context(self) -> Context:
        """What settles a phrase's meaning by its neighbours; no label is read where the taxonomy was opened before."""
        return Context.fitted(self.surroundings)

    @cached_property
    def surroundings(self) -> Mapping[ConceptKind, Surroundings]:
        """Where the concepts of each kind stand in the taxonomy."""
        return {kind: self._surroundings(kind) for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION)}

    def _surroundings(self, kind: ConceptKind) -> Surroundings:
        known = Surroundings.read(self._space_file(kind, "-".join(self._taxonomy.languages(kind))))
        if known is not None:
            return known
        space = self.of(kind).space
        return Surroundings.of(space.ids.tolist(), space.centroids, space.context)

    def _open(
        self, kind: ConceptKind, languages: Sequence[str], confirmed: Mapping[str, str], progress: Progress
    ) -> Linker:
        by_language = {language: self._taxonomy.labels(kind, language) for language in languages}
        parts = [
            self._encoded([label.text for label in labels], f"{language} {kind.value} labels", progress)
            for language, labels in by_language.items()
        ]
        vectors = np.concatenate(parts) if parts else np.zeros((0, self._encoder.dimension), np.float32)
        targets = Targets.of([label for some in by_language.values() for label in some], vectors)
        space = self._space(kind, targets, "-".join(languages), progress)
        return Linker(targets, self._encoder, LinkModel.read(kind), space, confirmed)

    def _space(self, kind: ConceptKind, targets: Targets, languages: str, progress: Progress) -> ConceptSpace:
        """Read what the taxonomy knows of the concepts, worked out once for a taxonomy, an encoder and languages."""
        path = self._space_file(kind, languages)
        space = ConceptSpace.read(path)
        if space is None:
            space = ConceptSpace.of(
                self._taxonomy, kind, targets, lambda texts: self._encoded(texts, f"what {kind.value}s mean", progress)
            )
            space.save(path)
        return space

    def _space_file(self, kind: ConceptKind, languages: str) -> Path:
        encoder = VectorCache.folder_name(self._encoder.name)
        name = f"space-{SPACE_VERSION}-{kind.value}-{self._taxonomy.fingerprint[:12]}-{languages}.npz"
        return self._vectors / encoder / name

    def _encoded(self, texts: Sequence[str], name: str, progress: Progress) -> Vectors:
        return self._cache.encode(
            self._encoder, texts, TextRole.PASSAGE, lambda done, total: progress(f"encoding {name}", done, total)
        )


def _silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""
