"""``Matcher``: the façade, and the only place where parts are wired together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, Self

import numpy as np

from matcher.coding import Coding
from matcher.cohorts import CohortHolding, SkillGroups
from matcher.concept_search import ConceptSearch
from matcher.duplicate_review import DuplicateReview
from matcher.eligibility.checking import require_sound
from matcher.encoding import Encoder, VectorCache, open_encoder
from matcher.errors import NotFoundError, UnknownSchemeError, UsageError
from matcher.evidence import (
    EducationLevel,
    Experience,
    OccupationCloseness,
    Opening,
    Pool,
    ProfileMeaning,
    Relations,
    SkillCoverage,
)
from matcher.evidence.sides import Numbers
from matcher.extraction import Extractor
from matcher.filters import Filters
from matcher.fusion import Comparison, Fusion, weigh
from matcher.intake.mappings import MappingShelf
from matcher.latest import Latest
from matcher.legal_routes import LegalRoutes
from matcher.link_memory import LinkMemory
from matcher.link_review import LinkReview
from matcher.linkers import Linkers
from matcher.linking import LINKING_VERSION, Certainty, Linker, PhraseLinker, certainty
from matcher.loading import PLAIN_LOAD, Loader, LoadOptions
from matcher.occupation_reading import OccupationReader
from matcher.pool_records import PoolRecords
from matcher.pool_routes import PoolRoutes
from matcher.preparation import NOT_CHOSEN, Preparer, Progress, silent
from matcher.ranking import Ranker, RankingRequest, every_pair
from matcher.ready_pools import ReadyPools
from matcher.records import (
    Candidate,
    ConceptLink,
    Extraction,
    Identity,
    LoadReport,
    Match,
    ProfessionalProfile,
    Vacancy,
)
from matcher.releases import Releases
from matcher.replaying import Replay, Replayer
from matcher.review_index import ReviewIndexes
from matcher.settings import Settings
from matcher.shortlists import Shortlists
from matcher.stewardship import Actor, Erased, Places, Steward, blind_name
from matcher.store import Cause, HeldGrounds, KeySource, LinkChoices, Store
from matcher.tickets import Tickets
from matcher.trail import canonical
from taxonomies.belgium.tables import LegalTables, legal_tables
from taxonomies.catalogue import IMPORTED_FILE, open_taxonomy
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.crosswalk_import import import_crosswalks
from taxonomies.crosswalks import Crosswalks, CrosswalkStatus
from taxonomies.errors import TaxonomyError
from taxonomies.esco import ImportReport, import_esco
from taxonomies.esco_download import DownloadReport, DownloadRequest, download_esco
from taxonomies.esco_service import UnknownChoiceError
from taxonomies.schemes import find_scheme

LINKED_KINDS = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
_PARTS_OF_ACTORS = ("steward", "duplicates", "shortlists", "legal_routes")
_PARTS_OF_CODES = (
    *("coding", "preparer", "_ranker", "_pool_records", "shortlists"),
    *("cohort_rows", "skill_groups", "legal_routes", "occupation_reader"),
)


class Matcher:
    """Everything the engine does, over one home folder. Parts are opened when first needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._law: dict[date, LegalTables] = {}  # shared by all who act through the engine
        self.tickets: Tickets[LoadReport] = Tickets()
        self.review_indexes = ReviewIndexes()

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

    @cached_property
    def steward(self) -> Steward:
        """Lawful bases, rights and the audit log, in the hands of who ``MATCHER_ACTOR`` and ``MATCHER_ROLE`` name."""
        places = Places(self.settings.home, self.settings.reports_folder)
        return Steward(self.store, places, Actor.of(self.settings.actor, self.settings.role))

    @cached_property
    def identities(self) -> Latest[tuple[Identity, ...]]:
        """Who all candidates are, read once for many searches: opening every name again takes seconds."""
        return Latest()

    @cached_property
    def grounds(self) -> Latest[dict[str, HeldGrounds]]:
        """What groups all candidates belong to, for counting: opening it of everybody again takes seconds."""
        return Latest()

    @cached_property
    def demands(self) -> Latest[list[frozenset[str]]]:
        """The skills that each open vacancy asks."""
        return Latest()

    @cached_property
    def skill_groups(self) -> SkillGroups:
        """The groups of ESCO that skills belong to."""
        return SkillGroups(self.taxonomy)

    @cached_property
    def cohort_rows(self) -> CohortHolding:
        """What can be counted of every candidate."""
        return CohortHolding(self.store, lambda: self.preparer, self._ranker.prepared, self.taxonomy)

    @property
    def legal_tables(self) -> LegalTables:
        """The tables of Belgian law, with those of the user's folder; raises where one of them is wrong today."""
        today = date.today()
        if today not in self._law:
            self._law[today] = require_sound(self.read_legal_tables(), today)
        return self._law[today]

    def read_legal_tables(self) -> LegalTables:
        """Read the tables of law, sound or not."""
        return legal_tables(self.settings.rules_folder)

    def acting_as(self, actor: Actor) -> Matcher:
        """Return this engine, over the same opened parts, in the hands of somebody else; both can be used."""
        places = self.steward.places
        other = copy(self.opened())
        for part in _PARTS_OF_ACTORS:
            other.__dict__.pop(part, None)
        other.steward = Steward(self.store, places, actor)
        return other

    def opened(self) -> Self:
        """Open every part now, before threads share the engine; return it."""
        _ = self.taxonomy, self.encoder, self.store, self._ranker, self._pool_records, self._searches, self._pool_routes
        _ = self.cohort_rows, self.identities, self.grounds, self.demands, self.skill_groups
        return self

    def make_ready(self, progress: Progress = silent) -> None:
        """Link and encode everybody held and ask the law of each, so that the first search need not.

        What changes later costs only itself.
        """
        self.shortlists.facets(Filters(), progress)
        self.legal_routes.make_ready(progress)
        gc.freeze()  # what is held ready stays: no later collection need walk through it

    # --- taxonomy and linking

    def import_taxonomy(self, paths: Sequence[Path], *, replace_all: bool, progress: Progress) -> ImportReport:
        """Import ESCO files and use them from now on."""
        report = import_esco(paths, self.settings.taxonomy_folder, replace=replace_all, progress=progress)
        self._reopen("taxonomy", "linkers", "_searches", "_extractor", "_relations", "_fusion", *_PARTS_OF_CODES)
        self.review_indexes = ReviewIndexes()
        return report

    @cached_property
    def crosswalks(self) -> Crosswalks:
        """What the codes of imported crosswalks mean."""
        return Crosswalks.open(self.settings.taxonomy_folder)

    @cached_property
    def coding(self) -> Coding:
        """Resolves the codes of vacancies."""
        return Coding(self.taxonomy, self.crosswalks)

    def import_crosswalks(self, paths: Sequence[Path], system: str = "") -> tuple[CrosswalkStatus, ...]:
        """Import crosswalk files and use them from now on; returns what became of their rows."""
        statuses = import_crosswalks(paths, self.settings.taxonomy_folder, self.taxonomy, system=system)
        self._reopen("crosswalks", *_PARTS_OF_CODES)
        return statuses

    def _reopen(self, *parts: str) -> None:
        for part in parts:
            self.__dict__.pop(part, None)

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
        kinds: Sequence[ConceptKind] = LINKED_KINDS,
        progress: Progress = silent,
    ) -> Extractor:
        """Open an extractor of the concepts of some kinds, reporting what has to be encoded first."""
        return Extractor({kind: self.linker(kind, progress=progress) for kind in kinds}, self.linkers.context)

    @cached_property
    def _extractor(self) -> Extractor:
        linkers = {kind: self.linkers.of(kind) for kind in LINKED_KINDS}
        return Extractor(linkers, self.linkers.context)

    def extract(self, text: str, k: int = 5) -> Extraction:
        """Find the skills and occupations that a text speaks of, and what it says of them."""
        return self._extractor.extract(text, k)

    def concept_search(self, kind: ConceptKind) -> ConceptSearch:
        """Return what finds skills or occupations by what somebody has typed of a label."""
        return self._searches[kind]

    @cached_property
    def _searches(self) -> dict[ConceptKind, ConceptSearch]:
        return {kind: ConceptSearch(self.taxonomy, kind) for kind in LINKED_KINDS}

    # --- loading

    @property
    def loader(self) -> Loader:
        """What brings records into the store, with its report on every row."""
        return Loader(self.store, lambda: self.preparer, self.mappings, self.steward.loads, self.duplicates)

    @property
    def mappings(self) -> MappingShelf:
        """The column mappings that people saved."""
        return MappingShelf(self.settings.mappings_folder)

    def load_cohort(
        self, path: Path, scheme: str, options: LoadOptions = PLAIN_LOAD, progress: Progress = silent
    ) -> LoadReport:
        """Read a cohort file and keep its candidates in one transaction, their free text masked for matching."""
        return self.loader.cohort(path, self.scheme_name(scheme), options, progress)

    @cached_property
    def duplicates(self) -> DuplicateReview:
        """Records that may be one person, for somebody to decide about."""
        return DuplicateReview(self.store, self.steward)

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

    # --- what people's words mean

    @property
    def link_review(self) -> LinkReview:
        """What phrases mean, for somebody to decide about."""
        return LinkReview(self.store, self.steward, self.preparer, self.shortlists.forget)

    # --- matching

    @cached_property
    def shortlists(self) -> Shortlists:
        """Rankings of those who may be ranked, each written down."""
        return Shortlists(
            self.store, self.steward, self._ranker, self._terms, self._pool_records, self.legal_routes.among
        )

    @cached_property
    def legal_routes(self) -> LegalRoutes:
        """The law beside matches, as the actor may know it."""
        return LegalRoutes(
            self.store, self.steward.actor, lambda: self.legal_tables, self.occupation_reader, self._pool_routes
        )

    @cached_property
    def occupation_reader(self) -> OccupationReader:
        """What vacancies are for, as far as it is known."""
        return OccupationReader(self.preparer, self.taxonomy)

    @cached_property
    def _pool_routes(self) -> PoolRoutes:
        return PoolRoutes(self.store)

    def match_vacancy(
        self,
        vacancy: Vacancy,
        k: int,
        filters: Filters | None = None,
        progress: Progress = silent,
        *,
        language: str = "en",
    ) -> list[Match]:
        """Rank candidates for a vacancy, with the law of today beside; :attr:`shortlists` says who was left out."""
        request = RankingRequest(k, filters or Filters())
        matches = self.shortlists.for_vacancy(vacancy, request, None, progress).matches
        return list(self.with_verdicts(matches, [vacancy], language=language))

    def with_verdicts(
        self, matches: Sequence[Match], vacancies: Iterable[Vacancy], day: date | None = None, language: str = "en"
    ) -> tuple[Match, ...]:
        """Return matches of the store's candidates with the law's verdicts on a day (default today) beside scores."""
        return self.legal_routes.beside(matches, vacancies, day, language)

    def match_candidate(
        self, candidate_id: str, k: int, as_of: date | None = None, progress: Progress = silent
    ) -> list[Match]:
        """Rank the vacancies open on a day (default today) for a candidate."""
        return list(self.shortlists.for_candidate(candidate_id, RankingRequest(k), as_of, progress).matches)

    def match_all(self, k: int, progress: Progress = silent) -> list[tuple[Vacancy, list[Match]]]:
        """Rank all candidates for every vacancy open today; by vacancy reference."""
        return self.shortlists.for_all(RankingRequest(k), progress)

    def replay(self, ranking: str, progress: Progress = silent) -> Replay:
        """Repeat a ranking of the audit log and compare."""
        return Replayer(self.store, self.steward, self._ranker, self._terms).replay(ranking, progress)

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
        """Return what each candidate is called where identity may not be shown."""
        return {held.id: blind_name(held.id) for held in self.store.profiles()}

    def vacancy_names(self) -> dict[str, str]:
        """Return what each vacancy is called: title, place and reference."""
        return {
            vacancy.id: f"{vacancy.title}, {vacancy.workplace.name if vacancy.workplace else '?'} ({vacancy.key})"
            for vacancy in self.store.vacancies()
        }

    def count_candidates(self, filters: Filters, progress: Progress = silent, *, vacancy: Vacancy | None = None) -> int:
        """Count the candidates who may be ranked and whom the filters let pass, for a vacancy where they need one."""
        return self.shortlists.count(filters, progress, vacancy)

    def profile_links(
        self, profile: ProfessionalProfile, candidate_id: str = ""
    ) -> tuple[list[ConceptLink], list[ConceptLink]]:
        """Return the best link of each occupation and of each skill that a profile states, in their order."""
        return self.preparer.profile_links(profile, candidate_id)

    def label(self, link: ConceptLink, language: str = "") -> str | None:
        """Return the concept's preferred label in a language, or the label that was matched where none is asked."""
        concept = self.taxonomy.concept(link.uri) if link.uri and language else None
        return concept.label(language) if concept else link.label

    @staticmethod
    def certainty(link: ConceptLink, kind: str, language: str = "") -> Certainty:
        """Return how often links of that confidence, to a ``skill`` or an ``occupation``, are right."""
        return certainty(link, ConceptKind(kind), language)

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
        pool, openings = self._sides(candidates, vacancies, progress)
        return every_pair(self._fusion, pool, openings, by_vacancy=by_vacancy, progress=progress)

    def comparisons(
        self, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], progress: Progress = silent
    ) -> Iterator[Comparison]:
        """Yield for each vacancy what every signal says of every candidate, touching no store, in their order."""
        pool, openings = self._sides(candidates, vacancies, progress)
        return (self._fusion.compare(opening, pool) for opening in openings)

    def _sides(
        self, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], progress: Progress
    ) -> tuple[Pool, list[Opening]]:
        from matcher.masking import mask

        preparer = self._preparer(lambda _kind: NOT_CHOSEN)
        pool = preparer.pool([(item.id, mask(item)) for item in candidates], progress)
        return pool, preparer.openings(vacancies, progress)

    def scores(self, pool: Pool, openings: Sequence[Opening], progress: Progress = silent) -> Numbers:
        """Score prepared candidates with prepared vacancies, touching no store; shape (openings, candidates)."""
        table = np.zeros((len(openings), len(pool)))
        for number, opening in enumerate(openings):
            table[number] = self._fusion.compare(opening, pool).scores
            progress("comparing", number + 1, len(openings))
        return table

    @property
    def releases(self) -> Releases:
        """Statistics about candidates, with whatever could tell of one of them left out."""
        folder = self.settings.statistics_folder
        return Releases(self.store, self.steward, lambda: (self._ranker.prepared, self.taxonomy), folder)

    # --- rights

    def export_person(self, candidate_id: str) -> dict[str, Any]:
        """Return everything held about a person, as plain JSON."""
        return self.steward.export(
            candidate_id, lambda profile: chain.from_iterable(self.profile_links(profile, candidate_id))
        )

    def erase(self, candidate_ids: Iterable[str], cause: Cause = Cause.REQUEST) -> Erased:
        """Erase people from everything the program has written, and from what this process holds ready."""
        erased = self.steward.erase(candidate_ids, cause)
        self.review_indexes.clear()
        self.shortlists.forget()
        self.identities.forget()
        self.grounds.forget()
        self._pool_routes.forget()
        self.cohort_rows.forget()
        return erased

    # --- wiring

    @cached_property
    def preparer(self) -> Preparer:
        """Links and encodes both sides of a match, counting what people decided about phrases."""
        return self._preparer(lambda kind: self.store.link_choices(kind.value))

    def _preparer(self, choices: Callable[[ConceptKind], LinkChoices]) -> Preparer:
        encoder = VectorCache.folder_name(self.encoder.name)
        name = f"links-{LINKING_VERSION}-{self.taxonomy.fingerprint[:12]}-{encoder}.sqlite"
        memory = LinkMemory(self.settings.home / name)
        return Preparer(self.encoder, self.linkers, self.coding, memory, choices)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.taxonomy)

    @cached_property
    def _fusion(self) -> Fusion:
        skills, occupation = SkillCoverage(self._relations), OccupationCloseness(self._relations)
        return weigh((skills, occupation, ProfileMeaning(), Experience(), EducationLevel()))

    @cached_property
    def _ranker(self) -> Ranker:
        return Ranker(self.preparer, self._fusion, ReadyPools(self.preparer, self._relations))

    @cached_property
    def _pool_records(self) -> PoolRecords:
        return PoolRecords()

    def _terms(self) -> dict[str, object]:
        """Return what a ranking depends on besides its inputs."""
        choices = {kind.value: self.store.link_choices(kind.value) for kind in LINKED_KINDS}
        confirmed = {kind: chosen.confirmed for kind, chosen in choices.items()}
        crosswalks = {"crosswalks": self.crosswalks.fingerprint} if self.crosswalks.fingerprint else {}
        return (
            crosswalks
            | self._sealed_choices(choices)
            | {
                "version": version("mobility-matcher"),
                "linking": LINKING_VERSION,
                "encoder": self.encoder.name,
                "taxonomy": self.taxonomy.fingerprint,
                "weights": self._fusion.weights,
                "confirmed_links": self.steward.register.seal(canonical(confirmed)),
            }
        )

    def _sealed_choices(self, choices: Mapping[str, LinkChoices]) -> dict[str, object]:
        """Seal what was rejected, or decided about one candidate; nothing where nothing was."""
        rejected = {kind: sorted(chosen.everybody.keys() - chosen.confirmed) for kind, chosen in choices.items()}
        of_one = {kind: sorted([*who, uri] for who, uri in chosen.of_one.items()) for kind, chosen in choices.items()}
        if not any((*rejected.values(), *of_one.values())):
            return {}
        return {"link_choices": self.steward.register.seal(canonical([rejected, of_one]))}
