"""Wording that speaks of a protected ground: age, sex, nationality and the other grounds of Belgian law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from matcher.records import Answer, Reason, VacancyWarning
from matcher.vacancy_checks.clauses import Clause
from matcher.vacancy_checks.kinds import Check
from matcher.vacancy_checks.phrases import phrases, vocabulary

GROUNDS = (
    *("age", "sex", "nationality", "race", "colour", "ancestry", "origin", "belief", "sexual_orientation", "wealth"),
    *("civil_status", "political", "union", "health", "disability", "physical", "photo", "birth", "social"),
)
"""What is looked for. Language, the nineteenth ground of the law, has its own check; a photo shows several of them."""

_SPARED = ("pairs", "served", "things", "statutes")
# "No age limit": a negation right before the words, which do not begin with one themselves.
_DENIED = re.compile(
    r"(?:\b(?:geen|zonder|nooit|niet|pas d[e']|sans|aucune?|jamais|no|without|not|never|kein(?:e|en)?|ohne|nicht"
    r"|neither|nor|ni|noch)|n'est|(?:n'y a|il n'y a) (?:pas|aucune?)(?: de)?)\s*(?:\w+ ){0,2}$"
)


def check_wording(clauses: Iterable[Clause]) -> Iterator[VacancyWarning]:
    """Yield a warning for each ground and answer, with all the words found: no where they exclude, else unknown."""
    found: dict[tuple[str, Answer], dict[str, None]] = {}
    for clause in clauses:
        for ground, answer, words in _spoken_of(clause):
            found.setdefault((ground, answer), {})[words] = None
    for (ground, answer), named in found.items():
        remedy = "fair.ground.leave_out" if answer is Answer.NO else "fair.ground.say_why"
        yield VacancyWarning(
            Check.WORDING,
            answer,
            Reason(f"fair.ground.{ground}"),
            vocabulary("grounds")["source"],
            tuple(named),
            Reason(remedy),
        )


def _spoken_of(clause: Clause) -> Iterator[tuple[str, Answer, str]]:
    if phrases("grounds", "statements").search(clause.folded):
        return
    plain = clause.folded
    for name in _SPARED:
        plain = phrases("grounds", "spared", name).sub(lambda found: "·" * len(found[0]), plain)
    excused = bool(phrases("grounds", "excused", "everywhere").search(plain))
    welcomes = bool(phrases("grounds", "welcome", "everywhere").search(plain))
    lists = ("no",) if welcomes else ("no", "preferred")
    for ground in GROUNDS:
        hits = [hit.span() for hit in phrases("grounds", ground, "barred").finditer(clause.folded)]
        hits += [span for name in lists for span in _found(plain, ground, name)]
        for span in hits:
            yield ground, Answer.UNKNOWN if excused else Answer.NO, clause.words(*span)
        if not hits and not welcomes:
            for span in _found(plain, ground, "look"):
                yield ground, Answer.UNKNOWN, clause.words(*span)


def _found(plain: str, ground: str, name: str) -> list[tuple[int, int]]:
    hits = phrases("grounds", ground, name).finditer(plain)
    return [hit.span() for hit in hits if not _is_denied(plain, hit)]


def _is_denied(plain: str, hit: re.Match[str]) -> bool:
    before = plain[max(0, hit.start() - 40) : hit.start()].rpartition(",")[2]
    return bool(_DENIED.search(before))
