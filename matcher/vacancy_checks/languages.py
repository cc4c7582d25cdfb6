"""Languages that a vacancy asks for, and more of them than the work plausibly needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from matcher.records import Answer, CodeSystem, LanguageRequirement, Reason, Vacancy, VacancyWarning
from matcher.vacancy_checks.clauses import Clause, folded_clause
from matcher.vacancy_checks.kinds import Check
from matcher.vacancy_checks.phrases import phrases, vocabulary

_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


def check_languages(vacancy: Vacancy, clauses: Iterable[Clause]) -> Iterator[VacancyWarning]:
    """Yield a warning for a mother tongue asked for, and one for each level above what the work plausibly needs."""
    clauses = list(clauses)
    asked = [folded_clause(" ".join(wish.text.split())) for wish in vacancy.languages if wish.text]
    native = [*_native(clauses), *_native(asked, "in_languages")]
    if native:
        yield _warning(Answer.NO, Reason("fair.language.native"), dict.fromkeys(native), "fair.language.ask_level")
    seen: set[tuple[str, str]] = set()
    for wish in vacancy.languages:
        reason = _too_high(wish, vacancy)
        spoken_natively = any(words in wish.text for words in native)
        if reason and not spoken_natively and (wish.language, wish.cefr or "") not in seen:
            seen.add((wish.language, wish.cefr or ""))
            yield _warning(Answer.UNKNOWN, reason, (wish.text or f"{wish.language} {wish.cefr}",))
    demanding = _demanding(clauses)
    if demanding and not seen:
        yield _warning(Answer.UNKNOWN, Reason("fair.language.perfect"), dict.fromkeys(demanding))


def plausible_level(vacancy: Vacancy) -> str:
    """Return the highest level (CEFR) that is not asked about, by the occupation's ISCO group or the education."""
    tables = vocabulary("languages")["plausible"]
    codes = [item.code for item in vacancy.codes if item.system is CodeSystem.ISCO and item.code]
    levels = [tables["isco"][code[0]] for code in codes if code[0] in tables["isco"]]
    if not codes and vacancy.eqf is not None and str(vacancy.eqf) in tables["eqf"]:
        levels = [tables["eqf"][str(vacancy.eqf)]]
    return str(max(levels, default=vocabulary("languages")["highest"]))


def _too_high(wish: LanguageRequirement, vacancy: Vacancy) -> Reason | None:
    """Return why a demand is to be looked at; one that is only welcome is no demand."""
    if not wish.essential or wish.cefr not in _LEVELS:
        return None
    plausible = plausible_level(vacancy)
    if _LEVELS.index(wish.cefr) <= _LEVELS.index(plausible):
        return None
    values = (("language", wish.language), ("level", wish.cefr), ("plausible", plausible))
    return Reason("fair.language.level", values)


def _native(clauses: Sequence[Clause], *more: str) -> Iterator[str]:
    for clause in clauses:
        if phrases("languages", "native", "spared").search(clause.folded):
            continue
        for name in ("everywhere", *more):
            for hit in phrases("languages", "native", name).finditer(clause.folded):
                yield clause.words(*hit.span())


def _demanding(clauses: Sequence[Clause]) -> list[str]:
    return [
        clause.words(*hit.span())
        for clause in clauses
        if not phrases("languages", "native", "asset").search(clause.folded)
        for hit in phrases("languages", "demanding", "everywhere").finditer(clause.folded)
    ]


def _warning(
    answer: Answer, reason: Reason, found: Iterable[str], remedy: str = "fair.language.which_tasks"
) -> VacancyWarning:
    source = vocabulary("languages")["source"]
    return VacancyWarning(Check.LANGUAGE, answer, reason, source, tuple(found), Reason(remedy))
