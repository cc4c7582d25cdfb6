"""The title of the job, and who seeks somebody for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from matcher.intake.sheets import single_line
from matcher.intake.wording.lines import Line, Part
from matcher.intake.wording.patterns import any_of, facts_table
from taxonomies.wording import fold

_LONGEST_TITLE = 100
_MOST_WORDS = 14
_WORD = re.compile(r"[^\W_]+")
_COUNT = re.compile(r"^(?P<n>\d{1,3})\s?(?:x\s)?(?=[^\W\d_])")
_NUMBERS = {
    "twee": 2,
    "deux": 2,
    "two": 2,
    "zwei": 2,
    "drie": 3,
    "trois": 3,
    "three": 3,
    "drei": 3,
    "vier": 4,
    "quatre": 4,
    "four": 4,
}
_SAYS = re.compile(r"[.!?]\s|[.!?]$|€|@|https?:")
_MARKED = re.compile(r"\(?\b[mhfwvxd]\s?[/|]\s?[mhfwvxd](?:\s?[/|]\s?[mhfwvxd])?\b\)?", re.IGNORECASE)
_AT = re.compile(r"(?:at|bij|chez|bei)\s(?P<name>[A-Z0-9À-Þ][^–—|,(]{1,60}?)(?=\s[-–—|]|[,(]|$)")
_OURS = re.compile(r"\b(?:wij|we|nous|wir)\b|recherchons|cherchons|we're")
_OF = re.compile(r"(?:de|du|des|et)\b|d'")
_BEFORE_WORDS = re.compile(r"^[^\w(]+")
_REFERENCE = re.compile(r"\s[-–|(]*\s?(?:r[ée]f|ref|vacaturenr|n°|nr)\b\.?\s?:?\s?\w*\d", re.IGNORECASE)
_LONGEST_LINE = 200
_FAR = 8  # lines from the top in which a title stands
_SOUGHT = 12  # sentences from the top in which somebody is sought


def find_title(lines: Sequence[Line]) -> tuple[str | None, int | None]:
    """Return the title of the job and how many are sought with it, each ``None`` where the text does not tell.

    It is what a label says it is, else the first line where that is short and no sentence, else what follows the words
    of somebody who seeks (``wij zoeken een lasser voor ...``), up to what says where or what for.
    """
    labelled = next((line.text for line in lines if line.label is Part.TITLE), None)
    top = next(iter(lines), None)
    heads = (_without_reference(line.text) for line in lines[:_FAR] if _MARKED.search(line.text))
    marked = next(filter(_is_short, heads), None)
    if labelled is None and marked is None and top is not None and _stands_alone(top):
        labelled = top.text
    told = labelled or marked
    jobs = [job for line in lines[:_SOUGHT] if (job := _sought(line.text)[0])]
    counts = [seats for job in jobs if (seats := _counted(job)[1])]
    title, seats = _counted((told and _sought(told)[0]) or told or next(iter(jobs), ""))
    return title, seats or next(iter(counts), None)


def find_employer(lines: Sequence[Line]) -> str | None:
    """Return the employer: by its label, else who is said to seek somebody, else ``None``; ``onze klant`` is nobody."""
    labelled = next((line.text for line in lines if line.label is Part.EMPLOYER), None)
    if labelled:
        return single_line(labelled.split(" - ")[0])[:_LONGEST_TITLE]
    for line in lines[:_SOUGHT]:
        _, seeker = _sought(line.text)
        if seeker:
            return seeker
    beside = next((match for line in lines[1:3] if (match := _AT.match(line.text))), None)
    return single_line(beside["name"]) if beside else None


def _without_reference(text: str) -> str:
    return _REFERENCE.split(text[:_LONGEST_LINE], maxsplit=1)[0].strip()


def _stands_alone(line: Line) -> bool:
    return line.label is None and line.part in (Part.OTHER, Part.TASKS) and not line.bullet and _is_short(line.text)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and len(_WORD.findall(text)) <= _MOST_WORDS and not _SAYS.search(text)


def _counted(title: str) -> tuple[str | None, int | None]:
    """Return a title without the number of people before it, and that number."""
    title = single_line("".join(char for char in title if unicodedata.category(char) not in ("So", "Sk", "Cs")))
    title = title.strip(" -–—:,;*!")
    first, _, rest = title.partition(" ")
    if match := _COUNT.match(title):
        title, seats = title[match.end() :], int(match["n"])
    else:
        seats = _NUMBERS.get(first.lower(), 0)
        title = rest if seats else title
    return title[:_LONGEST_TITLE] or None, seats or None


def _sought(text: str) -> tuple[str | None, str | None]:
    """Return the job and the seeker of a sentence such as ``Garage Nevelsteen zoekt een mecanicien voor ...``."""
    text = text[:500]
    match = _seeking().search(text)
    if match is None:
        return None, None
    after = _BEFORE_WORDS.sub("", text[match.end() :])
    if match[0].lower() == "recherche" and _OF.match(after):
        return None, None  # "recherche de pannes" is a task
    while (before := _articles().match(after)) is not None and before.end():
        after = after[before.end() :].lstrip(" :-–")
    job = _ends().split(after, maxsplit=1)[0].strip()
    if marked := _MARKED.match(after[len(job) :].lstrip()):
        job = f"{job} {marked[0]}"
    ours = _OURS.search(fold(match[0]))
    seeker = None if ours else _seeker(text[: match.start()])
    words = _WORD.findall(job)
    named = 1 <= len(words) <= _MOST_WORDS and len(job) >= 3 and not any_of("titles", "no_job").match(fold(job))
    return (job if named else None), seeker


def _seeker(before: str) -> str | None:
    """Return the name before the words of seeking: capitals, no pronoun, at most six words, to the last full stop."""
    name = re.split(r"[.!?:;(]\s|\sis$|,\s", single_line(before))[-1].strip(" ,-–")
    name = re.sub(r"\s(?:is|est|ist|momenteel|dringend|actuellement|currently|zurzeit)$", "", name)
    words = name.split()
    if not words or len(words) > 6 or not words[0][:1].isupper() or fold(name) in facts_table()["titles"]["nobody"]:
        return None
    small = [word for word in re.findall(r"[^\W\d_]+", name) if not word[:1].isupper()]
    if not set(map(fold, small)) <= set(facts_table()["titles"]["inside_name"]) or len(words) - len(small) < 1:
        return None
    titles = facts_table()["titles"]
    if fold(words[0]) in titles["nobody"] or fold(words[0]) in titles["no_name"]:
        return None
    return name


@cache
def _seeking() -> re.Pattern[str]:
    words = sorted(facts_table()["titles"]["seeking"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


@cache
def _articles() -> re.Pattern[str]:
    words = sorted(facts_table()["titles"]["before"], key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, words))})(?![\w/('])|d'une?\s|d')\s?", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(facts_table()["titles"]["ends"], re.IGNORECASE)
