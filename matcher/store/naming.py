"""Which record a name calls: a whole id, the first digits of one, or a sender's reference.

A record that was merged into another is called by the other's id, whatever it is asked for by.
"""

from __future__ import annotations

from sqlalchemy import Connection

from matcher.errors import IdentityKeyError
from matcher.store import candidates, cohorts, merges, vacancies
from matcher.store.keys import KeySource
from matcher.store.lookup import find_id
from matcher.store.vault import Vault


def candidate_id(connection: Connection, keys: KeySource, name: str) -> str:
    """Return the id of the candidate called so.

    Raises:
        NotFoundError: None is, or several are.
        IdentityKeyError: No id starts so, and references cannot be looked up without the key.
    """
    top = merges.tops(connection)
    if cohorts.holds_candidate(connection, name):
        return top.get(name, name)
    try:
        vault = Vault.reading(connection, keys)
    except IdentityKeyError as error:
        # Without the key a candidate can still be called by an id, and by nothing else.
        named = candidates.entries_called(connection, None, name)
        if not named:
            raise IdentityKeyError(f"No id starts with {name!r}, and references cannot be read. {error}") from error
        found = find_id(name, "candidate", named)
        return top.get(found, found)
    # Every entry is read only where there is nothing by that name, to say what comes near it.
    named = candidates.entries_called(connection, vault, name)
    one = {top.get(entry.id, entry.id) for entry in named if entry.key == name}
    if len(one) == 1:  # several records may have had that reference, and be one person
        return one.pop()
    found = find_id(name, "candidate", named or candidates.all_entries(connection, vault))
    return top.get(found, found)


def vacancy_id(connection: Connection, name: str) -> str:
    """Return the id of the vacancy called so.

    Raises:
        NotFoundError: None is; the nearest are named.
    """
    named = vacancies.vacancy_entries(connection, name)
    return find_id(name, "vacancy", named or vacancies.vacancy_entries(connection, None))
