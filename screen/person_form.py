"""The fields of one person's record as a form: who they are, what they can do, the steps of a residence procedure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from matcher.errors import MatcherError
from matcher.intake.as_entered import LISTED
from matcher.intake.candidate_columns import CandidateColumn
from matcher.records import REGIONS, LoadReport
from screen.plain_text import plain, quiet
from screen.wording import Words

C = CandidateColumn
WHO = (
    *(C.NAME, C.GENDER, C.BIRTH_DATE, C.NATIONALITY, C.EMAIL, C.PHONE),
    *(C.RESIDENCE_STATUS, C.ORIGIN, C.DESTINATION),
)
WORK = (
    *(C.OCCUPATION, C.SKILLS, C.EXPERIENCE, C.YEARS, C.EDUCATION, C.LANGUAGES, C.SUMMARY),
    *(C.WISHES, C.AVAILABLE, C.REGIONS),
)
STEPS = (C.APPLICATION_DATE, C.DECISION, C.DECISION_DATE, C.APPEAL_DATE, C.LABOUR_CARD, C.LABOUR_CARD_DATE)
FIELDS = (*WHO, *WORK, *STEPS)
GENDERS = ("female", "male", "other")
_LINES, _TALLEST = 3, 10  # of a field that holds several things
_LINE = 26  # pixels


def ask_fields(texts: Mapping[CandidateColumn, str], name: str, words: Words) -> dict[CandidateColumn, str]:
    """Show every field with its text; return what stands in each now.

    Args:
        texts: what the form begins with.
        name: of the form, for the keys of the fields.
        words: of the language chosen.
    """
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(words("person.who"), anchor=False)
        said = _ask(WHO, texts, name, words)
        with st.expander(words("person.steps")):
            st.markdown(quiet(words("person.steps_hint")))
            said |= _ask(STEPS, texts, name, words)
    with right:
        st.subheader(words("person.work"), anchor=False)
        st.markdown(quiet(words("person.a_line")))
        return said | _ask(WORK, texts, name, words)


def show_outcome(report: LoadReport | None, words: Words, *, dry_run: bool) -> None:
    """Say what became of what was entered, and what of it could not be read."""
    if report is None:
        st.info(words("person.no_change"), icon=":material/info:")
        return
    (row,) = report.rows
    said = words(f"person_fate.{row.fate}")
    told = words("person.would", what=said) if dry_run else said
    (st.info if dry_run else st.success)(told, icon=":material/fact_check:")
    if row.changes:
        st.markdown("\n".join(f"- {plain(change.field)}" for change in row.changes))
    for problem in report.problems:
        text = f"{problem.column or ''} {problem.value or ''}: {problem.problem}: {problem.remedy}"
        st.warning(plain(text), icon=":material/warning:")


def show_refusal(error: MatcherError, words: Words) -> None:
    """Say why nothing was kept."""
    st.error(f"{words('person.refused')} {plain(str(error))}", icon=":material/error:")


def _ask(
    columns: Sequence[CandidateColumn], texts: Mapping[CandidateColumn, str], name: str, words: Words
) -> dict[CandidateColumn, str]:
    return {column: _ask_one(column, texts.get(column, ""), f"{name}-{column}", words) for column in columns}


def _ask_one(column: CandidateColumn, text: str, key: str, words: Words) -> str:
    label = words(f"person_field.{column}")
    if column is C.GENDER:
        options = ["", *dict.fromkeys((*GENDERS, *([text] if text else [])))]
        return st.selectbox(label, options, options.index(text), format_func=lambda one: _gender(one, words), key=key)
    if column is C.REGIONS:
        return _ask_regions(label, text, key, words)
    if column in LISTED or column is C.SUMMARY:
        lines = min(_TALLEST, max(_LINES, len(text.splitlines()) + 1))
        return st.text_area(label, text, height=lines * _LINE + 20, key=key)
    return st.text_input(label, text, key=key)


def _ask_regions(label: str, text: str, key: str, words: Words) -> str:
    chosen = st.pills(
        label,
        REGIONS,
        selection_mode="multi",
        default=[region for region in REGIONS if region in text],
        format_func=lambda region: words(f"region.{region}"),
        key=key,
    )
    return ", ".join(region for region in REGIONS if region in chosen)


def _gender(gender: str, words: Words) -> str:
    if not gender:
        return words("person.not_stated")
    return words(f"gender_named.{gender}") if gender in GENDERS else gender
