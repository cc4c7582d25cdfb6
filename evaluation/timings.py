"""How long the commands take and how much memory they hold: ``python -m evaluation.timings``.

A benchmark, never a test: run it on a quiet machine. ESCO_DIR names the real ESCO; without it the starter slice serves.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from matcher.encoding import open_encoder
from taxonomies.catalogue import open_taxonomy
from taxonomies.concepts import ConceptKind

LINES = 10_000
PHRASES = 20_000


def main() -> None:
    """Time the commands in fresh homes and write one line each."""
    with tempfile.TemporaryDirectory() as folder:
        demo, full = Path(folder, "demo"), Path(folder, "full")
        _time("matcher --help", ["--help"], demo)
        _time("matcher demo, first time", ["demo"], demo)
        _time("matcher demo, again", ["demo"], demo)
        _time("matcher match --vacancy VL-26-1066", ["match", "--vacancy", "VL-26-1066"], demo)
        if esco := os.environ.get("ESCO_DIR"):
            _time("matcher taxonomy import", ["taxonomy", "import", esco], full)
            _time("matcher taxonomy status", ["taxonomy", "status"], full)
        _time_encoder(full)
        lines = "".join(f"soudeur {number}\nheftruck besturen {number}\n" for number in range(LINES // 2))
        link = ["link", "--kind", "occupation", "--jsonl"]
        _time("matcher link, one line (encodes the labels once)", link, full, "soudeur\n")
        _time("matcher link, one line", link, full, "soudeur\n")
        _time(f"matcher link, {LINES:,} lines", link, full, lines)


def _time_encoder(home: Path) -> None:
    """Open the encoder that ships and encode real labels that it has not met before, on one core."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # read when a tokenizer is first used; numpy's sums use one core
    taxonomy = open_taxonomy(home / "taxonomy")
    kinds = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
    labels = [
        label.text for kind in kinds for lang in taxonomy.languages(kind) for label in taxonomy.labels(kind, lang)
    ]
    phrases = random.Random(1).sample(labels, min(PHRASES, len(labels)))
    before = time.perf_counter()
    encoder = open_encoder()
    encoder.encode(["soudeur"])
    opened = time.perf_counter()
    encoder.encode(phrases)
    done = time.perf_counter()
    sys.stdout.write(f"{'encoder that ships: open and encode one phrase':50} {opened - before:6.2f} s\n")
    rate = len(phrases) / (done - opened)
    sys.stdout.write(f"{f'encoder that ships: {len(phrases):,} new labels, one core':50} {rate:6,.0f} phrases/s\n")


def _time(name: str, arguments: Sequence[str], home: Path, text: str = "") -> None:
    environment = os.environ | {"MATCHER_HOME": str(home)}
    before = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "matcher", *arguments],
        input=text,
        text=True,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    seconds = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    sys.stdout.write(f"{name:50} {seconds:6.2f} s   largest process so far {peak:5,} MB\n")


if __name__ == "__main__":
    main()
