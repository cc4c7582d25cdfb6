"""The tables looked over: the built-in ones are sound, and every mistake in a user's own is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.eligibility.checking import Gravity, check, require_sound
from matcher.eligibility.describing import lines
from matcher.errors import UsageError
from matcher.reasons import LANGUAGES
from taxonomies.belgium.dated import as_of
from taxonomies.belgium.tables import built_in_tables, legal_tables
from taxonomies.errors import TaxonomyError

DAY = date(2026, 11, 28)
AMOUNT = """
[[amount]]
authority = "flanders"
category = "highly_skilled"
amount = 50123.00
per = "year"
counts = "most"
valid_from = {start}
{end}
source = "Statbel (invented for this test)"
checked_on = 2026-03-01
"""


def tables_with(folder: Path, text: str):
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return legal_tables(folder)


def test_the_built_in_tables_are_sound():
    assert [remark for remark in check(built_in_tables(), DAY) if remark.gravity is Gravity.ERROR] == []


def test_what_has_run_out_by_a_day_is_listed():
    expired = {remark.row for remark in check(built_in_tables(), DAY) if remark.gravity is Gravity.EXPIRED}
    assert {"amount flanders highly_skilled", "list wa.permit", "list bxl.actiris"} <= expired
    assert "amount wallonia highly_skilled" not in expired
    earlier = {
        remark.row for remark in check(built_in_tables(), date(2026, 2, 25)) if remark.gravity is Gravity.EXPIRED
    }
    assert "amount flanders highly_skilled" not in earlier


def test_what_nobody_verified_is_listed():
    unverified = {remark.row for remark in check(built_in_tables(), DAY) if remark.gravity is Gravity.UNVERIFIED}
    assert {"rule belgium residence.student", "rule belgium residence.free_movement"} <= unverified


def test_every_row_has_a_source_and_a_day_it_was_checked():
    tables = built_in_tables()
    for row in [*tables.amounts, *tables.lists, *tables.services, *tables.rules, *tables.notes]:
        assert len(row.source) > 10, row
        assert row.checked_on >= date(2026, 1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lawyer_reads_every_row_in_words(language):
    tables = built_in_tables()
    found = list(lines(tables, language))
    rows = len(tables.amounts) + len(tables.lists) + len(tables.services) + len(tables.rules) + len(tables.notes)
    assert len(found) == rows
    assert all(line.asks and line.about and "{" not in line.asks for line in found)


def test_a_row_of_the_user_follows_the_built_in_ones(tmp_path):
    tables = tables_with(tmp_path, AMOUNT.format(start="2026-02-26", end="valid_to = 2026-12-31"))
    require_sound(tables, DAY)
    rows = [row for row in tables.amounts if (row.authority, row.category) == ("flanders", "highly_skilled")]
    assert as_of(rows, DAY).row.amount == 50123
    assert as_of(rows, date(2026, 2, 25)).row.amount == 48912


def test_a_row_of_the_user_counts_where_a_built_in_one_holds_too(tmp_path):
    tables = tables_with(tmp_path, AMOUNT.format(start="2026-02-01", end="valid_to = 2026-12-31"))
    rows = [row for row in tables.amounts if (row.authority, row.category) == ("flanders", "highly_skilled")]
    assert as_of(rows, date(2026, 2, 10)).row.amount == 50123
    assert Gravity.OVERRIDDEN in {remark.gravity for remark in check(tables, DAY)}


RULE = """
[[rule]]
id = "{id}"
kind = "permit"
authority = "flanders"
valid_from = 2027-01-01
source = "invented for this test"
checked_on = 2026-11-01
requires = [{requires}]
"""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (AMOUNT.format(start="2027-01-01", end="valid_to = 2026-12-31"), "ends on 2026-12-31, before it begins"),
        (AMOUNT.format(start="2027-01-01", end="") * 2, "both hold on 2027-01-01"),
        (RULE.format(id="fl.blue_card", requires='{ test = "wage_atleast" }'), "there is no test 'wage_atleast'"),
        (RULE.format(id="fl.blue_card", requires='{ test = "wage_at_least" }'), "lacks category"),
        (
            RULE.format(id="fl.blue_card", requires='{ test = "wage_at_least", category = "blue" }'),
            "no row gives the category 'blue'",
        ),
        (RULE.format(id="fl.blue_card", requires='{ test = "on_list", list = "x" }'), "no row gives the list 'x'"),
        (
            RULE.format(id="fl.blue_card", requires='{ test = "function_level", level = "five" }'),
            "level = 'five' is no number",
        ),
        (RULE.format(id="fl.blue_card", requires='{ test = "employed", day = 1 }'), "takes no day"),
        (AMOUNT.format(start="2027-01-01", end="").replace("highly_skilled", "high"), "no category is called 'high'"),
        (RULE.format(id="fl.blue_card", requires='{ test = "on_or_after", day = "soon" }'), "is no day"),
        (
            '[[list]]\nid = "wa.permit"\nauthority = "wallonia"\ncomplete = true\nmembers = ["developer"]\n'
            'valid_from = 2027-01-01\nsource = "invented"\nchecked_on = 2026-11-01\n',
            "'developer' is no ESCO occupation code",
        ),
        (
            RULE.format(id="residence.asylum", requires='{ test = "employed" }'),
            "of the kind residence, not permit",
        ),
        (RULE.format(id="fl.new", requires='{ test = "employed" }'), "no name in words"),
    ],
)
def test_a_mistake_in_the_users_tables_is_named_and_stops_their_use(tmp_path, text, what):
    tables = tables_with(tmp_path, text)
    errors = [remark for remark in check(tables, DAY) if remark.gravity is Gravity.ERROR]
    assert any(what in remark.what for remark in errors), errors
    assert all(str(tmp_path) in remark.file or remark.remedy for remark in errors)
    assert len(list(lines(tables))) > 90  # a lawyer reads the rest of the tables all the same
    with pytest.raises(UsageError, match="matcher rules check"):
        require_sound(tables, DAY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[amount]\n", "is not TOML"),
        (AMOUNT.format(start="soon", end=""), "is not TOML"),
        (AMOUNT.format(start="2027-01-01", end="valid_too = 2027-12-31"), "valid_too"),
        (AMOUNT.format(start="2027-01-01", end="").replace("50123.00", "-1"), "amount"),
        (AMOUNT.format(start="2027-01-01", end="").replace('"flanders"', '"france"'), "authority"),
        (
            AMOUNT.format(start="2027-01-01", end="").replace('source = "Statbel (invented for this test)"', ""),
            "source",
        ),
        (RULE.format(id="fl.blue_card", requires='{ maybe = "x" }'), "is no condition"),
        (RULE.format(id="fl.blue_card", requires="{ all = [] }"), "is no condition"),
        ("[[unheard]]\nof = 1\n", "unheard"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_file_place_and_remedy(tmp_path, text, says):
    with pytest.raises(TaxonomyError, match=r"own\.toml") as caught:
        tables_with(tmp_path, text)
    assert says in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(TaxonomyError, match="UTF-8"):
        legal_tables(tmp_path)
