"""The two views of a text that the embedded encoder looks at: character n-grams of words, and word pieces.

Reading n-grams (3 to 6 characters of ``<word>``, and the word whole) survives typing errors and sees through Dutch and
German compounds; word pieces carry sentences better. Bojanowski et al. 2017 (fastText) is the source of the first idea.
"""

from __future__ import annotations

from zlib import crc32

from taxonomies.wording import normalise

SHORTEST, LONGEST = 3, 6
MAX_WORD = 40  # characters; longer "words" are pasted rubbish, and their tail says nothing
MAX_WORDS = 256  # words; a longer text is read to here by one vector


def words_of(text: str) -> list[str]:
    """Return the words that are encoded: normalised, cut to :data:`MAX_WORD`, at most :data:`MAX_WORDS`."""
    return [word[:MAX_WORD] for word in normalise(text).split()[:MAX_WORDS]]


def grams_of(word: str) -> list[str]:
    """Return the distinct n-grams of a word with its boundaries marked, the whole word first."""
    marked = f"<{word}>"
    parts = (
        marked[start : start + size] for size in range(SHORTEST, LONGEST + 1) for start in range(len(marked) - size + 1)
    )
    return list(dict.fromkeys((marked, *parts)))


def gram_key(gram: str) -> int:
    """Return the 32-bit key under which an n-gram's row is stored (CRC-32 of its UTF-8 bytes)."""
    return crc32(gram.encode())
