"""Free text about past jobs to one :class:`Experience` a job; every word stays, in the title or in the description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from matcher.intake.cells import at_most, is_nothing, split_outside_brackets
from matcher.intake.folding import fold_in_place
from matcher.intake.job_lengths import read_stints, states_total
from matcher.intake.periods import Period, find_periods
from matcher.intake.sheets import single_line
from matcher.records import Experience, ProfessionalProfile
from taxonomies.wording import fold

LONGEST_ENTRY = 5_000
"""An entry is searched for periods up to this many characters; the rest stays in its description."""

_LONGEST_TITLE = 100
_ENTRY_MARK = re.compile(r"[;؛\n|•▪■●]")
_BULLET = re.compile(r"^\s*(?:[-–—*•▪■●►✓>]+(?=\s)|\d{1,2}[.)](?=\s))\s*")
_SENTENCE_END = re.compile(
    r"(?<=[\w)]{4})\.\s+(?=[A-ZÀ-Þ0-9«(])|(?<=\d)\.\s+|(?<=\))\.\s*|(?<=\bans)\.\s+|(?<=mois)\.\s+"
)
_NEXT_JOB = re.compile(r"\s+/\s+|\s+[-–]\s+|,?\s+(?:puis|ensuite|then|daarna|vervolgens|danach|dann|ثم)\s+|[,،]\s+")
_NEW_CLAUSE = re.compile(r"\.|\b(?:puis|ensuite|then|daarna|vervolgens|danach|dann)\b")
# ".NET developer" keeps its point.
_MARKS_BEFORE = re.compile(r"^(?:[\s,;:–—\-()/]|\.(?![A-Za-z]))+")
_CONNECTIVE = re.compile(r"^(?:puis|ensuite|then|daarna|danach|dann|avant|before|voordien)\b[\s:,]*", re.IGNORECASE)
_OF_EXPERIENCE = re.compile(
    r"^(?:(?:d['’]\s?exp[ée]riences?|de pratique|(?:of )?experience|(?:work|werk)?ervaring|(?:berufs)?erfahrung"
    r"|(?:من )?(?:ال)?خبرة)\b\s*"
    r"(?:professionnelle\s*)?(?:en tant que|comme|en|dans|de|as an?|as|in|als|met|mit|bij|في|ك)?\b\s*:?\s*"
    r"|(?:en tant que?|comme|as an?|as|als|wie|بصفة|كـ)\s+)",
    re.IGNORECASE,
)
_AROUND_PERIOD = re.compile(
    r"(?:\b(?:plus de|environ|env\.|pendant|durant|depuis|meer dan|ongeveer|gedurende|sinds|more than|over|about|for"
    r"|since|seit|von|van|de|from|ca\.|[ée]galement|en|in|tot|al|منذ|من|لمدة|خلال|du|le|entre|between|tussen|zwischen|بين)|[~±>(\[,:–-])\s*$",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\s+(?:chez|dans|bij|at|bei|in|au|aux|à|a|te|for|pour|with|within|dont|waarvan|including|davon)\s+"
    r"|\s+(?:à l|d'un|d’un|à l’)['’]?"
    r"|\s*[,(:]|\s+[-–—@]\s+|(?:(?<=[^\W\d_]{5})|\s)\.\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One stretch of a job; ``total`` marks a length of experience that may hold the jobs beside it."""

    job: Experience
    total: bool = False


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
    is kept whole, as written, in the description. A cell that only says there is none gives no entry. A job held in
    stretches apart gives one for each; a length of experience ("5 ans d'expérience") gives only what it adds to the
    jobs beside it.

    Args:
        text: the cell.
        today: up to when a job that goes on is counted, in whole years.
    """
    if _says_none(text):
        return ()
    entries = (_BULLET.sub("", piece).strip() for piece in at_most(split_outside_brackets(text, _ENTRY_MARK)))
    parts = (part for entry in entries if entry for part in _jobs(entry, today) if not is_nothing(part))
    return _counted_once([told for part in parts for told in _experience(part, today)])


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
    folded = fold_in_place(entry[:LONGEST_ENTRY])
    clusters = _clusters(find_periods(folded, today), folded)
    leading = bool(clusters) and clusters[0].start <= 3
    cuts: list[tuple[int, int]] = []
    for left, right in pairwise(clusters):
        if (cut := _cut(entry, left.end, right.start, leading=leading)) is not None:
            cuts.append(cut)
    cuts = _telling(entry, cuts, clusters)
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(entry)]
    return [entry[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _telling(entry: str, cuts: Sequence[tuple[int, int]], clusters: Sequence[_Cluster]) -> list[tuple[int, int]]:
    """Keep the cuts before parts that say more than when: in "electrician 2010-2012, 2018-2020" there is none."""
    letters = list(entry)
    for period in (period for cluster in clusters for period in cluster.periods):
        letters[period.start : period.end] = " " * (period.end - period.start)
    rest = "".join(letters)
    ends = [*(start for start, _ in cuts[1:]), len(entry)] if cuts else []
    return [cut for cut, end in zip(cuts, ends, strict=True) if re.search(r"[^\W\d_]{2}", rest[cut[1] : end])]


def _clusters(periods: Sequence[Period], folded: str) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for period in periods:
        last = clusters[-1].periods if clusters else ()
        if last and (period.each or last[-1].each):
            clusters[-1] = _Cluster((*last, period))
            continue
        if len(last) == 1 and last[0].dated != period.dated:
            between = folded[last[0].end : period.start]
            agree = abs(last[0].years - period.years) <= 1 and not _NEW_CLAUSE.search(between)
            if agree or not re.search(r"[^\W\d_]", between):
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


def _experience(entry: str, today: date) -> list[_Told]:
    words = single_line(entry)
    folded = fold_in_place(words[:LONGEST_ENTRY])
    periods = find_periods(folded, today)
    title = _title(words[:LONGEST_ENTRY], periods)
    first, *later = read_stints(folded, periods)
    description = entry if single_line(entry) != title else None
    told = Experience(title, first.years, first.start, first.end, description)
    # The words stand with the first stretch of a job; the others repeat its title alone.
    return [
        _Told(told, states_total(folded, periods)),
        *(_Told(Experience(title, stint.years, stint.start, stint.end)) for stint in later),
    ]


def _counted_once(told: Sequence[_Told]) -> tuple[Experience, ...]:
    """Take the jobs that have a length out of the lengths of experience stated beside them."""
    others = tuple(item.job for item in told if not item.total)
    held = ProfessionalProfile(experience=others).years_of_experience or 0.0
    jobs: list[Experience] = []
    for item in told:
        job = item.job
        if item.total and job.years is not None and held:
            beyond = round(max(0.0, job.years - held), 2)
            held = max(0.0, held - job.years)
            job = replace(job, years=beyond or None)
        jobs.append(job)
    return tuple(jobs)


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
