"""What is attached to a PDF, through pypdf: the Europass editor puts the data of a CV beside its pages."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from matcher.errors import UnreadableFileError

_MOST_ATTACHMENTS = 50
_EUROPASS_NAME = "attachment.xml"


def europass_attachment(data: bytes, place: str) -> bytes | None:
    """Return the Europass XML attached to a PDF, or ``None`` where it has none.

    Raises:
        UnreadableFileError: protected by a password, or too damaged to be opened.
    """
    from pypdf import PdfReader

    # What it grumbles about while it mends a damaged file, nobody can act on.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(f"{place} is protected by a password; save a copy without one and try again.")
        return next(_xml_attachments(reader.attachment_list), None)
    except UnreadableFileError:
        raise
    except Exception as error:  # whatever the damage makes of pypdf
        raise UnreadableFileError(
            f"{place} is a damaged PDF ({type(error).__name__}); open it, save it again as PDF and try again."
        ) from error


def _xml_attachments(attachments: Iterator[object]) -> Iterator[bytes]:
    named: list[tuple[bool, bytes]] = []
    for number, attachment in enumerate(attachments):
        if number >= _MOST_ATTACHMENTS:
            break
        name, content = str(getattr(attachment, "name", "")), getattr(attachment, "content", b"")
        if name.lower().endswith(".xml") and isinstance(content, bytes):
            named.append((name.lower() != _EUROPASS_NAME, content))
    yield from (content for _, content in sorted(named, key=lambda pair: pair[0]))
