"""Records that may be one person: side by side, with the reasons, for somebody to decide."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from matcher.duplicates import DuplicatePair
from matcher.duplicates.wording import reasons_in_words
from matcher.offices import PersonOffice
from matcher.records import Identity
from matcher.stewardship import blind_name
from screen.emphasis import emphasis
from screen.page_turning import choose_page
from screen.plain_text import chip, plain, quiet
from screen.progress import progress_bar
from screen.wording import Words

_PAIRS = 10
_COLOURS = {"certain": "red", "likely": "orange", "possible": "gray"}


def show_duplicates(office: PersonOffice, words: Words, person_id: str = "") -> None:
    """Look for duplicates when asked to, of everybody or of one person, and offer what can be decided."""
    st.markdown(words("twins.hint"))
    looked = f"looked-{person_id}"
    if st.button(words("twins.look"), icon=":material/group_search:", key=f"look-{person_id}"):
        st.session_state[looked] = True
    if st.session_state.get(looked):
        with progress_bar(words("twins.progress")) as progress:
            pairs = office.duplicates(person_id, progress)
        st.markdown(words("twins.found", number=len(pairs)) if pairs else words("twins.none"))
        page = choose_page(f"pairs-{person_id}", len(pairs), _PAIRS, words)
        for pair in pairs[page * _PAIRS : (page + 1) * _PAIRS]:
            show_pair(office, pair, words)
    show_decisions(office, words)


def show_pair(office: PersonOffice, pair: DuplicatePair, words: Words) -> None:
    """Show two records, why they may be one person, and the two ways to decide."""
    left, right = pair.left, pair.right
    with st.container(border=True):
        grade = chip(words(f"twins_grade.{pair.grade}"), _COLOURS[pair.grade])
        st.markdown(f"{grade}  \n{_called(left, words)}  \n{_called(right, words)}")
        reasons = reasons_in_words(pair, words.language)
        st.markdown("\n".join(f"- {'+' if bits > 0 else '−'} {plain(said)}" for bits, said in reasons))
        with st.container(horizontal=True):
            if st.button(words("twins.merge"), icon=":material/merge:", key=f"merge-{left.id}-{right.id}"):
                st.dialog(words("twins.merge"))(_merge)(office, pair, words)
            if st.button(words("twins.keep_both"), icon=":material/call_split:", key=f"both-{left.id}-{right.id}"):
                office.keep_both(left.id, right.id)
                st.rerun()


def _merge(office: PersonOffice, pair: DuplicatePair, words: Words) -> None:
    """Ask which record to keep and which facts to take from the other, then unite them."""
    sides = {pair.left.id: pair.left, pair.right.id: pair.right}
    kept = st.radio(
        words("twins.keep"), list(sides), format_func=lambda one: _named(sides[one], words), key="kept-record"
    )
    other = next(one for one in sides if one != kept)
    conflicts = office.conflicts(kept, other)
    taken: list[str] = []
    if conflicts:
        columns = (words("twins.field"), words("twins.kept"), words("twins.other"))
        rows = [
            dict(zip(columns, (name, str(mine or ""), str(theirs or "")), strict=True))
            for name, mine, theirs in conflicts
        ]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, alt=words("twins.conflicts_alt"))
        taken = st.multiselect(words("twins.take"), [name for name, _, _ in conflicts], key="taken-fields")
    st.markdown(quiet(words("twins.merge_hint")))
    if st.button(words("twins.merge_now"), type=emphasis(), key="merge-now"):
        office.merge(kept, other, taken)
        st.rerun()


def show_decisions(office: PersonOffice, words: Words) -> None:
    """List what was decided, with a way back."""
    decisions = office.decisions()
    if not decisions:
        return
    with st.expander(words("twins.decisions", number=len(decisions))):
        page = choose_page("decisions", len(decisions), _PAIRS, words)
        for made in decisions[page * _PAIRS : (page + 1) * _PAIRS]:
            what = words(
                f"twins_made.{made.decision}", left=plain(blind_name(made.left)), right=plain(blind_name(made.right))
            )
            when = words.day(made.made_at.date()) if made.made_at else ""
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"{what} {quiet(f'{when} · {plain(made.made_by)}')}", width="stretch")
                if st.button(words("twins.undo"), icon=":material/undo:", key=f"undo-{made.id}"):
                    office.undo(made.id)
                    st.rerun()


def _called(identity: Identity, words: Words) -> str:
    born = words.day(identity.birth_date) if identity.birth_date else words("twins.no_birth")
    known = f"{blind_name(identity.id)} · {identity.scheme.upper()} · {born}"
    return f"**{plain(identity.name or words('people.no_name'))}** {quiet(plain(known))}"


def _named(identity: Identity, words: Words) -> str:
    return f"{identity.name or words('people.no_name')} · {identity.scheme.upper()} · {blind_name(identity.id)}"
