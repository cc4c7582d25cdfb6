"""Cutting stretches out of a text and leaving what remains with tidy spaces and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.masking.reading import Span

GAP = "\x00"
_CONJUNCTION = r"(?:et|and|en|und|ou|or|oder|&|\+)"
_SEPARATORS = r"[ \t,;:/|،؛–—-]"
_JOINED = re.compile(
    rf"{GAP}(?:{_SEPARATORS}*(?:(?<![^\W_]){_CONJUNCTION}(?![^\W_]))?{_SEPARATORS}*{GAP})+", re.IGNORECASE
)
_ALONE_IN_BRACKETS = re.compile(rf"\(\s*{GAP}\s*\)|\[\s*{GAP}\s*\]|\"\s*{GAP}\s*\"|«\s*{GAP}\s*»")
_OPENING = re.compile(rf"([(\[«])\s*{GAP}{_SEPARATORS}*")
_CLOSING = re.compile(rf"{_SEPARATORS}*{GAP}\s*([)\]»])")
_CONJUNCTION_AFTER = re.compile(rf"(^|[.!?(])(\s*){GAP}(?:[ \t]|,[ \t])+{_CONJUNCTION}[ \t]+", re.IGNORECASE)
_LIST_END = re.compile(rf"[ \t]*[,;][ \t]*{GAP}[ \t]+(?={_CONJUNCTION}[ \t])", re.IGNORECASE)
_CONJUNCTION_BEFORE = re.compile(rf"[ \t]+{_CONJUNCTION}[ \t]+{GAP}(?=[ \t]*(?:[,;:.!?،؛؟)]|$))", re.IGNORECASE)
_START = re.compile(rf"(^|[.!?؟][ \t]*){GAP}(?:{_SEPARATORS}|[.!?؟]+(?=[\s,;]|$))*")
_END = re.compile(rf"{_SEPARATORS}*{GAP}[ \t]*(?=$|[.!?؟])")
_MIDDLE = re.compile(rf"([ \t]*)([,;:/|،؛–—-]?)([ \t]*){GAP}([ \t]*)([,;:/|،؛–—-]?)([ \t]*)")
_ANY_WORD = re.compile(r"[^\W_]")


def cut(text: str, spans: Iterable[Span]) -> str:
    """Return a line of text without those stretches (they may overlap); the rest is tidied only where it was cut."""
    pieces: list[str] = []
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            pieces += [text[reached:start], GAP]
        reached = max(reached, end)
    return _tidy("".join([*pieces, text[reached:]]))


def _tidy(text: str) -> str:
    before = ""
    while before != text:
        before = text
        text = _ALONE_IN_BRACKETS.sub(GAP, _JOINED.sub(GAP, text))
    text = _OPENING.sub(r"\1", text)
    text = _CLOSING.sub(r"\1", text)
    text = _CONJUNCTION_AFTER.sub(rf"\1\2{GAP}", text)
    text = _LIST_END.sub(" ", text)
    text = _CONJUNCTION_BEFORE.sub(GAP, text)
    text = _START.sub(lambda found: found[1].rstrip() + " ", text)
    text = _END.sub("", text)
    text = _MIDDLE.sub(_between, text).replace(GAP, " ").strip()
    return text if _ANY_WORD.search(text) else ""


def _between(found: re.Match[str]) -> str:
    """Return what stands between two remaining stretches: one of the separators that were there, or a space."""
    left, right = found[2], found[5]
    kept = left if not right or left in (":", ";", "؛") else right
    if not kept:
        return " " if found[1] or found[3] or found[4] or found[6] else ""
    if kept in ",;:،؛":
        return f"{kept} "
    spaced = found[1] or found[6]
    return f" {kept} " if spaced else kept
