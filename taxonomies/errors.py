"""Failures of reading a taxonomy, one sentence each."""

from __future__ import annotations


class TaxonomyError(Exception):
    """A taxonomy file or folder cannot be used; the message names it and the remedy."""
