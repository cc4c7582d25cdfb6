"""The legal tables as a lawyer reads them: each rule's conditions in words, each amount with its time and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.eligibility.predicates.occupations import WORDED_LISTS
from matcher.eligibility.setting import money
from matcher.reasons import codes, sentence
from taxonomies.belgium.rows import AllOf, Condition, Row, Rule, Tree
from taxonomies.belgium.tables import LegalTables

_WORDED = {"category": "law.category", "group": "law.group", "profession": "law.group", "status": "law.status"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: who decides, what about, what is asked, since when and until when, and the source."""

    authority: str
    about: str
    asks: str
    valid_from: str
    valid_to: str
    source: str
    checked_on: str
    verified: bool


def lines(tables: LegalTables, language: str = "en") -> Iterator[Line]:
    """Put every row into words: rules, then amounts, lists and services, by authority and time."""
    for rule in sorted(tables.rules, key=lambda row: (row.authority, row.id, row.valid_from)):
        about = _named(f"rule.{rule.id}", rule.id, language)
        yield _line(rule, f"{about} [{rule.id}]", _asks(rule, language))
    for amount in sorted(tables.amounts, key=lambda row: (row.authority, row.category, row.valid_from)):
        per = sentence(f"law.per.{amount.per}", {}, language)
        asks = "?" if amount.amount is None else f"{money(amount.amount)} / {per} ({amount.counts})"
        about = _named(f"law.category.{amount.category}", amount.category, language)
        yield _line(amount, about, asks)
    for listed in sorted(tables.lists, key=lambda row: (row.authority, row.id, row.valid_from)):
        held = f"{len(listed.members)} + , {len(listed.not_members)} - / {listed.size or '?'}"
        yield _line(listed, f"{_list(listed.id, language)} [{listed.id}]", held)
    for service in sorted(tables.services, key=lambda row: (row.authority, row.name, row.valid_from)):
        kinds = {kind: sentence(f"law.recognition_kind.{kind}", {}, language) for kind, _ in service.fees}
        fees = "; ".join(f"{kinds[kind]}: {money(fee)}" for kind, fee in service.fees) or "?"
        yield _line(service, service.name, fees)
    for note in sorted(tables.notes, key=lambda row: (row.authority, row.id, row.valid_from)):
        yield _line(note, f"[{', '.join(note.rules)}]", _named(f"note.{note.id}", note.id, language))


def in_one_line(tree: Tree, language: str = "en") -> str:
    """Put the conditions of a rule into words, ``&`` for all and ``/`` for any; what is nested stands in brackets."""
    if isinstance(tree, Condition):
        return _in_words(tree, language)
    mark = " & " if isinstance(tree, AllOf) else " / "
    return mark.join(
        in_one_line(part, language) if isinstance(part, Condition) else f"({in_one_line(part, language)})"
        for part in tree.parts
    )


def _in_words(condition: Condition, language: str) -> str:
    """Put a condition into words; one that is wrong is shown as it stands, for ``matcher rules check`` to be read."""
    try:
        return sentence(f"test.{condition.name}", _parameters(condition, language), language)
    except KeyError:
        return f"{condition.name}?"


def _named(code: str, otherwise: str, language: str) -> str:
    """Return what a code is called in words, or the name it has in the table where it has none."""
    return sentence(code, {}, language) if code in codes() else otherwise


def _asks(rule: Rule, language: str) -> str:
    applies = in_one_line(rule.applies, language)
    asks = in_one_line(rule.requires, language)
    return f"[{applies}] {asks}" if applies else asks


def _parameters(test: Condition, language: str) -> dict[str, str]:
    words = {}
    for name, value in test.parameters:
        if name in _WORDED:
            words[name] = _named(f"{_WORDED[name]}.{value}", str(value), language)
        elif name == "list":
            words[name] = _list(str(value), language)
        else:
            words[name] = " & ".join(value).upper() if isinstance(value, tuple) else str(value)
    return words


def _list(name: str, language: str) -> str:
    if name in WORDED_LISTS:
        return sentence(f"law.list.{name}", {}, language)
    return sentence("law.list.any", {"name": name}, language)


def _line(row: Row, about: str, asks: str) -> Line:
    until = row.valid_to.isoformat() if row.valid_to else ""
    since, checked = row.valid_from.isoformat(), row.checked_on.isoformat()
    return Line(row.authority, about, asks, since, until, row.source, checked, row.verified)
