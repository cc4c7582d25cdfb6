"""Languages of ESCO from its web service into a folder of CSV files, a page at a time, going on after any stop.

Each page is kept as a small file that remembers the address it came from, so a second run asks only for what is not
there. A CSV file is written once all pages of its list are there and their count is the one the service announced.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filelock import FileLock

from taxonomies.concepts import TaxonomyStatus
from taxonomies.errors import TaxonomyError
from taxonomies.esco_answers import REFERENCE, Page, Row
from taxonomies.esco_service import (
    DEFAULT_EDITION,
    LANGUAGES,
    OCCUPATIONS,
    PAGE_SIZE,
    PUBLIC_URL,
    SKILLS,
    ConceptList,
    EscoService,
    EscoServiceError,
    Patience,
    UnknownChoiceError,
)

Progress = Callable[[str, int, int], None]

_BOTH = "preferredLabel altLabels hiddenLabels status modifiedDate"
_TEXTS = "scopeNote definition inScheme description"
_COLUMNS = {
    "skills": f"conceptType conceptUri skillType reuseLevel {_BOTH} {_TEXTS} labelVersion textVersion".split(),
    "occupations": (
        f"conceptType conceptUri iscoGroup {_BOTH} regulatedProfessionNote {_TEXTS} code labelVersion textVersion"
    ).split(),
    "occupationSkillRelations": ["occupationUri", "relationType", "skillType", "skillUri"],
}
_TYPES = {"skills": "KnowledgeSkillCompetence", "occupations": "Occupation"}
_AGAIN = "nothing was imported; run the same command later"
_TOLERATED = 0.01  # the live service has single concepts that it counts and cannot give


@dataclass(frozen=True, slots=True)
class DownloadRequest:
    """What a user asks for, unchecked. ``folder`` holds a folder for each edition."""

    languages: tuple[str, ...]
    folder: Path
    edition: str = DEFAULT_EDITION
    base_url: str = PUBLIC_URL
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class ListReport:
    """One list in one language: concepts the service announced and gave, those without a label, pages asked for."""

    table: str
    language: str
    announced: int
    given: int
    unlabelled: int
    pages_fetched: int
    pages_kept: int


@dataclass(frozen=True, slots=True)
class DownloadReport:
    """What was fetched; ``files`` are the CSV files to import."""

    folder: Path
    lists: tuple[ListReport, ...]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Walk:
    """All pages of one list in one language."""

    pages: tuple[Page, ...]
    fetched: int

    def rows(self) -> list[Row]:
        """Return each concept once."""
        return list({row["conceptUri"]: row for page in self.pages for row in page.rows}.values())


def download_esco(
    request: DownloadRequest, *, imported: TaxonomyStatus | None = None, progress: Progress
) -> DownloadReport:
    """Fetch skills and occupations in each language, and write ``skills_<language>.csv`` and the like.

    English is fetched too where what is imported has no English of this edition or a later one: that list says which
    concepts exist, and with it comes ``occupationSkillRelations_en.csv``.

    Args:
        request: what to fetch.
        imported: the ESCO in use, ``None`` where none was imported.
        progress: called with a step in words, concepts there, concepts in all.

    Raises:
        UnknownChoiceError: no such language, edition or address, or the service refuses it.
        EscoServiceError: the service cannot be used now; what came is kept for the next run.
        TaxonomyError: the folder cannot be written, or the service has no label in any language asked.
    """
    service = EscoService.at(request.base_url, request.edition, request.patience)
    languages = _with_reference(_known(request.languages), service.edition, imported)
    folder = request.folder / f"esco-{service.edition}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "download.lock"):
            return _Download(service, folder, progress).run(languages)
    except OSError as error:
        raise TaxonomyError(
            f"{error.filename or folder} cannot be written ({error.strerror or error}): free some space or name "
            "another folder with --out; pages already there are kept."
        ) from error


def _known(languages: Iterable[str]) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip().lower() for code in languages if code.strip()))
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown or not codes:
        named = ", ".join(map(repr, unknown)) or "''"
        raise UnknownChoiceError(
            f"--lang {named} is no language of ESCO: choose from {', '.join(LANGUAGES)}, separated by commas."
        )
    return codes


def _with_reference(languages: tuple[str, ...], edition: str, imported: TaxonomyStatus | None) -> tuple[str, ...]:
    """Add English unless it is there: importing a language with gaps alone would drop the concepts in its gaps."""
    enough = imported and REFERENCE in imported.labels and _version(imported.edition) >= _version(edition)
    return languages if enough or REFERENCE in languages else (REFERENCE, *languages)


class _Download:
    """One run over one folder."""

    def __init__(self, service: EscoService, folder: Path, progress: Progress) -> None:
        self._service = service
        self._folder = folder
        self._progress = progress
        self._asked = 0

    def run(self, languages: Sequence[str]) -> DownloadReport:
        lists: list[ListReport] = []
        files: list[Path] = []
        for language in languages:
            for wanted in (SKILLS, OCCUPATIONS):
                walk = self._walk(wanted, language)
                rows = walk.rows()
                labelled = [row | {"conceptType": _TYPES[wanted.table]} for row in rows if row["preferredLabel"]]
                if labelled:
                    files.append(self._write(f"{wanted.table}_{language}", wanted.table, labelled))
                needed = [row for page in walk.pages for row in page.requirements]
                if needed:
                    files.append(
                        self._write(f"occupationSkillRelations_{language}", "occupationSkillRelations", needed)
                    )
                counts = (walk.pages[0].total, len(rows), len(rows) - len(labelled), walk.fetched)
                lists.append(ListReport(wanted.table, language, *counts, len(walk.pages) - walk.fetched))
        if not any(item.given > item.unlabelled for item in lists):
            raise TaxonomyError(
                f"ESCO {self._service.edition} at {self._service.base_url} has no label in {', '.join(languages)}: "
                "choose another --lang or --edition."
            )
        return DownloadReport(self._folder, tuple(lists), tuple(files))

    def _walk(self, wanted: ConceptList, language: str) -> _Walk:
        """Gather the pages of a list from the folder and the service."""
        pages: list[Page] = []
        seen: set[str] = set()
        offset, step, fetched = 0, 1, 0
        while True:
            page, is_new = self._page(wanted, language, offset, (len(seen), pages[0].total if pages else 0))
            fetched += is_new
            found = {row["conceptUri"] for row in page.rows}
            if pages and pages[-1].next_offset is None and step == 1 and len(found & seen) * 2 > len(found):
                # Half the page again: this service counts concepts, not pages, and names no next page.
                offset = step = PAGE_SIZE
                continue
            is_last = not found - seen
            pages.append(page)
            seen |= found
            self._progress(f"fetching {wanted.table} in {language}", len(seen), page.total)
            if page.total != pages[0].total:
                raise self._distrusted(wanted, language, f"announced {pages[0].total:,} concepts, then {page.total:,}")
            if is_last or len(seen) >= page.total:
                break
            offset = offset + step if page.next_offset is None or page.next_offset <= offset else page.next_offset
        if abs(len(seen) - pages[0].total) > _TOLERATED * pages[0].total:
            what = f"announced {pages[0].total:,} concepts and gave {len(seen):,}"
            if sum(len(page.rows) for page in pages) == len(seen):
                # The pages before are sound: only the end, empty too early, has to be asked for again.
                self._page_path(wanted, language, offset).unlink()
                raise EscoServiceError(f"{self._service.base_url} {what} of {wanted.table} in {language!r}: {_AGAIN}.")
            raise self._distrusted(wanted, language, what)
        return _Walk(tuple(pages), fetched)

    def _distrusted(self, wanted: ConceptList, language: str, what: str) -> EscoServiceError:
        """Forget the pages of a list that changed on the way: kept, they would fail every later run too."""
        shutil.rmtree(self._page_path(wanted, language, 0).parent)
        place = f"{self._service.base_url} {what} of {wanted.table} in {language!r}"
        return EscoServiceError(f"{place}: {_AGAIN}, that list is fetched anew.")

    def _page(self, wanted: ConceptList, language: str, offset: int, done: tuple[int, int]) -> tuple[Page, bool]:
        """Return a page and whether it had to be asked for."""
        path = self._page_path(wanted, language, offset)
        address = self._service.page_url(wanted, language, offset)
        kept = _kept_page(path, address)
        if kept:
            return kept, False
        if self._asked:
            self._service.patience.sleep(self._service.patience.between)
        self._asked += 1
        page = self._service.page(wanted, language, offset, lambda words: self._progress(words, *done))
        _replace(path, json.dumps({"address": address, "page": asdict(page)}, ensure_ascii=False))
        return page, True

    def _page_path(self, wanted: ConceptList, language: str, offset: int) -> Path:
        return self._folder / "pages" / f"{wanted.table}_{language}" / f"{offset:06d}.json"

    def _write(self, name: str, table: str, rows: Iterable[Row]) -> Path:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, _COLUMNS[table], restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path = self._folder / f"{name}.csv"
        _replace(path, text.getvalue())
        return path


def _kept_page(path: Path, address: str) -> Page | None:
    """Return a page of an earlier run; ``None`` where there is none, or one of another address or not whole."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["address"] != address:
            return None
        page = kept["page"]
        return Page(page["total"], page["next_offset"], tuple(page["rows"]), tuple(page["requirements"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    partial.replace(path)


def _version(edition: str) -> tuple[int, ...]:
    digits = edition.lstrip("v").split(".")
    return tuple(map(int, digits)) if all(part.isdigit() for part in digits) else (0,)
