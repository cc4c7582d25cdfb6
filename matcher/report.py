"""A self-contained HTML page of ranked matches, for reading, printing and sending."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape, unescape
from pathlib import Path

from matcher.reasons import in_words
from matcher.records import Evidence, Match, Vacancy

Ranking = Sequence[tuple[Vacancy, list[Match]]]

# One colour a signal, told apart also without colour vision (Okabe and Ito 2008).
COLOURS = {
    "skills": "#0072B2",
    "occupation": "#E69F00",
    "meaning": "#009E73",
    "experience": "#CC79A7",
    "education": "#56B4E9",
}
_CARD = re.compile(r"<article>.*?</article>\n?", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_STYLE = """
:root { color-scheme: light dark; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .1rem; }
.quiet { opacity: .75; margin: 0 0 .6rem; }
article { border-top: 1px solid var(--line); padding: .7rem 0; }
.head { display: flex; justify-content: space-between; font-weight: 600; }
.bar { display: flex; height: .7rem; border-radius: .35rem; overflow: hidden; background: #8883;
       margin: .3rem 0 .5rem; }
.bar span { display: block; } .bar .unknown { opacity: .4; }
ul { margin: 0; padding-left: 1.1rem; } li { margin: .1rem 0; overflow-wrap: anywhere; }
.swatch { display: inline-block; width: .7rem; height: .7rem; border-radius: .15rem; margin-right: .35rem; }
"""


def write_report(ranking: Ranking, names: Mapping[str, str], folder: Path, language: str = "en") -> Path:
    """Write ``matches-<time>.html`` to a folder and return its path.

    Args:
        ranking: vacancies with their matches, best first.
        names: what to call each candidate id; never an identity.
        folder: made where it is missing.
        language: of the reasons.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now().astimezone()
    path = folder / f"matches-{now:%Y%m%d-%H%M%S}.html"
    path.write_text(_page(ranking, names, now, language), encoding="utf-8")
    return path


def cards_about(page: str, name: str) -> tuple[str, ...]:
    """Return what a report says of one candidate, card by card, as text."""
    return tuple(" ".join(unescape(_TAG.sub(" ", card)).split()) for card in _cards(page, name))


def without_person(page: str, name: str) -> str:
    """Return a report without the cards of one candidate, by the name that the report calls them."""
    for card in _cards(page, name):
        page = page.replace(card, "")
    return page


def _cards(page: str, name: str) -> list[str]:
    head = f"<span>{escape(name)}</span>"
    return [card for card in _CARD.findall(page) if head in card]


def _page(ranking: Ranking, names: Mapping[str, str], now: datetime, language: str) -> str:
    sections = "\n".join(_section(vacancy, matches, names, language) for vacancy, matches in ranking)
    legend = " ".join(
        f'<span class="swatch" style="background:{colour}"></span>{signal}' for signal, colour in COLOURS.items()
    )
    return f"""<!doctype html>
<html lang="{escape(language)}"><head><meta charset="utf-8"><title>Ranked matches</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body>
<h1>Ranked matches</h1>
<p class="quiet">{now:%d %B %Y, %H:%M}. {len(ranking)} vacancies. The engine ranks and explains; a person decides.
Legal routes are not part of this report. A pale part of a bar is something unknown, counted as average.</p>
<p>{legend}</p>
{sections}
<p class="quiet">This service uses the ESCO classification of the European Commission.</p>
</body></html>
"""


def _section(vacancy: Vacancy, matches: list[Match], names: Mapping[str, str], language: str) -> str:
    place = vacancy.workplace.name if vacancy.workplace else "place not stated"
    cards = "\n".join(_card(match, names[match.candidate_id], language) for match in matches)
    return (
        f"<section><h2>{escape(vacancy.title)}</h2>"
        f'<p class="quiet">{escape(vacancy.employer or "employer not stated")}, {escape(place)}, '
        f"{vacancy.openings} opening{'s' * (vacancy.openings != 1)}, reference {escape(vacancy.key)}</p>"
        f"{cards}</section>"
    )


def _card(match: Match, name: str, language: str) -> str:
    bars = "".join(_bar(part) for part in match.evidence)
    reasons = "".join(f"<li>{escape(_sentence(part, language))}</li>" for part in match.evidence)
    return (
        f'<article><div class="head"><span>{escape(name)}</span><span>{match.score:.0%}</span></div>'
        f'<div class="bar">{bars}</div><ul>{reasons}</ul></article>'
    )


def _bar(part: Evidence) -> str:
    unknown = ' class="unknown"' if part.score is None else ""
    title = f"{part.signal}: {part.contribution:.0%} of at most {part.weight:.0%}"
    style = f"width:{part.contribution:.2%};background:{COLOURS.get(part.signal, '#888')}"
    return f'<span{unknown} title="{title}" style="{style}"></span>'


def _sentence(part: Evidence, language: str) -> str:
    return f"{part.contribution:+.0%} {in_words(part.reason, language)}"
