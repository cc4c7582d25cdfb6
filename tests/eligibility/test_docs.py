"""The examples of docs/law.md are tables that can be read."""

import re
from datetime import date
from pathlib import Path

import pytest

from matcher.eligibility.checking import require_sound
from taxonomies.belgium.tables import legal_tables

LAW = (Path(__file__).parent.parent.parent / "docs" / "law.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", LAW, flags=re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_is_a_table(block, tmp_path):
    (tmp_path / "example.toml").write_text(block, encoding="utf-8")
    tables = require_sound(legal_tables(tmp_path), date(2026, 11, 28))
    assert [row for row in [*tables.amounts, *tables.lists, *tables.rules] if not row.origin.built_in]
