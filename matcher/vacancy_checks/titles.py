"""Job titles that name one gender."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from matcher.cues import likeliest, read_words
from matcher.records import Answer, Reason, Vacancy, VacancyWarning
from matcher.vacancy_checks.clauses import Clause, folded_clause
from matcher.vacancy_checks.kinds import Check
from matcher.vacancy_checks.phrases import phrases, vocabulary
from taxonomies.wording import drop_gender_marks, gendered_forms

_TOLD_BY = 400
"""Characters of the description that tell the language of a title."""


def check_title(vacancy: Vacancy, clauses: Iterable[Clause]) -> Iterator[VacancyWarning]:
    """Yield one warning for a title of one gender, or a note for a French or German one without a mark."""
    title = " ".join(vacancy.title.split())
    if _is_for_all(title) or _has_mark(vacancy.description):
        return
    looked_for = [
        clause
        for clause in clauses
        if phrases("titles", "looking").search(clause.folded) and not _has_mark(clause.written)
    ]
    named = [words for clause in (folded_clause(title), *looked_for) for words in _of_one_gender(clause)]
    if named:
        yield _warning("fair.title.one_gender", tuple(dict.fromkeys(named)))
    elif _is_unmarked(title, vacancy.description):
        yield _warning("fair.title.unmarked", (title,))


def _is_for_all(title: str) -> bool:
    """Tell whether a title has a mark, or both of its forms: ``Cuisinier / cuisinière``."""
    return _has_mark(title) or len(gendered_forms(title)) > 1


def _has_mark(text: str) -> bool:
    return drop_gender_marks(text) != text.strip()


def _of_one_gender(clause: Clause) -> Iterator[str]:
    for hit in phrases("titles", "one_gender").finditer(clause.folded):
        if not phrases("titles", "spared").fullmatch(hit[0]):
            yield clause.words(*hit.span())


def _is_unmarked(title: str, description: str) -> bool:
    forms = [word.form for word in read_words(f"{title}. {description[:_TOLD_BY]}")]
    pattern = vocabulary("titles")["unmarked"].get(likeliest(forms))
    first = re.match(r"\W*([a-z]+)", folded_clause(title).folded)
    return bool(pattern and first and re.fullmatch(pattern, first[1]))


def _warning(code: str, found: tuple[str, ...]) -> VacancyWarning:
    source = vocabulary("titles")["source"]
    return VacancyWarning(Check.TITLE, Answer.UNKNOWN, Reason(code), source, found, Reason("fair.title.mark_it"))
