"""Every command of the README runs, in the order in which a reader meets it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line]


@pytest.fixture(scope="module")
def reader_home(tmp_path_factory):
    return tmp_path_factory.mktemp("reader")


def test_the_readme_has_commands():
    assert len(COMMANDS) >= 10
    assert COMMANDS[:2] == ["make demo", "make app"]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs(command, reader_home):
    if command == "make app":
        pytest.skip("a server that does not end: tests/test_app.py runs the page")
    if "$ESCO_DIR" in command and not os.environ.get("ESCO_DIR"):
        pytest.skip("ESCO_DIR names no folder of ESCO files")
    binaries = str(Path(sys.executable).parent)
    environment = os.environ | {"MATCHER_HOME": str(reader_home), "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}
    command = command.replace("--out run.txt", f"--out {reader_home / 'run.txt'}")
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
