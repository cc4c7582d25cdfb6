"""What the lab found, written down: JSON for machines, a page with plots, a summary, and how two runs differ."""

from __future__ import annotations

from evaluation.report.running import run_all
from evaluation.report.writing import write_report

__all__ = ["run_all", "write_report"]
