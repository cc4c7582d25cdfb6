"""What every desk of an office has: the office's engine, in the same hands."""

from __future__ import annotations

from typing import ClassVar

from matcher.engine import Matcher
from matcher.stewardship import Actor, Right


class Desk:
    """A part of an office. Its methods require rights as those of an office do; ``right`` is what it takes to enter."""

    right: ClassVar[Right]

    def __init__(self, engine: Matcher, actor: Actor) -> None:
        actor.require(self.right)
        self._engine = engine
        self.actor = actor
