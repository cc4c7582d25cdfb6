"""What project staff let the recruiters of an organisation see: candidates, schemes of them, and vacancies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from matcher.accounts import Sharing
from matcher.errors import NotFoundError
from matcher.offices.office import Office
from matcher.offices.vacancy_office import words_of
from matcher.records import Vacancy
from matcher.stewardship import Right, blind_name
from matcher.store import HeldProfile
from matcher.store.held_accounts import Organisation, Share, ShareKind
from taxonomies.schemes import schemes
from taxonomies.wording import fold

PAGE = 20


@dataclass(frozen=True, slots=True)
class OrganisationShares:
    """How much of what is within reach the recruiters of an organisation see.

    ``candidates`` counts everybody they see, of a shared scheme or one by one.
    """

    organisation: Organisation
    schemes: tuple[str, ...]
    candidates: int
    vacancies: int


@dataclass(frozen=True, slots=True)
class SchemeShare:
    """A scheme within reach, how many candidates it has, and whether they are shared with an organisation."""

    name: str
    candidates: int
    shared: bool


@dataclass(frozen=True, slots=True)
class CandidatesShared:
    """A page of the candidates that are shared with an organisation one by one, and how many there are in all."""

    shown: tuple[HeldProfile, ...]
    found: int


@dataclass(frozen=True, slots=True)
class VacanciesFound:
    """A page of the vacancies that words find, of those shared or of those not.

    ``counts`` are how many are shared (``True``) and how many not; ``ids`` are all of the kind asked, on every page.
    """

    shown: tuple[Vacancy, ...]
    counts: dict[bool, int]
    ids: tuple[str, ...]


class SharingOffice(Office):
    """What is shared with organisations. Out of reach nothing is counted, shared or taken back."""

    right: ClassVar[Right] = Right.SHARE

    def shares(self) -> tuple[Share, ...]:
        """Return all that is shared of what is within reach, by organisation."""
        return self._sharing.shares()

    def organisations(self) -> tuple[OrganisationShares, ...]:
        """Return every organisation with how much of what is within reach it sees, by name."""
        sharing = self._sharing
        scheme_of = {held.id: held.scheme for held in self.profiles()}
        sizes = Counter(scheme_of.values())
        shares: dict[str, list[Share]] = {organisation.id: [] for organisation in sharing.organisations()}
        for share in sharing.shares():
            shares[share.organisation.id].append(share)
        counted = []
        for organisation in sharing.organisations():
            named = _by_kind(shares[organisation.id])
            whole = named[ShareKind.SCHEME]
            singles = sum(scheme_of.get(one, "") not in whole for one in named[ShareKind.CANDIDATE])
            seen = singles + sum(sizes[scheme] for scheme in whole)
            counted.append(OrganisationShares(organisation, tuple(sorted(whole)), seen, len(named[ShareKind.VACANCY])))
        return tuple(counted)

    def schemes(self, organisation: str) -> tuple[SchemeShare, ...]:
        """Return the schemes within reach that have candidates or are shared with an organisation, by name.

        Raises:
            NotFoundError: There is no such organisation.
        """
        shared = self._shared(organisation)[ShareKind.SCHEME]
        sizes = Counter(held.scheme for held in self.profiles())
        return tuple(
            SchemeShare(name, sizes[name], name in shared)
            for name in schemes()
            if self.actor.reaches(name) and (sizes[name] or name in shared)
        )

    def candidates(self, organisation: str, page: int = 0) -> CandidatesShared:
        """Return a page (from 0) of the candidates within reach that an organisation is shown one by one, by number.

        Raises:
            NotFoundError: There is no such organisation.
        """
        ids = sorted(self._shared(organisation)[ShareKind.CANDIDATE])
        held = self._store.held(ids[page * PAGE : (page + 1) * PAGE])
        return CandidatesShared(tuple(held[one] for one in sorted(held)), len(ids))

    def find_vacancies(self, organisation: str, asked: str, *, shared: bool, page: int = 0) -> VacanciesFound:
        """Return a page (from 0) of the vacancies with every word asked that are, or are not, shared.

        Raises:
            NotFoundError: There is no such organisation.
        """
        named, words = self._shared(organisation)[ShareKind.VACANCY], fold(asked).split()
        found: dict[bool, list[Vacancy]] = {True: [], False: []}
        for vacancy in self.vacancies():
            sought = words_of(vacancy)
            if all(word in sought for word in words):
                found[vacancy.id in named].append(vacancy)
        kept = found[shared]
        return VacanciesFound(
            tuple(kept[page * PAGE : (page + 1) * PAGE]),
            {kind: len(vacancies) for kind, vacancies in found.items()},
            tuple(vacancy.id for vacancy in kept),
        )

    def share(self, kind: ShareKind, subjects: Sequence[str], organisation: str) -> int:
        """Share things of a kind with an organisation, all of them or none, each written down.

        Args:
            kind: what is shared.
            subjects: ids, references or numbers of candidates or vacancies, or names of schemes: then all of their
                candidates, later ones too.
            organisation: its name or id.

        Returns:
            How many were not shared yet.

        Raises:
            NotFoundError: There is no such candidate, vacancy or organisation, or a candidate is out of reach.
            RefusedError: A scheme or vacancy is out of reach.
        """
        return self._sharing.share_all(kind, [self._named(kind, subject) for subject in subjects], organisation)

    def unshare(self, kind: ShareKind, subjects: Sequence[str], organisation: str) -> int:
        """Share things no longer; return how many were shared. Otherwise as :meth:`share`."""
        return self._sharing.unshare_all(kind, [self._named(kind, subject) for subject in subjects], organisation)

    @property
    def _sharing(self) -> Sharing:
        return Sharing(self._store, self.actor)

    def _shared(self, organisation: str) -> dict[ShareKind, set[str]]:
        sharing = self._sharing
        found = sharing.organisation(organisation)
        return _by_kind([share for share in sharing.shares() if share.organisation.id == found.id])

    def _named(self, kind: ShareKind, subject: str) -> str:
        """Return the id of a candidate within reach by what they are called; leave any other subject as it is."""
        if kind is not ShareKind.CANDIDATE:
            return subject
        called = self._store.held([subject]) or self._store.held(self._store.called(subject.strip()))
        ids = [held.id for held in called.values() if self.actor.reaches(held.scheme)]
        if not ids:
            raise NotFoundError(f"There is no candidate {subject!r}: give the reference, or the number of a card.")
        if len(ids) > 1:
            numbers = ", ".join(blind_name(one) for one in sorted(ids))
            raise NotFoundError(f"{subject!r} is the reference of several candidates: give one of {numbers}.")
        return ids[0]


def _by_kind(shares: Sequence[Share]) -> dict[ShareKind, set[str]]:
    return {kind: {share.subject for share in shares if share.kind is kind} for kind in ShareKind}
