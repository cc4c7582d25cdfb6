"""What the people of some profiles say, phrase by phrase: what it may mean, who says it, which vacancies ask it."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from matcher.linking import accepted, certainty
from matcher.preparation import Preparer, Progress, silent
from matcher.records import ConceptLink, LinkMethod, ProfessionalProfile, Vacancy
from matcher.store import HeldProfile
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

SURE = 0.95
"""The chance of being right from which a computed meaning needs no person."""

_NAMED = 0.99  # confidence of a phrase that is the name of one concept and of no other
_KEPT = 4  # indexes at hand: one for each group of people that somebody works with

Stated = Callable[[ProfessionalProfile], Iterable[str]]
Asked = Callable[[Vacancy], list[str]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that people say, in any spelling that counts as the same.

    Attributes:
        kind: of the concepts it may mean.
        form: its normal form.
        text: its commonest spelling.
        people: ids of the candidates who say it, in order.
        meanings: what it may mean by itself, best first.
        chance: that the best of them is right, 0..1.
        vacancies: how many vacancies ask for a concept that it may mean.
    """

    kind: ConceptKind
    form: str
    text: str
    people: tuple[str, ...]
    meanings: tuple[ConceptLink, ...]
    chance: float
    vacancies: int

    @property
    def value(self) -> float:
        """How much is gained by deciding: (1 - c) x people x (1 + vacancies).

        ``c`` is the chance that the computed meaning is right, so 1 - c the uncertainty; people x vacancies are the
        pairs whose score hangs on the phrase. The product is how many pairs are to be expected to count on a wrong
        meaning, or on none. The 1 keeps phrases for which no vacancy asks today in an order too.
        """
        return (1 - self.chance) * len(self.people) * (1 + self.vacancies)

    @property
    def is_sure(self) -> bool:
        """Tell whether no person need decide: it is the very name of one concept, or as good as certain."""
        best = self.meanings[0] if self.meanings else None
        named = best is not None and best.method is LinkMethod.SAME_LABEL and best.confidence >= _NAMED
        return named or self.chance >= SURE


@dataclass
class _Said:
    texts: Counter[str] = field(default_factory=Counter)
    people: dict[str, None] = field(default_factory=dict)


class ReviewIndexes:
    """Keeps the indexes of the last groups of people, for as long as neither they nor the vacancies change."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[int, tuple[Phrase, ...]] = OrderedDict()

    def of(
        self,
        preparer: Preparer,
        profiles: Sequence[HeldProfile],
        vacancies: Sequence[Vacancy],
        progress: Progress = silent,
    ) -> tuple[Phrase, ...]:
        """Return the phrases of some people, for the vacancies that are open."""
        key = hash((tuple(profiles), tuple(vacancies)))
        with self._lock:
            if key not in self._held:
                self._held[key] = index(preparer, profiles, vacancies, progress)
                while len(self._held) > _KEPT:
                    self._held.popitem(last=False)
            return self._held[key]

    def clear(self) -> None:
        """Forget everybody's words."""
        with self._lock:
            self._held.clear()


def index(
    preparer: Preparer, profiles: Sequence[HeldProfile], vacancies: Sequence[Vacancy], progress: Progress = silent
) -> tuple[Phrase, ...]:
    """Return every phrase that the people state as a skill or an occupation."""
    sides: tuple[tuple[ConceptKind, Stated, Asked], ...] = (
        (ConceptKind.SKILL, _skills, lambda vacancy: [asked.text for asked in vacancy.requirements]),
        (ConceptKind.OCCUPATION, _occupations, lambda vacancy: [vacancy.title]),
    )
    phrases: list[Phrase] = []
    for kind, stated, asked in sides:
        asking = _asking(preparer, kind, {vacancy.id: asked(vacancy) for vacancy in vacancies}, progress)
        said = _said(profiles, stated)
        texts = {form: some.texts.most_common(1)[0][0] for form, some in said.items()}
        meanings = preparer.meanings(kind, texts.values(), progress)
        for form, some in said.items():
            links = meanings.get(texts[form], ())
            concerned = set[str]().union(*(asking.get(link.uri or "", ()) for link in links))
            chance = certainty(links[0], kind).chance if links else 0.0
            phrases.append(Phrase(kind, form, texts[form], tuple(some.people), links, chance, len(concerned)))
    return tuple(phrases)


def _said(profiles: Sequence[HeldProfile], stated: Stated) -> dict[str, _Said]:
    forms: dict[str, str] = {}
    said: dict[str, _Said] = {}
    for held in profiles:
        for text in stated(held.profile):
            form = forms.get(text)
            if form is None:
                form = forms[text] = normalise(text)
            if form:
                entry = said.setdefault(form, _Said())
                entry.texts[text] += 1
                entry.people[held.id] = None
    return said


def _asking(
    preparer: Preparer, kind: ConceptKind, asked: Mapping[str, Sequence[str]], progress: Progress
) -> dict[str, set[str]]:
    """Return the ids of the vacancies that ask for each concept."""
    meanings = preparer.meanings(kind, [text for texts in asked.values() for text in texts], progress)
    asking: dict[str, set[str]] = {}
    for vacancy_id, texts in asked.items():
        for text in texts:
            uri = accepted(text, meanings.get(text, ())).uri
            if uri is not None:
                asking.setdefault(uri, set()).add(vacancy_id)
    return asking


def _skills(profile: ProfessionalProfile) -> Iterable[str]:
    return [statement.text for statement in profile.skills]


def _occupations(profile: ProfessionalProfile) -> Iterable[str]:
    return [*profile.occupations, *(job.title for job in profile.experience if job.title)]
