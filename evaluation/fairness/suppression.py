"""Which groups are too small to be told of, also when what is told of the others is taken from the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

SMALLEST = 5
"""Groups of fewer people are not told of."""
HIDDEN = ""
"""What the groups that are not told of are called, all together."""


def suppressed(sizes: Mapping[str, int], smallest: int = SMALLEST) -> frozenset[str]:
    """Return the groups of one dimension of which nothing may be told.

    Where one group alone is too small, its figures are those of the whole less all others, so the next smallest goes
    too. That does the same where the groups left out hold fewer people together than the smallest that is told of.

    Args:
        sizes: people in each group; every person is in one of them.
        smallest: the fewest people that may be told of.
    """
    rising = sorted((name for name, size in sizes.items() if size), key=lambda name: (sizes[name], name))
    hidden = [name for name in rising if sizes[name] < smallest]
    for name in rising[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and sum(sizes[other] for other in hidden) >= smallest):
            break
        hidden.append(name)
    return frozenset(hidden)


def with_small_hidden(groups: Sequence[str], counted: Sequence[bool]) -> tuple[str, ...]:
    """Return the group of each person, :data:`HIDDEN` where it may not be told; only those counted make its size."""
    sizes = Counter(group for group, counts in zip(groups, counted, strict=True) if counts)
    hidden = suppressed(sizes)
    return tuple(HIDDEN if group in hidden else group for group in groups)
