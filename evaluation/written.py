"""In which language and script a text is clearly written."""

from __future__ import annotations

from matcher.cues import LANGUAGES, cue_table, read_words

UNCLEAR = "mixed or unclear"
_CLEARLY = 1.5  # times the small words of the runner-up that the language of a text has
_ARABIC = ("\u0600", "\u06ff")
_MOSTLY, _PARTLY = 0.5, 0.05  # shares of Arabic letters


def language_of(text: str) -> str:
    """Return the language that a text's small words are clearly of, ``ar`` by its letters, or :data:`UNCLEAR`.

    Small words are few in lists of skills, so that some texts are of no clear language.
    """
    letters = script_of(text)
    if letters != "Latin":
        return "ar" if letters == "Arabic" else UNCLEAR
    forms = [word.form for word in read_words(text)]
    counts = {language: sum(map(cue_table(language).tells, forms)) for language in LANGUAGES}
    first, second = sorted(LANGUAGES, key=lambda language: -counts[language])[:2]
    return first if counts[first] > _CLEARLY * counts[second] else UNCLEAR


def script_of(text: str) -> str:
    """Return the script that most letters of a text are of; one with 5 to 50 % Arabic letters is of both."""
    letters = [char for char in text if char.isalpha()]
    share = sum(_ARABIC[0] <= char <= _ARABIC[1] for char in letters) / len(letters) if letters else 0.0
    if share > _MOSTLY:
        return "Arabic"
    return "Latin and Arabic" if share >= _PARTLY else "Latin"
