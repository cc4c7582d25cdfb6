"""Web pages that carry vacancies as schema.org's JobPosting in scripts of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.html_pages import linked_data
from matcher.intake.job_postings import JOB_POSTING
from matcher.intake.json_documents import JsonFaultError, parse_json
from matcher.intake.json_ld import find_nodes, named_nodes
from matcher.intake.text_tables import decode
from matcher.intake.vacancy_dossiers import VacancyEntry, refused_vacancy
from matcher.intake.vacancy_json import POSTING, read_record
from matcher.records import Problem, Source

LARGEST_PAGE = 32 * 1024 * 1024
"""Most bytes of a web page."""

_MOST_SCRIPTS = 1_000
_REMEDY = "save the page again, or ask who publishes it to mend the script"


def read_page(arrival: Arrival) -> Iterator[VacancyEntry | Problem]:
    """Read the postings of a page.

    Yields:
        One entry for each posting, ``row`` counting them from 1 where there are several. A broken script that names
        ``JobPosting`` is a rejected record, any other broken one a problem of the file.

    Raises:
        UnreadableFileError: no posting in it, or too large.
    """
    if len(arrival.data) > LARGEST_PAGE:
        raise UnreadableFileError(
            f"{arrival} is a web page of more than {LARGEST_PAGE // 1024**2} million bytes; save only the vacancy."
        )
    page = decode(arrival.data, Path(arrival.place))
    broken: list[tuple[str, str]] = []
    documents: list[Any] = []
    for number, script in enumerate(linked_data(page), 1):
        if number > _MOST_SCRIPTS:
            raise UnreadableFileError(f"{arrival} holds more than {_MOST_SCRIPTS:,} scripts; save each vacancy apart.")
        try:
            documents.append(parse_json(script, lenient=True))
        except JsonFaultError as error:
            broken.append((script.strip(), f"script {number} of the page is damaged JSON ({error})"))
    postings = [node for document in documents for node in find_nodes(document, JOB_POSTING)]
    lost = [fault for fault in broken if JOB_POSTING in fault[0]]
    if not postings and not lost:
        raise UnreadableFileError(
            f"{arrival} is a web page without a JobPosting in its scripts (application/ld+json); "
            "copy the words of the vacancy into a text file and load that (or all words of the page: --format text), "
            "or save a table as XLSX."
        )
    named = named_nodes(documents)
    several = len(postings) + len(lost) > 1
    for number, node in enumerate(postings, 1):
        yield read_record(node, Source(arrival.name, None, number if several else None), named, (POSTING,))
    for number, (script, fault) in enumerate(lost, len(postings) + 1):
        yield refused_vacancy(Source(arrival.name, None, number if several else None), script, fault, _REMEDY)
    for script, fault in broken:
        if JOB_POSTING not in script:
            value = script[:200] or None
            yield Problem(arrival.name, None, None, None, value, f"{fault}; it names no JobPosting", "nothing is lost")
