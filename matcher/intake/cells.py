"""What cells of any column have in common: being blank, holding a list, holding a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from taxonomies.wording import fold

MOST_ENTRIES = 500
"""More jobs or courses than any one person has; what a cell holds beyond them stays together."""

_NOTHING = frozenset(
    {
        *(
            "n a",
            "na",
            "nvt",
            "n v t",
            "nan",
            "none",
            "null",
            "nil",
            "neant",
            "aucun",
            "aucune",
            "geen",
            "keine",
            "kein",
        ),
        *("onbekend", "inconnu", "inconnue", "unknown", "unbekannt", "sans objet", "non renseigne", "a completer"),
        *("nihil", "rien", "vide", "leeg", "tbd", "todo", "niet ingevuld", "not provided"),
    }
)
_TICKS = frozenset({"x", "v", "✓", "✔", "☑", "1", "oui", "yes", "ja", "ok", "true", "vrai", "waar", "wahr", "نعم"})
_NO_TICKS = frozenset({"0", "non", "no", "nee", "neen", "nein", "false", "faux", "onwaar", "falsch", "لا"})
_SPREADSHEET_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|DIV/0!|VALUE!|NULL!|NUM!)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"^[\s]*(?:[-–—*•·▪■●○◦‣➢➤►✓✔→>]+(?=\s|\w)|\(?\d{1,2}[.)](?=\s))\s*")
_HARD = re.compile(r"[;|\n•▪■●◦‣➢➤►✓✔\t]|(?<=\s)·(?=\s)|(?<!\d),|,(?!\d)|(?<=\s)/|/(?=\s)")
_DASHED = re.compile(r"(?<=\s)[-–—](?=\s)")
_SLASH = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
_NUMBER = re.compile(r"[-+]?\d[\d\s.,'’]*")


def is_nothing(text: str) -> bool:
    """Tell whether a cell only says that there is nothing to say: blank, ``-``, ``n/a``, ``néant``, ``#N/A``."""
    if not text or _SPREADSHEET_ERROR.fullmatch(text):
        return True
    if len(text) > 40:
        return False
    words = " ".join(_WORD.findall(fold(text)))
    return not words or words in _NOTHING


def read_tick(text: str) -> bool | None:
    """Return what a cell of a checklist says, ``x`` or ``oui`` or ``nee``; ``None`` where it says something else."""
    plain = fold(text).strip(" .")
    return True if plain in _TICKS else False if plain in _NO_TICKS else None


def split_list(text: str) -> tuple[str, ...]:
    """Split a cell into its items, in order, each once.

    Items part at line ends, bullets, semicolons, commas, bars and spaced slashes, never inside brackets nor inside a
    number (``1,5``). A slash without spaces parts plain words of four letters or more (``soudure/montage``), not
    abbreviations (``CI/CD``, ``HTML/CSS``) nor the two forms of one title (``serveur/serveuse``). Spaced dashes part
    items where at least two of them and no other mark stand in the cell.
    """
    pieces = split_outside_brackets(text, _HARD)
    if len(pieces) == 1 and (len(_DASHED.findall(text)) > 1 or _BULLET.match(text)):
        pieces = split_outside_brackets(text, _DASHED)
    items: dict[str, str] = {}
    for piece in pieces:
        for part in _split_slash(_BULLET.sub("", piece)):
            item = re.sub(r"\s+", " ", part).strip(" \t\n.:-–—") if not _is_initialism(part) else part.strip()
            if item and not is_nothing(item):
                items.setdefault(fold(item), item)
    return tuple(items.values())


def split_outside_brackets(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split at the matches of a pattern that stand in no pair of brackets; nothing but the marks is lost."""
    covered = bracketed_spans(text)
    openings = [opened for opened, _ in covered]
    pieces: list[str] = []
    start = 0
    for match in separator.finditer(text):
        nearest = bisect_left(openings, match.start()) - 1
        if nearest < 0 or covered[nearest][1] < match.start():
            pieces.append(text[start : match.start()])
            start = match.end()
    pieces.append(text[start:])
    return pieces


def at_most(pieces: list[str], most: int = MOST_ENTRIES) -> list[str]:
    """Return the pieces, those beyond the limit joined into the last: nothing is lost, and nothing takes for ever."""
    return pieces if len(pieces) <= most else [*pieces[: most - 1], "\n".join(pieces[most - 1 :])]


def bracketed_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each outermost pair of round brackets; a bracket without its pair covers nothing."""
    spans: list[tuple[int, int]] = []
    stack: list[int] = []
    for index, char in enumerate(text):
        if char == "(":
            stack.append(index)
        elif char == ")" and stack:
            opened = stack.pop()
            while spans and spans[-1][0] > opened:
                spans.pop()
            spans.append((opened, index))
    return spans


def read_number(text: str) -> float | None:
    """Read a number with a decimal comma or point and any grouping; ``None`` where the text is no single number.

    One mark followed by exactly three digits groups thousands (``2.650`` is 2650), for wages and counts are written so.
    """
    compact = re.sub(r"[\s'’]", "", text)
    if not _NUMBER.fullmatch(compact) or len(compact) > 30:
        return None
    marks = [char for char in compact if char in ".,"]
    if len(set(marks)) == 2:
        decimal = marks[-1]
        if marks.count(decimal) > 1:
            return None
        compact = compact.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif marks and (len(marks) > 1 or re.fullmatch(r"[-+]?[1-9]\d{0,2}[.,]\d{3}", compact)):
        if not re.fullmatch(r"[-+]?\d{1,3}(?:[.,]\d{3})+", compact):
            return None
        compact = re.sub(r"[.,]", "", compact)
    else:
        compact = compact.replace(",", ".")
    return float(compact)


def shorten(text: str, longest: int = 200) -> str:
    """Return a cell short enough to stand in a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _split_slash(text: str) -> list[str]:
    parts = split_outside_brackets(text, _SLASH)
    if len(parts) == 1:
        return parts
    words = [part.strip().split() or [""] for part in parts]
    # Only the two words that touch the slash decide: "gestion/animation d'équipe".
    touching = [(left[-1], right[0]) for left, right in pairwise(words)]
    return parts if all(_parts_words(left, right) for left, right in touching) else [text]


def _parts_words(left: str, right: str) -> bool:
    def plain(word: str) -> bool:
        return (
            len(word) >= 4 and word.replace("'", "").replace("’", "").replace("-", "").isalpha() and not word.isupper()
        )

    return plain(left) and plain(right) and fold(left)[:3] != fold(right)[:3]


def _is_initialism(text: str) -> bool:
    """Tell names that begin or end with a mark of their own: ``.NET``, ``C++``."""
    return text.strip().startswith(".") and text.strip()[1:2].isalpha()
