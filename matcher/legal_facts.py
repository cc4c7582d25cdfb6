"""What the law asks about somebody, read from what the store holds of them."""

from __future__ import annotations

from matcher.eligibility import CandidateFacts
from matcher.records import ProfessionalProfile
from matcher.store import HeldStatus
from taxonomies.schemes import schemes


def facts_held(candidate_id: str, held: HeldStatus, profile: ProfessionalProfile) -> CandidateFacts:
    """Return the facts of one candidate."""
    return CandidateFacts.of(candidate_id, held.status, profile, abroad=_lives_abroad(held))


def _lives_abroad(held: HeldStatus) -> bool | None:
    """Tell where somebody lives, by the leg of the record, else where all legs of the scheme begin alike."""
    if held.leg is not None:
        return held.leg.origin != "BE"
    scheme = schemes().get(held.scheme)
    begins = {leg.origin == "BE" for leg in scheme.legs} if scheme else set()
    return not begins.pop() if len(begins) == 1 else None
