"""Create or update the checkout's ``.venv`` and install the project into it, editable, with what its tests need.

Run by ``make``, with nothing but the standard library and in syntax that an older Python can read, so that it can say
what is missing. A second run compares one stamp and ends at once.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from pip_runs import InstallError, environment, refresh_pip, run_pip, say, scripts
from torch_build import install_torch, needed_torch

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
SCRIPTS = ("install.py", "pip_runs.py", "torch_build.py")


def python_problem(version: tuple[int, int], newer: str | None) -> str | None:
    """Say what is wrong with the running Python, or None; ``newer`` names one on this machine that would do."""
    if version >= OLDEST:
        return None
    remedy = f"run 'make PYTHON={newer} ...'" if newer else "install Python 3.11 or newer"
    return f"Python {version[0]}.{version[1]} is too old, mobility-matcher needs 3.11 or newer: {remedy}."


def newer_python() -> str | None:
    """Name a Python on the search path that is new enough, or None."""
    names = (f"python3.{minor}" for minor in (14, 13, 12, 11))
    return next((name for name in names if shutil.which(name)), None)


def venv_problem(version: tuple[int, int]) -> str | None:
    """Say which package to install where this Python cannot make an environment (Debian splits that off), or None."""
    try:
        for module in ("venv", "ensurepip"):
            importlib.import_module(module)
    except ImportError:
        package = f"python{version[0]}.{version[1]}-venv"
        return f"This Python cannot make a virtual environment: run 'sudo apt install {package}', then try again."
    return None


def stamp(root: Path) -> str:
    """Return what an up-to-date environment of this checkout remembers: where it stands and what it was made from."""
    content = hashlib.sha256()
    for source in (root / "pyproject.toml", *(Path(__file__).with_name(name) for name in SCRIPTS)):
        content.update(source.read_bytes())
    return f"{root}\n{content.hexdigest()}\n"


def stamp_file(root: Path) -> Path:
    """Return where the stamp is kept."""
    return root / ".venv" / "installed"


def is_up_to_date(root: Path) -> bool:
    """Say whether the environment is whole and was made at this place from this very pyproject.toml and script."""
    suffix = ".exe" if os.name == "nt" else ""
    programs = [scripts(root / ".venv") / f"{name}{suffix}" for name in ("python", "matcher")]
    file = stamp_file(root)
    return all(path.exists() for path in (*programs, file)) and file.read_text(encoding="utf-8") == stamp(root)


def is_usable(root: Path) -> bool:
    """Say whether the environment can be updated: made at this place, its Python runs, is new enough and has pip."""
    file = stamp_file(root)
    # The programs in an environment hold its full path, so one that was moved or copied has to be made anew.
    if file.exists() and not file.read_text(encoding="utf-8").startswith(f"{root}\n"):
        return False
    check = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    try:
        run = subprocess.run([scripts(root / ".venv") / "python", "-c", check], capture_output=True, check=False)
    except OSError:
        return False
    return run.returncode == 0


def create_venv(root: Path) -> None:
    """Make the environment, in the place of one that does not work; raises InstallError."""
    version = sys.version_info[:2]
    problem = venv_problem(version)
    if problem:
        raise InstallError(problem)
    say(f"Creating .venv with Python {version[0]}.{version[1]}")
    command = [sys.executable, "-m", "venv", "--clear", str(root / ".venv")]
    run = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    if run.returncode:
        said = "\n".join((run.stdout + run.stderr).strip().splitlines()[-5:])
        raise InstallError(f"{said}\n\nThe virtual environment .venv could not be made, for the reason above.")


def install(root: Path) -> None:
    """Bring the environment of a checkout up to date; raises InstallError."""
    if is_up_to_date(root):
        return
    problem = python_problem(sys.version_info[:2], newer_python())
    if problem:
        raise InstallError(problem)
    if not is_usable(root):
        create_venv(root)
    venv = root / ".venv"
    for leftover in (stamp_file(root), venv / "install.log"):
        leftover.unlink(missing_ok=True)
    say("Installing mobility-matcher into .venv (about 3 minutes the first time)")
    refresh_pip(venv)
    install_torch(venv, needed_torch((root / "pyproject.toml").read_text(encoding="utf-8")))
    run_pip(venv, "install", "--editable", ".[dev]")
    stamp_file(root).write_text(stamp(root), encoding="utf-8")
    say("Installed")


def main(root: Path = ROOT) -> int:
    """Install, and return the exit status: 0 done, 1 something stands in the way, 130 interrupted."""
    try:
        install(root)
    except InstallError as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"{problem.filename or root}: {problem.strerror or problem}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted: run the same command again to go on.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
