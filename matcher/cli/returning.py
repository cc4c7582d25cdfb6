"""``matcher return``: somebody's skills against the vacancies or shortages of the country they go back to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, Language, check_language, open_matcher, print_json, print_rich, progress_bar
from matcher.cli.matching import match_json

if TYPE_CHECKING:
    from matcher.records import Intake, Match, Vacancy

_HONEST = "A profile does not tell where a skill was gained: shown is which of them serve there."


def return_home(
    candidate: Annotated[str, typer.Option("--candidate", help="Id of a candidate.")],
    against: Annotated[
        Path,
        typer.Option("--against", help="Vacancies, or a list of occupations: a title in each row, or its code too."),
    ],
    top: Annotated[int, typer.Option("--top", min=1, help="How many matches to give.")] = 10,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Rank the vacancies or shortage occupations of a file for a candidate; the file is not loaded into the store."""
    from matcher.ranking import RankingRequest
    from matcher.rendering import match_table

    check_language(language)
    matcher = open_matcher()
    person = matcher.store.candidate_id(candidate)
    matcher.steward.require_rankable(person)
    intake = _targets(against)
    with progress_bar() as progress:
        shortlist = matcher.shortlists.for_return(person, intake.records, RankingRequest(top), progress)
    titles = {item.id: item.title for item in intake.records}
    if as_json:
        found = [_as_json(match, titles, language) for match in shortlist.matches]
        head = {"ranking": shortlist.ranking_id, "read": intake.read, "rejected": intake.rejected}
        print_json(head | {"matches": found})
        return
    rows = [(f"{titles[match.vacancy_id]} ({match.vacancy_id})", match) for match in shortlist.matches]
    print_rich(match_table(f"On return, for candidate {person[:8]}", rows, language))
    if intake.rejected:
        typer.echo(f"{intake.rejected} of {intake.read} rows have no title and were left out.", err=True)
    typer.echo(f"{_HONEST} No law is checked.\nRanking {shortlist.ranking_id[:8]} stands in the audit log.")


def _targets(path: Path) -> Intake[Vacancy]:
    from matcher.errors import UnreadableFileError
    from matcher.intake.shortage_lists import read_targets

    intake = read_targets(path)
    if not intake.records:
        raise UnreadableFileError(f"{path}: none of its {intake.read} rows names an occupation; write a title in each.")
    return intake


def _as_json(found: Match, titles: dict[str, str], language: str) -> dict[str, Any]:
    values = {name: value for part in found.evidence if part.signal == "skills" for name, value in part.reason.values}
    lists = [values.get(name, ()) for name in ("met", "extra_met")]
    served = [skill for some in lists if isinstance(some, tuple) for skill in some]
    return match_json(found, language) | {"title": titles[found.vacancy_id], "skills_that_serve": served}
