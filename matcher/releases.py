"""The statistics that stand: the release that everybody is shown, kept in a file, and the making of the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

from matcher.cohorts.holding import Prepared
from matcher.preparation import Progress
from matcher.statistics import Counted, Release, groups_of, is_due, made_release
from matcher.statistics.groups import dimensions
from matcher.stewardship import Right, Steward
from matcher.store import HeldProfile, Store
from matcher.trail import Action
from taxonomies.concepts import Occupation, Taxonomy

STATISTICS = "statistics about candidates"
_FILE, _LOCK = "release.json", "release.lock"
_FOR_EVER = -1.0


class Releases:
    """Shows the release that stands, and makes the next one when enough people have come or gone."""

    def __init__(
        self, store: Store, steward: Steward, occupations: Callable[[], tuple[Prepared, Taxonomy]], folder: Path
    ) -> None:
        """Store the parts; those that read occupations are opened only when a release is made."""
        self._store = store
        self._steward = steward
        self._occupations = occupations
        self._folder = folder

    def standing(self, progress: Progress) -> Release:
        """Return the release that stands, made now where one is due, and write down that it was seen.

        Raises:
            RefusedError: The actor's role may not see statistics.
            IdentityKeyError: A release is due, and the key that opens what people are counted by is not at hand.
        """
        self._steward.actor.require(Right.STATISTICS)
        release = self._kept()
        if release is None or is_due(release, self._people()):
            release = self._renewed(release, progress)
        detail = {"shown": "rounded counts of groups", "release": release.made_on.isoformat()}
        self._steward.audit.record(Action.VIEW, "statistics", STATISTICS, detail)
        return release

    def _renewed(self, old: Release | None, progress: Progress) -> Release:
        """Make the release that is due. While another session makes it, the old one, where there is any, stands."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self._folder / _LOCK, timeout=_FOR_EVER if old is None else 0):
                made = self._kept()  # another session may have made it meanwhile
                return self._made(progress) if made is None or is_due(made, self._people()) else made
        except Timeout:
            if old is None:
                raise
            return old

    def _people(self) -> dict[str, int]:
        return dict(self._store.counts().candidates)

    def _kept(self) -> Release | None:
        file = self._folder / _FILE
        return Release.from_json(file.read_text(encoding="utf-8")) if file.is_file() else None

    def _made(self, progress: Progress) -> Release:
        """Count everybody and keep the release. Records that were merged are one person, as everywhere."""
        day, known, held = date.today(), self._people(), self._store.profiles()
        grounds = self._store.grounds([item.id for item in held])
        isco = self._isco(held, progress)
        people = [
            groups_of(Counted(item.scheme, item.profile, grounds[item.id], isco[item.id]), day)
            for item in held
            if item.id in grounds
        ]
        # The very count that is compared later: were it another, a release might be due at every look.
        release = replace(made_release(people, dimensions(), day), people=known)
        waiting = self._folder / f"{_FILE}.new"
        waiting.touch(mode=0o600)
        waiting.write_text(release.as_json(), encoding="utf-8")
        waiting.replace(self._folder / _FILE)
        return release

    def _isco(self, held: tuple[HeldProfile, ...], progress: Progress) -> dict[str, str]:
        """Return the ISCO-08 group of the first occupation of each person that could be linked, ``""`` for none.

        Read from everybody as they stand ready to be ranked: linking one person after the other takes minutes.
        """
        prepared, taxonomy = self._occupations()
        titles = prepared(held, progress).titles
        linked = zip(titles.owners.tolist(), titles.texts, titles.links, strict=True)
        uris = {(owner, text): link.uri for owner, text, link in linked if link.uri}

        @cache
        def group(uri: str) -> str:
            concept = taxonomy.concept(uri)
            return concept.isco_group if isinstance(concept, Occupation) else ""

        def first(owner: int, stated: Sequence[str]) -> str:
            groups = (group(uris[owner, title]) for title in stated if (owner, title) in uris)
            return next(filter(None, groups), "")

        return {item.id: first(owner, item.profile.occupations) for owner, item in enumerate(held)}
