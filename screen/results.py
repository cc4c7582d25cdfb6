"""The ranked candidates: how many, in which order, a card each, and what can be done with one."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from matcher.errors import MatcherError
from matcher.offices import RecruitingOffice, Results
from matcher.offices.results import FEWEST
from matcher.orders import Order, in_order
from matcher.records import Match, Vacancy
from matcher.stewardship import blind_name
from screen.candidate import Place, show_card
from screen.comparing import compare_bar, compare_box, marked_to_compare
from screen.dialogs import show_candidate, show_similar
from screen.engine import open_office
from screen.plain_text import plain, quiet
from screen.shortlist_button import lists_at_hand, show_add
from screen.steady import steady
from screen.visitor import known_visitor
from screen.wording import Words

_ORDERS: tuple[Order, ...] = tuple(Order)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found for a vacancy, and who is new in it since it was last opened."""

    vacancy: Vacancy
    found: Results
    new: frozenset[str] = frozenset()


def show_count(found: Results, chips: str, words: Words) -> None:
    """Say how many candidates remain, and why nobody does, or too few to show."""
    if left_out := sum((found.left_out or {}).values()):
        few = found.remaining is None and left_out < FEWEST
        said = words("ranked.left_out_few") if few else words("ranked.left_out", number=left_out)
        st.markdown(quiet(said))
    if found.too_few:
        st.markdown(chips)
        st.info(words("filter.too_few", fewest=FEWEST), icon=":material/visibility_off:")
    elif not found.matches:
        st.markdown(chips)
        st.info(words("filter.nobody"), icon=":material/filter_alt_off:")
    else:
        st.markdown(f"**{_count(found, words)}** {chips}")


def _count(found: Results, words: Words) -> str:
    shown, total = len(found.matches), words.number(found.total)
    if found.remaining is None:
        return words("filter.most_remain", shown=shown, total=total)
    if found.remaining == found.total:
        return words("filter.all", shown=shown, total=total)
    return words("filter.remain", shown=shown, remaining=words.number(found.remaining), total=total)


@st.fragment
def show_results(ranking: Ranking, words: Words) -> None:
    """Show a card for each candidate; a fragment, so that what is done with a card ranks nobody again."""
    try:
        with known_visitor():
            _show(open_office(RecruitingOffice, words), ranking, words)
    except MatcherError as error:
        st.error(plain(str(error)), icon=":material/error:")


def _show(office: RecruitingOffice, ranking: Ranking, words: Words) -> None:
    # Who objects or is erased meanwhile is gone from the next click on.
    held = office.still_ranked(match.candidate_id for match in ranking.found.matches)
    matches = [match for match in ranking.found.matches if match.candidate_id in held]
    places = {match.candidate_id: number for number, match in enumerate(matches, start=1)}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        order = st.selectbox(
            words("order.label"),
            _ORDERS,
            format_func=lambda each: words(f"order.{each.value}"),
            width=260,
            **steady("order"),
        )
        compare_bar(matches, ranking.vacancy, words)
    st.markdown(quiet(words("ranked.legend")))
    marked = marked_to_compare()
    with lists_at_hand(ranking.vacancy, words):
        for match in in_order(matches, order):
            is_new = match.candidate_id in ranking.new
            place, profile = (
                Place(places[match.candidate_id], is_new=is_new),
                ranking.found.profiles.get(match.candidate_id),
            )
            with show_card(place, match, profile, words), _row():
                compare_box(match, marked, words)
                show_add(match, ranking.vacancy, words)
                _show_more(office, match, ranking.vacancy, words)


def _row() -> DeltaGenerator:
    return st.container(horizontal=True, vertical_alignment="center", gap="small")


def _show_more(office: RecruitingOffice, match: Match, vacancy: Vacancy, words: Words) -> None:
    """Show what opens over the list; screen readers are told about whom."""
    name = blind_name(match.candidate_id)
    if st.button(words("card.similar"), key=f"similar-{match.candidate_id}", icon=":material/group_search:"):
        st.dialog(words("similar.title", name=name), width="large")(show_similar)(office, match, words)
    if st.button(words("card.open"), key=f"open-{match.candidate_id}", icon=":material/open_in_full:"):
        title = f"{name} · {words.percent(match.score)}"
        st.dialog(title, width="large")(show_candidate)(office, match, vacancy, words)
