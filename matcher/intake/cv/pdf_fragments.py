"""Where each text of a PDF page stands: pypdf's own reading of the page, before it is set in columns of one width.

pypdf offers the places only as the inside of its layout mode, whose text of fixed width glues or parts words where a
program has set each of them on its own (Word does). The names used here are private ones: pyproject bounds the version,
and :mod:`matcher.intake.cv.pdf_text` falls back on the plain text where one is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.intake.cv.arabic import has_arabic
from matcher.intake.cv.layout import Fragment

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf._text_extraction._layout_mode._text_state_params import TextStateParams

MOST_FRAGMENTS = 60_000
"""Pieces of text on one page, more than letters fit on it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The fragments of a page that stand upright, and the texts of those that do not."""

    upright: tuple[Fragment, ...]
    turned: tuple[str, ...]


def read_fragments(page: PageObject) -> PageText:
    """Return the texts of a page with their places.

    A sign that stands for several Arabic letters (``لا``) gives them from left to right, as all others stand.
    """
    upright: list[Fragment] = []
    turned: list[str] = []
    for shown in _shown(page):
        if shown.rotated:
            turned.append(shown.text)
        else:
            left, right = sorted((shown.tx, shown.displaced_tx))
            base = -shown.ty if shown.flip_vertical else shown.ty
            upright.append(Fragment(_as_seen(shown), left, right, base, shown.font_height))
        if len(upright) + len(turned) > MOST_FRAGMENTS:
            break
    return PageText(tuple(upright), tuple(filter(str.strip, turned)))


def _shown(page: PageObject) -> Iterator[TextStateParams]:
    from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op, set_font_operation
    from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
    from pypdf.generic import ContentStream

    contents = page.get("/Contents")
    if contents is None:
        return
    fonts = page._layout_mode_fonts()  # noqa: SLF001
    state = TextStateManager()
    operations = iter(ContentStream(contents.get_object(), page.pdf, "bytes").operations)
    for operands, operator in operations:
        if operator in (b"BT", b"q"):
            end = b"ET" if operator == b"BT" else b"Q"
            yield from recurse_to_target_op(operations, state, end, fonts, False)[1]  # type: ignore[arg-type]
        elif operator == b"Tf":
            set_font_operation(state, fonts, operands)
        else:
            state.set_state_param(operator, operands)


def _as_seen(shown: TextStateParams) -> str:
    if not has_arabic(shown.text) or not isinstance(shown.font.encoding, str):
        return shown.text
    letters = (shown.font.character_map.get(sign, sign) for sign in shown._raw_chars)  # noqa: SLF001
    return "".join(text[::-1] if has_arabic(text) else text for text in letters)
