"""What the words around a skill say of it: one file of cues a language, and the words they are read in."""

from matcher.cues.table import LANGUAGES, Cue, CueTable, cue_table, headings, likeliest
from matcher.cues.words import Gap, Word, read_words

__all__ = ["LANGUAGES", "Cue", "CueTable", "Gap", "Word", "cue_table", "headings", "likeliest", "read_words"]
