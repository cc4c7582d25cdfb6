"""Filters: what a user asks of the pool before anything is ranked. Unknowns stay in unless the user drops them."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.errors import UsageError
from matcher.records import LanguageRequirement, ProfessionalProfile

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class Filters:
    """Wishes about candidates. ``languages`` asks at least that CEFR level; ``schemes`` empty means all."""

    schemes: tuple[str, ...] = ()
    languages: tuple[LanguageRequirement, ...] = ()
    drop_unknown: bool = False

    def lets_pass(self, scheme: str, profile: ProfessionalProfile) -> bool:
        """Tell whether a candidate stays in the pool."""
        if self.schemes and scheme not in self.schemes:
            return False
        return all(self._language_passes(wish, profile) for wish in self.languages)

    def _language_passes(self, wish: LanguageRequirement, profile: ProfessionalProfile) -> bool:
        held = [skill.cefr for skill in profile.languages if skill.language == wish.language]
        if held and wish.cefr is None:
            return True
        levels = [level for level in held if level]
        if not levels:
            # No word about this language: unknown. A profile that lists languages but not this one is unknown too.
            return not self.drop_unknown
        return wish.cefr is None or max(map(CEFR.index, levels)) >= CEFR.index(wish.cefr)


def parse_language(text: str) -> LanguageRequirement:
    """Read ``nl:B1`` or ``nl``; raises :class:`UsageError` that shows the form."""
    language, _, level = text.partition(":")
    level = level.upper()
    if len(language) != 2 or not language.isalpha() or (level and level not in CEFR):
        raise UsageError(f"{text!r} is not a language filter: write nl:B1, with a level from A1 to C2, or just nl.")
    return LanguageRequirement(language.lower(), level or None, text)
