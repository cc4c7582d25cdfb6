"""Papers that are no CV: a letter, an invoice, a vacancy, a text of another kind. Nobody is made out of them."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.errors import UnreadableFileError
from matcher.intake.cv.identity import Identity
from matcher.intake.cv.sections import Section
from matcher.intake.cv.text import CvText, flat
from matcher.intake.cv.vocabulary import Part, key, phrases
from matcher.records import ProfessionalProfile

FEWEST_WORDS = 15
"""A CV has more words than this."""

_TELLING = frozenset({Part.EXPERIENCE, Part.EDUCATION, Part.LANGUAGES, Part.SKILLS, Part.CERTIFICATES})
_KINDS = {
    "letter": "reads like a letter, not like a CV; send the CV that goes with it.",
    "invoice": "reads like an invoice, not like a CV; send a CV.",
    "vacancy": "reads like a vacancy, not like a CV; load it as a vacancy, or send a CV.",
}
_SIGNS = 2


def refuse_no_cv(text: CvText, sections: Sequence[Section], file: str) -> None:
    """Refuse a text that is no CV.

    Raises:
        UnreadableFileError: hardly any text, signs of another paper, or fewer than two sections that a CV has.
    """
    words = sum(any(char.isalpha() for char in word) for word in text.words)
    if words < FEWEST_WORDS:
        raise UnreadableFileError(
            f"{file} holds {words} words of text, too few for a CV; if its pages are pictures, run text recognition "
            "(OCR) on it, else send the whole CV."
        )
    parts = {section.part for section in sections if section.part in _TELLING and any(section.lines)}
    for kind, message in _KINDS.items():
        if reads_like(text, kind) and len(parts) < 2:
            raise UnreadableFileError(f"{file} {message}")
    if len(parts) < 2 and not (parts & {Part.EXPERIENCE, Part.EDUCATION}):
        raise UnreadableFileError(
            f"{file} does not read like a CV: it has no section on work or education; send a CV with headings such as "
            "Work experience, Education, Languages, Skills, in English, French, Dutch, German or Arabic."
        )


def reads_like(text: CvText, kind: str) -> bool:
    """Tell whether a text has the signs of a paper of another kind: ``letter``, ``invoice`` or ``vacancy``."""
    return _signs(text, kind) >= _SIGNS


def refuse_nobody(identity: Identity, profile: ProfessionalProfile, file: str) -> None:
    """Refuse a text with headings like those of a CV that tells of nobody: a report, a brochure.

    Raises:
        UnreadableFileError: neither a name, a contact or a personal fact, nor a job with its dates.
    """
    told = identity.name.name or identity.email or identity.phone or identity.facts
    if not told and not any(job.start or job.years for job in profile.experience):
        raise UnreadableFileError(
            f"{file} does not read like the CV of a person: it gives no name, no contact and no job with dates; "
            "send a CV."
        )


def _signs(text: CvText, kind: str) -> int:
    said = f" {key(' '.join(map(flat, text.lines)))} "
    return sum(f" {phrase} " in said for phrase in phrases(kind))
