"""Reasons in words: codes are what the engine knows, words are what people read, in four languages."""

from __future__ import annotations

from matcher.reasons.catalogue import LANGUAGES, codes, in_words, name_of, sentence

__all__ = ["LANGUAGES", "codes", "in_words", "name_of", "sentence"]
