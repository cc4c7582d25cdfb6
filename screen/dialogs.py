"""What opens over the list: one candidate in full, or those most like one."""

from __future__ import annotations

import streamlit as st

from matcher.distance import distance
from matcher.offices import RecruitingOffice, Similar
from matcher.reasons import in_words
from matcher.records import Match, Vacancy
from matcher.stewardship import blind_name
from screen.candidate import show_evidence
from screen.facts import language_held
from screen.law import show_law
from screen.plain_text import chip, plain, quiet
from screen.profile import show_profile
from screen.score_bar import show_score_bar
from screen.wording import Words

_MOST_SHARED = 8  # concepts named


def show_candidate(office: RecruitingOffice, match: Match, vacancy: Vacancy, words: Words) -> None:
    """Show one candidate: the match with this vacancy, then the profile."""
    st.markdown(words("profile.for", vacancy=plain(vacancy.title)))
    show_score_bar(match, words)
    st.markdown(f"**{plain(in_words(distance(match), words.language))}**")
    show_evidence(match, words)
    show_law(match, words)
    st.markdown(quiet(words("card.known", share=words.percent(match.completeness))))
    show_profile(office.read(match.candidate_id, words.language), words)
    st.markdown(f"{quiet(words('profile.blind'))} **{words('frame.decides')}**")


def show_similar(office: RecruitingOffice, match: Match, words: Words) -> None:
    """Show the candidates whose profiles are nearest to one's, and what they share with it."""
    st.markdown(words("similar.hint"))
    found = office.similar(match.candidate_id, language=words.language)
    if not found:
        st.info(words("similar.nobody"), icon=":material/person_off:")
    for other in found:
        _show_similar_one(other, words)


def _show_similar_one(other: Similar, words: Words) -> None:
    profile = other.read.profile
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.subheader(blind_name(other.read.candidate_id), anchor=False, width="content")
            st.markdown(f"**{words('similar.near', share=words.percent(other.closeness))}**", width="content")
        if profile.occupations:
            st.markdown(" · ".join(map(plain, profile.occupations)))
        if other.shared:
            chips = " ".join(chip(plain(text), "blue") for text in other.shared[:_MOST_SHARED])
            st.markdown(f"{quiet(words('similar.shared'))}  \n{chips}")
        if profile.languages:
            spoken = ", ".join(language_held(skill, words) for skill in profile.languages)
            st.markdown(f"{quiet(words('profile.languages'))}  \n{spoken}")
