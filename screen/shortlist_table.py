"""The table that is exported of a shortlist: the candidates, order and texts that stand on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from matcher.offices import ShownTable
from matcher.records import Match
from matcher.spreadsheet_out import OutCell, OutValue
from matcher.stewardship import blind_name
from matcher.store.held_shortlists import HeldEntry, HeldShortlist
from screen.asked_skills import ESSENTIAL, OPTIONAL
from screen.shortlist_view import Part, ShortlistView
from screen.shortlist_words import (
    day_of,
    feedback_line,
    history_lines,
    language_lines,
    law_lines,
    reason_lines,
    skill_lines,
    stage_line,
    vacancy_named,
)
from screen.vacancy import vacancy_line
from screen.wording import Words

_Cell = OutCell | OutValue
_Column = tuple[str, Callable[[int, HeldEntry], _Cell]]


def shown_table(held: HeldShortlist, entries: Sequence[HeldEntry], view: ShortlistView, words: Words) -> ShownTable:
    """Return the entries of a list as a table, in their order, with the columns of the view."""
    columns = [*_leading(view, words), *(column for part in view.parts for column in _columns_of(part, words))]
    columns.append((words("list_column.added"), lambda _place, entry: words.day(day_of(entry.added_at))))
    rows = tuple(tuple(told(place, entry) for _, told in columns) for place, entry in enumerate(entries, start=1))
    return ShownTable(held.name, _facts(held, view, words), tuple(name for name, _ in columns), rows)


def _facts(held: HeldShortlist, view: ShortlistView, words: Words) -> tuple[str, ...]:
    """Return what the table is of: vacancy, day, filters and order, and who decides."""
    vacancy = vacancy_line(held.vacancy, words) if held.vacancy else words("shortlists.any_vacancy")
    stages = ", ".join(words(f"stage.{stage.value}") for stage in view.stages) or words("shortlists.all_stages")
    of = [words("shortlists.as_of", day=words.day(date.today())), words("shortlists.filtered", stages=stages)]
    of.append(words(f"list_order.{view.order.value}"))
    return (vacancy, " · ".join(of), words("entry.as_added"), words("frame.decides"), words("frame.esco"))


def _leading(view: ShortlistView, words: Words) -> list[_Column]:
    columns: list[_Column] = [
        (words("list_column.place"), lambda place, _entry: place),
        (words("list_column.candidate"), lambda _place, entry: blind_name(entry.candidate_id)),
        (words("list_column.score"), lambda _place, entry: _share(entry.match.score, words)),
        (words("list_column.stage"), lambda _place, entry: stage_line(entry, words)),
    ]
    if view.of_any_vacancy:
        columns.append((words("list_column.vacancy"), lambda _place, entry: vacancy_named(entry)))
    return columns


def _columns_of(part: Part, words: Words) -> list[_Column]:
    if part is Part.WHY:
        return [
            (words("list_part.why"), _text(partial(reason_lines, words=words))),
            (words("vacancy.essential"), _text(partial(skill_lines, states=ESSENTIAL, words=words))),
            (words("vacancy.optional"), _text(partial(skill_lines, states=OPTIONAL, words=words))),
            (words("gap.heading"), _text(partial(language_lines, words=words))),
        ]
    if part is Part.LAW:
        return [(words("law.heading"), _text(partial(law_lines, words=words)))]
    if part is Part.NOTES:
        return [
            (words("list_column.feedback"), lambda _place, entry: feedback_line(entry, words)),
            (words("entry.note"), lambda _place, entry: entry.note),
        ]
    return [(words("list_part.history"), lambda _place, entry: "\n".join(history_lines(entry, words)))]


def _text(lines: Callable[[Match], list[str]]) -> Callable[[int, HeldEntry], str]:
    return lambda _place, entry: "\n".join(lines(entry.match))


def _share(share: float, words: Words) -> OutCell:
    """Return a share that spreadsheets can sort, and that reads as on the screen."""
    said = words.percent(share)
    number_format = "0%" if said[-2].isdigit() else "0 %"
    return OutCell(float(f"{share:.2f}"), number_format=number_format, text=said)
