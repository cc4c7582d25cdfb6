"""ESCO's public web service: one page asked for, its concepts read into the columns of the official CSV files.

Written from the service's documentation (``ec.europa.eu/esco/api/doc``: HAL-style JSON, errors as ``status`` and
``message``, ``selectedVersion``) and from facts that public clients of it show, of which no code was copied:

* ``/resource/skill?isInScheme=...`` answers ``total``, ``offset``, ``_embedded`` (a map of URI to concept) and
  ``_links.next`` (Virtual-Finland-Development/esco-api, kuram39/cv-bau-students); ``/search`` puts a list under
  ``_embedded.results`` instead. Both are read.
* Labels are maps of language: ``preferredLabel.fr`` a text, ``alternativeLabel.fr`` and ``hiddenLabel.fr`` lists,
  ``description.fr.literal`` a text. ``title`` may fall back to English, so it is never taken for a label.
* ``offset`` counts pages, not concepts. Clients disagree: those that counted concepts report empty answers "past
  offset 100" (alex-wu/jobmarket_analyzer), which is what a page number beyond the last gives. Where the answer's own
  ``next`` link says how to go on, that decides.
* The default edition answers 500 at times and any edition does under load; an edition is therefore always named.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from importlib.metadata import version
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request, urlopen

from taxonomies.errors import TaxonomyError

PUBLIC_URL = "https://ec.europa.eu/esco/api"
DEFAULT_EDITION = "v1.2.0"
REFERENCE = "en"  # the language in which every concept has a label
LANGUAGES = (
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"),
    *("is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"),
)
PAGE_SIZE = 50  # clients report that fifty concepts an answer are safe and that much larger answers get lost

Row = dict[str, str]
Say = Callable[[str], None]

_SCHEMES = "http://data.europa.eu/esco/concept-scheme/"
_EDITION = re.compile(r"v?(\d+\.\d+(?:\.\d+)?)")
_PASSES = frozenset({429, 500, 502, 503, 504})


class EscoServiceError(TaxonomyError):
    """The web service cannot be reached, or its answer cannot be used."""


class UnknownChoiceError(TaxonomyError):
    """A language, edition or address that the service cannot have."""


class _PassingError(Exception):
    """A failure that may be gone at the next try; ``wait`` is what the service asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class ConceptList:
    """One list that the service pages through; ``table`` is the name of the official CSV file of the same content."""

    table: str
    resource: str
    scheme: str


SKILLS = ConceptList("skills", "skill", _SCHEMES + "member-skills")
OCCUPATIONS = ConceptList("occupations", "occupation", _SCHEMES + "member-occupations")


@dataclass(frozen=True, slots=True)
class Page:
    """One answer. Rows have the official columns; ``next_offset`` is ``None`` where the answer names no next page.

    ``requirements`` are the skills that occupations ask, read once: with the language of reference.
    """

    total: int
    next_offset: int | None
    rows: tuple[Row, ...]
    requirements: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Patience:
    """How gently the service is asked, in seconds: pauses double from ``first_wait`` at each failure."""

    between: float = 1.0
    first_wait: float = 2.0
    longest_wait: float = 300.0
    timeout: float = 60.0
    tries: int = 5
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)


@dataclass(frozen=True, slots=True)
class EscoService:
    """One edition of ESCO at one address."""

    base_url: str
    edition: str
    patience: Patience

    @classmethod
    def at(cls, base_url: str, edition: str, patience: Patience) -> EscoService:
        """Open nothing yet; raises :class:`UnknownChoiceError` where address or edition cannot be one."""
        found = _EDITION.fullmatch(edition.strip().lower())
        if not found:
            raise UnknownChoiceError(
                f"--edition {edition!r} is no edition of ESCO: give its number, such as v1.2.0 or v1.1.1."
            )
        try:
            parts = urlsplit(base_url)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            usable = False
        if not usable or parts.query or re.search(r"\s", base_url):
            raise UnknownChoiceError(
                f"--url {base_url!r} is no address of a web service: give one such as {PUBLIC_URL}."
            )
        return cls(base_url.rstrip("/"), f"v{found[1]}", patience)

    def page_url(self, wanted: ConceptList, language: str, offset: int) -> str:
        """Return the address of one page of a list."""
        query = {
            "isInScheme": wanted.scheme,
            "language": language,
            "offset": offset,
            "limit": PAGE_SIZE,
            "full": "true",
            "viewObsolete": "false",
            "selectedVersion": self.edition,
        }
        return f"{self.base_url}/resource/{wanted.resource}?{urlencode(query)}"

    def page(self, wanted: ConceptList, language: str, offset: int, say: Say) -> Page:
        """Fetch one page, trying again with growing pauses where a failure may pass.

        Args:
            wanted: the list.
            language: whose labels to read.
            offset: where in the list, in the service's own count.
            say: told in words when and why the next try waits.

        Raises:
            EscoServiceError: the answer does not come or is no page of concepts.
            UnknownChoiceError: the service refuses the language or the edition.
        """
        place = f"{self.base_url} ({wanted.table} in {language!r} of ESCO {self.edition}, page at {offset})"
        wait = self.patience.first_wait
        for tried in range(1, self.patience.tries + 1):
            try:
                return _read_page(self._answer(self.page_url(wanted, language, offset), place), self.edition, language)
            except _PassingError as failure:
                pause = wait if failure.wait is None else failure.wait
                wait *= 2
                if pause > self.patience.longest_wait:
                    raise EscoServiceError(
                        f"{place}: {failure}, and asks to wait {pause:,.0f} s: {_LATER}"
                    ) from failure
                if tried == self.patience.tries:
                    raise EscoServiceError(f"{place}: {failure}, {tried} times: {_LATER}") from failure
                say(f"{failure}: waiting {pause:.0f} s, try {tried} of {self.patience.tries}")
                self.patience.sleep(pause)
            except ValueError as error:
                raise EscoServiceError(
                    f"{place} answered something else than concepts ({error}): check --url."
                ) from error
        raise AssertionError("a page is either read or refused")

    def _answer(self, url: str, place: str) -> Any:
        """Ask once and return the JSON answered."""
        headers = {"User-Agent": f"mobility-matcher/{version('mobility-matcher')}", "Accept": "application/json"}
        try:
            with urlopen(Request(url, headers=headers), timeout=self.patience.timeout) as answer:
                body: bytes = answer.read()
        except HTTPError as error:
            with error:
                raise _refusal(error, place) from error
        except (OSError, HTTPException) as error:  # refused, cut, truncated, timed out, no such host
            raise _PassingError(f"no complete answer came ({getattr(error, 'reason', None) or error})") from error
        if body.lstrip()[:1] == b"<":
            raise EscoServiceError(
                f"{place} answered a web page instead of data: check --url, and whether a proxy or a login page of "
                "your network stands between."
            )
        try:
            return json.loads(body)
        except ValueError as error:
            raise _PassingError("a broken answer came") from error


_LATER = "check the connection and run the same command later, it goes on where it stopped."


def _refusal(error: HTTPError, place: str) -> Exception:
    """Return what an HTTP error means: something that passes, a wrong choice, or the end."""
    if error.code in _PASSES:
        return _PassingError(f"the service answered {error.code}", _retry_after(error.headers.get("Retry-After")))
    try:
        message = str(json.loads(error.read())["message"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        message = str(error.reason)
    if error.code == 400:
        return UnknownChoiceError(f"{place} refuses the request ({message}): choose another --edition or --lang.")
    return EscoServiceError(
        f"{place} answered {error.code} ({message}): check --url and --edition, and whether your network lets it pass."
    )


def _retry_after(text: str | None) -> float | None:
    """Return a ``Retry-After`` header, seconds or a date, as seconds from now."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _read_page(answer: Any, edition: str, language: str) -> Page:
    """Read one answer; raises ``ValueError`` that says what it lacks."""
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
