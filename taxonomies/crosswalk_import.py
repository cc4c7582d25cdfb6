"""Official crosswalk files -> ``crosswalks.sqlite`` beside the taxonomy, the direction of each relation checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from filelock import FileLock

from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.crosswalk_builder import CrosswalkBuilder, TakenCrosswalk
from taxonomies.crosswalk_direction import Written
from taxonomies.crosswalk_files import CrosswalkFile, CrosswalkRow, read_crosswalks
from taxonomies.crosswalk_systems import SYSTEMS, plain_code
from taxonomies.crosswalks import CROSSWALKS_FILE, CrosswalkStatus
from taxonomies.errors import TaxonomyError

_RELATIONS = {
    "exact": Written.EXACT,
    "close": Written.CLOSE,
    "narrow": Written.NARROW,
    "narrower": Written.NARROW,
    "broad": Written.BROAD,
    "broader": Written.BROAD,
    "related": Written.RELATED,
}


def import_crosswalks(
    paths: Sequence[Path], folder: Path, taxonomy: Taxonomy, *, system: str = ""
) -> tuple[CrosswalkStatus, ...]:
    """Import crosswalk files beside those imported before, and write ``folder/crosswalks.sqlite``.

    What a file says of one classification and one kind of concept replaces all that earlier imports said of these.
    Nothing changes where any file is broken.

    Args:
        paths: ``.csv``, ``.csv.gz`` or ``.zip`` files.
        folder: where the taxonomy stands.
        taxonomy: the ESCO in use; rows that name a concept which it has not are left out and counted.
        system: the classification, where the files do not name it.

    Returns:
        What became of the rows of each file given.

    Raises:
        TaxonomyError: a file cannot be used, or the system is not known.
    """
    if system and system not in SYSTEMS:
        raise TaxonomyError(f"No codes of {system!r} are read: choose one of {', '.join(SYSTEMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "import.lock"):
        files = [file for path in paths for file in read_crosswalks(path, system)]
        builder = CrosswalkBuilder(folder / CROSSWALKS_FILE)
        kinds = _kinds(taxonomy)
        for name in dict.fromkeys(file.system for file in files):
            builder.add(*_take([file for file in files if file.system == name], kinds), taxonomy)
        return builder.finish()


def _kinds(taxonomy: Taxonomy) -> dict[str, ConceptKind]:
    """Return the kind of every concept that a code can be mapped to, by its URI."""
    both = (ConceptKind.OCCUPATION, ConceptKind.SKILL)
    return {uri: kind for kind in both for uri in taxonomy.uris(kind)}


def _take(
    files: Iterable[CrosswalkFile], kinds: dict[str, ConceptKind]
) -> tuple[list[TakenCrosswalk], dict[str, set[str]]]:
    """Return the pairs of each file of one system, and the ways in which each code is written."""
    whole = {uri.rsplit("/", 1)[-1]: uri for uri in kinds}
    seen: set[tuple[str, str]] = set()
    written: dict[str, set[str]] = defaultdict(set)
    taken = []
    for file in files:
        of_file = TakenCrosswalk(file)
        for row in file.rows:
            uri = whole.get(row.concept, row.concept)
            fault = _fault(row, uri in kinds)
            code = plain_code(row.codes[0]) if row.codes else ""
            if not fault and (uri, code) in seen:
                fault = "duplicate"
            if fault:
                of_file.left_out[fault] += 1
                continue
            seen.add((uri, code))
            written[code] |= {plain_code(way) for way in row.codes}
            of_file.pairs[kinds[uri]].append((uri, code, _RELATIONS[_plain_relation(row.relation)]))
        taken.append(of_file)
    return taken, written


def _fault(row: CrosswalkRow, is_known: bool) -> str:
    """Return why a row cannot be kept, or ``""``."""
    if not row.concept:
        return "no ESCO concept"
    if not row.codes:
        return "no code"
    if _plain_relation(row.relation) not in _RELATIONS:
        return "no relation"
    return "" if is_known else "unknown ESCO concept"


def _plain_relation(text: str) -> str:
    """Return "narrow" for ``skos:narrowMatch``, ``narrower match`` and the address that ends in ``#narrowMatch``."""
    return re.sub(r"[^a-z]", "", re.split(r"[:/#]", text)[-1].casefold()).removesuffix("match")
