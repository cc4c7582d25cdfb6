"""What many tests need: where real ESCO stands, databases of both kinds, and engines over homes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from matcher.encoding import EmbeddedEncoder, open_encoder
from matcher.settings import Settings
from taxonomies.concepts import Taxonomy
from taxonomies.esco import import_esco
from taxonomies.starter import starter_taxonomy

if TYPE_CHECKING:
    from matcher.engine import Matcher
    from tests.store.postgresql import Cluster

# No test asserts a time: a property must not fail because other programs keep the machine busy.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def esco_dir() -> Path:
    """Folder of real ESCO files; tests that need it are skipped where ESCO_DIR names none."""
    folder = os.environ.get("ESCO_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("ESCO_DIR names no folder of ESCO files")
    return Path(folder)


@pytest.fixture(scope="session")
def benchmarks_dir() -> Path:
    """Folder of the benchmarks; tests that need it are skipped where BENCHMARKS_DIR names none."""
    folder = os.environ.get("BENCHMARKS_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("BENCHMARKS_DIR names no folder of benchmarks")
    return Path(folder)


@pytest.fixture(scope="session")
def esco_home(esco_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which the real ESCO was imported: one for all workers, who also find the vectors of each other."""
    folder = tmp_path_factory.getbasetemp()
    home = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "esco-home"
    with FileLock(f"{home}.lock"):
        if not home.exists():
            import_esco([esco_dir], home.with_suffix(".partial") / "taxonomy", progress=lambda *_: None)
            home.with_suffix(".partial").rename(home)
    return home


@pytest.fixture(scope="session")
def starter() -> Taxonomy:
    return starter_taxonomy()


@pytest.fixture(scope="session")
def encoder() -> EmbeddedEncoder:
    found = open_encoder()
    assert isinstance(found, EmbeddedEncoder)
    return found


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the home of whoever runs it, such as a key that a store opened by URL alone makes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATCHER_HOME", str(tmp_path_factory.mktemp("own-home")))
        patch.delenv("MATCHER_IDENTITY_KEY", raising=False)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home that the environment names."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MATCHER_HOME", str(folder))
    monkeypatch.delenv("MATCHER_DATABASE_URL", raising=False)
    monkeypatch.delenv("MATCHER_ENCODER", raising=False)
    monkeypatch.delenv("MATCHER_IDENTITY_KEY", raising=False)
    return folder


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server; where there is none the tests that need it are skipped, or fail if it is ``required``."""
    if os.name != "posix":
        pytest.skip("PostgreSQL is started by these tests on POSIX systems alone")
    pytest.importorskip("psycopg")
    from tests.store.postgresql import programs, running_cluster

    found = programs()
    if found is None:
        missing = "PostgreSQL is not installed: on Debian or Ubuntu, apt install postgresql"
        if os.environ.get("MATCHER_TEST_POSTGRESQL") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    with running_cluster(found) as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, home: Path) -> Iterator[str]:
    """A database without tables on each kind of server: a file in a folder that does not exist yet, an empty one."""
    if request.param == "sqlite":
        yield f"sqlite:///{home / 'matcher.db'}"
    else:
        with request.getfixturevalue("cluster").database() as empty:
            yield empty


@pytest.fixture(scope="session")
def demo_matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    """An engine with the demo cohorts and vacancies loaded, on the starter taxonomy. Tests only read from it."""
    from matcher.cli.showing import COHORTS
    from matcher.engine import Matcher

    matcher = Matcher(Settings(home=tmp_path_factory.mktemp("demo-home"), database_url=None, encoder="embedded"))
    for scheme, name in COHORTS.items():
        matcher.load_cohort(DATA / name, scheme)
    matcher.load_vacancies(DATA / "vacancies.csv")
    return matcher


@pytest.fixture
def demo(demo_matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> Matcher:
    """An engine over the demo data, in the home that the app opens too."""
    monkeypatch.setenv("MATCHER_HOME", str(demo_matcher.settings.home))
    monkeypatch.delenv("MATCHER_DATABASE_URL", raising=False)
    monkeypatch.delenv("MATCHER_ENCODER", raising=False)
    return demo_matcher


@pytest.fixture
def fresh_app() -> Iterator[None]:
    """The app opens an engine of its own for this test, and leaves none to the next."""
    import streamlit as st

    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
