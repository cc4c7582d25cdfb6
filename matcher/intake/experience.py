"""Free text about past jobs to one :class:`Experience` a job; every word stays, in the title or in the description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.intake.cells import at_most, is_nothing, split_outside_brackets
from matcher.intake.periods import Period, find_periods
from matcher.intake.sheets import single_line
from matcher.records import Experience
from taxonomies.wording import fold

LONGEST_ENTRY = 5_000
"""An entry is searched for periods up to this many characters; the rest stays in its description."""

_LONGEST_TITLE = 100
_ENTRY_MARK = re.compile(r"[;\n|•▪■●]")
_BULLET = re.compile(r"^\s*(?:[-–—*•▪■●►✓>]+(?=\s)|\d{1,2}[.)](?=\s))\s*")
_SENTENCE_END = re.compile(
    r"(?<=[\w)]{4})\.\s+(?=[A-ZÀ-Þ0-9«(])|(?<=\d)\.\s+|(?<=\))\.\s*|(?<=\bans)\.\s+|(?<=mois)\.\s+"
)
_NEXT_JOB = re.compile(r"\s+/\s+|\s+[-–]\s+|,?\s+(?:puis|ensuite|then|daarna|vervolgens|danach|dann)\s+|,\s+")
_NEW_CLAUSE = re.compile(r"\.|\b(?:puis|ensuite|then|daarna|vervolgens|danach|dann)\b")
# ".NET developer" keeps its point.
_MARKS_BEFORE = re.compile(r"^(?:[\s,;:–—\-()/]|\.(?![A-Za-z]))+")
_CONNECTIVE = re.compile(r"^(?:puis|ensuite|then|daarna|danach|dann|avant|before|voordien)\b[\s:,]*", re.IGNORECASE)
_OF_EXPERIENCE = re.compile(
    r"^(?:d['’]\s?exp[ée]riences?|de pratique|(?:of )?experience|(?:work|werk)?ervaring|(?:berufs)?erfahrung)\b\s*"
    r"(?:professionnelle\s*)?(?:en tant que|comme|en|dans|de|as an?|as|in|als|met|mit|bij)?\b\s*:?\s*",
    re.IGNORECASE,
)
_AROUND_PERIOD = re.compile(
    r"(?:\b(?:plus de|environ|env\.|pendant|durant|depuis|meer dan|ongeveer|gedurende|sinds|more than|over|about|for"
    r"|since|seit|von|van|de|from|ca\.|[ée]galement|en|in|tot|from)|[~±>(\[,:–-])\s*$",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\s+(?:chez|dans|bij|at|bei|in|au|aux|à|a|te|for|pour|with|within|dont|waarvan|including|davon)\s+"
    r"|\s+(?:à l|d'un|d’un|à l’)['’]?"
    r"|\s*[,(:]|\s+[-–—@]\s+|(?:(?<=[^\W\d_]{5})|\s)\.\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Periods that speak of one job: ``3 ans (2019-2022)``."""

    periods: tuple[Period, ...]

    @property
    def start(self) -> int:
        return self.periods[0].start

    @property
    def end(self) -> int:
        return self.periods[-1].end


def read_experience(text: str, today: date) -> tuple[Experience, ...]:
    """Return the jobs told in a cell, in its order.

    Entries part at line ends, semicolons, bars and bullets; one that holds several periods parts between them where a
    mark stands. A length in words (``3 ans``) outranks the one that dates give. ``start`` and ``end`` are the first and
    last day of the stated years or months; ``end`` is ``None`` for a job that goes on. What is more than the title
    is kept whole, as written, in the description. A cell that only says there is none gives no entry.

    Args:
        text: the cell.
        today: up to when a job that goes on is counted, in whole years.
    """
    if _says_none(text):
        return ()
    entries = (_BULLET.sub("", piece).strip() for piece in at_most(split_outside_brackets(text, _ENTRY_MARK)))
    return tuple(
        _experience(part, today) for entry in entries if entry for part in _jobs(entry, today) if not is_nothing(part)
    )


def _says_none(text: str) -> bool:
    return is_nothing(text) or bool(
        re.fullmatch(
            r"(?:aucune|pas d|sans|geen|zonder|no|none|keine|ohne)\W*(?:work |werk|berufs)?"
            r"(?:experience|ervaring|erfahrung)?\W*(?:professionnelle)?\W*",
            fold(text),
        )
    )


def _jobs(entry: str, today: date) -> list[str]:
    """Cut an entry between the periods of different jobs."""
    folded = _fold_in_place(entry[:LONGEST_ENTRY])
    clusters = _clusters(find_periods(folded, today), folded)
    leading = bool(clusters) and clusters[0].start <= 3
    cuts: list[tuple[int, int]] = []
    for left, right in pairwise(clusters):
        if (cut := _cut(entry, left.end, right.start, leading=leading)) is not None:
            cuts.append(cut)
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(entry)]
    return [entry[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _clusters(periods: Sequence[Period], folded: str) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for period in periods:
        last = clusters[-1].periods if clusters else ()
        if len(last) == 1 and last[0].dated != period.dated:
            between = folded[last[0].end : period.start]
            agree = abs(last[0].years - period.years) <= 1 and not _NEW_CLAUSE.search(between)
            if agree or not re.search(r"[a-z]", between):
                clusters[-1] = _Cluster((last[0], period))
                continue
        clusters.append(_Cluster((period,)))
    return clusters


def _cut(entry: str, left: int, right: int, *, leading: bool) -> tuple[int, int] | None:
    """Return where one job ends and the next begins between two periods.

    Where periods stand before their jobs (``2019-2021 clerk, 2021-2023 buyer``) the last mark before the next period
    counts, else the first one after the period.
    """
    for mark in (_SENTENCE_END, _NEXT_JOB):
        # One letter more, for marks that look at what follows them.
        spans = [match.span() for match in mark.finditer(entry, left, right + 1)]
        found = [span for span in spans if span[1] <= right and not _within_brackets(entry, span[0])]
        if found:
            return found[-1] if leading else found[0]
    return None


def _within_brackets(entry: str, position: int) -> bool:
    return entry.rfind("(", 0, position) > entry.rfind(")", 0, position)


def _experience(entry: str, today: date) -> Experience:
    words = single_line(entry)
    folded = _fold_in_place(words[:LONGEST_ENTRY])
    periods = find_periods(folded, today)
    spans = [period for period in periods if period.dated]
    title = _title(words[:LONGEST_ENTRY], periods)
    return Experience(
        title=title,
        years=_years([period.years for period in periods if not period.dated], spans),
        start=min((span.first for span in spans if span.first), default=None),
        end=max((span.last for span in spans if span.last), default=None) if all(s.last for s in spans) else None,
        description=entry if single_line(entry) != title else None,
    )


def _years(stated: Sequence[float], spans: Sequence[Period]) -> float | None:
    """Return the length of one job from the lengths in words and the spans of dates that its entry names."""
    # The longest of several lengths: "5 ans dont 2 comme chef" is five years, not seven.
    longest = max(stated, default=None)
    covered: float | None = None
    if spans:
        first = min(span.first.year for span in spans if span.first)
        last = max((span.last.year for span in spans if span.last), default=first)
        together = sum(span.years for span in spans)
        covered = together if together <= last - first else max(span.years for span in spans)
    if longest is None or covered is None:
        return covered if longest is None else longest
    return longest if abs(longest - covered) <= 1 else max(longest, covered)


def _title(words: str, periods: Sequence[Period]) -> str:
    """Return the first clause that is more than a period; the whole entry where there is none."""
    rest = _without_periods(words, periods)
    rest = _CONNECTIVE.sub("", _MARKS_BEFORE.sub("", rest))
    rest = _MARKS_BEFORE.sub("", _OF_EXPERIENCE.sub("", rest)).rstrip(" ,;:.–—-/(")
    clause = _TITLE_END.split(rest, maxsplit=1)[0].strip(" ,;:–—-")
    if ")" in clause and "(" not in clause:
        clause = clause.rstrip(") ")
    title = clause if len(re.findall(r"[^\W\d_]", clause)) >= 2 else rest
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] or title[:_LONGEST_TITLE]
    return title


def _without_periods(words: str, periods: Sequence[Period]) -> str:
    kept: list[str] = []
    position = 0
    for period in periods:
        before = _AROUND_PERIOD.sub("", words[position : period.start])
        kept.append(before if before or not kept else words[position : period.start])
        position = period.end
        if position < len(words) and words[position] in ")]":
            position += 1
    kept.append(words[position:])
    return single_line(" ".join(kept))


def _fold_in_place(text: str) -> str:
    """Fold letter by letter, so that positions in the result are positions in the text."""
    return "".join(folded if len(folded := fold(char)) == 1 else char.lower()[:1] or " " for char in text)
