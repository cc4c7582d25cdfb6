"""Free text about past jobs to one :class:`Experience` a job; every word stays, in the title or in the description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.intake.cells import at_most, is_nothing, split_outside_brackets
from matcher.intake.folding import fold_in_place
from matcher.intake.job_entries import LONGEST_ENTRY, cut_jobs
from matcher.intake.job_lengths import read_stints, states_total
from matcher.intake.periods import Period, find_periods
from matcher.intake.sheets import single_line
from matcher.records import Experience, ProfessionalProfile
from taxonomies.wording import fold

_LONGEST_TITLE = 100
_ENTRY_MARK = re.compile(r"[;؛\n|•▪■●]")
_BULLET = re.compile(r"^\s*(?:[-–—*•▪■●►✓>]+(?=\s)|\d{1,2}[.)](?=\s))\s*")
# ".NET developer" keeps its point.
_MARKS_BEFORE = re.compile(r"^(?:[\s,;:–—\-()/]|\.(?![A-Za-z]))+")
_CONNECTIVE = re.compile(
    r"^(?:puis|ensuite|then|daarna|danach|dann|avant|before|voordien|ثم|وبعدها)\b[\s:,]*", re.IGNORECASE
)
_OF_EXPERIENCE = re.compile(
    r"^(?:(?:d['’]\s?exp[ée]riences?|de pratique|(?:of )?experience|(?:work|werk)?ervaring|(?:berufs)?erfahrung"
    r"|(?:من )?(?:ال)?خبرة)\b\s*"
    r"(?:professionnelle\s*)?(?:en tant que|comme|en|dans|de|as an?|as|in|als|met|mit|bij|في|ك)?\b\s*:?\s*"
    r"|(?:en tant que?|comme|as an?|as|als|wie|بصفة|كـ)\s+)",
    re.IGNORECASE,
)
_OF_LENGTH = re.compile(r"^(?:de\s+|d['’]\s?|of\s+|van\s+|von\s+)(?!exp)", re.IGNORECASE)
_AROUND_PERIOD = re.compile(
    r"(?:\b(?:plus de|environ|env\.|pendant|durant|depuis|meer dan|ongeveer|gedurende|sinds|more than|over|about|for"
    r"|since|seit|von|van|de|from|ca\.|[ée]galement|en|in|tot|al|du|le|entre|between|tussen|zwischen"
    r"|منذ|من|لمدة|خلال|بين)|[~±>(\[,:–-])\s*$",
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
    parts = (part for entry in entries if entry for part in cut_jobs(entry, today) if not is_nothing(part))
    return _counted_once([told for part in parts for told in _experience(part, today)])


def _says_none(text: str) -> bool:
    return is_nothing(text) or bool(
        re.fullmatch(
            r"(?:aucune|pas d|sans|geen|zonder|no|none|keine|ohne)\W*(?:work |werk|berufs)?"
            r"(?:experience|ervaring|erfahrung)?\W*(?:professionnelle)?\W*",
            fold(text),
        )
    )


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
    if periods and periods[0].start <= 3:
        rest = _OF_LENGTH.sub("", rest)  # "6 mois de stage", not "De Lijn"
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
