"""``matcher judge``, found by the command line through an entry point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, print_json

if TYPE_CHECKING:
    from evaluation.agreement import Agreement
    from evaluation.judging import Compared, Item, Pair

_WORST = 5  # pools named in the report


def judge(
    names: Annotated[
        list[str] | None, typer.Argument(help="Who grades; with --report who is compared (default: everybody).")
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="Print how far those who graded agree.")] = False,
    pools: Annotated[int, typer.Option("--pools", min=0, help="Only the first pools, so many; 0: all 200.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Grade pairs of candidates and vacancies 0 to 3 in the terminal, or report how far several people agree."""
    from evaluation.judging import items
    from evaluation.pools import judgements_folder, read_grades
    from matcher.errors import UsageError
    from matcher.settings import Settings

    folder = Settings().home / "judgements"
    some = items(read_grades(judgements_folder()), pools)
    if report:
        _report(folder, names or sorted(path.stem for path in folder.glob("*.jsonl")), some, as_json=as_json)
        return
    if not names or len(names) > 1:
        raise UsageError("Say who grades: matcher judge NAME; or matcher judge --report to compare those who did.")
    _grade(folder, names[0], some)


def _grade(folder: Path, name: str, some: tuple[Item, ...]) -> None:
    """Ask for a grade of one pair after the other until all have one, or the user stops."""
    from evaluation.graded import demo_records
    from evaluation.judging import Judgements, Session, lines_of_profile, lines_of_vacancy
    from evaluation.pools import judgements_folder
    from matcher.errors import UsageError
    from matcher.masking import mask

    people, vacancies = demo_records(judgements_folder().parent)
    session = Session(some, Judgements(folder, name))
    typer.echo("3 could start; 2 clear gaps, or a neighbouring job whose skills carry over; 1 same field, retraining")
    typer.echo("needed; 0 another field. Languages, permits, place and the person do not count.")
    going = True
    while going and (item := session.current) is not None:
        person, vacancy = item.pair
        typer.echo(f"\n--- {session.done + 1} of {len(some)}, pool {item.pool}")
        for line in (*lines_of_vacancy(vacancies[vacancy]), "", *lines_of_profile(mask(people[person]))):
            typer.echo(line)
        try:
            going = session.answer(typer.prompt("0-3, s skip, b back, q quit"))
        except UsageError as error:
            typer.echo(str(error))
        except typer.Abort:
            going = False
    typer.echo(f"\n{session.done} of {len(some)} pairs have an answer, kept in {folder / name}.jsonl")


def _report(folder: Path, names: Iterable[str], some: tuple[Item, ...], *, as_json: bool) -> None:
    """Print the agreement of each two, and of each with the author."""
    from evaluation.judging import AUTHOR, Judgements, compare
    from evaluation.pools import NOTICE, judgements_folder, read_grades
    from matcher.errors import NotFoundError

    grades: dict[str, dict[Pair, int | None]] = {
        AUTHOR: {(line.person, line.vacancy): line.grade for line in read_grades(judgements_folder())}
    }
    for name in names:
        grades[name] = Judgements(folder, name).read()
        if not grades[name]:
            raise NotFoundError(f"{name} has graded nothing in {folder}: matcher judge {name} begins.")
    found = list(compare(grades, some))
    if as_json:
        print_json({"author": NOTICE, "agreement": [asdict(one) for one in found]})
        return
    typer.echo(f"The grades of {AUTHOR} are {NOTICE}." if found else f"Nobody has graded anything in {folder} yet.")
    for one in found:
        _print_compared(one)


def _print_compared(one: Compared) -> None:
    typer.echo(f"{one.one} and {one.other}: {one.equal} of {one.n} grades equal")
    for name, kappa in one.kappas.items():
        typer.echo(f"  {name:16} {_number(kappa)}")
    for pool, pairs, steps in one.disagreements[:_WORST]:
        typer.echo(f"  pool {pool}: {pairs} pairs differ, {steps} steps in all")


def _number(kappa: Agreement) -> str:
    if kappa.value is None:
        return "not defined: nothing to disagree on"
    interval = "" if kappa.low is None else f" [{kappa.low:.3f}, {kappa.high:.3f}]"
    return f"{kappa.value:.3f}{interval}"
