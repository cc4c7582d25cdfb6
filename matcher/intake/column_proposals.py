"""What the columns that no heading tells might hold: by words of the heading, or by what stands in the cells.

A proposal is only shown. The one exception is a column of e-mail addresses, each another, in a file that has no other:
nothing else looks like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import gender_of
from matcher.intake.cells import is_nothing, split_list
from matcher.intake.countries import country_code
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.headers import normalise_heading
from matcher.intake.language_levels import read_level
from matcher.intake.languages import read_language_skills
from matcher.intake.lexicon import Lexicon
from taxonomies.wording import fold

C = CandidateColumn

_SHARE = 0.8
_FEWEST = 3
_ALIKE, _SHORTEST_WORD = 74.0, 3
_EMAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\W\d_]{2,}")
_PHONE = re.compile(r"(?:\+|00|0)[\d\s()./-]{7,20}")
_CEFR = re.compile(r"[abc][12]\+?")
_REFERENCE = re.compile(r"(?=\D*\d)(?!\d+[./-]\d+[./-]\d+$)[\w./-]{2,20}")
# A column about somebody else says nothing of the candidate, whatever it holds.
_SOMEBODY_ELSE = re.compile(
    r"\b(?:conseill\w+|referent\w*|employ\w+|urgence|emergency|noodgeval|notfall|mentor\w*|parents?|tuteur\w*|garant\w*"
    r"|begeleid\w+|berater\w*|counsell?or\w*|adviser|advisor|werkgever|arbeitgeber|recruiter|contactpers\w+|garage)\b"
    r"|personne de contact|contact person|المرشد|المستشار"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column probably holds, and why; ``certain`` where it can hold nothing else."""

    column: CandidateColumn
    why: str
    certain: bool = False


def propose(
    heading: str, texts: Sequence[str], taken: frozenset[CandidateColumn], lexicon: Lexicon[CandidateColumn]
) -> Proposal | None:
    """Return what an unrecognised column probably holds.

    Args:
        heading: its words.
        texts: what stands in its cells.
        taken: columns that the file has already; only those that may repeat are proposed again.
        lexicon: the headings known.
    """
    if _SOMEBODY_ELSE.search(fold(heading)):
        return None
    filled = [text for text in texts if not is_nothing(text)]
    for found in (_by_content(filled), _by_words(heading, lexicon), _by_shape(filled)):
        if found is not None and (found.column not in taken or found.column in lexicon.repeatable):
            return found
    return None


def _by_words(heading: str, lexicon: Lexicon[CandidateColumn]) -> Proposal | None:
    from rapidfuzz import fuzz, process  # only for headings that nobody knows

    plain = normalise_heading(heading)
    words = f" {plain} "
    held = [form for form in lexicon.synonyms if len(form) >= _SHORTEST_WORD and f" {form} " in words]
    if held:
        longest = max(held, key=len)
        return Proposal(lexicon.synonyms[longest], f'its heading holds "{longest}"')
    known = [form for form in lexicon.synonyms if len(form) > _SHORTEST_WORD + 1]
    near = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return Proposal(lexicon.synonyms[near[0]], f'its heading is spelt much like "{near[0]}"') if near else None


def _by_content(filled: Sequence[str]) -> Proposal | None:
    if len(filled) < _FEWEST:
        return None
    if all(_EMAIL.fullmatch(text) for text in filled) and len({fold(text) for text in filled}) == len(filled):
        return Proposal(C.EMAIL, "every cell is an e-mail address, each another", certain=True)
    for column, says, why in _LOOKS:
        count = sum(map(says, filled))
        if count >= _SHARE * len(filled):
            return Proposal(column, f"{count} of {len(filled)} cells {why}")
    return None


def _by_shape(filled: Sequence[str]) -> Proposal | None:
    """Return what cells that could be many things are likeliest to be."""
    if len(filled) < _FEWEST:
        return None
    lists = sum(len(split_list(text)) >= 3 for text in filled)
    if lists >= _SHARE * len(filled):
        return Proposal(C.SKILLS, f"{lists} of {len(filled)} cells are lists of three things or more")
    if len(set(filled)) == len(filled) and all(_REFERENCE.fullmatch(text) for text in filled):
        return Proposal(C.KEY, "every cell is another short code")
    return None


def _is_birth_date(text: str) -> bool:
    try:
        day = read_date(text)
    except ImpossibleDateError:
        return True  # meant as a date, and mistyped
    return day is not None and 15 <= date.today().year - day.year <= 100


def _names_languages(text: str) -> bool:
    return any(skill.cefr for skill in read_language_skills(text)) and len(text) < 200


def _is_level(text: str) -> bool:
    return _CEFR.fullmatch(fold(text)) is not None or (len(text) < 20 and read_level(fold(text)) is not None)


_LOOKS: tuple[tuple[CandidateColumn, Callable[[str], bool], str], ...] = (
    (C.EMAIL, lambda text: _EMAIL.fullmatch(text) is not None, "are e-mail addresses"),
    (C.BIRTH_DATE, _is_birth_date, "are dates on which a candidate may be born"),
    (C.PHONE, lambda text: _PHONE.fullmatch(text) is not None, "are telephone numbers"),
    (C.GENDER, lambda text: gender_of(text) in {"female", "male"}, "say male or female"),
    (C.ORIGIN, lambda text: len(text) < 40 and country_code(text) is not None, "are countries"),
    (C.LANGUAGES, _names_languages, "name languages with a level"),
    (C.LANGUAGES, _is_level, "are levels of a language, which the heading must name"),
)
