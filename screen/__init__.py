"""Pieces of screen that the pages share: words in four languages, safe text, bars, cards. No arithmetic, no SQL."""
