"""The starter taxonomy: a few hundred concepts of ESCO, by hand, for use before any official ESCO is imported.

One TOML file a sector. URIs, preferred labels, codes and relations are ESCO's own facts; the synonyms are this
project's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from taxonomies.builder import ConceptDraft, TaxonomyBuilder
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy
from taxonomies.errors import TaxonomyError
from taxonomies.synonyms import add_synonyms

EDITION = "1.2.1 (starter slice)"


def read_sectors() -> dict[str, dict[str, Any]]:
    """Return the parsed TOML of each sector file by name, sorted."""
    folder = files("taxonomies.starter")
    paths = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    return {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


def starter_taxonomy() -> Taxonomy:
    """Build the starter taxonomy in memory.

    Raises:
        TaxonomyError: a sector file names a skill that no file defines, or defines one twice.
    """
    sectors = read_sectors()
    drafts: dict[str, ConceptDraft] = {}
    skills: dict[str, str] = {}
    for name, sector in sectors.items():
        for entry in sector.get("skill", []):
            label = entry["label"]["en"]
            if label in skills:
                raise TaxonomyError(f"starter/{name}: skill {label!r} is defined twice: remove one.")
            skills[label] = entry["uri"]
            drafts[entry["uri"]] = _draft(entry, ConceptKind.SKILL)
        for entry in sector.get("occupation", []):
            drafts[entry["uri"]] = _draft(entry, ConceptKind.OCCUPATION)
    add_synonyms(drafts)
    builder = TaxonomyBuilder(drafts)
    for name, sector in sectors.items():
        for entry in sector.get("occupation", []):
            _add_skills(builder, entry, skills, name)
        _add_members(builder, sector.get("skill", []), languages=name == "languages.toml")
    return builder.write(None, name="ESCO", edition=EDITION)


def _add_members(builder: TaxonomyBuilder, entries: list[dict[str, Any]], *, languages: bool) -> None:
    for entry in entries:
        if languages:
            builder.add_member("language", entry["uri"])
        elif entry["reuse"] == "transversal":
            builder.add_member("transversal", entry["uri"])


def starter_synonyms() -> Iterator[tuple[str, str, str]]:
    """Yield ``(uri, language, text)`` for every synonym of the sector files."""
    for sector in read_sectors().values():
        for entry in [*sector.get("skill", []), *sector.get("occupation", [])]:
            for language, texts in entry.get("also", {}).items():
                yield from ((entry["uri"], language, text) for text in texts)


def _draft(entry: dict[str, Any], kind: ConceptKind) -> ConceptDraft:
    draft = ConceptDraft(
        entry["uri"],
        kind,
        code=entry.get("code", ""),
        isco_group=entry.get("isco", ""),
        skill_type=entry.get("type", ""),
        reuse_level=entry.get("reuse", ""),
    )
    for language, text in entry["label"].items():
        draft.add_label(language, LabelRole.PREFERRED, text)
    for language, texts in entry.get("also", {}).items():
        for text in texts:
            draft.add_label(language, LabelRole.ALTERNATIVE, text)
    return draft


def _add_skills(builder: TaxonomyBuilder, entry: dict[str, Any], skills: dict[str, str], sector: str) -> None:
    for relation in ("essential", "optional"):
        for label in entry.get(relation, []):
            if label not in skills:
                raise TaxonomyError(f"starter/{sector}: {entry['label']['en']!r} names the unknown skill {label!r}.")
            builder.add_requirement(entry["uri"], skills[label], essential=relation == "essential")
