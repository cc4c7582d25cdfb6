"""``matcher check``: what in a vacancy is not fair, or may not be."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, Language, check_language, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.records import Vacancy, VacancyWarning

_MARKS = {"no": "not fair", "unknown": "look at"}


def check(
    vacancy: Annotated[str, typer.Argument(help="Id or reference of a vacancy; none checks all that are held.")] = "",
    file: Annotated[Path | None, typer.Option("--file", help="Check the vacancies of a file; nothing is kept.")] = None,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day whose rules count.")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Check vacancies for fees, pay, language demands and discriminating words; the vacancy stays as it is."""
    from matcher.errors import UsageError

    if vacancy and file:
        raise UsageError("Say a vacancy or --file FILE, one of the two.")
    check_language(language)
    day = as_of.date() if as_of else date.today()
    found = [(item, open_check(item, day)) for item in _vacancies(vacancy, file)]
    if as_json:
        checked = [_as_json(item, warnings, language) for item, warnings in found]
        print_json({"as_of": day.isoformat(), "vacancies": checked})
        return
    for item, warnings in found:
        _print(item, warnings, language, notes=bool(vacancy) or len(found) == 1)
    typer.echo(summary([warnings for _, warnings in found]))


def open_check(vacancy: Vacancy, day: date) -> tuple[VacancyWarning, ...]:
    """Return the warnings and notes of a vacancy on a day."""
    from matcher.vacancy_checks import check_vacancy

    return check_vacancy(vacancy, day)


def summary(checked: list[tuple[VacancyWarning, ...]]) -> str:
    """Return in one sentence how many vacancies have warnings, notes not counted."""
    from matcher.vacancy_checks import is_note

    number = sum(any(not is_note(warning) for warning in warnings) for warnings in checked)
    return f"{number} of {len(checked)} vacancies have fair-recruitment warnings."


def _vacancies(name: str, file: Path | None) -> tuple[Vacancy, ...]:
    if file is not None:
        from matcher.errors import UnreadableFileError
        from matcher.intake import read_vacancies

        intake = read_vacancies(file)
        if not intake.records:
            why = f": {intake.problems[0].problem}" if intake.problems else ""
            raise UnreadableFileError(f"{file} holds no vacancy that can be read{why}.")
        if intake.rejected:
            typer.echo(f"{intake.rejected} of {intake.read} rows could not be read and are not checked.", err=True)
        return intake.records
    store = open_matcher().store
    return (store.vacancy(name),) if name else store.vacancies()


def _print(vacancy: Vacancy, warnings: tuple[VacancyWarning, ...], language: str, *, notes: bool) -> None:
    from matcher.reasons import in_words
    from matcher.vacancy_checks import is_note

    shown = [warning for warning in warnings if notes or not is_note(warning)]
    if not shown:
        return
    typer.echo(f"{vacancy.title} ({vacancy.key})")
    for warning in shown:
        mark = "note" if is_note(warning) else _MARKS[warning.answer.value]
        words = f" [{'; '.join(warning.found)}]" if warning.found else ""
        typer.echo(f"  {mark}: {in_words(warning.reason, language)}{words}")
        if warning.remedy:
            typer.echo(f"    {in_words(warning.remedy, language)}")
        typer.echo(f"    Rule: {warning.source}.")


def _as_json(vacancy: Vacancy, warnings: tuple[VacancyWarning, ...], language: str) -> dict[str, Any]:
    from matcher.reasons import in_words
    from matcher.vacancy_checks import is_note

    return {
        "id": vacancy.id,
        "key": vacancy.key,
        "title": vacancy.title,
        "warnings": [
            {
                "check": warning.check,
                "answer": warning.answer.value,
                "note": is_note(warning),
                "code": warning.reason.code,
                "values": dict(warning.reason.values),
                "reason": in_words(warning.reason, language),
                "found": list(warning.found),
                "source": warning.source,
                "remedy": in_words(warning.remedy, language) if warning.remedy else None,
            }
            for warning in warnings
        ],
    }
