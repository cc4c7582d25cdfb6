"""Loading a cohort, as project staff do it: look at what was understood, mend it, keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from matcher.engine import Matcher
from matcher.errors import RefusedError, UnreadableFileError
from matcher.intake.formats import CandidateFormat, formats_in
from matcher.intake.mappings import ColumnMapping, field_names
from matcher.offices.load_orders import CohortTrial, LoadOrder, Upload
from matcher.preparation import Progress
from matcher.records import LoadReport
from matcher.stewardship import Actor, Right
from taxonomies.schemes import Scheme, schemes

_SENT = "sent"
_UNSAVED = "by-hand"
_LONGEST_STEM, _LONGEST_SUFFIX = 50, 10  # characters of four bytes each, of a name that may have 255 bytes


class CohortLoading:
    """Loads cohorts into the actor's own schemes."""

    def __init__(self, engine: Matcher, actor: Actor) -> None:
        self._engine = engine
        self.actor = actor

    def schemes(self) -> tuple[Scheme, ...]:
        """Return the schemes into which the actor may load, by name."""
        self.actor.require(Right.LOAD)
        return tuple(scheme for name, scheme in schemes().items() if self.actor.reaches(name))

    def fields(self) -> tuple[str, ...]:
        """Return what a heading can be mapped to."""
        self.actor.require(Right.LOAD)
        return field_names()

    def mappings(self, scheme: str) -> tuple[str, ...]:
        """Return the names of the column mappings saved for a scheme."""
        name = self._own(scheme)
        return tuple(mapping for kept_for, mapping in self._engine.mappings.names() if kept_for == name)

    def mapping(self, scheme: str, saved: str, columns: Mapping[str, str]) -> ColumnMapping:
        """Return a saved mapping (``""`` for none) with what a person says of some headings in its place.

        Raises:
            UsageError: An unknown field, or one heading or field given twice.
        """
        name = self._own(scheme)
        held = self._engine.mappings.load(name, saved) if saved else ColumnMapping(_UNSAVED, name, ())
        new = ColumnMapping.from_pairs(held.name, name, columns.items())
        said = {heading for heading, _ in new.columns}
        kept = tuple(pair for pair in held.columns if pair[0] not in said)
        return replace(new, columns=(*kept, *new.columns))

    def save_mapping(self, mapping: ColumnMapping, name: str) -> None:
        """Save a mapping under a name, in place of one of that name.

        Raises:
            UsageError: The name cannot name a file.
        """
        scheme = self._own(mapping.scheme)
        pairs = [(heading, column.value if column else "extra") for heading, column in mapping.columns]
        self._engine.mappings.save(ColumnMapping.from_pairs(name, scheme, pairs))

    def formats(self, uploads: tuple[Upload, ...]) -> tuple[tuple[str, CandidateFormat], ...]:
        """Tell in which format each file is read: ``((name, format), ...)``; an archive is told file by file.

        Raises:
            UnreadableFileError: An archive cannot be opened.
        """
        self.actor.require(Right.LOAD)
        with _written(uploads) as path:
            return formats_in(path)

    def trial(self, order: LoadOrder) -> CohortTrial:
        """Say what a load would do, and write nothing.

        Raises:
            UnreadableFileError: Nothing in the files can be read.
            RefusedError: The scheme is not the actor's.
        """
        scheme = self._own(order.scheme)
        with _written(order.uploads) as path:
            return CohortTrial.of(self._engine.loader.trial(path, scheme, order.options))

    def load(self, order: LoadOrder, ticket: str, progress: Progress) -> LoadReport:
        """Load the files; asked again with the same ticket, return what the first time brought about.

        Raises:
            As :meth:`trial`.
        """
        scheme = self._own(order.scheme)

        def load() -> LoadReport:
            with _written(order.uploads) as path:
                return self._engine.load_cohort(path, scheme, order.options, progress)

        return self._engine.tickets.once(f"{scheme} {self.actor.name} {ticket}", load)

    def annotated(self, order: LoadOrder, report: LoadReport) -> bytes | None:
        """Return the one table that was sent as XLSX, its problems in it; ``None`` where it is no single table."""
        scheme = self._own(order.scheme)
        with _written(order.uploads) as path, TemporaryDirectory() as folder:
            if [kind for _, kind in formats_in(path)] != [CandidateFormat.TABLE]:
                return None
            out = Path(folder) / "annotated.xlsx"
            self._engine.loader.annotate(path, report.problems, out, scheme, order.mapping or None)
            return out.read_bytes()

    def _own(self, scheme: str) -> str:
        self.actor.require(Right.LOAD)
        name = self._engine.scheme_name(scheme)
        if not self.actor.reaches(name):
            raise RefusedError(f"{self.actor.name} may not load into the scheme {name}: choose one of their own.")
        return name


@contextmanager
def _written(uploads: Iterable[Upload]) -> Iterator[Path]:
    """Give the one file, or a folder of several, for as long as it takes to read it; nothing of it stays."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / _SENT
        place.mkdir()
        for upload in uploads:
            (place / _free_name(upload.name, lambda name: (place / name).exists())).write_bytes(upload.content)
        files = sorted(place.iterdir())
        try:
            yield files[0] if len(files) == 1 else place
        except UnreadableFileError as error:
            # The file is known by its name, not by where it stood while it was read.
            raise UnreadableFileError(str(error).replace(f"{place}/", "").replace(str(place), _SENT)) from error


def _free_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a file's own name, whatever path a browser put before it, with a number where another has it."""
    own = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name or _SENT
    suffix = PurePosixPath(own).suffix[:_LONGEST_SUFFIX]
    stem = own.removesuffix(suffix)[:_LONGEST_STEM]
    own = f"{stem}{suffix}"
    numbered = (f"{stem}-{number}{suffix}" for number in range(2, 10_000))
    return own if not is_taken(own) else next(free for free in numbered if not is_taken(free))
