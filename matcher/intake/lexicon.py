"""Finds the header row of a table, below any title rows, and recognises its headings in any language it was taught."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic

from matcher.intake.headers import ColumnT, Header, Heading, normalise_heading
from matcher.intake.sheets import Row, Sheet, single_line
from matcher.intake.sub_headings import group_spans, sub_headings
from matcher.records import ColumnMatch

_DEEPEST_HEADER = 40
_LONGEST_HEADING = 80
_CLOSE_SPELLING = 87.0
_SHORTEST_CLOSE = 5
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|:.*$")
_NUMBERED = re.compile(r" \d{1,2}$")


@dataclass(frozen=True, slots=True)
class _Claim(Generic[ColumnT]):
    """The column that a heading may stand for; the lower the rank, the more telling its words."""

    column: ColumnT
    rank: int
    how: ColumnMatch


def _no_rule(_heading: str) -> None:
    """Recognise nothing beyond the words of the lexicon."""


class Lexicon(Generic[ColumnT]):
    """The known headings of one kind of file.

    Args:
        headings: for each column its synonyms in any language, the most telling first.
        repeatable: columns that several headings may fill together, such as ``Langue 1`` and ``Langue 2``.
        groups: columns whose heading may stand over headings of its own, such as ``Langues`` over ``FR`` and ``NL``.
        rule: recognises headings that no list can hold, as a last resort.
        told: columns that a person gave to headings, by normal form; ``None`` keeps a heading from being recognised.
    """

    def __init__(
        self,
        headings: Mapping[ColumnT, tuple[str, ...]],
        repeatable: frozenset[ColumnT],
        groups: frozenset[ColumnT] = frozenset(),
        rule: Callable[[str], ColumnT | None] = _no_rule,
        told: Mapping[str, ColumnT | None] | None = None,
    ) -> None:
        self._headings = headings
        self.repeatable = repeatable
        self._groups = groups
        self._rule = rule
        self._told = told or {}

    def told(self, columns: Mapping[str, ColumnT | None]) -> Lexicon[ColumnT]:
        """Return this lexicon with what a person said of some headings, which outranks what it knows itself."""
        told = {normalise_heading(text): column for text, column in columns.items()}
        return Lexicon(self._headings, self.repeatable, self._groups, self._rule, told)

    @property
    def examples(self) -> tuple[str, ...]:
        """The most telling heading of each of the first columns, to show what a file may use."""
        return tuple(texts[0] for texts in self._headings.values())[:12]

    @property
    def synonyms(self) -> Mapping[str, ColumnT]:
        """The normal form of every known heading, and its column."""
        return {form: column for form, (column, _) in self._synonyms.items()}

    def is_told(self, text: str) -> bool:
        """Tell whether a person said what this heading means."""
        return normalise_heading(text) in self._told

    def exact(self, text: str) -> ColumnT | None:
        """Return the column whose synonym these very words are, notes in brackets and numbering aside."""
        found = self._find(text)
        return found.column if found else None

    def header(self, sheet: Sheet) -> Header[ColumnT] | None:
        """Return the row that shows most known headings, or ``None`` where no row shows any.

        A row of headings below a group heading (``FR`` and ``NL`` below ``Langues``) is taken together with it:
        ``Langues: FR``.
        """
        rows = sheet.rows[:_DEEPEST_HEADER]
        headed = [self._headed(row, above) for above, row in zip((None, *rows), rows, strict=False)]
        scores = [len({column for _, text in cells if (column := self.exact(text))}) for cells in headed]
        if not any(scores):
            return None
        best = scores.index(max(scores))
        row = rows[best]
        if best + 1 < len(rows) and (below := sub_headings(row, rows[best + 1], self._is_group)):
            return Header(rows[best + 1].number, self.resolve(sorted(below.items())))
        spans = group_spans(rows[best - 1], row, self._is_group) if best else {}
        grouped = [
            (index, f"{spans[index]}: {text}" if index in spans and not self.exact(text) else text)
            for index, text in headed[best]
        ]
        return Header(row.number, self.resolve(grouped))

    def _is_group(self, text: str) -> bool:
        return self.exact(text) in self._groups

    def _headed(self, row: Row, above: Row | None) -> list[tuple[int, str]]:
        """Return the cells of a row; one left blank below a row of groups may have its heading in that row."""
        cells = dict(row.filled)
        if above is not None and above.number == row.number - 1:
            cells |= {index: text for index, text in above.filled if index not in cells and self.exact(text)}
        return sorted(cells.items())

    def resolve(self, cells: list[tuple[int, str]]) -> tuple[Heading[ColumnT], ...]:
        """Return the headings that the ``(position, text)`` cells of a header row are, recognised or not."""
        claims = {index: found for index, text in cells if (found := self._find(text)) is not None}
        open_cells = [(index, text) for index, text in cells if not self.is_told(text)]
        taken = {claim.column for claim in claims.values()}
        for index, text in open_cells:
            if index not in claims and (close := self._close(text)) is not None and close not in taken:
                claims[index] = _Claim(close, 0, ColumnMatch.CLOSE_SPELLING)
                taken.add(close)
        for index, text in open_cells:
            if index not in claims and (column := self._rule(text)) is not None:
                claims[index] = _Claim(column, 0, ColumnMatch.KNOWN)
        best: dict[ColumnT, int] = {}
        for index, claim in claims.items():
            if claim.column not in best or claim.rank < claims[best[claim.column]].rank:
                best[claim.column] = index
        return tuple(self._heading(index, text, claims.get(index), best) for index, text in cells)

    def _heading(
        self, index: int, text: str, claim: _Claim[ColumnT] | None, best: Mapping[ColumnT, int]
    ) -> Heading[ColumnT]:
        if claim is None or not (claim.column in self.repeatable or best[claim.column] == index):
            return Heading(
                index, single_line(text), None, ColumnMatch.MAPPING if self.is_told(text) else ColumnMatch.KEPT
            )
        return Heading(index, single_line(text), claim.column, claim.how)

    @cached_property
    def _synonyms(self) -> dict[str, tuple[ColumnT, int]]:
        return {
            normalise_heading(text): (column, rank)
            for column, texts in self._headings.items()
            for rank, text in enumerate(texts)
        }

    def _find(self, text: str) -> _Claim[ColumnT] | None:
        if len(text) > _LONGEST_HEADING:
            return None
        plain = normalise_heading(text)
        if plain in self._told:
            told = self._told[plain]
            return None if told is None else _Claim(told, -1, ColumnMatch.MAPPING)
        for form in (plain, normalise_heading(_ASIDE.sub(" ", text)), _NUMBERED.sub("", plain)):
            if form in self._synonyms:
                return _Claim(*self._synonyms[form], ColumnMatch.KNOWN)
        return None

    def _close(self, text: str) -> ColumnT | None:
        from rapidfuzz import fuzz, process  # most files need no help with spelling

        plain = normalise_heading(_ASIDE.sub(" ", text))
        if not _SHORTEST_CLOSE <= len(plain) <= _LONGEST_HEADING:
            return None
        known = [form for form in self._synonyms if len(form) >= _SHORTEST_CLOSE]
        match = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
        return self._synonyms[match[0]][0] if match else None
