"""``matcher match`` and ``matcher rank``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, Language, check_language, open_matcher, print_json, print_rich, progress_bar

if TYPE_CHECKING:
    from matcher.records import Match, Verdict

_DAY = ["%Y-%m-%d"]
MOST_SHOWN = 10


def match(
    vacancy: Annotated[str, typer.Option("--vacancy", help="Id or reference of a vacancy: ranks candidates.")] = "",
    candidate: Annotated[str, typer.Option("--candidate", help="Id of a candidate: ranks open vacancies.")] = "",
    top: Annotated[
        int | None, typer.Option("--top", min=1, help="How many matches; default 10, or as many as the scheme shows.")
    ] = None,
    as_of: Annotated[datetime | None, typer.Option("--as-of", formats=_DAY, help="The day asked about.")] = None,
    scheme: Annotated[list[str] | None, typer.Option("--scheme", help="Only candidates of this scheme.")] = None,
    speaks: Annotated[list[str] | None, typer.Option("--speaks", help="At least this level, as nl:B1.")] = None,
    legal_way: Annotated[
        list[str] | None, typer.Option("--legal-way", help="yes, unknown or no, by today's law.")
    ] = None,
    available_by: Annotated[
        datetime | None, typer.Option("--available-by", formats=_DAY, help="Who can begin on that day at the latest.")
    ] = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", help="Who would work in this Region: flanders, wallonia, brussels.")
    ] = None,
    drop_unknown: Annotated[bool, typer.Option("--drop-unknown", help="Filters also drop unknowns.")] = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Rank candidates for a vacancy, or open vacancies for a candidate, with the reasons."""
    from matcher.errors import UsageError
    from matcher.filters import Filters, parse_language, parse_region, parse_route
    from matcher.ranking import RankingRequest
    from matcher.rendering import match_table
    from matcher.stewardship.lawfulness import left_out_sentence

    if bool(vacancy) == bool(candidate):
        raise UsageError("Say --vacancy ID or --candidate ID, one of the two.")
    if candidate and (scheme or speaks or available_by or region or legal_way or drop_unknown):
        raise UsageError(
            "--scheme, --speaks, --available-by, --region, --legal-way and --drop-unknown choose candidates: "
            "they go with --vacancy."
        )
    check_language(language)
    matcher, day = open_matcher(), as_of.date() if as_of else date.today()
    with progress_bar() as progress:
        if vacancy:
            filters = Filters(
                schemes=tuple(matcher.scheme_name(name) for name in scheme or ()),
                languages=tuple(parse_language(text) for text in speaks or ()),
                drop_unknown=drop_unknown,
                available_by=available_by.date() if available_by else None,
                regions=tuple(dict.fromkeys(parse_region(name) for name in region or ())),
                routes=tuple(parse_route(text) for text in legal_way or ()),
            )
            asked = matcher.open_vacancy(vacancy, day)
            request = RankingRequest(top or shortlist_size(scheme), filters)
            shortlist = matcher.shortlists.for_vacancy(asked, request, day, progress)
            matches = matcher.with_verdicts(shortlist.matches, [asked], day, language)
            title = f"{asked.title} ({asked.key})"
            names = matcher.candidate_names()
            rows = [(names[found.candidate_id], found) for found in matches]
        else:
            person = matcher.store.candidate_id(candidate)
            shortlist = matcher.shortlists.for_candidate(person, RankingRequest(top or MOST_SHOWN), day, progress)
            matches = matcher.with_verdicts(shortlist.matches, matcher.store.vacancies(), day, language)
            title = f"Vacancies for candidate {person[:8]}"
            titles = matcher.vacancy_names()
            rows = [(titles[found.vacancy_id], found) for found in matches]
    if as_json:
        found = [match_json(match, language) for match in matches]
        left_out = {reason.value: number for reason, number in shortlist.left_out.items()}
        head = {"as_of": day.isoformat(), "ranking": shortlist.ranking_id, "left_out": left_out}
        print_json(head | {"matches": found})
        return
    print_rich(match_table(title, rows, language))
    if shortlist.left_out:
        typer.echo(left_out_sentence(shortlist.left_out))
    typer.echo(f"Ranking {shortlist.ranking_id[:8]} stands in the audit log.")


def rank(
    candidates: Annotated[Path, typer.Option("--candidates", help="CSV with id and text, or the full columns.")],
    vacancies: Annotated[Path, typer.Option("--vacancies", help="CSV with id and text, or the full columns.")],
    out: Annotated[Path, typer.Option("--out", help="TREC run file to write.")],
    by: Annotated[str, typer.Option("--by", help="candidate or vacancy: which of them are the queries.")] = "candidate",
    top: Annotated[int, typer.Option("--top", min=1, help="Lines for each query.")] = 100,
) -> None:
    """Rank every candidate against every vacancy of two files and write a TREC run. The store is not touched."""
    from matcher.errors import UsageError
    from matcher.intake import read_rank_candidates, read_rank_vacancies

    if by not in ("candidate", "vacancy"):
        raise UsageError(f"--by {by!r} is not known: choose candidate or vacancy.")
    people, openings = read_rank_candidates(candidates), read_rank_vacancies(vacancies)
    for identity in (*(person.id for person in people), *(vacancy.id for vacancy in openings)):
        if len(identity.split()) != 1:
            raise UsageError(f"The id {identity!r} has spaces or is empty: a TREC run needs ids of one word.")
    with progress_bar() as progress:
        ranking = open_matcher().rank(people, openings, by_vacancy=by == "vacancy", progress=progress)
        lines = [
            f"{query} Q0 {document} {place} {score:.9f} matcher\n"
            for query, documents in ranking
            for place, (document, score) in enumerate(documents[:top], start=1)
        ]
    out.write_text("".join(lines), encoding="utf-8")
    typer.echo(f"Wrote {out}.")


def shortlist_size(schemes: list[str] | None) -> int:
    """Return how many matches to show: as many as the one scheme asked for presents to an employer, else ten."""
    from taxonomies.schemes import find_scheme

    size = find_scheme(schemes[0]).shortlist_size if schemes and len(schemes) == 1 else None
    return size or MOST_SHOWN


def match_json(found: Match, language: str) -> dict[str, Any]:
    """Return a match as plain JSON, its reasons in words and as codes."""
    from matcher.eligibility import route
    from matcher.language_gaps import reason_of
    from matcher.reasons import in_words

    evidence = [
        {
            "signal": part.signal,
            "score": part.score,
            "weight": part.weight,
            "contribution": part.contribution,
            "known": part.score is not None,
            "reason": in_words(part.reason, language),
            "code": part.reason.code,
            "values": dict(part.reason.values),
        }
        for part in found.evidence
    ]
    return {
        "candidate_id": found.candidate_id,
        "vacancy_id": found.vacancy_id,
        "score": found.score,
        "completeness": found.completeness,
        "evidence": evidence,
        "languages": [asdict(gap) | {"reason": in_words(reason_of(gap), language)} for gap in found.gaps],
        "route": route(found.verdicts).value if found.verdicts else None,
        "verdicts": [_verdict_as_json(verdict, language) for verdict in found.verdicts],
    }


def _verdict_as_json(verdict: Verdict, language: str) -> dict[str, Any]:
    from matcher.reasons import in_words

    return {
        "answer": verdict.answer,
        "rule": verdict.rule,
        "kind": verdict.kind,
        "authority": verdict.authority,
        "title": in_words(verdict.reason, language),
        "findings": [
            {
                "answer": finding.answer,
                "code": finding.reason.code,
                "reason": in_words(finding.reason, language),
                "remedy": in_words(finding.remedy, language) if finding.remedy else None,
            }
            for finding in verdict.findings
        ],
        "notes": [in_words(note, language) for note in verdict.notes],
        "source": verdict.source,
        "valid_from": verdict.valid_from.isoformat() if verdict.valid_from else None,
        "valid_to": verdict.valid_to.isoformat() if verdict.valid_to else None,
        "checked_on": verdict.checked_on.isoformat() if verdict.checked_on else None,
    }
