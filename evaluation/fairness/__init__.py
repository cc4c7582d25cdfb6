"""How fair the ranking is: groups, fields swapped, wordings swapped, the same skills in another language."""

from evaluation.fairness.suite import SUITES

__all__ = ["SUITES"]
