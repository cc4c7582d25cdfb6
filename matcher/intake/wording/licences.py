"""Driving licences that a vacancy names: ``rijbewijs B``, ``permis C/CE``, ``Führerschein Klasse B``."""

from __future__ import annotations

import re
from functools import cache

from matcher.intake.folding import fold_in_place
from matcher.intake.wording.patterns import any_of, listed

_CODE = r"(?:AM|A[12]?|B ?\+ ?E|BE|B|C1E|C1|C ?\+ ?E|C\(E\)|CE|C|D1E|D1|D ?\+ ?E|DE|D|G|T)"
_ROW = re.compile(
    rf"\s{{0,2}}(?P<first>{_CODE})(?![\w'])(?P<rest>(?:\s?(?:/|,|&|\+|en|et|and|und)\s?(?:{_CODE})(?![\w']))*)"
    rf"(?P<choice>\s(?:of|ou|or|oder)\s(?:{_CODE})(?![\w']))?"
)
_LOWER = re.compile(r"\s{0,2}(?P<first>be|b|ce|c)(?![\w'])")
_AHEAD = re.compile(rf"(?<![\w+])(?P<codes>{_CODE}(?:\s?[/&]\s?{_CODE}){{0,4}})[- ](?=[^\W\d_])")
CODE_95 = "code 95"


def read_licences(text: str, *, labelled: bool = False) -> tuple[str, ...]:
    """Return the categories of driving licence in a text, in order, each once, such as ``("B", "C", "CE")``.

    Of a choice (``C of CE``) the first counts, for it is enough.

    Args:
        text: words of a vacancy.
        labelled: the words stand under a heading of licences, so that ``B`` alone is enough.
    """
    plain = fold_in_place(text)
    starts = [match.end() for match in _named().finditer(plain)]
    found: list[str] = []
    for match in _AHEAD.finditer(text):
        if _name().match(plain, match.end()):
            found += re.findall(_CODE, match["codes"])
    rows = [_ROW.match(text, at) or _LOWER.match(text, at) for at in starts]
    if labelled and not any(rows):
        rows = [_ROW.match(text.lstrip(" [(•-"))]
    for row in rows:
        if row:
            found += [row["first"].upper(), *(re.findall(_CODE, row["rest"]) if row.re is _ROW else [])]
    return tuple(dict.fromkeys(map(_written, found)))


def names_licence(text: str) -> bool:
    """Tell whether words speak of a driving licence."""
    plain = fold_in_place(text)
    return bool(_name().search(plain)) and bool(read_licences(text) or _bare_name().search(plain))


def asks_code_95(text: str) -> bool:
    """Tell whether words name the professional competence of drivers, code 95."""
    return bool(any_of("licences", "code_95").search(fold_in_place(text)))


def _written(code: str) -> str:
    plain = code.replace(" ", "").replace("+", "").replace("(", "").replace(")", "")
    return plain.upper()


@cache
def _named() -> re.Pattern[str]:
    """Return the pattern of a licence named with the words before its category."""
    kind = listed("licences", "kind")
    return re.compile(
        rf"(?<!\w)(?:{listed('licences', 'name')})(?!\w)(?:\s{{0,2}}(?:{kind})\.?(?!\w))?\s?[:\"'«(]{{0,2}}"
    )


@cache
def _name() -> re.Pattern[str]:
    return any_of("licences", "name")


@cache
def _bare_name() -> re.Pattern[str]:
    """Return the pattern of a licence without a category; "permis de travail" and "software licence" are none."""
    return re.compile(
        r"(?<!\w)(?:rijbewij(?:s|zen)|permis de conduire|fuhrerschein\w*|driv\w+'?s? licen[cs]e|fahrerlaubnis)(?!\w)"
    )
