"""The record of who was ranked, worked out once for as long as the same people may be ranked."""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock

from matcher.ranking import ProfilePool
from matcher.store import HeldProfile
from matcher.store.codec import content_hash
from matcher.store.held_rankings import Member, PoolRecord
from matcher.trail import KeyedDigest

_KEPT = 8  # pools: the same people, as far as different users see

_Known = tuple[Sequence[HeldProfile], bytes, PoolRecord]


def profile_mark(held: HeldProfile, digest: KeyedDigest) -> str:
    """Return the mark by which a replay knows whether a profile still says what was ranked."""
    return digest(f"{held.id} {held.scheme} {content_hash(held.profile)}")


class PoolRecords:
    """Records of pools; many threads may ask at once."""

    def __init__(self) -> None:
        self._marks: dict[str, tuple[HeldProfile, str]] = {}
        self._known: tuple[_Known, ...] = ()
        self._lock = RLock()

    def of(self, pool: ProfilePool, digest: KeyedDigest) -> PoolRecord:
        """Return the record of those of a pool who may be ranked; profiles that did not change keep their marks."""
        rows = pool.rows.tobytes()
        with self._lock:
            for everybody, known_rows, record in self._known:
                if everybody is pool.everybody and known_rows == rows:
                    return record
            record = PoolRecord.of(tuple(Member(held.id, self._mark(held, digest)) for held in pool.profiles))
            self._known = ((pool.everybody, rows, record), *self._known[: _KEPT - 1])
            return record

    def forget(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._marks, self._known = {}, ()

    def _mark(self, held: HeldProfile, digest: KeyedDigest) -> str:
        known = self._marks.get(held.id)
        if known is None or known[0] is not held:
            known = self._marks[held.id] = (held, profile_mark(held, digest))
        return known[1]
