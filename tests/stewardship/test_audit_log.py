"""The audit log: whole when nobody touched it; whatever was touched is named."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from matcher.errors import RefusedError, UsageError
from matcher.stewardship.actors import Actor
from matcher.stewardship.audit_log import AuditLog
from matcher.store import Store
from matcher.store import audit as tables
from matcher.store.audit import AUDIT_LOG, AUDIT_SEALS
from matcher.store.connection import writing
from matcher.timeline import months_after
from matcher.trail import FIRST, Action, Entry, LogQuery, Note, Role, Sealed

ROOT = Path(__file__).parents[2]


@pytest.fixture
def log(register):
    """A log of eight entries."""
    opened = AuditLog(register, Actor("Ann", Role.ADMIN))
    for number in range(1, 9):
        opened.record(Action.VIEW, f"subject-{number}", "matching", {"number": number, "share": 0.1, "name": "é"})
    return opened


def _change(number, **values):
    return update(AUDIT_LOG).where(AUDIT_LOG.c.number == number).values(**values)


def _remove(*numbers):
    return delete(AUDIT_LOG).where(AUDIT_LOG.c.number.in_(numbers))


def _moved(number, to):
    return update(AUDIT_LOG).where(AUDIT_LOG.c.number == number).values(number=to)


def test_an_untouched_log_is_whole(log):
    found = log.verify()
    assert found.faults == ()
    assert (found.entries, found.head.number) == (8, 8)
    assert [entry.subject for entry in log.entries()] == [f"subject-{number}" for number in range(1, 9)]


def test_an_empty_log_is_whole(register):
    assert AuditLog(register, Actor("Ann", Role.ADMIN)).verify().faults == ()


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        ([_change(3, actor="Eve")], ["Entry 3 was changed"]),
        ([_change(3, at="2020-01-01T00:00:00.000000+00:00")], ["Entry 3 was changed"]),
        ([_change(3, role="boss")], ["Entry 3 was changed"]),
        ([_change(3, action="nothing")], ["Entry 3 was changed"]),
        ([_change(3, subject="")], ["Entry 3 was changed"]),
        ([_change(3, purpose="fun")], ["Entry 3 was changed"]),
        ([_change(3, detail="not even JSON")], ["Entry 3 was changed"]),
        ([_change(3, hash=FIRST)], ["Entry 3 was changed", "Entry 4 does not follow"]),
        ([_change(3, previous=FIRST)], ["Entry 3 was changed", "Entry 3 does not follow"]),
        ([_remove(3)], ["Entry 3 is missing"]),
        ([_remove(1)], ["Entry 1 is missing"]),
        ([_remove(3, 4, 5)], ["Entries 3 to 5 are missing"]),
        ([_remove(8)], ["Entry 8 is missing. The log was cut off"]),
        ([_remove(7, 8)], ["Entries 7 to 8 are missing. The log was cut off"]),
        ([_remove(*range(1, 9))], ["Entries 1 to 8 are missing. The log was cut off"]),
        (
            [_moved(3, 99), _moved(4, 3), _moved(99, 4)],
            ["Entry 3 was changed or moved", "Entry 4 was changed or moved"],
        ),
        ([delete(AUDIT_SEALS)], ["sealed head of the log is missing"]),
        ([update(AUDIT_SEALS).values(seal=FIRST)], ["seal on the head of the log (entry 8) does not fit"]),
        # Cutting the end off and making the head fit it takes the key.
        ([_remove(8), update(AUDIT_SEALS).values(number=7)], ["seal on the head of the log (entry 7) does not fit"]),
    ],
)
def test_whatever_was_touched_is_named(log, register, statements, named):
    with writing(register.engine) as connection:
        for statement in statements:
            connection.execute(statement)
    said = log.verify().faults
    for words in named:
        assert any(words in fault for fault in said), said


def test_an_entry_rewritten_with_a_fitting_hash_is_named_by_the_one_after_it(log, register):
    third = log.entries()[2]
    forged = Entry.of(3, third.at, Note("Eve", Role.ADMIN, Action.VIEW, "subject-3", "matching"), third.previous)
    with writing(register.engine) as connection:
        connection.execute(_change(3, actor="Eve", role="admin", detail=forged.detail, hash=forged.hash))
    (fault,) = log.verify().faults
    assert "Entry 4 does not follow what stands before it: entry 3 was replaced" in fault


def test_a_log_rewritten_from_end_to_end_does_not_fit_its_seal(log, register):
    written, previous, rows = log.entries(), FIRST, []
    for entry in written:
        note = Note("Eve", Role.ADMIN, Action.VIEW, entry.subject, entry.purpose)
        rows.append(Entry.of(entry.number, entry.at, note, previous))
        previous = rows[-1].hash
    with writing(register.engine) as connection:
        for row in rows:
            connection.execute(
                _change(row.number, actor="Eve", role="admin", detail="{}", previous=row.previous, hash=row.hash)
            )
        tables.put_seal(connection, tables.HEAD, Sealed.of(8, previous, lambda words: FIRST))
    (fault,) = log.verify().faults
    assert "seal on the head" in fault


def test_writing_on_does_not_heal_a_log_that_was_cut_off(log, register):
    with writing(register.engine) as connection:
        connection.execute(_remove(7, 8))
    log.record(Action.VIEW, "later", "matching")
    assert log.verify().faults == ("Entries 7 to 8 are missing.",)


def test_writing_on_does_not_seal_a_head_that_was_changed(log, register):
    with writing(register.engine) as connection:
        connection.execute(_remove(7, 8))
        hash_of_sixth = log.entries()[5].hash
        connection.execute(update(AUDIT_SEALS).values(number=6, hash=hash_of_sixth))
    log.record(Action.VIEW, "later", "matching")
    assert any("seal on the head" in fault for fault in log.verify().faults)


def test_another_key_is_noticed(log, register):
    other = AuditLog(replace(register, seal=lambda words: "f" * 64), Actor("Ann", Role.ADMIN))
    assert any("the key was lost or replaced" in fault for fault in other.verify().faults)


@pytest.mark.parametrize("role", list(Role))
def test_only_auditor_and_admin_read_it(log, register, role):
    reader = AuditLog(register, Actor("Bob", role))
    if role in (Role.ADMIN, Role.AUDITOR):
        assert len(reader.entries()) == 8
    else:
        with pytest.raises(RefusedError, match="Bob may not read the audit log"):
            reader.entries()


def test_it_is_read_by_day_and_action(log):
    log.record(Action.EXPORT, "x", "access")
    assert [entry.subject for entry in log.entries(action="export")] == ["x"]
    assert len(log.entries(since=date(2000, 1, 1))) == 9
    assert log.entries(since=date(2999, 1, 1)) == ()
    with pytest.raises(UsageError, match="choose one of load, view"):
        log.entries(action="stroll")


def test_pages_of_it_are_read_on_both_databases(log):
    asked = LogQuery(since=date(2000, 1, 1), until=date(2999, 1, 1), action="view", actor="Ann", subject="subject-")
    assert log.count(asked) == 8
    assert [entry.subject for entry in log.page(asked, 2, 3)] == ["subject-6", "subject-5", "subject-4"]
    assert len(log.page(LogQuery(), 0, None)) == 8
    assert log.count(LogQuery(subject="subject_")) == 0, "an underscore is no wild card"
    assert log.actors() == ("Ann",)


def _age(register, numbers, day):
    """Write some entries as if on another day: the whole log again, with fitting hashes and seal."""
    with writing(register.engine) as connection:
        previous = FIRST
        entries = list(tables.entries(connection))
        connection.execute(delete(AUDIT_LOG))
        connection.execute(delete(AUDIT_SEALS))
        for entry in entries:
            at = f"{day.isoformat()}T12:00:00.000000+00:00" if entry.number in numbers else entry.at
            note = Note(entry.actor, Role(entry.role), Action(entry.action), entry.subject, entry.purpose)
            again = Entry.of(entry.number, at, note, previous)
            connection.execute(
                AUDIT_LOG.insert(), [{column.name: getattr(again, column.name) for column in AUDIT_LOG.columns}]
            )
            previous = again.hash
        tables.put_seal(connection, tables.HEAD, Sealed.of(len(entries), previous, register.seal))


def test_pruning_leaves_a_log_that_can_be_verified(log, register):
    old = months_after(date.today(), -7)
    _age(register, range(1, 6), old)
    assert log.prune(months_after(date.today(), -6)) == (5, 0)
    found = log.verify()
    assert found.faults == ()
    assert (found.entries, found.start.number, found.head.number) == (4, 5, 9)
    last = log.entries()[-1]
    assert (last.action, '"entries":5' in last.detail) == ("pruning", True)
    with writing(register.engine) as connection:
        connection.execute(_remove(6))
    assert log.verify().faults == ("Entry 6 is missing.",)


def test_pruning_twice_and_of_everything(log, register):
    _age(register, range(1, 9), months_after(date.today(), -8))
    assert log.prune(months_after(date.today(), -8)) == (0, 0)
    assert log.prune(months_after(date.today(), -7)) == (8, 0)
    assert log.prune(months_after(date.today(), -6)) == (0, 0)
    found = log.verify()
    assert (found.faults, found.entries, found.start.number) == ((), 1, 8)


def test_entries_younger_than_six_months_are_not_pruned(log):
    with pytest.raises(UsageError, match="kept at least 6 months"):
        log.prune(months_after(date.today(), -5))
    assert len(log.entries()) == 8


def test_a_log_that_is_not_whole_is_not_pruned(log, register):
    _age(register, range(1, 6), months_after(date.today(), -7))
    with writing(register.engine) as connection:
        connection.execute(_change(2, actor="Eve"))
    with pytest.raises(UsageError, match="not whole"):
        log.prune(months_after(date.today(), -6))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.STAFF])
def test_only_an_admin_prunes(register, role):
    with pytest.raises(RefusedError, match="prune"):
        AuditLog(register, Actor("Bob", role)).prune(date(2000, 1, 1))


def test_two_processes_that_write_at_once_leave_one_whole_chain(url):
    Store.open(url).close()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    command = [sys.executable, "-m", "tests.stewardship.audit_child", url]
    processes = [
        subprocess.Popen(
            [*command, actor, "60"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
        )
        for actor in ("Ann", "Bob")
    ]
    try:
        for process in processes:
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in processes:
            process.communicate(timeout=120)
            assert process.returncode == 0
    finally:
        for process in processes:
            process.kill()
            process.wait()
    with Store.open(url) as store:
        log = AuditLog(store.register(), Actor("Ann", Role.ADMIN))
        assert log.verify().faults == ()
        written = [entry.subject for entry in log.entries()]
    assert sorted(written) == sorted(f"{actor}-{count}" for actor in ("Ann", "Bob") for count in range(60))
    for actor in ("Ann", "Bob"):
        assert [item for item in written if item.startswith(actor)] == [f"{actor}-{count}" for count in range(60)]
