"""Official ESCO CSV packages -> a :class:`~taxonomies.concepts.Taxonomy`.

Files of several editions and languages are merged by concept URI. The concept set is that of the newest edition (its
English file where there is one); a URI that only an older edition knows is withdrawn: counted, reported, left out.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from taxonomies.builder import ConceptDraft, TaxonomyBuilder
from taxonomies.catalogue import IMPORTED_FILE
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy
from taxonomies.errors import TaxonomyError
from taxonomies.esco_files import EscoFile, find_files, is_of_no_use
from taxonomies.starter import starter_synonyms
from taxonomies.synonyms import add_synonyms

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
Progress = Callable[[str, int, int], None]

_KINDS = {
    "skills": ConceptKind.SKILL,
    "occupations": ConceptKind.OCCUPATION,
    "skillGroups": ConceptKind.SKILL_GROUP,
    "ISCOGroups": ConceptKind.ISCO_GROUP,
}
_ROLES = {
    "preferredLabel": LabelRole.PREFERRED,
    "altLabels": LabelRole.ALTERNATIVE,
    "hiddenLabels": LabelRole.HIDDEN,
}
_UNKNOWN_EDITION = (0,)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import read and what it left out. ``withdrawn`` and ``unknown_ends`` count by table."""

    taxonomy: Taxonomy
    files: int
    skipped: tuple[str, ...]
    withdrawn: dict[str, int]
    unknown_ends: dict[str, int]


@dataclass(slots=True)
class _Table:
    """A file with its rows read and the edition it belongs to settled."""

    file: EscoFile
    rows: list[dict[str, str]]
    edition: tuple[int, ...] = _UNKNOWN_EDITION


@dataclass(slots=True)
class _Gathered:
    concepts: dict[str, ConceptDraft] = field(default_factory=dict)
    withdrawn: Counter[str] = field(default_factory=Counter)
    unknown_ends: Counter[str] = field(default_factory=Counter)


def import_esco(
    paths: Sequence[Path], folder: Path, *, replace: bool = False, synonyms: bool = True, progress: Progress
) -> ImportReport:
    """Import ESCO files beside those imported before, and write ``folder/taxonomy.sqlite``.

    The files are kept (gzipped) under ``folder/sources`` so that a language added later is merged with the rest.
    Nothing changes where any file is broken.

    Args:
        paths: folders, zips, ``.csv`` or ``.csv.gz`` files.
        folder: where sources and the taxonomy are kept.
        replace: forget what was imported before.
        synonyms: also add this project's own synonyms to the labels.
        progress: called with a step in words, steps done, steps in all.

    Raises:
        TaxonomyError: a file cannot be used, or no concept would remain.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "import.lock"):
        return _import(paths, folder, replace=replace, synonyms=synonyms, progress=progress)


def _import(paths: Sequence[Path], folder: Path, *, replace: bool, synonyms: bool, progress: Progress) -> ImportReport:
    sources = folder / "sources"
    found = [find_files(path) for path in paths]
    tables = _read([file for item in found for file in item.files], progress)
    _settle_editions(tables)
    tables = _newest_copies(tables)
    if sources.is_dir() and any(sources.rglob("*.csv.gz")) and not replace:
        again = {_stored_name(table) for table in tables}
        kept = _read_kept(sources, progress)
        tables += [table for table in kept if _stored_name(table) not in again]
    gathered = _gather_concepts(tables)
    added = add_synonyms(gathered.concepts, starter_synonyms()) if synonyms else 0
    steps = len(tables) + 1
    progress("writing the taxonomy", steps - 1, steps)
    builder = TaxonomyBuilder(gathered.concepts)
    for table in _relation_tables(tables):
        _add_relations(builder, table, gathered.unknown_ends)
    skipped = tuple(name for item in found for name in item.skipped if not is_of_no_use(name))
    edition = ".".join(map(str, max(table.edition for table in tables)))
    notes = [f"{added:,} synonyms of this project added to ESCO's labels", *_notes(gathered, skipped)]
    _keep_sources(tables, sources)
    taxonomy = builder.write(folder / IMPORTED_FILE, name="ESCO", edition=edition, notes=notes)
    progress("done", steps, steps)
    return ImportReport(taxonomy, len(tables), skipped, dict(gathered.withdrawn), dict(gathered.unknown_ends))


def _read(files: Iterable[EscoFile], progress: Progress) -> list[_Table]:
    files = list(files)
    tables = []
    for done, file in enumerate(files):
        progress(f"reading {Path(file.origin).name}", done, len(files) + 1)
        tables.append(_Table(file, list(file.rows())))
    return tables


def _read_kept(sources: Path, progress: Progress) -> list[_Table]:
    """Read the files of earlier imports again."""
    try:
        kept = _read(find_files(sources).files, progress)
    except TaxonomyError as error:
        raise TaxonomyError(f"An earlier import is damaged ({error}): import everything with --replace.") from error
    _settle_editions(kept)
    return kept


def _version(text: str) -> tuple[int, ...]:
    """Return "1.2.1-api" as (1, 2, 1); text without a version is older than any."""
    digits = text.partition("-")[0].split(".")
    return tuple(map(int, digits)) if text and all(part.isdigit() for part in digits) else _UNKNOWN_EDITION


def _settle_editions(tables: list[_Table]) -> None:
    """Give each table the newest edition that labels beside it come from, else the one its folder or zip states."""
    by_container: dict[str, tuple[int, ...]] = {}
    for table in tables:
        newest = max([_UNKNOWN_EDITION, *(_version(row.get("labelVersion") or "") for row in table.rows)])
        by_container[table.file.container] = max(by_container.get(table.file.container, _UNKNOWN_EDITION), newest)
    for table in tables:
        from_labels = by_container[table.file.container]
        table.edition = from_labels if from_labels != _UNKNOWN_EDITION else _version(table.file.edition)


def _gather_concepts(tables: list[_Table]) -> _Gathered:
    """Merge labels by URI, newest edition first, within the concept set of the newest edition."""
    gathered = _Gathered()
    withdrawn: dict[str, set[str]] = {}
    for name, kind in _KINDS.items():
        of_kind = sorted((t for t in tables if t.file.table == name), key=lambda t: t.edition, reverse=True)
        if not of_kind:
            continue
        newest = [table for table in of_kind if table.edition == of_kind[0].edition]
        reference = [table for table in newest if table.file.language == "en"] or newest
        current = {row["conceptUri"] for table in reference for row in table.rows if _is_released(row)}
        for table in of_kind:
            for row in table.rows:
                if row["conceptUri"] in current:
                    _merge(gathered.concepts, row, kind, table.file.language or "en")
                else:
                    withdrawn.setdefault(name, set()).add(row["conceptUri"])
    gathered.withdrawn.update({name: len(uris) for name, uris in withdrawn.items()})
    if not gathered.concepts:
        raise TaxonomyError("No skills or occupations were found: give skills_en.csv and occupations_en.csv at least.")
    return gathered


def _is_released(row: dict[str, str]) -> bool:
    return bool(row["conceptUri"]) and (row.get("status") or "released") == "released"


def _merge(concepts: dict[str, ConceptDraft], row: dict[str, str], kind: ConceptKind, language: str) -> None:
    draft = concepts.setdefault(row["conceptUri"], ConceptDraft(row["conceptUri"], kind))
    draft.code = draft.code or row.get("code") or ""
    draft.isco_group = draft.isco_group or row.get("iscoGroup") or ""
    draft.skill_type = draft.skill_type or row.get("skillType") or ""
    draft.reuse_level = draft.reuse_level or row.get("reuseLevel") or ""
    for column, role in _ROLES.items():
        for text in (row.get(column) or "").split("\n"):
            draft.add_label(language, role, text)
    if row.get("description") and language not in draft.descriptions:
        draft.descriptions[language] = row["description"].strip()


def _relation_tables(tables: list[_Table]) -> list[_Table]:
    """Return relation and collection tables, each from the newest edition that has it: editions drop relations."""
    newest: dict[str, tuple[int, ...]] = {}
    for table in tables:
        newest[table.file.table] = max(newest.get(table.file.table, _UNKNOWN_EDITION), table.edition)
    return [t for t in tables if t.file.table not in _KINDS and t.edition == newest[t.file.table]]


def _add_relations(builder: TaxonomyBuilder, table: _Table, unknown: Counter[str]) -> None:
    name, collection = table.file.table, table.file.collection
    for row in table.rows:
        if collection:
            known = builder.add_member(collection, row["conceptUri"])
        elif name == "occupationSkillRelations":
            essential = row["relationType"] == "essential"
            known = builder.add_requirement(row["occupationUri"], row["skillUri"], essential=essential)
        else:
            known = builder.add_broader(row["conceptUri"], row["broaderUri"])
        if not known:
            unknown[name] += 1


def _notes(gathered: _Gathered, skipped: tuple[str, ...]) -> list[str]:
    notes = [f"{count:,} withdrawn concepts of {name} left out" for name, count in sorted(gathered.withdrawn.items())]
    notes += [
        f"{count:,} rows of {name} name unknown concepts" for name, count in sorted(gathered.unknown_ends.items())
    ]
    if skipped:
        notes.append(f"{len(skipped)} files are not ESCO tables and were left aside")
    return notes


def _newest_copies(tables: list[_Table]) -> list[_Table]:
    """Keep one table of each name and edition: the last one given."""
    return list({_stored_name(table): table for table in tables}.values())


def _stored_name(table: _Table) -> str:
    language = f"_{table.file.language}" if table.file.language else ""
    return f"{'.'.join(map(str, table.edition))}/{table.file.table}{language}.csv.gz"


def _keep_sources(tables: list[_Table], sources: Path) -> None:
    wanted = set()
    for table in tables:
        target = sources / _stored_name(table)
        wanted.add(target)
        if Path(table.file.origin) == target:
            continue
        content = gzip.compress(table.file.read(), compresslevel=1, mtime=0)
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")
        partial.write_bytes(content)
        partial.replace(target)
    for old in [path for path in sources.rglob("*.csv.gz") if path not in wanted]:
        old.unlink()
