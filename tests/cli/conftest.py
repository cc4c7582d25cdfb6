import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def matcher(home):
    """Run a command; ``home`` set the environment."""

    def run(*arguments, text=None, expect=0):
        done = subprocess.run(
            [sys.executable, "-m", "matcher", *map(str, arguments)],
            input=text,
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        assert done.returncode == expect, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run
