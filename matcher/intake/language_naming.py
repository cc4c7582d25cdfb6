"""Which languages a stretch of text names: by name, by a test of it, by abbreviation, by a close spelling."""

from __future__ import annotations

import re

from matcher.intake.folding import fold_in_place
from matcher.intake.language_names import LANGUAGE_ABBREVIATIONS, LANGUAGE_NAMES, VARIETIES
from matcher.intake.language_tests import find_tests
from taxonomies.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
# Arabic writes the article, "and", "in" and "of" together with the word.
_PREFIXES = ("ال", "وال", "بال", "لل", "و")
# "Französischkenntnisse", "deutschsprachig", "Nederlandstalig" name the language inside them.
COMPOUND = re.compile(r"(\w{4,20}?)(?:kenntnissen?|sprachige?[nrs]?|talige?)")
_NO_LANGUAGES = frozenset({"franca", "technique", "technical", "langues", "language", "languages", "enseignement"})
_NEVER_WORDS = frozenset({"fr", "nl", "ang", "angl", "neerl", "franç"})
_CODE_ALONE = re.compile(r"[a-z]{2,3}\W*(?:[abc][12]\W*)*")
_SHORTEST_CLOSE = 6
_CLOSE_SPELLING = 84.0


def named_languages(text: str) -> list[tuple[int, str]]:
    """Return ``(position, code)`` of the languages that a stretch of text names, in order, neighbours of one joined.

    Names and tests count first; abbreviations where there are none; then words spelt nearly like a name.
    """
    folded = fold_in_place(text)
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    spans = [(test.start, test.end, test.language) for test in find_tests(folded) if not test.loose]
    outside = [(at, word) for at, word in words if not any(start <= at < end for start, end, _ in spans)]
    named = sorted([*spans, *((at, at + len(word), code) for at, word in outside if (code := _language(word)))])
    if not named:
        codes = ((at, word, _abbreviation(word, folded[at:])) for at, word in words)
        named = [(at, at + len(word), code) for at, word, code in codes if code]
    if not named:
        named = [(at, at + len(word), code) for at, word in words if (code := _close_language(word))]
    return _each_once(text, named)


def supposed_language(text: str) -> str | None:
    """Return the language that the name of a test of many languages lets suppose, where nothing else is named."""
    return next((test.language for test in find_tests(fold_in_place(text)) if test.loose), None)


def _each_once(text: str, named: list[tuple[int, int, str]]) -> list[tuple[int, str]]:
    """Join names of one language, and a name with that of a variety beside it (``Kurdish (Sorani)`` is Sorani)."""
    kept: list[tuple[int, int, str]] = []
    for start, end, code in named:
        if kept:
            first, before, last = kept[-1]
            beside = not text[before:start].strip(" (:-–")
            if code == last or (beside and code in VARIETIES.get(last, ())):
                kept[-1] = (first, end, code)
                continue
            if beside and last in VARIETIES.get(code, ()):
                kept[-1] = (first, end, last)
                continue
        kept.append((start, end, code))
    return [(start, code) for start, _, code in kept]


def _language(word: str) -> str | None:
    plain = fold(word)
    if code := LANGUAGE_NAMES.get(plain):
        return code
    if compound := COMPOUND.fullmatch(plain):
        return LANGUAGE_NAMES.get(compound[1])
    for prefix in _PREFIXES:
        if plain.startswith(prefix) and (code := LANGUAGE_NAMES.get(plain.removeprefix(prefix))):
            return code
    return None


def _abbreviation(word: str, onwards: str) -> str | None:
    """Read ``FR`` anywhere, ``fr`` only where it cannot be a plain word: ``de`` and ``en`` are words too."""
    if not (word.isupper() or word in _NEVER_WORDS or _CODE_ALONE.fullmatch(onwards)):
        return None
    return LANGUAGE_ABBREVIATIONS.get(fold(word))


def _close_language(word: str) -> str | None:
    plain = fold(word)
    if len(plain) < _SHORTEST_CLOSE or len(plain) > 20 or plain in _NO_LANGUAGES:
        return None
    from rapidfuzz import fuzz, process  # only for a word that no table holds

    known = [name for name in LANGUAGE_NAMES if len(name) >= _SHORTEST_CLOSE]
    match = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
    return LANGUAGE_NAMES[match[0]] if match else None
