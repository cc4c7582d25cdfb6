"""What users said of matches, as ``matcher feedback export`` writes it: one JSON object a line, under pseudonyms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.errors import NotFoundError, UnreadableFileError

FOLDER = "feedback"


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement: whether a candidate suited a vacancy, and the score with what each signal found, if anything."""

    vacancy: str
    candidate: str
    suits: bool
    because: tuple[str, ...]
    score: float
    signals: Mapping[str, float | None]


def judged(data: Path) -> tuple[Judged, ...]:
    """Read every ``.jsonl`` file of the folder ``feedback``; the later word on a pair replaces the earlier.

    Raises:
        NotFoundError: There is none.
        UnreadableFileError: A line is no judgement; the message names file and line.
    """
    files = sorted((data / FOLDER).glob("*.jsonl"))
    if not files:
        raise NotFoundError(
            f"{data / FOLDER} holds no judgements: write them with `matcher feedback export --out "
            f"{data / FOLDER}/judgements.jsonl`."
        )
    lines = ((path, number, line) for path in files for number, line in _numbered(path))
    found = (_read(path, number, line) for path, number, line in lines)
    return tuple({(one.vacancy, one.candidate): one for one in found}.values())


def _numbered(path: Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _read(path: Path, number: int, line: str) -> Judged:
    try:
        said: dict[str, Any] = json.loads(line)
        pair = (str(said["vacancy"]), str(said["candidate"]))
        if not isinstance(said["suits"], bool):
            raise ValueError(f"suits is {said['suits']!r}, not true or false")
        signals = {name: None if score is None else float(score) for name, score in said["signals"].items()}
        return Judged(*pair, said["suits"], tuple(said["because"]), float(said["score"]), signals)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path}, line {number} is no judgement ({error!r}): write the file with `matcher feedback export`."
        raise UnreadableFileError(message) from error
