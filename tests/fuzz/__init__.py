"""Reads many damaged files and counts what went wrong: ``python -m tests.fuzz`` (``make fuzz``)."""
