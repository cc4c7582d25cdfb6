"""One phrase under review: whose words it is, what it may mean, and the keys that decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from matcher.offices.skill_review import ConceptChoice, SkillReview
from matcher.review_index import Phrase
from matcher.stewardship import blind_name
from matcher.store import HeldProfile
from screen.plain_text import chip, plain, quiet
from screen.wording import Words

Answered = Callable[[str | None], None]
"""Told the concept that a phrase means, or ``None`` for none of ESCO's."""

_TOLD = 0.01  # chance under which none is told: "0% sure" would be read as sure to be wrong
_BESIDE = 12  # other words of a person shown beside the phrase


@dataclass(frozen=True, slots=True)
class Card:
    """What a card is drawn with."""

    desk: SkillReview
    phrase: Phrase
    words: Words
    answered: Answered


def show_phrase(card: Card) -> None:
    """Show the phrase, who says it, and what else they say."""
    phrase, words = card.phrase, card.words
    number = len(phrase.people)
    people = words("review.one_person") if number == 1 else words("review.people", number=words.number(number))
    st.header(f"“{plain(phrase.text)}”", anchor=False)
    kind = words(f"review_one.{phrase.kind.value}")
    said = words("review.said_by", people=people, vacancies=words.number(phrase.vacancies))
    st.markdown(f"{kind} · {said}")
    lines = [quiet(words("review.context"))]
    lines += [_own_words(held, phrase) for held in card.desk.people(phrase)]
    st.markdown("  \n".join(lines))


def show_meanings(card: Card) -> None:
    """Offer what the phrase may mean, by keys 1 to 6."""
    words = card.words
    st.subheader(words("review.means"), anchor=False)
    meanings = card.desk.meanings(card.phrase, words.language)
    if not meanings:
        st.markdown(words("review.none_found"))
    for number, choice in enumerate(meanings, start=1):
        _offer(card, choice, f"{number}")


@st.fragment
def search_concepts(card: Card) -> None:
    """Search ESCO while the user types, and offer what is found."""
    words = card.words
    typed = st.text_input(
        words("review.search"),
        placeholder=words("review.search_hint"),
        key=f"review-search-{card.phrase.kind}-{card.phrase.form}",
        live=True,
        icon=":material/search:",
    )
    if not typed or len(typed.strip()) < 2:
        return
    found = card.desk.search(card.phrase.kind.value, typed, words.language)
    if not found:
        st.markdown(words("review.search_nothing"))
    for choice in found:
        _offer(card, choice, "")


def _offer(card: Card, choice: ConceptChoice, key: str) -> None:
    """Show a concept with the button that chooses it."""
    words = card.words
    chance = choice.chance or 0.0
    sure = f" · {words('review.chance', share=words.percent(chance))}" if chance >= _TOLD else ""
    with st.container(gap=None):
        st.button(
            f"{plain(choice.label)}{sure}",
            key=f"review-choose-{key or 'found'}-{choice.uri}",
            shortcut=key or None,
            type="primary" if key == "1" else "secondary",
            on_click=card.answered,
            args=(choice.uri,),
            wrap=True,
        )
        told = " · ".join(plain(part) for part in (" / ".join(choice.others), _short(choice.description)) if part)
        if told:
            st.markdown(quiet(told))


def _short(text: str, longest: int = 180) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…"


def _own_words(held: HeldProfile, phrase: Phrase) -> str:
    """Return who somebody is, blind, and what they say, the phrase marked."""
    stated = [item.text for item in held.profile.skills] if phrase.kind == "skill" else []
    job = "; ".join(held.profile.occupations) or next((job.title for job in held.profile.experience if job.title), "")
    beside = [chip(f"**{plain(phrase.text)}**", "blue")]
    beside += [chip(plain(text), "gray") for text in stated if text != phrase.text][:_BESIDE]
    title = f" {plain(job)}" if job and phrase.kind == "skill" else ""
    jobs = [plain(job.title) for job in held.profile.experience if job.title and phrase.kind != "skill"][:_BESIDE]
    return f"**{blind_name(held.id)}**{title}: {' '.join(beside)} {' · '.join(jobs)}"
