"""Choose the build of PyTorch: the one for the processor alone wherever an index has it, else the one with CUDA."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pip_runs import InstallError, dry_run, run_pip, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
# One short try: where the index cannot be reached, this says so within seconds instead of minutes.
TRY_CPU_INDEX = ("--index-url", CPU_INDEX, "--retries", "0", "--timeout", "8")
ACCELERATOR_PACKAGES = ("nvidia", "cuda", "triton", "pytorch-triton", "rocm")


def install_torch(venv: Path, requirement: str) -> None:
    """Install PyTorch from its own CPU index where the configured index would give a CUDA build, and say what comes.

    Where the configured index gives a CPU build, or an installed one will do, there is nothing to do.
    """
    report = dry_run(venv, requirement, ())
    if report is None or not is_cuda_build(report):
        return
    report = dry_run(venv, requirement, TRY_CPU_INDEX)
    if report is None or is_cuda_build(report):
        say(
            f"  PyTorch comes with CUDA (several GB), as {CPU_INDEX} is out of reach; for the CPU build, "
            "open the way to it or name a mirror of it in PIP_EXTRA_INDEX_URL, and run 'make distclean install'"
        )
        return
    say("  PyTorch comes without CUDA, from its own index")
    run_pip(venv, "install", "--no-deps", "--index-url", CPU_INDEX, requirement)


def needed_torch(pyproject: str) -> str:
    """Return the requirement on torch as the text of ``pyproject.toml`` states it; raises InstallError without one."""
    found = re.search(r'"(torch[<>=!~ ][^"]*)"', pyproject)
    if not found:
        raise InstallError("pyproject.toml states no requirement on torch: restore it from the repository.")
    return found[1]


def is_cuda_build(report: Mapping[str, Any]) -> bool:
    """Say whether the torch of a pip report brings the libraries of a graphics card along.

    A report that lists nothing, because the installed torch will do, brings nothing.
    """
    here = report.get("environment", {})
    for item in report.get("install", []):
        metadata = item["metadata"]
        if metadata["name"] != "torch" or metadata["version"].endswith("+cpu"):
            continue
        requirements = metadata.get("requires_dist", [])
        if any(name.startswith(ACCELERATOR_PACKAGES) and applies(name, here) for name in requirements):
            return True
    return False


def applies(requirement: str, here: Mapping[str, str]) -> bool:
    """Say whether a requirement's marker holds here; one that equality alone cannot decide is taken to hold."""
    marker = requirement.partition(";")[2]
    if "extra ==" in marker:
        return False
    if " or " in marker:
        return True
    equalities = re.findall(r"""(\w+)\s*==\s*["']([^"']*)["']""", marker)
    return all(here.get(name, value) == value for name, value in equalities)
