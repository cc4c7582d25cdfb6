"""A page for paper: headings, paragraphs and points, self-contained, from right to left where the language runs so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from matcher.notices.wording import RIGHT_TO_LEFT, say

_STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.6 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; color: #1c2733; background: #fff;
       max-width: 44rem; margin: 2rem auto; padding: 0 1.2rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .3rem; break-after: avoid; }
p { margin: .3rem 0; } ul { margin: .3rem 0; padding-inline-start: 1.3rem; } li { margin: .15rem 0; }
section { break-inside: avoid; }
.quiet { color: #52606d; } .draft { border: 2px solid #9a5b00; color: #7a4700; padding: .4rem .7rem; font-weight: 600; }
.blank { border-bottom: 1px solid #52606d; height: 2.2rem; }
@media print { body { font-size: 11pt; margin: 0; max-width: none; padding: 0; } .screen { display: none; }
               @page { margin: 18mm; } }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a paper. ``blanks`` are lines left empty, to be filled in by hand."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: a title, what stands under it, and its parts. ``warning`` stands in a frame above all."""

    title: str
    under: tuple[str, ...]
    sections: Sequence[Section]
    day: date
    warning: str = ""

    def html(self, language: str) -> str:
        """Return the paper as an HTML page that needs nothing from elsewhere; every text in it is shown as it is."""
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        under = "".join(f'<p class="quiet" dir="auto">{escape(text)}</p>\n' for text in self.under)
        warning = f'<p class="draft">{escape(self.warning)}</p>\n' if self.warning else ""
        sections = "\n".join(_section(section) for section in self.sections)
        return f"""<!doctype html>
<html lang="{escape(language)}" dir="{direction}"><head><meta charset="utf-8"><title>{escape(self.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body><main>
{warning}<h1>{escape(self.title)}</h1>
{under}{sections}
<p class="quiet">{self.day:%d/%m/%Y}</p>
<p class="quiet screen">{escape(say("page.print", language))}</p>
</main></body></html>
"""


def _section(section: Section) -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>\n" for text in section.paragraphs)
    points = "".join(f"<li>{escape(text)}</li>\n" for text in section.points)
    listed = f"<ul>\n{points}</ul>\n" if points else ""
    blanks = '<div class="blank"></div>\n' * section.blanks
    return f"<section><h2>{escape(section.heading)}</h2>\n{paragraphs}{listed}{blanks}</section>"
