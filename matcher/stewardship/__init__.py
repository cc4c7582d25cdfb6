"""Care for people's data: lawful basis and consent, retention, the rights of the person, and the audit log."""

from __future__ import annotations

from matcher.stewardship.actors import Actor, Right
from matcher.stewardship.audit_log import Verification
from matcher.stewardship.erasure import Erased, Places
from matcher.stewardship.loads import DEFAULT_TERMS, LoadTerms
from matcher.stewardship.steward import Steward
from matcher.stewardship.traces import blind_name

__all__ = ["DEFAULT_TERMS", "Actor", "Erased", "LoadTerms", "Places", "Right", "Steward", "Verification", "blind_name"]
