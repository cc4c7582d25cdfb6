"""The answers of ESCO's web service: concepts as JSON, read into the columns of the official CSV files.

* ``/resource/skill?isInScheme=...`` answers ``total``, ``offset``, ``_embedded`` (a map of URI to concept) and
  ``_links.next`` (Virtual-Finland-Development/esco-api, kuram39/cv-bau-students); ``/search`` puts a list under
  ``_embedded.results`` instead. Both are read.
* Labels are maps of language: ``preferredLabel.fr`` a text, ``alternativeLabel.fr`` and ``hiddenLabel.fr`` lists,
  ``description.fr.literal`` a text. ``title`` may fall back to English, so it is never taken for a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

REFERENCE = "en"  # the language in which every concept has a label

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One answer. Rows have the official columns; ``next_offset`` is ``None`` where the answer names no next page.

    ``requirements`` are the skills that occupations ask, read once: with the language of reference.
    """

    total: int
    next_offset: int | None
    rows: tuple[Row, ...]
    requirements: tuple[Row, ...]


def read_page(answer: Any, edition: str, language: str) -> Page:
    """Read the labels of a language from one answer; raises ``ValueError`` that says what it lacks."""
    if not isinstance(answer, Mapping) or not str(answer.get("total", "")).isdigit():
        raise ValueError("it has no total")
    embedded = answer.get("_embedded") or {}
    if not isinstance(embedded, Mapping):
        raise ValueError("its _embedded is no map")
    results = embedded.get("results")
    concepts = list(results if isinstance(results, list) else embedded.values())
    if not all(isinstance(item, Mapping) and isinstance(item.get("uri"), str) and item["uri"] for item in concepts):
        raise ValueError("a concept has no uri")
    return Page(
        total=int(answer["total"]),
        next_offset=_next_offset(answer),
        rows=tuple(_row(concept, edition.lstrip("v"), language) for concept in concepts),
        requirements=tuple(row for concept in concepts for row in _requirements(concept) if language == REFERENCE),
    )


def _next_offset(answer: Mapping[str, Any]) -> int | None:
    links = answer.get("_links")
    following = links.get("next") if isinstance(links, Mapping) else None
    href = following.get("href") if isinstance(following, Mapping) else None
    found = parse_qs(urlsplit(href).query).get("offset", []) if isinstance(href, str) else []
    return int(found[0]) if found and found[0].isdigit() else None


def _row(concept: Mapping[str, Any], edition: str, language: str) -> Row:
    """Return a concept in the columns that both official files share and those of either."""
    code = concept["code"] if isinstance(concept.get("code"), str) else ""
    group = next(iter(_tails(concept, "broaderIscoGroup")), "").lstrip("C") or code.partition(".")[0]
    skill_type = next(iter(_tails(concept, "hasSkillType")), "")
    return {
        "conceptUri": concept["uri"],
        "preferredLabel": next(iter(_texts(concept, "preferredLabel", language)), ""),
        "altLabels": "\n".join(_texts(concept, "alternativeLabel", language)),
        "hiddenLabels": "\n".join(_texts(concept, "hiddenLabel", language)),
        "description": next(iter(_texts(concept, "description", language)), ""),
        "status": concept["status"] if isinstance(concept.get("status"), str) else "released",
        "code": code,
        "iscoGroup": group,
        "skillType": "skill/competence" if skill_type == "skill" else skill_type,
        "reuseLevel": next(iter(_tails(concept, "hasReuseLevel")), ""),
        "inScheme": ",\n".join(_linked(concept, "isInScheme")),
        "labelVersion": edition,
    }


def _requirements(concept: Mapping[str, Any]) -> Iterator[Row]:
    for kind, relation in (("essential", "hasEssentialSkill"), ("optional", "hasOptionalSkill")):
        for skill in _linked(concept, relation):
            yield {"occupationUri": concept["uri"], "relationType": kind, "skillType": "", "skillUri": skill}


def _texts(concept: Mapping[str, Any], name: str, language: str) -> list[str]:
    """Return the texts of a language, each on one line; another language never stands in for it."""
    by_language = concept.get(name)
    if not isinstance(by_language, Mapping):
        return []
    found = by_language.get(language)
    texts = [item.get("literal") if isinstance(item, Mapping) else item for item in _as_list(found)]
    return [" ".join(text.split()) for text in texts if isinstance(text, str) and text.strip()]


def _linked(concept: Mapping[str, Any], relation: str) -> list[str]:
    """Return the URIs a concept is linked to: under ``_links`` in resources, beside the labels in search results."""
    links = concept.get("_links")
    found = (links.get(relation) if isinstance(links, Mapping) else None) or concept.get(relation)
    uris = [item.get("uri") if isinstance(item, Mapping) else item for item in _as_list(found)]
    return [uri for uri in uris if isinstance(uri, str) and uri]


def _tails(concept: Mapping[str, Any], relation: str) -> list[str]:
    return [uri.rstrip("/").rpartition("/")[2] for uri in _linked(concept, relation)]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
