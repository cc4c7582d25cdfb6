"""Every suite of the lab by name. A module of suites joins by its line in :func:`suites`."""

from __future__ import annotations

from evaluation import calibration, education, fairness, gate, own_data, person_suites
from evaluation.linking import linking_suites
from evaluation.suites import Bench, Suite
from matcher.errors import NotFoundError, UsageError

# A researcher's own download, not what the engine is developed on; and the parts of a suite that runs them all.
_NOT_FOR_ALL = ("talentclef", "fairness-")


def suites() -> tuple[Suite, ...]:
    """Return all suites; raises nothing where one lacks its data, for that is found when it runs."""
    return (
        *linking_suites(),
        *person_suites.SUITES,
        *education.SUITES,
        *own_data.SUITES,
        *gate.SUITES,
        *calibration.SUITES,
        *fairness.SUITES,
    )


def development() -> tuple[Suite, ...]:
    """Return the suites that ``all`` runs."""
    return tuple(suite for suite in suites() if not suite.name.startswith(_NOT_FOR_ALL))


def find(name: str) -> Suite:
    """Return the suite of that name; raises :class:`NotFoundError` that lists the valid ones."""
    for suite in suites():
        if suite.name == name:
            return suite
    listed = ", ".join(suite.name for suite in suites())
    raise NotFoundError(f"No benchmark is called {name!r}: choose one of {listed}.")


def require_data(suite: Suite, bench: Bench) -> None:
    """Raise :class:`UsageError` where a suite reads a folder of benchmarks and none was named."""
    if suite.folder and bench.data is None:
        raise UsageError(
            f"{suite.name} reads {suite.folder} in a folder of benchmarks: name that one with --data FOLDER or "
            "BENCHMARKS_DIR."
        )
