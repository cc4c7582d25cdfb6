"""Options and output that several commands share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from matcher.engine import Matcher

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Language = Annotated[str, typer.Option("--language", help="Language of the reasons: en, fr, nl or de.")]
Progress = Callable[[str, int, int], None]
_SECONDS_BETWEEN_LINES = 10.0


def check_language(language: str) -> None:
    """Raise :class:`UsageError` where reasons have no words in that language."""
    from matcher.errors import UsageError
    from matcher.reasons import LANGUAGES

    if language not in LANGUAGES:
        raise UsageError(f"--language {language!r} is not known: choose one of {', '.join(LANGUAGES)}.")


def open_matcher() -> Matcher:
    """Return the engine over the home that the environment names."""
    from matcher.engine import Matcher  # heavy import
    from matcher.settings import Settings  # heavy import

    return Matcher(Settings())


def print_json(content: Any) -> None:
    """Print one JSON object on standard output, whatever the console's encoding can hold."""
    typer.echo(json.dumps(content, ensure_ascii=not speaks_unicode(), indent=2))


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show long work on standard error: a bar in a terminal, else a line every ten seconds."""
    if not sys.stderr.isatty():
        yield _progress_lines()
        return
    from rich.console import Console  # heavy import
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def report(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield report


def _progress_lines() -> Progress:
    last = monotonic()

    def report(step: str, done: int, total: int) -> None:
        nonlocal last
        if monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = monotonic()
            typer.echo(f"{step}: {done:,} of {total:,}", err=True)

    return report


def print_rich(*renderables: Any) -> None:
    """Print rich renderables on standard output, at the terminal's width or 120 columns."""
    from rich.console import Console  # heavy import

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for item in renderables:
        console.print(item)


def speaks_unicode() -> bool:
    """Tell whether standard output can hold any text."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
