"""``matcher demo``: the whole walk on the synthetic cohorts that come with the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from matcher.cli.common import Language, check_language, open_matcher, print_rich, progress_bar

if TYPE_CHECKING:
    from matcher.records import Match, Vacancy

COHORTS = {
    "palim": "palim-maroc.xlsx",
    "thamm": "thamm-maroc-tunisie.csv",
    "match": "match-senegal-nigeria.csv",
    "asylum": "asylum-belgium.xlsx",
}
_SHOWN, _REPORTED = 3, 5  # matches printed for a vacancy, and written in the report


def demo(language: Language = "en") -> None:
    """Load the demo cohorts and vacancies, print the best matches with their reasons, write a report."""
    from matcher.rendering import match_table
    from matcher.report import write_report

    check_language(language)
    data, matcher = demo_data_folder(), open_matcher()
    counts = matcher.taxonomy.status().counts
    edition = matcher.taxonomy.meta["edition"]
    typer.echo(f"ESCO {edition}: {counts['skill']:,} skills, {counts['occupation']:,} occupations.")
    with progress_bar() as progress:
        for scheme, name in COHORTS.items():
            report = matcher.load_cohort(data / name, scheme, progress=progress)
            typer.echo(f"{name}: {report.read} candidates read, {report.accepted} accepted.")
        loaded = matcher.load_vacancies(data / "vacancies.csv", progress=progress)
        typer.echo(f"vacancies.csv: {loaded.read} vacancies read, {loaded.accepted} accepted.\n")
        ranking = matcher.match_all(_REPORTED, progress)
    names = matcher.candidate_names()
    for vacancy, matches in _best_of_each_scheme(ranking, names):
        judged = matcher.with_verdicts(matches[:_SHOWN], [vacancy], language=language)
        rows = [(names[found.candidate_id], found) for found in judged]
        place = vacancy.workplace.name if vacancy.workplace else "place not stated"
        typer.echo()
        print_rich(match_table(f"{vacancy.title}: {vacancy.employer}, {place} ({vacancy.key})", rows, language))
    path = write_report(ranking, names, matcher.settings.reports_folder, language)
    typer.echo(f"\nReport on all {len(ranking)} open vacancies: {path}")
    typer.echo("The engine ranks and explains; a person decides. Everyone in the demo data is invented.")


def demo_data_folder() -> Path:
    """Return where the demo data stands: in the installed package, or in the checkout."""
    package = Path(__file__).parent.parent
    installed = package / "demo_data"
    return installed if installed.is_dir() else package.parent / "data"


def _best_of_each_scheme(
    ranking: Sequence[tuple[Vacancy, list[Match]]], names: Mapping[str, str]
) -> list[tuple[Vacancy, list[Match]]]:
    """Choose for each scheme the vacancy that its candidates lead with the highest score."""
    best: dict[str, tuple[Vacancy, list[Match]]] = {}
    for vacancy, matches in sorted(ranking, key=lambda item: -item[1][0].score if item[1] else 0.0):
        if matches:
            best.setdefault(names[matches[0].candidate_id].split()[0], (vacancy, matches))
    return list(best.values())
