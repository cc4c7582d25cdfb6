"""Fees, deductions and papers that are taken from the worker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from matcher.records import Answer, Reason, Vacancy, VacancyWarning
from matcher.vacancy_checks.clauses import Clause
from matcher.vacancy_checks.kinds import Check
from matcher.vacancy_checks.phrases import phrases, vocabulary

_PART_END = re.compile(r",|\b(?:maar|mais|but|however|aber|echter|toutefois|sondern|doch)\b")
_KINDS = ("passport", "deduction", "charge")
_NEAR = 40
"""Characters of a part of a list that a negation before the list still speaks of: "no fees, deposit or flight"."""


def check_fees(vacancy: Vacancy, clauses: Iterable[Clause], as_of: date) -> Iterator[VacancyWarning]:
    """Yield a warning for each kind of charge that the vacancy speaks of and does not deny."""
    found: dict[str, dict[str, None]] = {}
    for clause in clauses:
        for kind, words in _charges(clause):
            found.setdefault(kind, {})[words] = None
    for kind, named in found.items():
        broken = kind != "cost"
        yield VacancyWarning(
            check=Check.FEE,
            answer=Answer.NO if broken else Answer.UNKNOWN,
            reason=Reason(f"fair.fee.{kind}"),
            source=vocabulary("fees")["source"],
            found=tuple(named),
            remedy=_remedy(vacancy, as_of) if broken else Reason("fair.fee.ask"),
        )


def _remedy(vacancy: Vacancy, as_of: date) -> Reason:
    """Return who bears the cost; in Flanders what an application costs is known from a day on."""
    fee = vocabulary("fees")["flemish_fee"]
    if vacancy.workplace is None or vacancy.workplace.region != "flanders" or as_of < fee["valid_from"]:
        return Reason("fair.fee.remedy")
    values = (("amount", str(fee["amount"])), ("since", fee["valid_from"].isoformat()), ("source", fee["source"]))
    return Reason("fair.fee.remedy_flanders", values)


def _charges(clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each charge in a clause."""
    plain = phrases("fees", "spared", "copies").sub(lambda found: " " * len(found[0]), clause.folded)
    taken: list[tuple[int, int]] = []
    for kind in _KINDS:
        for hit in phrases("fees", "broken", kind).finditer(plain):
            if not _is_spared(plain, hit, kind):
                taken.append(hit.span())
                yield kind, clause.words(*hit.span())
    if phrases("fees", "spared", "employer_pays").search(plain):
        return
    for hit in phrases("fees", "look", "cost").finditer(plain):
        inside = any(start < hit.end() and hit.start() < end for start, end in taken)
        if not inside and not _is_spared(plain, hit, "cost"):
            yield "cost", clause.words(*hit.span())


def _is_spared(plain: str, hit: re.Match[str], kind: str) -> bool:
    if _is_negated(plain, hit.start(), hit.end()):
        return True
    if kind in ("deduction", "cost") and phrases("fees", "spared", "lawful").search(plain):
        return True
    return kind != "passport" and bool(phrases("fees", "spared", "tasks").search(plain))


def _is_negated(plain: str, start: int, end: int) -> bool:
    """Tell whether a negation speaks of the words: in their part of the clause, or before the list they stand in."""
    negation = phrases("fees", "spared", "negation")
    begins = [0, *(mark.end() for mark in _PART_END.finditer(plain, 0, start))]
    if negation.search(plain, begins[-1], end):
        return True
    # Back through the parts of a list, for as long as each is short and no "but" begins it.
    for begin, after in zip(reversed(begins[:-1]), reversed(begins[1:]), strict=True):
        part_is_short = start - after <= _NEAR
        if not part_is_short or plain[after - 1] != ",":
            return False
        if negation.search(plain, begin, after):
            return _names_cost(plain[begin:after])
        start = after - 1
    return False


def _names_cost(part: str) -> bool:
    return bool(phrases("fees", "named", "cost").search(part))
