"""What a vacancy asks, as chips that can be taken away, moved and added before a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from matcher.intake.places import unknown_place
from matcher.offices import RecruitingOffice
from matcher.reasons import in_words
from matcher.records import LanguageRequirement, Place, SkillRequirement, Vacancy
from screen.facts import language_and_level, wage_in_words
from screen.language_choice import choose_language
from screen.plain_text import chip, plain, quiet
from screen.skill_choice import choose_skill
from screen.steady import forget_steady, steady
from screen.wording import Words

_ESSENTIAL, _OPTIONAL = _LISTS = ("essential", "optional")
_FIELDS = ("title", "place", "known", "languages", "spoken", *_LISTS)


def edit_vacancy(office: RecruitingOffice, vacancy: Vacancy, words: Words) -> Vacancy:
    """Show the editor; return the vacancy as the user wants it searched for."""
    _begin(vacancy)
    with st.container(border=True):
        st.header(words("edit.title"), anchor=False)
        st.markdown(quiet(words("edit.hint")))
        left, right = st.columns(2, gap="medium")
        with left:
            title = st.text_input(words("edit.job"), key=_key(vacancy, "title"), persist_state="page")
        with right:
            place = st.text_input(words("vacancy.place"), key=_key(vacancy, "place"), persist_state="page")
        where = office.drafts.place(place or "")
        _show_place(where, words)
        skills = _edit_skills(vacancy, words)
        languages = _edit_languages(vacancy, words)
        _show_rest(vacancy, words)
    return replace(
        vacancy,
        title=(title or "").strip() or vacancy.title,
        workplace=vacancy.workplace if place == _place_text(vacancy) else where,
        requirements=vacancy.requirements if set(skills) == set(vacancy.requirements) else skills,
        languages=vacancy.languages if set(languages) == set(vacancy.languages) else languages,
    )


def show_changing(office: RecruitingOffice, vacancy: Vacancy, words: Words) -> Vacancy:
    """Offer to change a vacancy for this search alone; return it as it is to be searched for."""
    with st.expander(words("edit.change"), icon=":material/edit:", key=f"changing-{vacancy.id}"):
        edited = edit_vacancy(office, vacancy, words)
        if edited != vacancy:
            st.button(words("edit.reset"), key="reset", icon=":material/undo:", on_click=forget_edits, args=(vacancy,))
    if edited != vacancy:
        st.markdown(chip(words("edit.changed"), "orange"))
    return edited


def forget_edits(vacancy: Vacancy) -> None:
    """Let a vacancy say again what it said."""
    for field in _FIELDS:
        forget_steady(_key(vacancy, field))


def _key(vacancy: Vacancy, field: str) -> str:
    return f"{field}-{vacancy.id}"


def _begin(vacancy: Vacancy) -> None:
    """Set what the editor shows first; what the user made of it since stays."""
    begun = {
        "title": vacancy.title,
        "place": _place_text(vacancy),
        "known": [asked.text for asked in vacancy.requirements],
        "languages": list(vacancy.languages),
        "spoken": list(vacancy.languages),
        _ESSENTIAL: [asked.text for asked in vacancy.requirements if asked.essential],
        _OPTIONAL: [asked.text for asked in vacancy.requirements if not asked.essential],
    }
    for field, value in begun.items():
        st.session_state.setdefault(_key(vacancy, field), value)


def _place_text(vacancy: Vacancy) -> str:
    place = vacancy.workplace
    if place is None:
        return ""
    return f"{place.postcode} {place.name}" if place.postcode and place.postcode not in place.name else place.name


def _show_place(where: Place | None, words: Words) -> None:
    """Say in which Region the place lies, or that nobody can tell."""
    if where is not None and where.region:
        st.markdown(f"{quiet(words('edit.region'))} {chip(words(f'region.{where.region}'), 'blue')}")
    elif (reason := unknown_place(where)) is not None:
        st.markdown(quiet(plain(in_words(reason, words.language))))


def _edit_skills(vacancy: Vacancy, words: Words) -> tuple[SkillRequirement, ...]:
    """Show both lists of skills and the field that adds to them."""
    known = st.session_state[_key(vacancy, "known")]
    chosen: dict[str, Sequence[str]] = {}
    for name, other in (_LISTS, _LISTS[::-1]):
        chosen[name] = st.multiselect(
            words(f"vacancy.{name}"),
            known,
            key=_key(vacancy, name),
            placeholder=words("edit.none"),
            on_change=_move,
            args=(_key(vacancy, name), _key(vacancy, other)),
            select_all=False,
            persist_state="page",
        )
    choose_skill(_key(vacancy, "known"), _key(vacancy, _ESSENTIAL), words)
    return tuple(SkillRequirement(text, essential=name == _ESSENTIAL) for name in _LISTS for text in chosen[name])


def _move(into: str, out_of: str) -> None:
    """Take what stands in one list out of the other: a skill is asked once."""
    moved = set(st.session_state[into])
    st.session_state[out_of] = [text for text in st.session_state[out_of] if text not in moved]


def _edit_languages(vacancy: Vacancy, words: Words) -> tuple[LanguageRequirement, ...]:
    """Show the languages asked and the fields that add one."""
    chosen = st.multiselect(
        words("vacancy.languages"),
        st.session_state[_key(vacancy, "spoken")],
        **steady(_key(vacancy, "languages")),
        format_func=lambda asked: _language_line(asked, words),
        placeholder=words("edit.none"),
        select_all=False,
        persist_state="page",
    )
    choose_language(_key(vacancy, "spoken"), _key(vacancy, "languages"), words)
    return tuple(chosen)


def _language_line(asked: LanguageRequirement, words: Words) -> str:
    name = language_and_level(asked.language, asked.cefr, words).replace("\\", "")
    return name if asked.essential else words("fact.language_plus", language=name)


def _show_rest(vacancy: Vacancy, words: Words) -> None:
    """Show what else was read, which counts as it stands."""
    facts = [wage_in_words(vacancy.wage, words)] if vacancy.wage else []
    if vacancy.contract:
        facts.append(plain(vacancy.contract))
    if vacancy.years is not None:
        facts.append(words("edit.years", years=words.number(vacancy.years, decimals=1)))
    if vacancy.eqf is not None:
        facts.append(words("edit.eqf", level=vacancy.eqf))
    if facts:
        st.markdown(f"{quiet(words('edit.also'))} {' · '.join(facts)}")
