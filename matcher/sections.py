"""The parts of a text that say nothing of skills: headings, contacts, and what an employer offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matcher.cues import Gap, Word, headings

_HEADING_WORDS = 5  # an unlisted heading, "Ce que vous ferez :", has at most as many
_PROMISE_WORDS = 2  # "We offer meal vouchers" is a promise; "contact customers" is a skill


def without_offers(sentences: Iterator[tuple[Word, ...]], text: str) -> Iterator[tuple[Word, ...]]:
    """Leave out headings, and what follows "Wij bieden:" to the end of the line or the next heading."""
    offers, others, contacts = headings("offer"), headings("other"), headings("contact")
    offering, offering_line = False, False
    listed = list(sentences)
    for sentence, following in zip(listed, [*listed[1:], ()], strict=False):
        forms = tuple(word.form for word in sentence)
        offering_line = offering_line and sentence[0].gap < Gap.LINE
        line_goes_on = bool(following) and following[0].gap == Gap.COLON
        begins_line = sentence[0].gap == Gap.LINE
        if forms in offers:
            offering, offering_line = begins_line and not line_goes_on, line_goes_on
        elif forms in others:
            offering = offering_line = False
        elif forms in contacts:
            continue
        elif not offering_line and not _is_promise(forms):
            offering = offering and not (begins_line and _ends_like_a_heading(sentence, following, text))
            if not offering:
                yield sentence


def _is_promise(forms: tuple[str, ...]) -> bool:
    """Tell whether a sentence begins with the words of an offer."""
    return any(forms[: len(offer)] == offer for offer in headings("offer") if len(offer) >= _PROMISE_WORDS)


def _ends_like_a_heading(sentence: Sequence[Word], following: Sequence[Word], text: str) -> bool:
    after = text[sentence[-1].end : following[0].start] if following else ""
    return ":" in after and len(sentence) <= _HEADING_WORDS
