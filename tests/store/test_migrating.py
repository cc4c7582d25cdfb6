"""A database is brought up to this version's tables, or refused where it is ahead of them."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from matcher.errors import StoreError
from matcher.store import Store
from matcher.store.connection import connect, reading, writing
from matcher.store.migrating import MIGRATIONS, stored_revision
from matcher.store.schema import METADATA, REVISION


def test_the_revision_is_that_of_the_newest_migration():
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION


def test_migrations_make_the_tables_that_the_modules_describe(store):
    with reading(store._desk.engine) as connection:
        assert stored_revision(connection) == REVISION
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_table_can_be_written_for_postgresql():
    dialect = postgresql.dialect()
    for table in METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def test_opening_again_changes_nothing(url, cohort):
    with Store.open(url) as store:
        store.load_cohort(cohort(5), "palim")
        before = store.candidates()
    with Store.open(url) as store:
        assert store.candidates() == before


def test_a_newer_database_is_refused_in_one_sentence_and_left_alone(url, cohort):
    with Store.open(url) as store:
        store.load_cohort(cohort(5), "palim")
    engine = connect(url)
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=rf"at revision 9999, newer than the {REVISION} .*: update matcher") as caught:
        Store.open(url)
    assert "\n" not in str(caught.value)
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM persons").scalar() == 5
        assert stored_revision(connection) == "9999"
    engine.dispose()


def test_a_migration_that_fails_leaves_the_database_as_it_was(url):
    engine = connect(url)
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE vacancies (somebody_elses TEXT)")
    with pytest.raises(StoreError, match=r'vacancies"? already exists'):
        Store.open(url)
    assert inspect(engine).get_table_names() == ["vacancies"]
    engine.dispose()


def test_importing_the_package_imports_no_database_library(python):
    code = "import sys, matcher.store; print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    assert python(code) == "[]"


def test_only_a_database_that_is_behind_needs_alembic(python, url):
    code = (
        "import sys; from matcher.store import Store;"
        f"Store.open({url!r}).close(); print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    assert python(code) == "True True"
    assert python(code) == "False True"
