"""What a benchmark is: queries, the ids that are right for each, and what they are ranked against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from matcher.engine import Matcher
from matcher.linking import PhraseLinker
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy


@dataclass(frozen=True, slots=True)
class Query:
    """One text to link, and the ids of its right answers; ``part`` is the slice of the data that it belongs to."""

    text: str
    relevant: frozenset[str]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Queries in a language, and what they are linked to.

    ``labels`` limits the languages of ESCO's labels, all where it is empty; ``corpus`` are ``(id, label)`` rows that
    stand in place of ESCO. ``by`` says what the parts of the queries are, such as ``sector``.
    """

    queries: tuple[Query, ...]
    kind: ConceptKind
    language: str = ""
    labels: tuple[str, ...] = ()
    corpus: tuple[tuple[str, str], ...] = ()
    by: str = ""

    def linker(self, matcher: Matcher) -> PhraseLinker:
        """Open the linker that the queries are put to."""
        if self.corpus:
            return matcher.linker_to(self.corpus, self.kind)
        return matcher.linker(self.kind, self.labels)

    def rows(self, taxonomy: Taxonomy, *, preferred: bool = False) -> tuple[tuple[str, str], ...]:
        """Return the ``(id, label)`` rows that a baseline ranks: the corpus, or ESCO's labels in one language.

        That language is the one that the benchmark asks for, else its own, else English: a baseline of letters or
        words gains nothing from labels in other languages. ``preferred`` leaves out the other labels of a concept.
        """
        if self.corpus:
            return self.corpus
        labels = taxonomy.labels(self.kind, self.rows_language(taxonomy))
        return tuple((lab.uri, lab.text) for lab in labels if lab.role is LabelRole.PREFERRED or not preferred)

    def rows_language(self, taxonomy: Taxonomy) -> str:
        """Return the language of those rows, where it is known."""
        if self.corpus:
            return self.language
        known = taxonomy.languages(self.kind)
        return next((one for one in (*self.labels, self.language, "en") if one in known), "")


@dataclass(frozen=True, slots=True)
class Source:
    """How a benchmark is loaded: its name, what it asks in one sentence, and the function that reads its files.

    ``folder`` is the one under the folder of benchmarks that it reads, empty where its data ship with the project.
    """

    name: str
    about: str
    load: Callable[[Path, Taxonomy], Benchmark]
    folder: str = ""
