"""``matcher link``: phrases on standard input to ESCO concepts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import open_matcher, progress_bar, speaks_unicode

if TYPE_CHECKING:
    from matcher.engine import Matcher
    from matcher.linking import PhraseLinker


class Kind(StrEnum):
    """What to link to."""

    SKILL = "skill"
    OCCUPATION = "occupation"


def link(
    kind: Annotated[Kind, typer.Option("--kind", help="What to link to.")],
    lang: Annotated[str, typer.Option("--lang", help="Language of the input; labels are shown in it.")] = "",
    labels: Annotated[str, typer.Option("--labels", help="Languages of the labels to link to, as en,fr.")] = "",
    against: Annotated[Path | None, typer.Option("--against", help="Link to the rows (id, label) of a TSV.")] = None,
    top: Annotated[int, typer.Option("--top", min=1, help="How many concepts to give.")] = 5,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Count links that people confirmed.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")] = False,
) -> None:
    """Link phrases, one a line on standard input, to ESCO concepts."""
    from matcher.linking import read_targets
    from taxonomies.concepts import ConceptKind

    matcher = open_matcher()
    languages = tuple(code.strip().lower() for code in labels.split(",") if code.strip())
    with progress_bar() as progress:
        linker = (
            matcher.linker_to(read_targets(against), ConceptKind(kind), progress)
            if against
            else matcher.linker(ConceptKind(kind), languages, confirmed=confirmed, progress=progress)
        )
    try:
        _answer(matcher, linker, LinkOutput(top, lang, jsonl=jsonl, own_labels=against is not None))
    except BrokenPipeError:
        # The reader of our output has left (`| head`): a full answer to what it wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@dataclass(frozen=True, slots=True)
class LinkOutput:
    """What to print of the links: how many, labels in which language, and in which form."""

    top: int
    language: str
    jsonl: bool
    own_labels: bool


def _answer(matcher: Matcher, linker: PhraseLinker, output: LinkOutput) -> None:
    lines, texts = tee(_lines())
    for text, found in zip(texts, linker.link(lines, output.top, output.language), strict=True):
        matches: list[dict[str, object]] = [
            {
                "uri": item.uri,
                "label": item.label if output.own_labels else matcher.label(item, output.language),
                "score": round(item.confidence, 4),
                "method": item.method.value,
            }
            for item in found
        ]
        _write(text, matches, as_json=output.jsonl)


def _lines() -> Iterator[str]:
    """Read lines one by one; a stray byte becomes a replacement sign, it must not end a run of ten thousand."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")


def _write(text: str, matches: Iterable[dict[str, object]], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"text": text, "matches": list(matches)}, ensure_ascii=not speaks_unicode()))
        return
    typer.echo(text)
    for match in matches:
        typer.echo(f"  {match['score']:.2f}  {str(match['method']).replace('_', ' '):14}  {match['label']}")
        typer.echo(f"        {match['uri']}")
