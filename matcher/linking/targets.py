"""The labels to link to, in columns, with their vectors; read from a taxonomy or from a file of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.encoding import Vectors
from matcher.errors import UnreadableFileError
from matcher.index import Rows, VectorIndex
from taxonomies.concepts import Label, LabelRole
from taxonomies.wording import normalise

_ROLE_SCORES = {LabelRole.PREFERRED: 1.0, LabelRole.ALTERNATIVE: 0.99, LabelRole.HIDDEN: 0.985}


@dataclass(frozen=True, slots=True)
class Targets:
    """Parallel columns of labels, and their concepts.

    ``ids`` are the distinct concepts, sorted; ``owners`` says for each label which of them it names. The labels of
    concept i are rows ``by_owner[starts[i]:starts[i + 1]]``.
    """

    ids: tuple[str, ...]
    owners: Rows
    by_owner: Rows
    starts: Rows
    texts: tuple[str, ...]
    normal: tuple[str, ...]
    languages: NDArray[np.str_]
    same: Vectors
    rows_of: Mapping[str, tuple[int, ...]]
    vectors: Vectors
    index: VectorIndex

    @classmethod
    def of(cls, labels: Sequence[Label], vectors: Vectors) -> Targets:
        """Build from labels and their vectors, in the same order."""
        normal = tuple(label.normal or normalise(label.text) for label in labels)
        rows_of: dict[str, tuple[int, ...]] = {}
        for row, form in enumerate(normal):
            rows_of[form] = (*rows_of.get(form, ()), row)
        ids = tuple(sorted({label.uri for label in labels}))
        number = {uri: place for place, uri in enumerate(ids)}
        owners = np.array([number[label.uri] for label in labels], dtype=np.int64)
        return cls(
            ids=ids,
            owners=owners,
            by_owner=np.argsort(owners, kind="stable"),
            starts=np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=len(ids))))),
            texts=tuple(label.text for label in labels),
            normal=normal,
            languages=np.array([label.language for label in labels], dtype=np.str_),
            same=np.array([_ROLE_SCORES[label.role] for label in labels], dtype=np.float32),
            rows_of=rows_of,
            vectors=vectors,
            index=VectorIndex(vectors),
        )

    def first_text(self, concept: int) -> str:
        """Return the first label of a concept."""
        return self.texts[int(self.by_owner[self.starts[concept]])]

    def named(self, form: str) -> Rows:
        """Return the rows of the labels whose normal form that is."""
        return np.array(self.rows_of.get(form, ()), dtype=np.int64)


def read_targets(path: Path) -> list[tuple[str, str]]:
    """Read the ``id<TAB>label`` rows of a UTF-8 file without header.

    Raises:
        UnreadableFileError: the file is missing, not UTF-8, or a row has no two columns.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError(f"{path} cannot be read as UTF-8 text: give a file of id<TAB>label rows.") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        identity, tab, label = line.partition("\t")
        if line and not tab:
            raise UnreadableFileError(f"{path}, line {number}: {line[:60]!r} has no tab: write id<TAB>label.")
        if line:
            rows.append((identity, label.partition("\t")[0]))
    if not rows:
        raise UnreadableFileError(f"{path} is empty: write one id<TAB>label row for each target.")
    return rows
