"""The tests that rules are made of: small, named, each looking at one side and answering yes, no or unknown."""

from __future__ import annotations

from matcher.eligibility.predicates.registry import PREDICATES, Predicate, Side

__all__ = ["PREDICATES", "Predicate", "Side"]
