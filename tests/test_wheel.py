"""The wheel, unpacked far from the checkout, does the whole walk: nothing it needs was left behind."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    [wheel] = folder.glob("mobility_matcher-*.whl")
    target = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_the_wheel_holds_data_and_licence_but_no_tests(unpacked):
    assert (unpacked / "taxonomies" / "starter" / "ict.toml").is_file()
    assert (unpacked / "taxonomies" / "schemes" / "palim.toml").is_file()
    assert (unpacked / "matcher" / "models" / "esco-encoder" / "grams.safetensors").is_file()
    assert (unpacked / "matcher" / "demo_data" / "vacancies.csv").is_file()
    assert not (unpacked / "tests").exists()
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))


def test_the_demo_runs_from_the_wheel_alone(unpacked, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(unpacked), "MATCHER_HOME": str(tmp_path / "home")}
    # -P keeps the checkout off the path; the editable install comes after PYTHONPATH.
    code = "import matcher, sys; sys.argv[1:] = ['demo']; print(matcher.__file__); from matcher.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(unpacked))
    assert "Report on all" in done.stdout
