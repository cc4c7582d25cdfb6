"""The law beside a match: in a line on a card, in full in the profile. It is never a part of the score."""

from __future__ import annotations

import streamlit as st

from matcher.eligibility import route
from matcher.reasons import in_words
from matcher.records import Answer, Finding, Match, Verdict
from screen.plain_text import chip, plain, quiet
from screen.wording import Words

_COLOURS = {Answer.YES: "green", Answer.UNKNOWN: "orange", Answer.NO: "red"}


def law_line(match: Match, words: Words) -> str:
    """Return the first legal way and what would open it, and whether any is open where that is another answer.

    As Markdown, or ``""`` where nothing is known of the law.
    """
    if not match.verdicts:
        return ""
    first = match.verdicts[0]
    lines = [
        quiet(words("law.heading")),
        f"{_chip(first.answer, words)} {plain(in_words(first.reason, words.language))}",
    ]
    if (whole := route(match.verdicts)) is not first.answer:
        lines[-1] += f" · {words('law.all')} {_chip(whole, words)}"
    remedy = next((finding.remedy for finding in first.findings if finding.remedy), None)
    if remedy is not None and first.answer is not Answer.YES:
        lines.append(f":gray[{plain(in_words(remedy, words.language))}]")
    return "  \n".join(lines)


def show_law(match: Match, words: Words) -> None:
    """Show every rule that was tried: answer, what decided it, what would make it yes, source; then the notes."""
    if not match.verdicts:
        return
    st.subheader(words("law.heading"), anchor=False)
    st.markdown(quiet(words("law.hint")))
    for verdict in match.verdicts:
        with st.container(border=True, gap="xsmall"):
            title = plain(in_words(verdict.reason, words.language))
            st.markdown(f"{_chip(verdict.answer, words)} **{title}**")
            st.markdown("\n".join(_finding(finding, words) for finding in verdict.findings))
            if verdict.source:
                st.markdown(quiet(_source(verdict, words)))
    notes = dict.fromkeys(note for verdict in match.verdicts for note in verdict.notes)  # many rules share one
    if notes:
        st.markdown("\n".join(f"- {quiet(plain(in_words(note, words.language)))}" for note in notes))


def _chip(answer: Answer, words: Words) -> str:
    return chip(words(f"law.{answer.value}"), _COLOURS[answer])


def _finding(finding: Finding, words: Words) -> str:
    said = plain(in_words(finding.reason, words.language))
    return f"- {said} **{plain(in_words(finding.remedy, words.language))}**" if finding.remedy else f"- {said}"


def _source(verdict: Verdict, words: Words) -> str:
    checked = words.day(verdict.checked_on) if verdict.checked_on else "?"
    return words("law.source", source=plain(verdict.source), checked=checked)
