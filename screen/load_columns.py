"""The columns of a cohort's tables: what each was read as, and what a person says it means."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from matcher.errors import MatcherError
from matcher.intake.mappings import KEPT, ColumnMapping
from matcher.offices.cohort_loading import CohortLoading
from matcher.offices.load_orders import LoadOrder
from matcher.records import ColumnMatch, ColumnReading
from screen.plain_text import plain, quiet
from screen.wording import Words


def map_columns(
    desk: CohortLoading, order: LoadOrder, columns: tuple[ColumnReading, ...], words: Words
) -> str | ColumnMapping:
    """Show the columns with what each means, to be changed; return the mapping to read the files with.

    ``columns`` are those of the order itself, so that what the user changes stands against the same table.
    """
    if not columns:
        return order.mapping
    readings = list(dict.fromkeys(columns))
    meant = [_meant(reading) for reading in readings]
    known = sum(field != KEPT for field in meant)
    with st.expander(words("load.columns", known=known, all=len(readings)), expanded=known < len(readings)):
        st.markdown(quiet(words("load.columns_hint")))
        edited = _edit(_table(readings, meant, words), desk.fields(), words)
        changed = {
            reading.heading: field
            for reading, field, before in zip(readings, edited, meant, strict=True)
            if field != before
        }
        if not changed:
            return order.mapping
        mapping = desk.mapping(order.scheme, str(order.mapping), changed)
        _offer_to_save(desk, mapping, words)
        return mapping


def _meant(reading: ColumnReading) -> str:
    return KEPT if reading.field is None or reading.how is ColumnMatch.PROPOSED else reading.field


def _table(readings: list[ColumnReading], meant: list[str], words: Words) -> pd.DataFrame:
    rows = {
        "sheet": [reading.sheet or "" for reading in readings],
        "heading": [reading.heading for reading in readings],
        "how": [_how(reading, words) for reading in readings],
        "field": meant,
    }
    return pd.DataFrame(rows)


def _how(reading: ColumnReading, words: Words) -> str:
    if reading.how is ColumnMatch.PROPOSED:
        return words("load_match.proposed", field=words(f"load_field.{reading.field}"))
    return words(f"load_match.{reading.how.value}")


def _edit(table: pd.DataFrame, fields: tuple[str, ...], words: Words) -> list[str]:
    edited = st.data_editor(
        table,
        column_config={
            "sheet": st.column_config.TextColumn(words("load.sheet")) if table["sheet"].any() else None,
            "heading": st.column_config.TextColumn(words("load.heading")),
            "how": st.column_config.TextColumn(words("load.how")),
            "field": st.column_config.SelectboxColumn(
                words("load.field"),
                options=sorted(fields, key=lambda field: words(f"load_field.{field}")),
                format_func=lambda field: words(f"load_field.{field}"),
                required=True,
            ),
        },
        disabled=["sheet", "heading", "how"],
        hide_index=True,
        key="load-columns",
        alt=words("load.columns_hint"),
    )
    return list(edited["field"])


def _offer_to_save(desk: CohortLoading, mapping: ColumnMapping, words: Words) -> None:
    """Let the user keep the mapping under a name."""
    with st.form("load-mapping-form", border=False):
        name = st.text_input(words("load.mapping_name"), placeholder="forem-2026", key="load-mapping-name")
        if st.form_submit_button(words("load.mapping_save"), icon=":material/save:"):
            try:
                desk.save_mapping(mapping, name)
            except MatcherError as error:
                st.error(plain(str(error)), icon=":material/error:")
            else:
                st.success(words("load.mapping_saved", name=plain(name)), icon=":material/check:")
