"""``matcher duplicates``: records that may be one person, and what somebody decides about them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, Language, Progress, check_language, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from matcher.duplicates import DuplicatePair
    from matcher.records import Identity
    from matcher.store import DuplicateDecision

app = typer.Typer(help="Records that may be one person: list, merge, keep both, undo.", rich_markup_mode=None)

Record = Annotated[str, typer.Argument(help="Id of a candidate, its first digits, or its reference.")]
_SHOWN = 50  # pairs printed before the rest is only counted
_WIDTH = 10  # of the grade, under which the reasons stand


@app.callback(invoke_without_command=True)
def duplicates(
    context: typer.Context,
    scheme: Annotated[str, typer.Option("--scheme", help="Only pairs with a record of this scheme.")] = "",
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """List the pairs of records that may be one person, most certain first, with the reasons."""
    if context.invoked_subcommand is not None:
        return
    check_language(language)
    with progress_bar() as progress:
        pairs = _pairs(scheme, progress)
    if as_json:
        print_json({"pairs": [_as_json(pair, language) for pair in pairs]})
        return
    typer.echo(_summary(pairs))
    for pair in pairs[:_SHOWN]:
        _print(pair, language)
    if len(pairs) > _SHOWN:
        typer.echo(f"\nand {len(pairs) - _SHOWN} less certain ones: decide about these first, or see all with --json.")


def _pairs(scheme: str, progress: Progress) -> tuple[DuplicatePair, ...]:
    matcher = open_matcher()
    return matcher.duplicates.pairs(matcher.scheme_name(scheme) if scheme else None, progress)


@app.command("merge")
def merge(
    one: Record,
    other: Record,
    keep: Annotated[str, typer.Option("--keep", help="The id to keep; default: the one that arrived first.")] = "",
    take: Annotated[
        list[str] | None, typer.Option("--take", help="A field to take from the other record, such as phone.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Unite two records: skills, jobs and languages of both, identity of the one kept, filled up from the other."""
    done = open_matcher().duplicates.merge(one, other, keep or None, tuple(take or ()))
    decision = done.decision
    if as_json:
        print_json(
            {
                "decision": decision.id,
                "kept": decision.left,
                "merged": decision.right,
                "conflicts": [
                    {"field": name, "kept": str(kept), "other": str(left)} for name, kept, left in done.conflicts
                ],
            }
        )
        return
    typer.echo(f"Merged {decision.right[:8]} into {decision.left[:8]}.")
    for name, kept, left in done.conflicts:
        typer.echo(f"  {name}: kept {kept}, left out {left}")
    if any(name not in decision.taken for name, _, _ in done.conflicts):
        typer.echo("  To choose otherwise, undo and merge again with --take FIELD.")
    typer.echo(f"To take it back: matcher duplicates undo {decision.id[:8]}")


@app.command("keep-both")
def keep_both(one: Record, other: Record, as_json: AsJson = False) -> None:
    """Say that two records are to stand apart: the pair is not listed again."""
    decision = open_matcher().duplicates.keep_both(one, other)
    if as_json:
        print_json({"decision": decision.id, "left": decision.left, "right": decision.right})
        return
    typer.echo(f"{decision.left[:8]} and {decision.right[:8]} are kept apart and will not be listed again.")
    typer.echo(f"To take it back: matcher duplicates undo {decision.id[:8]}")


@app.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(help="Id of a decision, or its first digits.")], as_json: AsJson = False
) -> None:
    """Take back a merge or a decision to keep both."""
    undone = open_matcher().duplicates.undo(decision)
    if as_json:
        print_json({"decision": undone.id, "left": undone.left, "right": undone.right})
    elif undone.decision == "merge":
        typer.echo(f"{undone.left[:8]} and {undone.right[:8]} stand apart again, as their files last wrote them.")
    else:
        typer.echo(f"{undone.left[:8]} and {undone.right[:8]} may be listed again.")


@app.command("decisions")
def decisions(as_json: AsJson = False) -> None:
    """List what was decided, undone decisions too, the latest first."""
    made = open_matcher().store.duplicates.decisions()[::-1]
    if as_json:
        print_json({"decisions": [_decision_as_json(each) for each in made]})
        return
    typer.echo(f"{len(made)} {'decision' if len(made) == 1 else 'decisions'} about duplicates; times are UTC.")
    for each in made:
        undone = "" if each.stands else f", undone by {each.undone_by}"
        what = "merged into" if each.decision == "merge" else "kept apart from"
        pair = (each.right, each.left) if each.decision == "merge" else (each.left, each.right)
        when = f"{each.made_at:%d/%m/%Y %H:%M}" if each.made_at else ""
        typer.echo(f"  {each.id[:8]}  {when}  {pair[0][:8]} {what} {pair[1][:8]} by {each.made_by}{undone}")


def _decision_as_json(decision: DuplicateDecision) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in asdict(decision).items()
    }


def _summary(pairs: tuple[DuplicatePair, ...]) -> str:
    if not pairs:
        return "No two records look like one person."
    grades = Counter(pair.grade.value for pair in pairs)
    told = ", ".join(f"{number} {grade}" for grade, number in grades.items())
    noun = "pair of records" if len(pairs) == 1 else "pairs of records"
    return f"{len(pairs)} {noun} may be one person: {told}. You decide; nothing was changed."


def _print(pair: DuplicatePair, language: str) -> None:
    from matcher.duplicates.wording import reasons_in_words

    indent = " " * _WIDTH
    typer.echo()
    typer.echo(f"{pair.grade.value:{_WIDTH}}{_who(pair.left)}")
    typer.echo(f"{indent}{_who(pair.right)}")
    for bits, words in reasons_in_words(pair, language):
        typer.echo(f"{indent}{'+' if bits > 0 else '-'} {words}")
    ids = f"{pair.left.id[:8]} {pair.right.id[:8]}"
    typer.echo(f"{indent}matcher duplicates merge {ids}  |  matcher duplicates keep-both {ids}")


def _who(identity: Identity) -> str:
    return f"{identity.scheme.upper()} {identity.id[:8]}  {identity.name or 'name not stated'}"


def _as_json(pair: DuplicatePair, language: str) -> dict[str, Any]:
    from matcher.duplicates.wording import reasons_in_words

    return {
        "grade": pair.grade.value,
        "bits": round(pair.bits, 2),
        "left": _identity_as_json(pair.left),
        "right": _identity_as_json(pair.right),
        "evidence": [
            {
                "signal": part.signal,
                "bits": None if part.bits is None else round(part.bits, 2),
                "reason": part.reason.code,
            }
            for part in pair.evidence
        ],
        "reasons": [words for _, words in reasons_in_words(pair, language)],
    }


def _identity_as_json(identity: Identity) -> dict[str, Any]:
    from dataclasses import asdict

    born = identity.birth_date.isoformat() if identity.birth_date else None
    return asdict(identity) | {"birth_date": born}
