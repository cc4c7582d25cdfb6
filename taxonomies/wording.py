"""How labels are compared: one normal form, gender marks dropped, slashed gendered forms split."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# "(h/f/x)", "m/v", "(w/m/d)" and their kin say who may apply, never what the job is.
_GENDER_MARK = re.compile(
    r"\(\s*[hfmvwxd](?:\s*[/|,.-]\s*[hfmvwxd]){1,3}\s*\)|(?<![\w/])[hfmvwxd](?:/[hfmvwxd]){1,3}(?![\w/])", re.IGNORECASE
)
# "développeur·euse", "technicien(ne)", "Lasser(in)", "Tischler/in", "vendeur/-euse": an ending for the other gender.
_GENDER_ENDING = re.compile(
    r"(?<=\w)(?:[·•]\w{1,6}(?:[·•]\w)?|\((?:e|ne|se|euse|rice|trice|ère|in|innen|ster)\)|\*in(?:nen)?|:in(?:nen)?)"
    r"|(?<=\w{4})/-?(?:in|innen|frau|e|ne|se|euse|rice|trice|ère|ière|ienne|ster|woman)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?", re.UNICODE)


class _WithoutMarks(dict[int, int | None]):
    """Drops combining marks, for ``str.translate``; filled as characters are met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


@lru_cache(maxsize=200_000)
def normalise(text: str) -> str:
    """Return the form in which two texts count as the same: lower case, no accents, gender marks or punctuation.

    ``C++``, ``C#`` and ``.NET`` keep what tells them apart. Words are joined by single spaces; text without any word
    gives the empty string.
    """
    return " ".join(_WORD.findall(fold(drop_gender_marks(text))))


def fold(text: str) -> str:
    """Return the text in lower case, compatibility forms composed and accents (all combining marks) dropped."""
    if text.isascii():
        return text.lower()  # the same, and most words are: loading a cohort folds a million of them
    # Twice: decomposing a styled letter gives a plain capital, and folding case may compose again.
    folded = unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", folded)
    return decomposed.translate(_WITHOUT_MARKS)


def drop_gender_marks(text: str) -> str:
    """Return a job title without marks such as ``(h/f/x)`` and endings such as ``·euse``."""
    return _GENDER_ENDING.sub("", _GENDER_MARK.sub(" ", text)).strip()


def gendered_forms(label: str) -> tuple[str, ...]:
    """Split ``"directeur technique/directrice technique"`` into its two forms.

    Only the two-sided form that ESCO uses for people is split; ``CI/CD`` or ``and/or`` stay whole: both sides must
    be words of four letters or more and start alike. A label without such a slash is returned alone.
    """
    left, slash, right = label.partition("/")
    if not slash or "/" in right:
        return (label,)
    first, second = left.strip(), right.strip()
    if min(len(first), len(second)) < 4 or fold(first)[:3] != fold(second)[:3]:
        return (label,)
    return (first, second)
