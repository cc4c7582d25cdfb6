"""JSON Resume (jsonresume.org): one person a document, with ``basics``, ``work``, ``education``, ``skills``."""

from __future__ import annotations

from typing import Any

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Course, Dossier, Entry, Job
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.language_codes import language_name
from matcher.intake.moments import read_moment, read_stretch
from matcher.records import Source

C = CandidateColumn

_LISTS = frozenset({"work", "education", "skills", "languages", "certificates", "volunteer", "projects"})
_ABOUT_THE_FILE = ("$schema", "meta")
_SHORTEST_CODE, _LONGEST_CODE = 2, 3


def is_resume(value: Any) -> bool:
    """Tell whether a document is a JSON Resume: ``basics`` is an object and one of its lists stands beside it."""
    if not isinstance(value, dict) or not isinstance(value.get("basics"), dict):
        return False
    return any(isinstance(value.get(name), list) for name in _LISTS) or "$schema" in value


def read_resume(document: dict[str, Any], source: Source, context: CohortContext) -> Entry:
    """Read the person of a document; what has no column is kept beside the record."""
    dossier = Dossier(source)
    rest = {name: value for name, value in document.items() if name not in _ABOUT_THE_FILE}
    basics = dict(rest.pop("basics"))
    for name, column in (("name", C.NAME), ("email", C.EMAIL), ("phone", C.PHONE), ("label", C.OCCUPATION)):
        dossier.tell(column, name, _take(basics, name))
    dossier.tell(C.SUMMARY, "summary", _take(basics, "summary"))
    for name in ("birthDate", "birthdate", "dateOfBirth"):
        dossier.tell(C.BIRTH_DATE, name, _take(basics, name))
    dossier.tell(C.NATIONALITY, "nationality", _take(basics, "nationality"))
    dossier.tell(C.GENDER, "gender", _take(basics, "gender"))
    basics.pop("image", None)
    basics.pop("picture", None)
    for item in _items(rest, "work"):
        _work(dossier, item, context)
    for item in _items(rest, "education"):
        _education(dossier, item, context)
    for item in _items(rest, "skills"):
        _skill(dossier, item)
    for item in _items(rest, "languages"):
        dossier.language("languages", _name_of_language(_take(item, "language")), _take(item, "fluency"))
        dossier.keep_all(leaves(item, "languages"))
    for item in _items(rest, "certificates"):
        name = _take(item, "name")
        dossier.tell(C.SKILLS, "certificates", name)
        dossier.keep_all(leaves(item, f"certificates {name}".strip()))
    dossier.keep_all(leaves(basics, "basics"))
    dossier.keep_all(leaves(rest))
    return dossier.entry(context)


def _work(dossier: Dossier, item: dict[str, Any], context: CohortContext) -> None:
    time = read_stretch(_take(item, "startDate"), _take(item, "endDate"), context.today)
    employer = _take(item, "name") or _take(item, "company")
    told = [_take(item, "summary"), *(text for _, text in leaves(item.pop("highlights", None)))]
    description = "\n".join(text for text in told if text)
    dossier.job("work", Job(_take(item, "position"), employer, _take(item, "location"), time, description))
    dossier.keep_all(leaves(item, "work"))


def _education(dossier: Dossier, item: dict[str, Any], context: CohortContext) -> None:
    start, end = _take(item, "startDate"), _take(item, "endDate")
    last = read_moment(end) if end else None
    unfinished = (bool(start) and not end) or (last is not None and last.first > context.today)
    title = " ".join(part for part in (_take(item, "studyType"), _take(item, "area")) if part)
    courses = ", ".join(text for _, text in leaves(item.pop("courses", None)))
    time = read_stretch(start, end, context.today)
    course = Course(title, _take(item, "institution"), time, "", courses, unfinished)
    dossier.course("education", course)
    dossier.keep_all(leaves(item, "education"))


def _skill(dossier: Dossier, item: dict[str, Any]) -> None:
    name = _take(item, "name")
    for words in (name, *(text for _, text in leaves(item.pop("keywords", None)))):
        dossier.tell(C.SKILLS, "skills", words)
    dossier.keep_all(leaves(item, f"skills {name}".strip()))


def _items(rest: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Take a list of objects out of what is not read yet; anything else under that name stays there."""
    value = rest.get(name)
    if not isinstance(value, list):
        return []
    rest[name] = [item for item in value if not isinstance(item, dict)]
    return [dict(item) for item in value if isinstance(item, dict)]


def _take(item: dict[str, Any], name: str) -> str:
    """Take one text out of an object; a list or an object under that name stays there."""
    value = item.get(name)
    return "" if isinstance(value, list | dict) else text_of(item.pop(name, None))


def _name_of_language(words: str) -> str:
    return language_name(words) if _SHORTEST_CODE <= len(words) <= _LONGEST_CODE else words
