"""Adds this project's own wording to a taxonomy's labels: synonyms, candidates' phrases, and Arabic terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from taxonomies.builder import ConceptDraft
from taxonomies.concepts import ConceptKind, LabelRole
from taxonomies.lexicon import phrases, terms
from taxonomies.wording import gendered_forms, normalise

_LINKED = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
_MOST_CONCEPTS = 4  # an Arabic term whose translation names more concepts than this names none of them


def add_synonyms(concepts: Mapping[str, ConceptDraft], others: Iterable[tuple[str, str, str]] = ()) -> int:
    """Add candidates' phrases, Arabic terms and any other ``(uri, language, text)`` as alternative labels.

    Returns:
        How many were added: those whose concept is there.
    """
    added = 0
    for uri, language, text in [*others, *_phrases(), *_arabic(concepts)]:
        if uri in concepts:
            concepts[uri].add_label(language, LabelRole.ALTERNATIVE, text)
            added += 1
    return added


def _phrases() -> Iterator[tuple[str, str, str]]:
    yield from ((phrase.uri, phrase.language, phrase.text) for phrase in phrases(probe=False))


def _arabic(concepts: Mapping[str, ConceptDraft]) -> Iterator[tuple[str, str, str]]:
    """Yield Arabic terms for the concepts that their English or French equivalent is a label of.

    Where both are labels, only concepts that both name count: "cook / cuisiner" is not the occupation.
    """
    by_label = {language: _concepts_by_label(concepts, language) for language in ("en", "fr")}
    for term in terms():
        english = by_label["en"].get(normalise(term.english), frozenset())
        french = by_label["fr"].get(normalise(term.french), frozenset())
        meant = (english & french) or (english | french)
        if len(meant) <= _MOST_CONCEPTS:
            yield from ((uri, "ar", term.arabic) for uri in sorted(meant))


def _concepts_by_label(concepts: Mapping[str, ConceptDraft], language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for uri, draft in concepts.items():
        if draft.kind in _LINKED:
            for (label_language, _), texts in draft.labels.items():
                if label_language == language:
                    for text in texts:
                        for form in {text, *gendered_forms(text)}:
                            found.setdefault(normalise(form), set()).add(uri)
    return {label: frozenset(uris) for label, uris in found.items()}
