"""The groups that ESCO puts skills in, one step under the top: some thirty areas that a picture can hold."""

from __future__ import annotations

from functools import lru_cache

from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy

_SKILLS = 50_000  # more than any edition has


class SkillGroups:
    """Groups of skills and what they are called; a taxonomy without groups answers with the skills themselves."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self.of = lru_cache(maxsize=_SKILLS)(self._of)
        self._labels = lru_cache(maxsize=8)(self._labels_in)

    def label(self, uri: str, language: str) -> str:
        """Return what a group, or a skill that stands for itself, is called in a language."""
        concept = self._taxonomy.concept(uri)
        if concept is not None:
            return concept.label(language)
        return self._labels(language).get(uri) or self._labels("en").get(uri, uri)

    def _of(self, uri: str) -> tuple[str, ...]:
        above = self._taxonomy.ancestors(uri)
        tops = {one for one in above if not self._taxonomy.broader(one)}
        return tuple(one for one in above if tops & set(self._taxonomy.broader(one))) or (uri,)

    def _labels_in(self, language: str) -> dict[str, str]:
        labels = self._taxonomy.labels(ConceptKind.SKILL_GROUP, language)
        return {label.uri: label.text for label in labels if label.role is LabelRole.PREFERRED}
