"""ESCO's public web service: one page asked for, politely, as often as it takes.

Written from the service's documentation (``ec.europa.eu/esco/api/doc``: HAL-style JSON, errors as ``status`` and
``message``, ``selectedVersion``) and from facts that public clients of it show, of which no code was copied
(:mod:`taxonomies.esco_answers` has those about the answers):

* ``offset`` counts pages, not concepts. Clients disagree: those that counted concepts report empty answers "past
  offset 100" (alex-wu/jobmarket_analyzer), which is what a page number beyond the last gives. Where the answer's own
  ``next`` link says how to go on, that decides.
* The default edition answers 500 at times and any edition does under load; an edition is therefore always named.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from importlib.metadata import version
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from taxonomies.errors import TaxonomyError
from taxonomies.esco_answers import Page, read_page

PUBLIC_URL = "https://ec.europa.eu/esco/api"
DEFAULT_EDITION = "v1.2.0"
LANGUAGES = (
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"),
    *("is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"),
)
PAGE_SIZE = 50  # clients report that fifty concepts an answer are safe and that much larger answers get lost

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
                return read_page(self._answer(self.page_url(wanted, language, offset), place), self.edition, language)
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
