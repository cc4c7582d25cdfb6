"""What somebody may ask about: their own vacancies, and nothing that would tell a blind actor who people are."""

from __future__ import annotations

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError
from matcher.filters import Filters
from matcher.records import Vacancy
from matcher.stewardship import Actor, Right


def require_own_vacancy(engine: Matcher, vacancy: Vacancy) -> None:
    """Raise :class:`NotFoundError` for a vacancy of the store that is out of reach; a pasted one is one's own."""
    if engine.steward.reach.vacancy(vacancy.id):
        return
    try:
        engine.store.vacancy(vacancy.id)
    except NotFoundError:
        return
    raise NotFoundError(f"There is no vacancy {vacancy.key!r}: choose one of the list.")


def require_seeing(actor: Actor, filters: Filters) -> None:
    """Raise :class:`RefusedError` where a blind actor asks for the people of a scheme."""
    if filters.schemes and not actor.may(Right.LEGAL_FACTS):
        raise RefusedError(f"{actor.name} may not filter by scheme as {actor.role}: it would tell who people are.")
