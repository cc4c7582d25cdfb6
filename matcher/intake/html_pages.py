"""What a web page holds for machines: the scripts of JSON-LD; and the words of a text that holds HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from matcher.intake.xml_trees import plain_text

_PAGE = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|script|meta|div|main|article|section|title)\b", re.IGNORECASE
)
_LOOKED_AT = 2000
_START = re.compile(r"<!--|<script\b", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_UNSHOWN = re.compile(r"<(script|style|head|!--)(?![\w-])", re.IGNORECASE)
_ENDS = {
    "!--": re.compile("-->"),
    **{name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style", "head")},
}
_TYPE = re.compile(r"""type\s*=\s*["']?\s*application/ld\+json""", re.IGNORECASE)
_ITEM = re.compile(r"<\s*li\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CDATA = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_LONGEST_TAG = 2000


def is_page(plain: str) -> bool:
    """Tell whether a text begins as a web page, or a piece of one, does."""
    return plain.startswith("<") and bool(_PAGE.search(plain[:_LOOKED_AT]))


def linked_data(page: str) -> Iterator[str]:
    """Yield what the scripts of type ``application/ld+json`` hold, in order, those in comments left out."""
    at, last_comment = 0, page.rfind("-->")
    while match := _START.search(page, at):
        if match[0] == "<!--":
            # One that never ends hides nothing; it is not looked for again and again.
            at = page.find("-->", match.end()) if match.end() <= last_comment else match.end()
            continue
        opened = page.find(">", match.end())
        if opened < 0:
            return
        closed = _END.search(page, opened)
        at = closed.start() if closed else len(page)
        if _TYPE.search(page[match.end() : min(opened, match.end() + _LONGEST_TAG)]):
            yield _CDATA.sub("", page[opened + 1 : at])


def words_of_page(page: str) -> str:
    """Return the words that a page shows: no scripts, no styles, no comments, no head."""
    kept: list[str] = []
    at = 0
    while match := _UNSHOWN.search(page, at):
        kept.append(page[at : match.start()])
        end = _ENDS[match[1].lower()].search(page, match.end())
        at = end.end() if end else len(page)
    return text_of_html("".join((*kept, page[at:])))


def text_of_html(text: str) -> str:
    """Return the words of a text that may hold HTML, also HTML that was escaped once more, items of lists marked."""
    for _ in range(2):
        if "<" in text and _TAG.search(text):
            return plain_text(_ITEM.sub("\n- ", text))
        unescaped = html.unescape(text)
        if unescaped == text:
            break
        text = unescaped
    return text.replace("\u00a0", " ").strip()
