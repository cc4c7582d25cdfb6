"""Reads the dated steps of a residence procedure: what was decided and when, appeals, papers seen, the search year.

A step stands only with its day: the law counts from it. What says a step without a day, or a day without a step, is
reported and kept in its own words.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.cells import is_nothing, read_tick
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.fields import Fields
from matcher.records import StatusEvent, StatusStep
from taxonomies.wording import fold

C = CandidateColumn
CandidateFields = Fields[CandidateColumn]

WRITE_DATE = "write the date as day/month/year, such as 31/12/1999"
STEPS_OF: dict[CandidateColumn, frozenset[StatusStep]] = {
    C.APPLICATION_DATE: frozenset({StatusStep.APPLICATION}),
    C.SUBSEQUENT_DATE: frozenset({StatusStep.SUBSEQUENT}),
    C.ADMISSIBLE_DATE: frozenset({StatusStep.ADMISSIBLE}),
    **dict.fromkeys(
        (C.DECISION, C.DECISION_DATE, C.SITUATION_ON),
        frozenset({StatusStep.NO_DECISION, StatusStep.REFUSAL, StatusStep.PROTECTION}),
    ),
    C.APPEAL_DATE: frozenset({StatusStep.APPEAL}),
    C.APPEAL_LOST_DATE: frozenset({StatusStep.APPEAL_LOST}),
    **dict.fromkeys((C.LABOUR_CARD, C.LABOUR_CARD_DATE), frozenset({StatusStep.LABOUR_CARD})),
    C.SEARCH_YEAR: frozenset({StatusStep.SEARCH_YEAR}),
}
"""Which steps each column tells of."""

_DATED = (
    C.APPLICATION_DATE,
    C.SUBSEQUENT_DATE,
    C.ADMISSIBLE_DATE,
    C.APPEAL_DATE,
    C.APPEAL_LOST_DATE,
    C.SEARCH_YEAR,
)
_ORDER = tuple(StatusStep)
_LONGEST = 500
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{4}")
_SAY_UNLIMITED = 'write "unlimited" and the day on which the papers were seen'
_SAY_DECISION = "write what was decided and when, such as: protection 12/03/2026, refusal 12/03/2026, or: no decision"


def read_events(fields: CandidateFields, today: date) -> tuple[StatusEvent, ...]:
    """Return the steps that a record tells, the earliest first.

    "No decision yet" is dated by the column that says of which day the file speaks, else by ``today``, which is said.
    """
    found = [(StatusStep(*STEPS_OF[column]), day) for column in _DATED if (day := _own_day(fields, column, today))]
    if decided := _decision(fields, today):
        found.append(decided)
    if seen := _labour_card(fields, today):
        found.append((StatusStep.LABOUR_CARD, seen))
    applied = min((day for step, day in found if step is StatusStep.APPLICATION), default=None)
    kept = [(step, day) for step, day in found if not _precedes(fields, step, day, applied)]
    return tuple(
        StatusEvent(step.value, day) for step, day in sorted(kept, key=lambda it: (it[1], _ORDER.index(it[0])))
    )


def _own_day(fields: CandidateFields, column: CandidateColumn, today: date) -> date | None:
    """Return the day in a column of dates; ``non`` there says that the step was not taken."""
    text = fields.text(column)
    if not text or read_tick(text) is False:
        return None
    return _day(fields, column, today)


def _day(fields: CandidateFields, column: CandidateColumn, today: date) -> date | None:
    try:
        day = read_date(fields.cell(column))
    except ImpossibleDateError:
        day = None
    if day is None or day > today:
        of = " of the application" if column is C.APPLICATION_DATE else ""
        fields.warn(column, "not one full date" if day is None else f"the date{of} lies in the future", WRITE_DATE)
        return None
    return day


def _decision(fields: CandidateFields, today: date) -> tuple[StatusStep, date] | None:
    text = fields.text(C.DECISION)
    if not text:
        if fields.text(C.SITUATION_ON):
            fields.keep(C.SITUATION_ON)
        if fields.text(C.DECISION_DATE):
            fields.warn(C.DECISION_DATE, "the file does not say what was decided on that day", _SAY_DECISION)
        return None
    step = read_decision(text)
    if step is None:
        fields.warn(C.DECISION, "not clear what was decided, if anything", _SAY_DECISION)
        return None
    fields.keep(C.DECISION_DATE if step is StatusStep.NO_DECISION else C.SITUATION_ON)  # what is not used
    if step is StatusStep.NO_DECISION:
        day = _day_beside(fields, C.DECISION, C.SITUATION_ON, today)
        if day is None and not fields.text(C.SITUATION_ON) and _date_in(fields, C.DECISION) is None:
            day = today
            fields.note(C.DECISION, f"no decision, of which day is not said: taken for {today}", WRITE_DATE)
    else:
        day = _day_beside(fields, C.DECISION, C.DECISION_DATE, today)
        if day is None and not fields.text(C.DECISION_DATE) and _date_in(fields, C.DECISION) is None:
            fields.warn(C.DECISION, "the day of the decision is not given", _SAY_DECISION)
    return (step, day) if day else None


def _labour_card(fields: CandidateFields, today: date) -> date | None:
    """Return the day on which papers were seen that read "Labour market: unlimited"."""
    text, dated = fields.text(C.LABOUR_CARD), fields.text(C.LABOUR_CARD_DATE)
    if not text and not dated:
        return None
    said = False if read_tick(text) is False else is_unlimited(text)
    if said is None and not _SAYS_SOMETHING.search(text):
        # A day or a tick alone means what its heading says.
        said = is_unlimited(" ".join(fields.heading(column) or "" for column in (C.LABOUR_CARD, C.LABOUR_CARD_DATE)))
    if not said:
        if said is None:
            column = C.LABOUR_CARD if text else C.LABOUR_CARD_DATE
            fields.warn(column, "not clear whether access to the labour market is unlimited", _SAY_UNLIMITED)
        fields.keep(C.LABOUR_CARD)
        fields.keep(C.LABOUR_CARD_DATE)
        return None
    day = _day_beside(fields, C.LABOUR_CARD, C.LABOUR_CARD_DATE if dated else C.SITUATION_ON, today)
    if day is None and not dated and not fields.text(C.SITUATION_ON) and _date_in(fields, C.LABOUR_CARD) is None:
        fields.warn(C.LABOUR_CARD, "the day on which the papers said so is not given", _SAY_UNLIMITED)
    return day


def _day_beside(fields: CandidateFields, column: CandidateColumn, other: CandidateColumn, today: date) -> date | None:
    """Return the day in a column of its own, else the one among the words of a cell.

    The day of the whole file's situation comes after what a cell says itself.
    """
    in_cell = _date_in(fields, column) is not None
    if fields.text(other) and not (in_cell and other is C.SITUATION_ON):
        return _day(fields, other, today)
    return _day(fields, column, today) if in_cell else None


def _date_in(fields: CandidateFields, column: CandidateColumn) -> date | None:
    try:
        return read_date(fields.cell(column))
    except ImpossibleDateError:
        return date.max  # meant as a date, and mistyped: reading it again reports it


def _precedes(fields: CandidateFields, step: StatusStep, day: date, applied: date | None) -> bool:
    """Report a step of the procedure that lies before the application: one of the two days is mistyped."""
    if applied is None or day >= applied or step is StatusStep.SEARCH_YEAR:
        return False
    column = next(column for column in STEPS_OF if step in STEPS_OF[column] and fields.text(column))
    fields.warn(column, f"{day} lies before the application of {applied}", "correct the one that is wrong")
    return True


def read_decision(text: str) -> StatusStep | None:
    """Return what a cell says was decided: protection, refusal or no decision; ``None`` where it is not one of them.

    ``refus, recours en cours`` is a refusal; ``refus du statut, protection subsidiaire`` says two things and is none.
    """
    rest = _plain(text)
    patterns = _words()
    if is_nothing(text) or patterns["doubt"].search(rest):
        return None
    found = set()
    for name in ("undecided", "refusal", "asked", "protection", "ongoing"):
        taken = patterns[name].sub(" ", rest)
        if taken != rest:
            found.add(name)
        rest = taken
    found.discard("asked")
    if len(found) > 1:
        found.discard("ongoing")
    if len(found) != 1:
        return None
    steps = {"refusal": StatusStep.REFUSAL, "protection": StatusStep.PROTECTION}
    return steps.get(found.pop(), StatusStep.NO_DECISION)


def is_unlimited(text: str) -> bool | None:
    """Tell whether words say that access to the labour market is unlimited; ``None`` where they do not say it."""
    plain = _plain(text)
    for name in ("not_unlimited", "unlimited", "limited"):
        if _words()[name].search(plain):
            return name == "unlimited"
    return None


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).replace("'", " ").replace("’", " ").split())


@cache
def _words() -> dict[str, re.Pattern[str]]:
    table: dict[str, Any] = tomllib.loads((files("matcher.intake") / "status_words.toml").read_text(encoding="utf-8"))
    lists = {**table, **table["labour_market"]}
    return {name: _any_of(texts) for name, texts in lists.items() if isinstance(texts, list)}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
