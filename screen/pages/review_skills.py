"""Review skills: what people's words mean where it is not sure, decided one by one, by keyboard where one likes."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import StaffOffice
from matcher.offices.skill_review import SkillReview
from matcher.review_index import Phrase
from matcher.stewardship import blind_name
from matcher.store import LinkDecision
from screen.engine import open_office
from screen.frame import chosen_words
from screen.plain_text import plain, quiet
from screen.progress import progress_bar
from screen.review_card import Card, search_concepts, show_meanings, show_phrase
from screen.wording import Words

_ASKED, _SKIPPED = "review-asked", "review-skipped"
_HISTORY = 20


def review_skills(words: Words) -> None:
    """Draw the page."""
    st.title(words("review.title"), anchor=False)
    st.markdown(words("review.intro"))
    desk = open_office(StaffOffice, words).review
    with progress_bar(words("review.preparing")) as progress:
        queue = desk.queue(progress)
    if not queue.total:
        st.info(words("review.no_people"), icon=":material/inbox:")
        st.page_link("screen/pages/load_cohort.py", label=words("load.title"), icon=":material/upload_file:")
        return
    numbers = {"decided": words.number(queue.decided), "total": words.number(queue.total)}
    st.progress(queue.decided / queue.total, words("review.progress", **numbers))
    kind = choose_kind(words)
    skipped = st.session_state.setdefault(_SKIPPED, set())
    waiting = [each for each in queue.open if kind in ("all", each.kind.value)]
    here = next((each for each in waiting if (each.kind, each.form) not in skipped), None)
    if here is None:
        show_nothing_left(len(waiting), words)
    else:
        show_card(desk, here, words)
    show_history(desk, words)


def choose_kind(words: Words) -> str:
    """Let the user review skills alone, or occupations."""
    return st.segmented_control(
        words("review.kind"),
        ["all", "skill", "occupation"],
        default="all",
        format_func=lambda kind: words(f"review_kind.{kind}"),
        required=True,
        key="review-kind",
    )


def show_card(desk: SkillReview, phrase: Phrase, words: Words) -> None:
    """Show one phrase with the keys that decide about it, or the question whether the answer holds for all."""

    def answered(uri: str | None) -> None:
        if len(phrase.people) > 1:
            st.session_state[_ASKED] = (phrase.kind.value, phrase.form, uri)
        else:
            desk.decide(phrase.kind.value, phrase.text, uri)

    card = Card(desk, phrase, words, answered)
    asked = st.session_state.get(_ASKED)
    with st.container(border=True):
        show_phrase(card)
        if asked and asked[:2] == (phrase.kind.value, phrase.form):
            ask_for_whom(card, asked[2])
            return
        show_meanings(card)
        show_actions(card)
        search_concepts(card)
    st.markdown(quiet(words("review.keys")))


def show_actions(card: Card) -> None:
    """Offer to leave the phrase unlinked, to skip it, and to undo the last decision."""
    words, desk, phrase = card.words, card.desk, card.phrase
    last = next((each for each in desk.decisions(_HISTORY) if each.stands and each.made_by == desk.actor.name), None)
    with st.container(horizontal=True):
        st.button(
            words("review.reject"),
            key="review-reject",
            shortcut="x",
            icon=":material/link_off:",
            on_click=card.answered,
            args=(None,),
        )
        st.button(
            words("review.skip"),
            key="review-skip",
            shortcut="s",
            icon=":material/skip_next:",
            on_click=st.session_state[_SKIPPED].add,
            args=((phrase.kind, phrase.form),),
        )
        st.button(
            words("review.undo"),
            key="review-undo",
            shortcut="u",
            icon=":material/undo:",
            disabled=last is None,
            on_click=take_back,
            args=(desk, last.id if last else ""),
        )


def take_back(desk: SkillReview, decision_id: str) -> None:
    """Undo a decision."""
    desk.undo(decision_id)


def ask_for_whom(card: Card, uri: str | None) -> None:
    """Ask whether an answer holds for everybody who says the phrase, or for the first of them alone."""
    words, phrase = card.words, card.phrase
    others = len(phrase.people) - 1
    code = "review.ask_one" if others == 1 else "review.ask"
    numbers = {} if others == 1 else {"number": words.number(others)}
    st.markdown(words("review.answer", answer=f"**{_answer(card.desk, uri, words)}**"))
    st.subheader(words(code, phrase=plain(phrase.text), **numbers), anchor=False)

    def decide(candidate_id: str | None) -> None:
        card.desk.decide(phrase.kind.value, phrase.text, uri, candidate_id)
        st.session_state.pop(_ASKED, None)

    name = blind_name(phrase.people[0])
    with st.container(horizontal=True):
        st.button(words("review.for_all"), key="review-all", shortcut="y", on_click=decide, args=(None,))
        st.button(
            words("review.for_one", name=name),
            key="review-one",
            shortcut="n",
            on_click=decide,
            args=(phrase.people[0],),
        )
        st.button(
            words("review.back"), key="review-back", shortcut="b", on_click=st.session_state.pop, args=(_ASKED, None)
        )


def show_nothing_left(skipped: int, words: Words) -> None:
    """Say that nothing waits, or that all that waits was skipped."""
    if not skipped:
        st.success(words("review.empty"), icon=":material/task_alt:")
        return
    st.info(words("review.skipped", number=words.number(skipped)), icon=":material/skip_next:")
    st.button(words("review.again"), key="review-again", on_click=st.session_state[_SKIPPED].clear)


def show_history(desk: SkillReview, words: Words) -> None:
    """Show the latest decisions, each to be undone."""
    made = desk.decisions(_HISTORY)
    if not made:
        return
    with st.expander(words("review.history")):
        for decision in made:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(_decision_line(desk, decision, words), width="stretch")
                if decision.stands:
                    st.button(
                        words("review.undo_one"),
                        key=f"review-undo-{decision.id}",
                        on_click=take_back,
                        args=(desk, decision.id),
                    )
                else:
                    st.markdown(quiet(words("review.undone")), width="content")


def _decision_line(desk: SkillReview, decision: LinkDecision, words: Words) -> str:
    scope = blind_name(decision.candidate_id) if decision.candidate_id else words("review.everybody")
    return words(
        "review.decided",
        phrase=plain(decision.text),
        answer=f"**{_answer(desk, decision.uri, words)}**",
        scope=scope,
        who=plain(decision.made_by) or words("review.before"),
        when=f"{decision.made_at:%d/%m/%Y %H:%M}" if decision.made_at else "",
    )


def _answer(desk: SkillReview, uri: str | None, words: Words) -> str:
    return plain(desk.concept(uri, words.language).label) if uri else words("review.unlinked")


try:
    review_skills(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
