"""``Matcher``: the façade, and the only place where parts are wired together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np

from matcher.encoding import Encoder, VectorCache, open_encoder
from matcher.errors import NotFoundError, UnknownSchemeError, UsageError
from matcher.evidence import (
    EducationLevel,
    Experience,
    OccupationCloseness,
    ProfileMeaning,
    Relations,
    SkillCoverage,
)
from matcher.extraction import Extractor
from matcher.filters import Filters
from matcher.fusion import Fusion, WeighedSignal, ranked
from matcher.intake.mappings import MappingShelf
from matcher.link_memory import LinkMemory
from matcher.linkers import Linkers
from matcher.linking import LINKING_VERSION, Linker, PhraseLinker
from matcher.loading import PLAIN_LOAD, Loader, LoadOptions
from matcher.preparation import Preparer, Progress, silent
from matcher.records import Candidate, ConceptLink, Extraction, LoadReport, Match, ProfessionalProfile, Vacancy
from matcher.retrieval import Retriever
from matcher.settings import Settings
from matcher.store import HeldProfile, KeySource, Store
from taxonomies.catalogue import IMPORTED_FILE, open_taxonomy
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.errors import TaxonomyError
from taxonomies.esco import ImportReport, import_esco
from taxonomies.esco_download import DownloadReport, DownloadRequest, download_esco
from taxonomies.esco_service import UnknownChoiceError
from taxonomies.schemes import find_scheme

NEAREST = 2_000  # profiles by meaning that a large pool is narrowed to


class Matcher:
    """Everything the engine does, over one home folder. Parts are opened when first needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._pools: dict[int, Retriever] = {}

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The imported ESCO, or the starter slice."""
        return open_taxonomy(self.settings.taxonomy_folder)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder set by ``MATCHER_ENCODER``."""
        return open_encoder(self.settings.encoder)

    @cached_property
    def store(self) -> Store:
        """Candidates and vacancies."""
        return Store.open(self.settings.store_url, KeySource.of(self.settings))

    def opened(self) -> Self:
        """Open every part now, before threads share the engine; return it."""
        _ = self.taxonomy, self.encoder, self.store, self.preparer
        return self

    # --- taxonomy and linking

    def import_taxonomy(self, paths: Sequence[Path], *, replace_all: bool, progress: Progress) -> ImportReport:
        """Import ESCO files and use them from now on."""
        report = import_esco(paths, self.settings.taxonomy_folder, replace=replace_all, progress=progress)
        for part in ("taxonomy", "linkers", "preparer", "_extractor", "_relations", "_fusion"):
            self.__dict__.pop(part, None)
        self._pools.clear()
        return report

    def download_taxonomy(self, request: DownloadRequest, *, progress: Progress) -> DownloadReport:
        """Fetch languages of ESCO from its web service as CSV files, for :meth:`import_taxonomy` to import."""
        is_imported = (self.settings.taxonomy_folder / IMPORTED_FILE).exists()
        try:
            return download_esco(request, imported=self.taxonomy.status() if is_imported else None, progress=progress)
        except UnknownChoiceError as error:
            raise UsageError(str(error)) from error

    @cached_property
    def linkers(self) -> Linkers:
        """Linkers onto the taxonomy in use."""
        return Linkers(self.taxonomy, self.encoder, self.settings.vectors_folder)

    def linker(
        self, kind: ConceptKind, languages: Sequence[str] = (), *, confirmed: bool = False, progress: Progress = silent
    ) -> Linker:
        """Open a linker onto the concepts of a kind, by their labels in those languages (default: all)."""
        links = self.store.confirmed_links(kind.value) if confirmed else {}
        return self.linkers.open(kind, languages, links, progress)

    def linker_to(
        self, rows: Iterable[tuple[str, str]], kind: ConceptKind, progress: Progress = silent
    ) -> PhraseLinker:
        """Open a linker onto any (id, label) rows that name concepts of a kind."""
        return self.linkers.onto(rows, kind, progress)

    def extractor(
        self,
        kinds: Sequence[ConceptKind] = (ConceptKind.SKILL, ConceptKind.OCCUPATION),
        progress: Progress = silent,
    ) -> Extractor:
        """Open an extractor of the concepts of some kinds, reporting what has to be encoded first."""
        return Extractor({kind: self.linker(kind, progress=progress) for kind in kinds}, self.linkers.context)

    @cached_property
    def _extractor(self) -> Extractor:
        linkers = {kind: self.linkers.of(kind) for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION)}
        return Extractor(linkers, self.linkers.context)

    def extract(self, text: str, k: int = 5) -> Extraction:
        """Find the skills and occupations that a text speaks of, and what it says of them."""
        return self._extractor.extract(text, k)

    # --- loading

    @property
    def loader(self) -> Loader:
        """What brings records into the store, with its report on every row."""
        return Loader(self.store, lambda: self.preparer, self.mappings)

    @property
    def mappings(self) -> MappingShelf:
        """The column mappings that people saved."""
        return MappingShelf(self.settings.mappings_folder)

    def load_cohort(
        self, path: Path, scheme: str, options: LoadOptions = PLAIN_LOAD, progress: Progress = silent
    ) -> LoadReport:
        """Read a cohort file and keep its candidates in one transaction, their free text masked for matching."""
        return self.loader.cohort(path, self.scheme_name(scheme), options, progress)

    @staticmethod
    def scheme_name(name: str) -> str:
        """Return a scheme's name as it is kept; raises :class:`UnknownSchemeError` that lists the valid ones."""
        try:
            return find_scheme(name).name
        except TaxonomyError as error:
            raise UnknownSchemeError(str(error)) from error

    def load_vacancies(
        self,
        path: Path,
        file_format: str = "auto",
        *,
        dry_run: bool = False,
        strict: bool = False,
        progress: Progress = silent,
    ) -> LoadReport:
        """Read a vacancy file and keep its vacancies in one transaction."""
        return self.loader.vacancies(path, file_format, LoadOptions(dry_run, strict), progress)

    # --- matching

    def match_vacancy(
        self, vacancy: Vacancy, k: int, filters: Filters | None = None, progress: Progress = silent
    ) -> list[Match]:
        """Rank candidates for a vacancy: filters first, then the pool, then the evidence."""
        profiles = self.store.profiles()
        retriever = self._prepare_pool(profiles, progress)
        wanted = filters or Filters()
        allowed = [row for row, held in enumerate(profiles) if wanted.lets_pass(held.scheme, held.profile)]
        opening = self.preparer.opening(vacancy, progress)
        rows = retriever.rows(opening, np.array(allowed, dtype=np.int64), max(NEAREST, 10 * k))
        return self._fusion.compare(opening, retriever.pool.of(rows)).best(k)

    def match_candidate(
        self, candidate_id: str, k: int, as_of: date | None = None, progress: Progress = silent
    ) -> list[Match]:
        """Rank the vacancies open on a day (default today) for a candidate."""
        held = next(item for item in self.store.profiles() if item.id == candidate_id)
        pool = self.preparer.pool([(held.id, held.profile)], progress)
        vacancies = self.store.vacancies(open_on=as_of or date.today())
        openings = self.preparer.openings(vacancies, progress)
        comparisons = [self._fusion.compare(opening, pool) for opening in openings]
        scores = np.array([comparison.scores[0] for comparison in comparisons])
        order = ranked(scores, [vacancy.id for vacancy in vacancies])
        return [comparisons[number].match(0) for number in order[:k]]

    def match_all(self, k: int, progress: Progress = silent) -> list[tuple[Vacancy, list[Match]]]:
        """Rank all candidates for every vacancy open today; by vacancy reference."""
        pool = self._prepare_pool(self.store.profiles(), progress).pool
        vacancies = self.store.vacancies(open_on=date.today())
        openings = self.preparer.openings(vacancies, progress)
        return [(opening.vacancy, self._fusion.compare(opening, pool).best(k)) for opening in openings]

    def open_vacancy(self, name: str, on: date) -> Vacancy:
        """Return a vacancy by id or reference; raises :class:`NotFoundError` where it is not open on that day."""
        vacancy = self.store.vacancy(name)
        if not vacancy.is_open(on):
            raise NotFoundError(
                f"Vacancy {vacancy.key} is not open on {on}: it runs from {vacancy.opens or '?'} to "
                f"{vacancy.closes or '?'}; choose a day in it with --as-of."
            )
        return vacancy

    def candidate_names(self) -> dict[str, str]:
        """Return what each candidate is called where identity may not be shown: scheme and first digits of the id."""
        return {held.id: f"{held.scheme.upper()} {held.id[:8]}" for held in self.store.profiles()}

    def vacancy_names(self) -> dict[str, str]:
        """Return what each vacancy is called: title, place and reference."""
        return {
            vacancy.id: f"{vacancy.title}, {vacancy.workplace.name if vacancy.workplace else '?'} ({vacancy.key})"
            for vacancy in self.store.vacancies()
        }

    def count_candidates(self, filters: Filters) -> int:
        """Count the candidates whom the filters let pass."""
        return sum(filters.lets_pass(held.scheme, held.profile) for held in self.store.profiles())

    def profile_links(self, profile: ProfessionalProfile) -> tuple[list[ConceptLink], list[ConceptLink]]:
        """Return the best link of each occupation and of each skill that a profile states, in their order."""
        return self.preparer.profile_links(profile)

    def label(self, link: ConceptLink, language: str = "") -> str | None:
        """Return the concept's preferred label in a language, or the label that was matched where none is asked."""
        concept = self.taxonomy.concept(link.uri) if link.uri and language else None
        return concept.label(language) if concept else link.label

    def rank(
        self,
        candidates: Sequence[Candidate],
        vacancies: Sequence[Vacancy],
        *,
        by_vacancy: bool = False,
        progress: Progress = silent,
    ) -> Iterator[tuple[str, list[tuple[str, float]]]]:
        """Score every candidate with every vacancy, touching no store.

        Yields:
            A query id with all ``(document id, score)``, best first. Candidates are the queries, or vacancies.
        """
        from matcher.masking import mask

        preparer = self._preparer(lambda _kind: {})
        pool = preparer.pool([(item.id, mask(item)) for item in candidates], progress)
        openings = preparer.openings(vacancies, progress)
        table = np.zeros((len(openings), len(pool)))
        for number, opening in enumerate(openings):
            table[number] = self._fusion.compare(opening, pool).scores
            progress("comparing", number + 1, len(openings))
        vacancy_ids = [vacancy.id for vacancy in vacancies]
        queries, documents = (vacancy_ids, pool.ids) if by_vacancy else (pool.ids, vacancy_ids)
        for query, scores in zip(queries, table if by_vacancy else table.T, strict=True):
            yield query, [(documents[row], float(scores[row])) for row in ranked(scores, documents)]

    # --- wiring

    @cached_property
    def preparer(self) -> Preparer:
        """Links and encodes both sides of a match, counting the links that people confirmed."""
        return self._preparer(lambda kind: self.store.confirmed_links(kind.value))

    def _preparer(self, confirmed: Callable[[ConceptKind], Mapping[str, str]]) -> Preparer:
        encoder = VectorCache.folder_name(self.encoder.name)
        name = f"links-{LINKING_VERSION}-{self.taxonomy.fingerprint[:12]}-{encoder}.sqlite"
        memory = LinkMemory(self.settings.home / name)
        return Preparer(self.encoder, self.linkers.of, lambda: self.linkers.context, memory, confirmed)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.taxonomy)

    @cached_property
    def _fusion(self) -> Fusion:
        return Fusion(
            (
                WeighedSignal(SkillCoverage(self._relations), 0.45),
                WeighedSignal(OccupationCloseness(self._relations), 0.25),
                WeighedSignal(ProfileMeaning(), 0.15),
                WeighedSignal(Experience(), 0.08),
                WeighedSignal(EducationLevel(), 0.07),
            )
        )

    def _prepare_pool(self, profiles: Sequence[HeldProfile], progress: Progress) -> Retriever:
        """Prepare profiles, once for as long as they stay the same."""
        pairs = tuple((held.id, held.profile) for held in profiles)
        key = hash(pairs)
        if key not in self._pools:
            self._pools = {key: Retriever(self.preparer.pool(pairs, progress), self._relations)}
        return self._pools[key]
