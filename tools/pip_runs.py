"""Run the pip of the checkout's environment unattended, and tell a person what it does and what to do when it fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

# From this release on pip asks an index for the metadata alone; an older one fetches 500 MB to learn what torch needs.
READS_METADATA = (23, 3)
LAST_LINES = 12
LARGE_MB = 10.0

UNREACHABLE = (
    r"name resolution|Failed to establish|ConnectionError|ConnectTimeout|ReadTimeout|Read timed out|ProxyError"
    r"|SSLError|CERTIFICATE_VERIFY|Retrying \(|\(from versions: none\)"
)
REMEDIES = (
    (r"No space left on device", "The disk is full: free about 3 GB, then run the same command again."),
    (
        UNREACHABLE,
        "The package index gave no answer: check the network, or name an index within reach in PIP_INDEX_URL, "
        "then run the same command again.",
    ),
    (
        r"No matching distribution|ResolutionImpossible",
        "The package index offers no release that fits: 'pip config list' shows the indexes and constraints in force; "
        "correct them, then run the same command again.",
    ),
)


class InstallError(Exception):
    """Says in a sentence or two what stands in the way and what to do about it."""


def say(line: str) -> None:
    """Print a line of progress at once, also into a pipe."""
    print(line, flush=True)


def scripts(venv: Path) -> Path:
    """Return the folder of a virtual environment that holds its programs."""
    return venv / ("Scripts" if os.name == "nt" else "bin")


def environment() -> dict[str, str]:
    """Return the variables pip runs with: the caller's, indexes and constraints included, fit for unattended use."""
    variables = dict(os.environ)
    for name in ("HOME", "PYTHONHOME"):
        # Empty is worse than unset: "~/.cache" would mean "/.cache".
        if not variables.get(name):
            variables.pop(name, None)
    variables.update(PYTHONUNBUFFERED="1", PIP_NO_INPUT="1", PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    return variables


def pip_command(venv: Path, *arguments: str) -> list[str]:
    """Return the command that runs the environment's own pip."""
    return [str(scripts(venv) / "python"), "-m", "pip", *arguments]


def run_pip(venv: Path, *arguments: str) -> None:
    """Run pip beside the environment's folder, saying its large steps and adding its output to ``install.log`` there.

    Raises:
        InstallError: with pip's last lines and a remedy.
    """
    lines: list[str] = []
    with subprocess.Popen(
        pip_command(venv, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=environment(),
        cwd=venv.parent,
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            step = large_step(line)
            if step:
                say(f"  {step}")
    with (venv / "install.log").open("a", encoding="utf-8") as log:
        log.writelines(lines)
    if pip.returncode:
        raise InstallError("".join(lines[-LAST_LINES:]) + "\n" + remedy("".join(lines)))


def ask_pip(venv: Path, *arguments: str) -> str | None:
    """Return what pip prints on standard output, or None where it fails."""
    run = subprocess.run(
        pip_command(venv, *arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=environment(),
        check=False,
    )
    return run.stdout if run.returncode == 0 else None


def dry_run(venv: Path, requirement: str, options: Sequence[str]) -> dict[str, Any] | None:
    """Return pip's installation report on one requirement without installing it, or None where no index answers.

    The format is pip's own: https://pip.pypa.io/en/stable/reference/installation-report/
    """
    answer = ask_pip(venv, "install", "--dry-run", "--quiet", "--no-deps", "--report", "-", *options, requirement)
    try:
        report: dict[str, Any] = json.loads(answer or "")
    except json.JSONDecodeError:
        return None
    return report


def refresh_pip(venv: Path) -> None:
    """Replace a pip that fetches whole wheels to read their metadata; where that fails the old one has to do."""
    version = re.match(r"pip (\d+)\.(\d+)", ask_pip(venv, "--version") or "")
    if version and (int(version[1]), int(version[2])) < READS_METADATA:
        ask_pip(venv, "install", "--quiet", "--upgrade", "pip")


def large_step(line: str) -> str | None:
    """Return how a line of pip's output is told to a person, or None where it is not worth telling."""
    fetched = re.match(r"\s+(?:Downloading|Using cached) (\S+?)-\d\S* \(([\d.]+) (MB|GB)\)", line)
    if fetched and (fetched[3] == "GB" or float(fetched[2]) >= LARGE_MB):
        return f"fetching {Path(fetched[1]).name} ({fetched[2]} {fetched[3]})"
    if line.startswith("Installing collected packages:"):
        count = line.count(",") + 1
        return f"unpacking {count} package{'s' if count > 1 else ''}"
    return None


def remedy(output: str) -> str:
    """Return what a person can do about a failed run of pip, judged by its output."""
    for pattern, words in REMEDIES:
        if re.search(pattern, output):
            return words
    return "Run the same command again; all that pip said is in .venv/install.log."
