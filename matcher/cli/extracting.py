"""``matcher extract``: running text on standard input to the ESCO concepts it speaks of."""

from __future__ import annotations

import json
import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import open_matcher, progress_bar, speaks_unicode

if TYPE_CHECKING:
    from matcher.engine import Matcher
    from matcher.extraction import Extractor
    from matcher.records import ConceptMatch, ExtractedConcept, Extraction

_WIDEST_LABEL = 48
_SHOWN_WORDS = 60  # characters of a span that are shown to a person
_SAID = {"stated": "", "negated": "NOT", "wished": "wish"}


class Kinds(StrEnum):
    """What to find."""

    SKILL = "skill"
    OCCUPATION = "occupation"
    BOTH = "both"


def extract(
    lang: Annotated[str, typer.Option("--lang", help="Language in which labels are shown.")] = "",
    kind: Annotated[Kinds, typer.Option("--kind", help="What to find.")] = Kinds.BOTH,
    top: Annotated[int, typer.Option("--top", min=1, help="How many candidates a segment keeps.")] = 5,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='A text a line, plain or as {"text": ...}; print one JSON object a line.')
    ] = False,
) -> None:
    """Find the ESCO skills and occupations in the text on standard input, and what it says of them."""
    from taxonomies.concepts import ConceptKind

    wanted = (ConceptKind.SKILL, ConceptKind.OCCUPATION) if kind is Kinds.BOTH else (ConceptKind(kind.value),)
    matcher = open_matcher()
    with progress_bar() as progress:
        extractor = matcher.extractor(wanted, progress)
    try:
        if jsonl:
            _answer_lines(matcher, extractor, lang.lower(), top)
        else:
            whole = sys.stdin.buffer.read().decode("utf-8", "replace")
            _show(matcher, extractor.extract(whole, top), lang.lower())
    except BrokenPipeError:
        # The reader of our output has left (`| head`): a full answer to what it wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer_lines(matcher: Matcher, extractor: Extractor, language: str, top: int) -> None:
    for raw in sys.stdin.buffer:
        text = _text_of(raw.decode("utf-8", "replace").rstrip("\r\n"))
        content = _content(matcher, extractor.extract(text, top), language)
        typer.echo(json.dumps(content, ensure_ascii=not speaks_unicode()))


def _text_of(line: str) -> str:
    """Return the text of a line: its "text" where it is a JSON object that has one, else the line as it is."""
    if not line.lstrip().startswith("{"):
        return line
    try:
        found = json.loads(line)
    except json.JSONDecodeError:
        return line
    text = found.get("text")
    return text if isinstance(text, str) else line


def _content(matcher: Matcher, extraction: Extraction, language: str) -> dict[str, Any]:
    return {
        "text": extraction.text,
        "segments": [
            {
                "text": item.segment.text,
                "start": item.segment.start,
                "end": item.segment.end,
                "polarity": item.segment.polarity.value,
                "matches": [_match(matcher, match, language) for match in item.matches],
            }
            for item in extraction.segments
        ],
        "concepts": [
            _match(matcher, concept.match, language)
            | {"polarity": concept.polarity.value, "spans": [list(span) for span in concept.spans]}
            for concept in extraction.concepts
        ],
    }


def _match(matcher: Matcher, match: ConceptMatch, language: str) -> dict[str, Any]:
    return {
        "uri": match.uri,
        "label": _label(matcher, match, language),
        "kind": match.kind.value,
        "score": round(match.confidence, 4),
        "method": match.method.value,
    }


def _label(matcher: Matcher, match: ConceptMatch, language: str) -> str:
    concept = matcher.taxonomy.concept(match.uri) if language else None
    return concept.label(language) if concept else match.label


def _show(matcher: Matcher, extraction: Extraction, language: str) -> None:
    """Print the best set for a person: what is not there, or only wished for, is marked in front."""
    from matcher.extraction import unlinked

    if not extraction.concepts:
        typer.echo("No skill or occupation was found in this text.")
    labels = [_label(matcher, concept.match, language) for concept in extraction.concepts]
    width = min(max(map(len, labels), default=0), _WIDEST_LABEL)
    for concept, label in zip(extraction.concepts, labels, strict=True):
        match = concept.match
        method = match.method.value.replace("_", " ")
        front = f"{_SAID[concept.polarity.value]:4}  {match.confidence:.2f}  {match.kind.value:10}  {label:{width}}"
        typer.echo(f"{front}  ← {_words(extraction.text, concept)} ({method})")
    for segment in unlinked(extraction):
        typer.echo(
            f"{_SAID[segment.polarity.value]:4}     -  {'no concept':10}  {'':{width}}  ← {_quoted(segment.text)}"
        )


def _words(text: str, concept: ExtractedConcept) -> str:
    """Return the words that say so, each on one line and once."""
    said = dict.fromkeys(text[start:end] for start, end in concept.spans)
    return ", ".join(_quoted(words) for words in said)


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())[:_SHOWN_WORDS]}”"
