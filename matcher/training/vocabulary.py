"""Chooses what the encoder has a row for: n-grams seen in several words, frequent whole words, and word pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.encoding.features import gram_key, grams_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_PIECES = 128  # pieces of one text that are read


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``grams`` maps an n-gram's key to its row; ``tokenizer`` cuts a normalised text into pieces."""

    grams: dict[int, int]
    tokenizer: Tokenizer


def choose_vocabulary(texts: Iterable[str], *, grams: int, pieces: int) -> Vocabulary:
    """Build both vocabularies from normalised texts, each at most as large as asked."""
    texts = list(texts)
    return Vocabulary(_choose_grams(texts, grams), _train_pieces(texts, pieces))


def _choose_grams(texts: list[str], size: int) -> dict[int, int]:
    """Rank n-grams by the number of distinct words they occur in; a whole word counts by its square root frequency."""
    frequency = Counter(word for text in texts for word in text.split())
    spread: Counter[str] = Counter()
    for word, count in frequency.items():
        whole, *parts = grams_of(word)
        spread.update(parts)
        spread[whole] += int(count**0.5)
    ranked = sorted(spread.items(), key=lambda item: (-item[1], item[0]))
    keys = dict.fromkeys(gram_key(gram) for gram, _ in ranked)
    return {key: row for row, key in enumerate(sorted(list(keys)[:size]))}


def _train_pieces(texts: list[str], size: int) -> Tokenizer:
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers  # heavy import

    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=size, special_tokens=["[UNK]"], show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer
