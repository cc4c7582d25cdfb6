"""What a person decides about phrases, for tests that need it decided."""

from __future__ import annotations

from matcher.store import LinkDecision, Store
from matcher.trail import Action, Note, Role


def decide(store: Store, text: str, kind: str, uri: str | None, candidate_id: str | None = None) -> LinkDecision:
    """Write down what a phrase means; ``None`` is nothing in ESCO."""
    note = Note("ada", Role.STAFF, Action.CONFIRMATION, "", "test")
    return store.register().decide_link(LinkDecision(kind, text, uri, candidate_id, "ada"), note)
