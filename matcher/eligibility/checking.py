"""Looks the legal tables over: what is wrong with them, what has run out, and what nobody verified."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise

from matcher.eligibility.predicates import PREDICATES
from matcher.eligibility.residence import Residence
from matcher.errors import UsageError
from matcher.reasons import codes
from matcher.records import RecognitionKind
from taxonomies.belgium.dated import holds
from taxonomies.belgium.rows import Amount, Condition, OccupationList, RecognitionService, Row, Rule, conditions_of
from taxonomies.belgium.tables import LegalTables


class Gravity(StrEnum):
    """How much a remark weighs: an error stops the tables from being used, the others are for a lawyer to read."""

    ERROR = "error"
    EXPIRED = "expired"
    GAP = "gap"
    UNVERIFIED = "unverified"
    NOT_FOUND = "not_found"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a row: which one, where it stands, what about it, and what would mend it."""

    gravity: Gravity
    row: str
    file: str
    what: str
    remedy: str


def check(tables: LegalTables, day: date) -> list[Remark]:
    """Look every row over, as of a day.

    Returns:
        Errors first (overlaps, a first day after the last, unknown tests, amounts that rules name and no row has),
        then what has expired, the gaps between rows, what nobody verified, what was not found, and what a user's rows
        override.
    """
    rows: list[Row] = [*tables.amounts, *tables.lists, *tables.services, *tables.rules, *tables.notes]
    remarks = [*_dates(rows), *_overlaps(rows), *_unknown_tests(tables), *_unworded(tables), *_codes(tables)]
    remarks += [*_kinds(tables), *_expired(rows, day), *_gaps(rows), *_unverified(rows), *_not_found(tables)]
    order = tuple(Gravity)
    return sorted(remarks, key=lambda remark: (order.index(remark.gravity), remark.row, remark.what))


def require_sound(tables: LegalTables, day: date) -> LegalTables:
    """Return the tables; raise :class:`UsageError` with the first error where they have one."""
    first = next((remark for remark in check(tables, day) if remark.gravity is Gravity.ERROR), None)
    if first:
        raise UsageError(f"{first.file}, {first.row}: {first.what}; {first.remedy}. `matcher rules check` lists all.")
    return tables


def name_of(row: Row) -> str:
    """Return what a row is about: rows of the same name follow each other in time."""
    if isinstance(row, Amount):
        return f"amount {row.authority} {row.category}"
    if isinstance(row, OccupationList):
        return f"list {row.id}"
    if isinstance(row, RecognitionService):
        return f"service {row.authority} {row.name}"
    return f"{'rule' if isinstance(row, Rule) else 'note'} {row.authority} {row.id}"


def _dates(rows: Iterable[Row]) -> Iterator[Remark]:
    for row in rows:
        if row.valid_to is not None and row.valid_to < row.valid_from:
            what = f"ends on {row.valid_to}, before it begins on {row.valid_from}"
            yield Remark(Gravity.ERROR, name_of(row), row.origin.file, what, "correct one of the two days")


def _series(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    ordered = sorted(rows, key=lambda row: (name_of(row), row.valid_from))
    for name, group in groupby(ordered, key=name_of):
        yield name, list(group)


def _overlaps(rows: Sequence[Row]) -> Iterator[Remark]:
    for name, series in _series(rows):
        for number, other in enumerate(series[1:], start=1):
            one = max(series[:number], key=lambda row: row.valid_to or date.max)  # whichever of the earlier ends last
            if not _overlap(one, other):
                continue
            what = f"the rows from {one.valid_from} and from {other.valid_from} both hold on {other.valid_from}"
            if one.origin.built_in == other.origin.built_in:
                yield Remark(Gravity.ERROR, name, other.origin.file, what, "end the earlier row the day before")
            else:
                yield Remark(Gravity.OVERRIDDEN, name, other.origin.file, what, "nothing: the row of the user counts")


def _overlap(one: Row, other: Row) -> bool:
    return one.valid_to is None or other.valid_from <= one.valid_to


def _gaps(rows: Sequence[Row]) -> Iterator[Remark]:
    for name, series in _series(rows):
        for one, other in pairwise(series):
            if one.valid_to is not None and one.valid_to + timedelta(days=1) < other.valid_from:
                first, last = one.valid_to + timedelta(days=1), other.valid_from - timedelta(days=1)
                what = f"nothing is known from {first} to {last}"
                yield Remark(Gravity.GAP, name, other.origin.file, what, "add the row of that time")


def _expired(rows: Sequence[Row], day: date) -> Iterator[Remark]:
    for name, series in _series(rows):
        last = max(series, key=lambda row: row.valid_to or date.max)
        if last.valid_to is not None and last.valid_to < day and not any(holds(row, day) for row in series):
            what = f"ended on {last.valid_to}: every answer that turns on it is unknown since"
            yield Remark(Gravity.EXPIRED, name, last.origin.file, what, "add the row that follows, with its source")


def _unverified(rows: Iterable[Row]) -> Iterator[Remark]:
    for row in rows:
        if not row.verified:
            yield Remark(Gravity.UNVERIFIED, name_of(row), row.origin.file, row.source, "check it against the law")


def _not_found(tables: LegalTables) -> Iterator[Remark]:
    for row in tables.amounts:
        if row.amount is None:
            yield Remark(Gravity.NOT_FOUND, name_of(row), row.origin.file, row.source, "find the amount")
    for listed in tables.lists:
        if not listed.complete:
            what = f"{len(listed.members) + len(listed.not_members)} of {listed.size or '?'} occupations are held"
            yield Remark(Gravity.NOT_FOUND, name_of(listed), listed.origin.file, what, "add the whole list")
    for rule in tables.rules:
        for test in _tests(rule):
            if test.name == "not_in_sources":
                what = f"not in the sources: {test.text('what').replace('_', ' ')}"
                yield Remark(Gravity.NOT_FOUND, name_of(rule), rule.origin.file, what, "find the conditions")


def _unknown_tests(tables: LegalTables) -> Iterator[Remark]:
    """Check what rules name: tests with their parameters, categories, lists and groups, and words to call a rule by."""
    worded = set(codes())
    for rule in tables.rules:
        wrong = [what for test in _tests(rule) for what in _faults(test, rule, tables)]
        if f"rule.{rule.id}" not in worded:
            wrong.append("the rule has no name in words: use the id of a rule that has one")
        for what in dict.fromkeys(wrong):
            yield Remark(Gravity.ERROR, name_of(rule), rule.origin.file, what, "correct the rule")


def _codes(tables: LegalTables) -> Iterator[Remark]:
    for row in tables.lists:
        for code in (*row.members, *row.not_members):
            if not re.fullmatch(r"\d{1,4}|\d{4}(?:\.\d+)+", code):
                what = f"{code!r} is no ESCO occupation code and no ISCO-08 group"
                yield Remark(Gravity.ERROR, name_of(row), row.origin.file, what, "write such as 7121 or 2512.1")


def _kinds(tables: LegalTables) -> Iterator[Remark]:
    kinds = {rule.id: rule.kind for rule in tables.rules if rule.origin.built_in}
    for rule in tables.rules:
        if rule.kind != kinds.get(rule.id, rule.kind):
            what = f"the rule is of the kind {kinds[rule.id]}, not {rule.kind}"
            yield Remark(Gravity.ERROR, name_of(rule), rule.origin.file, what, "keep its kind")


def _unworded(tables: LegalTables) -> Iterator[Remark]:
    known = set(codes())
    for row in tables.amounts:
        if f"law.category.{row.category}" not in known:
            names = sorted({other.category for other in tables.amounts if f"law.category.{other.category}" in known})
            what = f"no category is called {row.category!r}"
            yield Remark(Gravity.ERROR, name_of(row), row.origin.file, what, f"choose one of {', '.join(names)}")
    for note in tables.notes:
        if f"note.{note.id}" not in known:
            what = "the note has no words: use the id of a note that has some"
            yield Remark(Gravity.ERROR, name_of(note), note.origin.file, what, "correct the id")


def _tests(rule: Rule) -> Iterator[Condition]:
    yield from conditions_of(rule.applies)
    yield from conditions_of(rule.requires)


def _faults(test: Condition, rule: Rule, tables: LegalTables) -> Iterator[str]:
    predicate = PREDICATES.get(test.name)
    if predicate is None:
        yield f"there is no test {test.name!r}; the tests are {', '.join(sorted(PREDICATES))}"
        return
    given = {name for name, _ in test.parameters}
    if missing := predicate.parameters - given:
        yield f"the test {test.name} lacks {', '.join(sorted(missing))}"
    if unknown := given - predicate.parameters - predicate.optional:
        yield f"the test {test.name} takes no {', '.join(sorted(unknown))}"
    for name, values in _choices(rule, tables).items():
        if test.has(name) and test.text(name) not in values:
            yield f"no row gives the {name} {test.text(name)!r}"
    if test.has("day") and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", test.text("day")):
        yield f"day = {test.text('day')!r} is no day"
    for name in ("years", "months", "level", "weeks", "within_months"):
        if test.has(name) and not re.fullmatch(r"\d+(?:\.\d+)?", test.text(name)):
            yield f"{name} = {test.text(name)!r} is no number"


def _choices(rule: Rule, tables: LegalTables) -> dict[str, set[str]]:
    return {
        "category": {row.category for row in tables.amounts if row.authority == rule.authority},
        "list": {row.id for row in tables.lists},
        "group": set(tables.groups),
        "profession": set(tables.groups),
        "status": set(Residence),
        "decision": set(RecognitionKind),
        "what": {code.removeprefix("law.lacking.") for code in codes() if code.startswith("law.lacking.")},
    }
