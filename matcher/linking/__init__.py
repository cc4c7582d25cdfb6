"""Phrases to concepts: what speaks for each, the small model that weighs it, and linkers onto ESCO or any list."""

from __future__ import annotations

from matcher.linking.certainty import Certainty, certainty
from matcher.linking.context import MEANINGS, Context, Said, Surroundings
from matcher.linking.linker import ACCEPTED, BATCH, LINKING_VERSION, Linker, Scored, accepted
from matcher.linking.lists import ListLinker, ListModel
from matcher.linking.model import LinkModel
from matcher.linking.protocol import PhraseLinker
from matcher.linking.space import ConceptSpace
from matcher.linking.targets import Targets, read_targets

__all__ = [
    "ACCEPTED",
    "BATCH",
    "LINKING_VERSION",
    "MEANINGS",
    "Certainty",
    "ConceptSpace",
    "Context",
    "LinkModel",
    "Linker",
    "ListLinker",
    "ListModel",
    "PhraseLinker",
    "Said",
    "Scored",
    "Surroundings",
    "Targets",
    "accepted",
    "certainty",
    "read_targets",
]
