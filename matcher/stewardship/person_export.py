"""The right of access (GDPR article 15): everything held about one person, machine-readable, and nothing of others."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.lawful import HeldBasis, Purpose
from matcher.records import Candidate, ConceptLink, ProfessionalProfile
from matcher.stewardship.retention import due
from matcher.stewardship.traces import told_in_reports
from matcher.store import Store
from matcher.store.codec import encode
from matcher.store.held_shortlists import HeldEntry, match_content
from matcher.trail import Entry

if TYPE_CHECKING:
    from matcher.store.register import Register

Links = Callable[[ProfessionalProfile], Iterable[ConceptLink]]


def person_export(store: Store, register: Register, reports: Path, candidate_id: str, links: Links) -> dict[str, Any]:
    """Return all that is held about a person as plain JSON.

    Entries of the audit log say when, what and why, and in which role; not by whom, for that is somebody else's data.
    """
    shown, *others = store.versions(candidate_id)
    ids = (candidate_id, *store.duplicates.merged_into(candidate_id))
    objected = register.standing(candidate_id, Purpose.MATCHING).objected_on
    return {
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **_record(shown),
        "links": [encode(link) for link in links(shown.profile)],
        "history": [_record(version) for version in others],
        "merged_ids": list(ids[1:]),
        "shared_with": [name for each in ids for name in store.accounts().organisations_of(each)],
        "duplicates": _duplicates(store, ids),
        "link_decisions": _link_decisions(store, ids),
        "lawful_bases": [_basis(held) for each in ids for held in register.bases(each)],
        "objects_to_ranking_since": objected.isoformat() if objected else None,
        "retention": _retention(register, candidate_id),
        "rankings": [line for each in ids for line in _rankings(store, register, each)],
        "shortlists": [_listed(entry) for each in ids for entry in store.shortlists.about(each)],
        "saved_searches": _sightings(store, ids),
        "reports": _reports(reports, (shown, *others)),
        "audit": [_entry(entry) for each in ids for entry in register.log(subject=each).entries],
    }


def _record(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "scheme": candidate.scheme,
        "reference": candidate.key,
        "source": encode(candidate.source),
        "leg": encode(candidate.leg) if candidate.leg else None,
        "person": encode(candidate.person),
        "legal_status": encode(candidate.status),
        "profile_as_stated": encode(candidate.stated) if candidate.stated else None,
        "profile_as_used": encode(candidate.profile),
        "other_columns": [{"column": heading, "value": cell} for heading, cell in candidate.extra],
    }


def _basis(held: HeldBasis) -> dict[str, Any]:
    consent = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(held.consent).items()
    }
    return {"basis": held.basis.value, "purpose": held.purpose.value, "assumed": held.assumed, "consent": consent}


def _retention(register: Register, candidate_id: str) -> dict[str, Any] | None:
    changes = [change for change in register.last_changes() if change[0] == candidate_id]
    found = due(changes, date.max)
    if not found:
        return None
    (rule,) = found
    return {
        "last_changed_on": rule.changed_on.isoformat(),
        "months": rule.months,
        "erased_from": rule.since.isoformat(),
    }


def _rankings(store: Store, register: Register, candidate_id: str) -> list[dict[str, Any]]:
    titles = {vacancy.id: vacancy.title for vacancy in store.vacancies()}
    return [asdict(line) | {"vacancy": titles.get(line.vacancy_id)} for line in register.appearances(candidate_id)]


def _listed(entry: HeldEntry) -> dict[str, Any]:
    """Return what is held of a person on a shortlist. Not by whom, for that is somebody else's data."""
    feedback = entry.feedback
    return {
        "vacancy": entry.vacancy.title,
        "added_at": entry.added_at,
        "ranking_id": entry.ranking_id,
        "score": entry.match.score,
        "match": match_content(entry.match),
        "stages": [{"stage": step.stage.value, "at": step.at, "reason": step.reason} for step in entry.steps],
        "note": entry.note,
        "suits": None if feedback is None else feedback.suits,
        "suits_because": [] if feedback is None else [reason.value for reason in feedback.reasons],
    }


def _duplicates(store: Store, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return what was decided about the person's records. The other record of a pair kept apart is somebody else's."""
    made = (each for each in store.duplicates.decisions() if each.left in ids or each.right in ids)
    return [{"decision": each.decision, "made_at": str(each.made_at), "stands": each.stands} for each in made]


def _link_decisions(store: Store, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return what was decided about the person's own words; not by whom."""
    made = (each for each in store.link_decisions() if each.candidate_id in ids)
    return [
        {"words": each.text, "means": each.uri, "made_at": str(each.made_at), "stands": each.stands} for each in made
    ]


def _sightings(store: Store, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return the saved searches in whose results the person was seen; whose they are is somebody else's data."""
    seen = store.searches.sightings(tuple(ids))
    return [{"search": each.search_id, "opened_at": each.opened_at.isoformat(timespec="seconds")} for each in seen]


def _reports(folder: Path, versions: Iterable[Candidate]) -> list[dict[str, Any]]:
    called = {version.id: version for version in versions}
    return [asdict(told) for version in called.values() for told in told_in_reports(folder, version)]


def _entry(entry: Entry) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in ("number", "at", "role", "action", "purpose")}
    return said | {"detail": json.loads(entry.detail)}
