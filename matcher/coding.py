"""What an explicit code of a vacancy says of its occupation. A text never comes here, only a code.

How sure a coded link is (0..1), by what the ESCO concept is to the code:

- *exact*, and the only exact one: 1. The code is the concept.
- *close*, and *broader* than the code: 0.8. Near, or true but coarse.
- *narrower* than the code (the unit group of ISCO-08, most rows of Competent): 0.9 for all of them together, for one of
  them is meant and the code does not say which.
- *related*, where the direction of a relation could not be told: 0.5.

Where several concepts are left, what the title was computed to mean chooses among them and takes the share that the
title gives it; a title that says nothing of any of them leaves the exact ones, else all, each an even share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matcher.records import CodeSystem, ConceptLink, LinkMethod, LinkStatus, OccupationCode
from taxonomies.concepts import ConceptKind, Occupation, Taxonomy
from taxonomies.crosswalk_systems import plain_code
from taxonomies.crosswalks import Crosswalks, Relation

SURE = {
    Relation.EXACT: 1.0,
    Relation.CLOSE: 0.8,
    Relation.ESCO_BROADER: 0.8,
    Relation.ESCO_NARROWER: 0.9,
    Relation.RELATED: 0.5,
}
LEAST_SAID = 0.1
"""The confidence under which a reading of a title says nothing about which concept of a code is meant."""

# The most precise first: a coarser code beside a finer one only narrows what that one says.
_NAMES = {
    CodeSystem.ESCO: "ESCO",
    CodeSystem.COMPETENT: "Competent",
    CodeSystem.ROME4: "ROME v4",
    CodeSystem.ROME: "ROME v3",
    CodeSystem.ISCO: "ISCO-08",
    CodeSystem.NACE: "NACE",
}
_ISCO_GROUP = re.compile(r"C?(\d{1,4})")
_ESCO_CODE = re.compile(r"\d{4}(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class CodedOccupations:
    """The occupations that the codes of one vacancy stand for, with what each is to its code; none: false.

    ``code`` is the deciding one in words, such as ``Competent OP-410``; ``labels`` are the concepts' own.
    """

    code: str = ""
    relations: Mapping[str, Relation] | None = None
    labels: Mapping[str, str] | None = None

    def __bool__(self) -> bool:
        return bool(self.relations)

    def links(self, title: Sequence[ConceptLink]) -> tuple[ConceptLink, ...]:
        """Return the links of the codes, best first; their confidences add up to 1 at most.

        Args:
            title: what the title was computed to mean. A link that a person confirmed outranks every code: then
                nothing is returned, as where no code is known.
        """
        if not self.relations or any(link.status is LinkStatus.CONFIRMED for link in title):
            return ()
        chances = self._only_exact() or self._chosen(title) or self._shared()
        order = sorted(chances, key=lambda uri: (-chances[uri], uri))
        labels = self.labels or {}
        return tuple(ConceptLink(self.code, uri, labels.get(uri), LinkMethod.CODED, chances[uri]) for uri in order)

    def _only_exact(self) -> dict[str, float]:
        exact = [uri for uri, relation in self._all if relation is Relation.EXACT]
        return {exact[0]: SURE[Relation.EXACT]} if len(exact) == 1 else {}

    def _chosen(self, title: Sequence[ConceptLink]) -> dict[str, float]:
        """Return the concepts of the code that the title speaks of, by the share in which it does."""
        relations = dict(self._all)
        said = {link.uri: link.confidence for link in title if link.uri in relations and link.confidence >= LEAST_SAID}
        whole = sum(said.values())
        return {uri: SURE[relations[uri]] * chance / whole for uri, chance in said.items() if uri is not None}

    def _shared(self) -> dict[str, float]:
        exact = [(uri, relation) for uri, relation in self._all if relation is Relation.EXACT]
        members = exact or self._all
        return {uri: SURE[relation] / len(members) for uri, relation in members}

    @property
    def _all(self) -> list[tuple[str, Relation]]:
        return sorted((self.relations or {}).items())


class Coding:
    """Resolves codes by the taxonomy (ESCO, ISCO-08) and by the crosswalks that were imported (all others)."""

    def __init__(self, taxonomy: Taxonomy, crosswalks: Crosswalks) -> None:
        self._taxonomy = taxonomy
        self._crosswalks = crosswalks
        self._of = lru_cache(maxsize=20_000)(self._resolved)

    def occupations(self, codes: Iterable[OccupationCode]) -> CodedOccupations:
        """Return the occupations that the codes of a vacancy stand for, false where none is known.

        Several codes of one classification are taken together; those of another narrow them, where both agree at all.
        """
        codes = tuple(codes)
        if not codes:
            return CodedOccupations()
        decided: dict[str, Relation] = {}
        shown: list[str] = []
        for system, name in _NAMES.items():
            said: dict[str, Relation] = {}
            of_system = [code for code in codes if code.system is system]
            known = [code for code in of_system if self._of(code)]
            for code in known:
                for uri, relation in self._of(code).items():
                    said[uri] = min(said.get(uri, relation), relation, key=list(SURE).index)
            if not decided and said:
                decided, shown = said, [f"{name} {_short(code.code)}" for code in known]
            elif agreed := {uri: relation for uri, relation in decided.items() if uri in said}:
                decided = agreed
        labels = {uri: concept.label() for uri in decided if (concept := self._taxonomy.concept(uri))}
        return CodedOccupations("; ".join(shown), decided, labels)

    def _resolved(self, code: OccupationCode) -> dict[str, Relation]:
        """Return the occupations of one code. An address or a code of ESCO's own needs no crosswalk."""
        if isinstance(self._taxonomy.concept(code.code.strip()), Occupation):
            return {code.code.strip(): Relation.EXACT}
        if code.system in (CodeSystem.ESCO, CodeSystem.ISCO):
            return self._of_taxonomy(plain_code(code.code))
        mapped = self._crosswalks.concepts(code.system.value, code.code, ConceptKind.OCCUPATION)
        return {each.uri: each.relation for each in mapped if self._taxonomy.concept(each.uri) is not None}

    def _of_taxonomy(self, code: str) -> dict[str, Relation]:
        if _ESCO_CODE.fullmatch(code):
            return dict.fromkeys(self._taxonomy.occupations_coded(code), Relation.EXACT)
        if group := _ISCO_GROUP.fullmatch(code):
            return dict.fromkeys(self._taxonomy.occupations_in_isco(group[1]), Relation.ESCO_NARROWER)
        return {}


def _short(code: str) -> str:
    """Return a code without the address that it ends."""
    return code.strip().rstrip("/").rsplit("/", 1)[-1]
