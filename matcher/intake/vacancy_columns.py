"""The facts that vacancy files give, and the headings under which they stand (``vacancy_columns.toml``)."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from importlib.resources import files

from matcher.intake.lexicon import Lexicon


class VacancyColumn(StrEnum):
    """The facts that a vacancy file can give.

    ``OCCUPATION_CODE`` holds codes whose form tells the classification; the six before it are of one each.
    """

    KEY = "key"
    TITLE = "title"
    EMPLOYER = "employer"
    DESCRIPTION = "description"
    ESSENTIAL_SKILLS = "essential_skills"
    OPTIONAL_SKILLS = "optional_skills"
    LANGUAGES = "languages"
    OPENINGS = "openings"
    CONTRACT = "contract"
    WAGE = "wage"
    PLACE = "place"
    POSTCODE = "postcode"
    REGION = "region"
    EDUCATION = "education"
    YEARS = "years"
    OPENS = "opens"
    CLOSES = "closes"
    ESCO = "esco"
    ISCO = "isco08"
    COMPETENT = "competent"
    ROME = "rome"
    ROME4 = "rome4"
    NACE = "nace"
    OCCUPATION_CODE = "occupation_code"
    HOURS = "hours"
    FULL_TIME = "full_time"
    SEAT = "seat"
    SECTOR = "sector"
    LICENCE = "driving_licence"
    STARTS = "starts"
    VKS = "vks"
    COMMITTEE = "joint_committee"
    SCALE = "follows_scale"
    TRANSFER = "transfer"
    POSTINGS = "postings"
    NUTS = "nuts"
    COUNTRY = "country"
    URL = "url"


V = VacancyColumn


def _headings() -> dict[VacancyColumn, tuple[str, ...]]:
    table = tomllib.loads((files("matcher.intake") / "vacancy_columns.toml").read_text(encoding="utf-8"))
    return {VacancyColumn(column): tuple(headings) for column, headings in table.items()}


REPEATABLE = frozenset(
    {
        *(V.DESCRIPTION, V.ESSENTIAL_SKILLS, V.OPTIONAL_SKILLS, V.LANGUAGES, V.SECTOR, V.LICENCE, V.POSTINGS),
        *(V.ESCO, V.ISCO, V.COMPETENT, V.ROME, V.ROME4, V.NACE, V.OCCUPATION_CODE),
    }
)
"""Facts that several cells of one record may give together."""

VACANCY_LEXICON: Lexicon[VacancyColumn] = Lexicon(_headings(), repeatable=REPEATABLE)
