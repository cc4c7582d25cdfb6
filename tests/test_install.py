"""The installer that ``make`` runs: what it says, what it remembers, and which PyTorch it takes."""

from __future__ import annotations

import importlib
import os
import shutil
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "tools"
LINUX = {"platform_system": "Linux", "platform_machine": "x86_64", "sys_platform": "linux"}
MACOS = {"platform_system": "Darwin", "platform_machine": "arm64", "sys_platform": "darwin"}
CUDA_13 = [
    "filelock",
    'cuda-toolkit[cublas,cudart]==13.0.3; platform_system == "Linux"',
    'nvidia-cudnn-cu13==9.20.0.48; platform_system == "Linux"',
]
CUDA_12 = ["sympy", 'nvidia-cublas-cu12==12.4.5.8; platform_system == "Linux" and platform_machine == "x86_64"']


@pytest.fixture(scope="module")
def installer() -> Iterator[ModuleType]:
    sys.path.insert(0, str(TOOLS))
    try:
        yield importlib.import_module("install")
    finally:
        sys.path.remove(str(TOOLS))


@pytest.fixture
def torch_build(installer: ModuleType) -> ModuleType:
    return importlib.import_module(installer.needed_torch.__module__)


@pytest.fixture
def pip_runs(installer: ModuleType) -> ModuleType:
    return importlib.import_module(installer.run_pip.__module__)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the installer and a project that needs nothing but a build backend."""
    root = tmp_path / "a checkout"
    shutil.copytree(TOOLS, root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def run_installer(root: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(root / "tools" / "install.py")],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **variables},
        check=False,
    )


def program(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def report(version: str, requires: list[str], here: dict[str, str]) -> dict[str, object]:
    metadata = {"name": "torch", "version": version, "requires_dist": requires}
    return {"version": "1", "install": [{"metadata": metadata}], "environment": here}


# What this machine must have


@pytest.mark.parametrize(
    ("version", "newer", "words"),
    [
        ((3, 11), None, None),
        ((3, 14), None, None),
        ((3, 9), None, "Python 3.9 is too old, mobility-matcher needs 3.11 or newer: install Python 3.11 or newer."),
        (
            (3, 10),
            "python3.12",
            "Python 3.10 is too old, mobility-matcher needs 3.11 or newer: run 'make PYTHON=python3.12 ...'.",
        ),
    ],
)
def test_an_old_python_is_named_with_a_way_out(
    installer: ModuleType, version: tuple[int, int], newer: str | None, words: str | None
) -> None:
    assert installer.python_problem(version, newer) == words


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package_to_install(checkout: Path, module: str) -> None:
    script = checkout / "tools" / "install.py"
    without = (
        f"import runpy, sys; sys.modules[{module!r}] = None; sys.path.insert(0, {str(script.parent)!r}); "
        f"runpy.run_path({str(script)!r}, run_name='__main__')"
    )
    run = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (checkout / ".venv").exists()


# What is remembered


@pytest.fixture
def installed(checkout: Path, installer: ModuleType) -> Path:
    """A checkout with a stamped environment, whose Python leaves a mark when it is started."""
    program(checkout / ".venv" / "bin" / "python", f"touch '{checkout}/started'; exit 3")
    program(checkout / ".venv" / "bin" / "matcher", "exit 0")
    installer.stamp_file(checkout).write_text(installer.stamp(checkout), encoding="utf-8")
    return checkout


@pytest.mark.parametrize("variables", [{}, {"HOME": ""}, {"HOME": "/nowhere"}])
def test_a_second_run_starts_nothing_and_says_nothing(installed: Path, variables: dict[str, str]) -> None:
    run = run_installer(installed, **variables)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert not (installed / "started").exists()


def test_a_change_to_what_is_installed_calls_for_another_run(installer: ModuleType, installed: Path) -> None:
    assert installer.is_up_to_date(installed)
    with (installed / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n# one requirement more\n")
    assert not installer.is_up_to_date(installed)


@pytest.mark.parametrize("lost", ["bin/python", "bin/matcher", "installed"])
def test_a_damaged_environment_is_not_up_to_date(installer: ModuleType, installed: Path, lost: str) -> None:
    (installed / ".venv" / lost).unlink()
    assert not installer.is_up_to_date(installed)


def test_a_moved_checkout_gets_a_new_environment(installer: ModuleType, installed: Path) -> None:
    program(installed / ".venv" / "bin" / "python", "exit 0")
    assert installer.is_usable(installed)
    moved = installed.rename(installed.with_name("elsewhere"))
    assert not installer.is_up_to_date(moved)
    assert not installer.is_usable(moved)


@pytest.mark.parametrize("body", ["exit 1", None])
def test_an_environment_whose_python_fails_is_not_usable(
    installer: ModuleType, installed: Path, body: str | None
) -> None:
    python = installed / ".venv" / "bin" / "python"
    python.unlink()
    if body:
        program(python, body)
    assert not installer.is_usable(installed)


# Which PyTorch


@pytest.mark.parametrize(
    ("version", "requires", "here", "expected"),
    [
        ("2.13.0", CUDA_13, LINUX, True),
        ("2.6.0", CUDA_12, LINUX, True),
        ("2.6.0", CUDA_12, {**LINUX, "platform_machine": "aarch64"}, False),
        ("2.13.0", CUDA_13, MACOS, False),
        ("2.13.0+cpu", ["filelock", "sympy>=1.13.3"], LINUX, False),
        ("2.13.0+cu130", CUDA_13, LINUX, True),
        ("2.13.0", ["filelock", 'optree>=0.13.0; extra == "optree"'], LINUX, False),
        ("2.13.0", ['nvidia-extra==1; extra == "gpu"'], LINUX, False),
        ("2.13.0", ['triton==3.7.1; platform_system == "Linux" and python_version < "3.15"'], LINUX, True),
        ("2.13.0", ['nvidia-nccl; sys_platform == "win32" or platform_system == "Linux"'], LINUX, True),
        ("2.13.0", ["nvidia-nccl-cu13==2.29.7"], LINUX, True),
    ],
)
def test_a_cuda_build_is_known_by_what_it_requires(
    torch_build: ModuleType, version: str, requires: list[str], here: dict[str, str], expected: bool
) -> None:
    assert torch_build.is_cuda_build(report(version, requires, here)) is expected


def test_an_installed_torch_that_will_do_is_left_alone(torch_build: ModuleType) -> None:
    assert not torch_build.is_cuda_build({"version": "1", "install": [], "environment": LINUX})


def test_the_requirement_on_torch_is_the_one_of_pyproject(torch_build: ModuleType) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = tomllib.loads(text)["project"]["dependencies"]
    assert torch_build.needed_torch(text) in declared


# What is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  Downloading torch-2.13.0-cp311-cp311-manylinux_2_28_x86_64.whl (526.6 MB)\n", "fetching torch (526.6 MB)"),
        ("  Using cached scikit_learn-1.7.2-cp311.whl (12.0 MB)\n", "fetching scikit_learn (12.0 MB)"),
        (
            "  Downloading https://download.pytorch.org/whl/cpu/torch-2.9.1%2Bcpu-cp311.whl (184.5 MB)\n",
            "fetching torch (184.5 MB)",
        ),
        ("  Downloading rich-14.2.0-py3-none-any.whl (243 kB)\n", None),
        ("Installing collected packages: a, b, c\n", "unpacking 3 packages"),
        ("Installing collected packages: a\n", "unpacking 1 package"),
        ("Requirement already satisfied: numpy>=1.26\n", None),
    ],
)
def test_only_the_large_steps_are_told(pip_runs: ModuleType, line: str, told: str | None) -> None:
    assert pip_runs.large_step(line) == told


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying (Retry(total=0)) ...\nERROR: No matching distribution found for x", "check the network"),
        ("ERROR: Could not find a version that satisfies the requirement x (from versions: none)", "check the network"),
        (
            "ERROR: Could not find a version that satisfies the requirement x>=2 (from versions: 1.0)\n"
            "ERROR: No matching distribution found for x>=2",
            "no release that fits",
        ),
        ("error: subprocess-exited-with-error", ".venv/install.log"),
    ],
)
def test_a_failure_names_its_remedy(pip_runs: ModuleType, output: str, words: str) -> None:
    assert words in pip_runs.remedy(output)


def test_an_empty_home_is_not_taken_for_the_root_folder(pip_runs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.setenv("PIP_FIND_LINKS", "/some/wheels")
    variables = pip_runs.environment()
    assert "HOME" not in variables
    assert variables["PIP_FIND_LINKS"] == "/some/wheels"


def test_without_an_index_the_end_of_pips_output_and_a_remedy_are_shown(checkout: Path) -> None:
    """A real environment is made and a real pip fails: nothing listens on the index's port."""
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
    run = run_installer(checkout, **nowhere, PIP_RETRIES="0", PIP_CONFIG_FILE=os.devnull, HOME="")
    assert run.returncode == 1
    assert run.stdout.splitlines()[0].startswith("Creating .venv with Python 3.")
    assert "ERROR" in run.stderr
    assert "name an index within reach in PIP_INDEX_URL" in run.stderr
    assert "Traceback" not in run.stderr
    assert (checkout / ".venv" / "install.log").read_text(encoding="utf-8")
    assert not (checkout / ".venv" / "installed").exists()
