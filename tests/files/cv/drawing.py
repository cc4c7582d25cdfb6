"""Draws pages as CV templates do: columns, tab stops, dates at the right edge, Arabic in the order it is seen."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
FONTS = Path("/usr/share/fonts/truetype/dejavu")
STYLES = {"= ": ("Bold", 20), "# ": ("Bold", 12), "* ": ("Bold", 10), "^ ": ("Plain", 8), "": ("Plain", 10)}
_MIRRORED = str.maketrans("()[]<>«»", ")(][><»«")
_FORM_NAMES = ("isolated", "final", "initial", "medial")


def open_canvas(name: str, **options: object) -> Canvas:
    """Start a PDF; the same text gives the same bytes."""
    for font, file in (("Plain", "DejaVuSans.ttf"), ("Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(font, FONTS / file))
    return Canvas(str(HERE / name), pagesize=A4, invariant=1, pageCompression=1, **options)


def column(canvas: Canvas, x: float, y: float, lines: str, *, right: float = 550, tab: float = 130) -> float:
    """Write lines from ``y`` down; returns where the next would stand.

    A line begins with its style (``= `` name, ``# `` heading, ``* `` bold, ``^ `` small); ``||`` goes to the tab stop,
    ``>>`` to the right edge, and a line that begins with ``~`` is Arabic, set from the right edge.
    """
    for line in lines.strip("\n").split("\n"):
        style = next((mark for mark in STYLES if mark and line.startswith(mark)), "")
        font, size = STYLES[style]
        canvas.setFont(font, size)
        text = line.removeprefix(style)
        if text.startswith("~"):
            canvas.drawRightString(right, y, seen(text[1:].strip()))
        elif "||" in text:
            left, _, rest = text.partition("||")
            canvas.drawString(x, y, left.strip())
            canvas.drawString(x + tab, y, rest.strip())
        elif ">>" in text:
            left, _, rest = text.partition(">>")
            canvas.drawString(x, y, left.strip())
            canvas.drawRightString(right, y, rest.strip())
        else:
            canvas.drawString(x, y, text)
        y -= size * 1.4
    return y


def seen(text: str) -> str:
    """Return Arabic text as a page shows it: letters in their joined forms, from left to right."""
    return in_seen_order(_joined(text))


def in_seen_order(text: str) -> str:
    """Turn an Arabic line round, but not the Latin words and the numbers in it; brackets are mirrored."""
    runs: list[str] = []
    position = 0
    while position < len(text):
        end = _run_end(text, position)
        runs.append(text[position:end] if end - position > 1 else text[position].translate(_MIRRORED))
        position = end
    return "".join(reversed(runs))


def _run_end(text: str, start: int) -> int:
    """Return where the run of one direction that begins at a place ends, as Unicode's rules for Arabic lines say."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    last = start
    for place in range(start + 1, len(text)):
        if kinds[start] == "L":
            if kinds[place] in {"R", "AL", "NSM"}:
                break
            last = place if kinds[place] in {"L", "EN"} else last
        elif kinds[start] == "EN":
            joined = kinds[place] in {"CS", "ES"} and kinds[place + 1 : place + 2] == ["EN"]
            if kinds[place] != "EN" and not joined:
                break
            last = place
        else:
            break
    return last + 1


def _forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEFD):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or ["", ""]
        if kind.strip("<>") in _FORM_NAMES and letters:
            base = "".join(chr(int(letter, 16)) for letter in letters)
            forms.setdefault(base, {})[kind.strip("<>")] = chr(code)
    return forms


def _joined(text: str) -> str:
    forms = _forms()
    units: list[str] = []
    for char in text:
        if units and units[-1] == "ل" and "ل" + char in forms:
            units[-1] = "ل" + char
        else:
            units.append(char)
    shaped = []
    for index, unit in enumerate(units):
        known = forms.get(unit)
        if known is None:
            shaped.append(unit)
            continue
        before = index > 0 and "initial" in forms.get(units[index - 1], {})
        after = "initial" in known and index + 1 < len(units) and "final" in forms.get(units[index + 1], {})
        kind = _FORM_NAMES[(3 if before else 2) if after else (1 if before else 0)]
        shaped.append(known.get(kind, known["isolated"]))
    return "".join(shaped)
