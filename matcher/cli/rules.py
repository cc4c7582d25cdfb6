"""``matcher rules``: the tables of Belgian law, looked over and printed for a lawyer to read."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, Language, check_language, open_matcher, print_json, print_rich

if TYPE_CHECKING:
    from rich.table import Table

    from matcher.eligibility.checking import Remark
    from matcher.eligibility.describing import Line

app = typer.Typer(help="The tables of Belgian law.", no_args_is_help=True, rich_markup_mode=None)

_DAY = ["%Y-%m-%d"]


@app.command("check")
def check(
    as_of: Annotated[datetime | None, typer.Option("--as-of", formats=_DAY, help="The day asked about.")] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Check the tables, list what has expired or nobody verified, and print them; exit status 1 where one is wrong."""
    from matcher.eligibility.checking import Gravity, check
    from matcher.eligibility.describing import lines

    check_language(language)
    day = as_of.date() if as_of else date.today()
    matcher = open_matcher()
    tables = matcher.read_legal_tables()
    remarks, table = check(tables, day), list(lines(tables, language))
    counts = Counter(remark.gravity for remark in remarks)
    if as_json:
        head = {
            "as_of": day.isoformat(),
            "sound": not counts[Gravity.ERROR],
            "folder": str(matcher.settings.rules_folder),
        }
        print_json(head | {"remarks": [asdict(item) for item in remarks], "rows": [asdict(line) for line in table]})
    else:
        print_rich(_table_of_rows(table), _table_of_remarks(remarks))
        said = ", ".join(f"{counts[gravity]} {gravity.value.replace('_', ' ')}" for gravity in Gravity)
        typer.echo(f"{len(table)} rows as of {day}: {said}.")
        typer.echo(
            "Read: [for whom] all of & these, any of / these; wages as base pay (base) or with some benefits (most)."
        )
        typer.echo(f"Rows of your own go into {matcher.settings.rules_folder} (docs/law.md).")
    if counts[Gravity.ERROR]:
        raise typer.Exit(1)


def _table_of_rows(rows: list[Line]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title="What the law asks, as far as it is known here", title_justify="left", show_lines=True, expand=True
    )
    for name, ratio in (("who decides", 3), ("about", 6), ("asks", 10)):
        table.add_column(name, ratio=ratio)
    for name in ("from", "to"):
        table.add_column(name, width=10, no_wrap=True)
    table.add_column("source, checked", ratio=8)
    for row in rows:
        mark = "" if row.verified else " NOT VERIFIED"
        source = f"{row.source} ({row.checked_on}){mark}"
        table.add_row(*map(Text, (row.authority, row.about, row.asks, row.valid_from, row.valid_to, source)))
    return table


def _table_of_remarks(remarks: list[Remark]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title="To know about it", title_justify="left", show_lines=False, expand=True)
    for name, ratio in (("what", 2), ("row", 4), ("where", 3), ("why", 7), ("remedy", 3)):
        table.add_column(name, ratio=ratio)
    for item in remarks:
        gravity = item.gravity.value.replace("_", " ")
        table.add_row(*map(Text, (gravity, item.row, item.file, item.what, item.remedy)))
    return table
