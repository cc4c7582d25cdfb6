"""What every office has: an engine in the hands of one actor, who needs a right to enter at all."""

from __future__ import annotations

from typing import ClassVar

from matcher.engine import Matcher
from matcher.stewardship import Actor, Right


class Office:
    """An engine as one actor may use it.

    A method of an office is the only way from a page to the engine: it requires the right that it takes, and returns
    nothing outside the actor's reach. ``right`` is what it takes to enter.
    """

    right: ClassVar[Right]

    def __init__(self, engine: Matcher, actor: Actor) -> None:
        actor.require(self.right)
        self._engine = engine.acting_as(actor)
        self.actor = actor
