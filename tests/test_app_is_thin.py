"""The app shows what the engine says: its source imports nothing deeper, does no sums on scores and speaks no SQL."""

from __future__ import annotations

import ast
import re
import sys

import pytest

from tests.screen.source import TREES, called

ALLOWED = {"streamlit", "altair", "pandas", "matcher", "screen"}
SCORES = {"score", "contribution", "weight", "prior", "completeness", "confidence"}
SUMS = {"sum", "min", "max", "round", "abs", "pow"}
SQL = re.compile(r"\b(?:select\b.+\bfrom|insert\s+into|delete\s+from|update\b.+\bset|create\s+table)\b", re.I | re.S)


def imported(tree: ast.AST) -> set[str]:
    """Return the packages that a source imports, wherever in it."""
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


def touches_a_score(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr in SCORES for part in ast.walk(node))


def sums_on_scores(tree: ast.AST) -> list[int]:
    """Return the lines that calculate with a score."""
    operations = (ast.BinOp, ast.AugAssign, ast.UnaryOp)
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, operations) or (isinstance(node, ast.Call) and called(node) in SUMS))
        and touches_a_score(node)
    ]


def unsafe_html(tree: ast.AST) -> list[int]:
    """Return the lines that show text as HTML."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        node.lineno
        for node in calls
        if called(node) in ("html", "iframe") or any(keyword.arg == "unsafe_allow_html" for keyword in node.keywords)
    ]


@pytest.mark.parametrize("path", TREES)
def test_only_the_engine_and_the_screen_are_imported(path):
    served = {"starlette"} if path == "app.py" or path.startswith("screen/server/") else set()
    assert imported(TREES[path]) - ALLOWED - served - set(sys.stdlib_module_names) - {"__future__"} == set()


@pytest.mark.parametrize("path", TREES)
def test_no_sums_are_done_on_scores(path):
    assert sums_on_scores(TREES[path]) == []


@pytest.mark.parametrize("path", TREES)
def test_no_source_speaks_sql(path):
    texts = [node.value for node in ast.walk(TREES[path]) if isinstance(node, ast.Constant)]
    assert [text for text in texts if isinstance(text, str) and SQL.search(text)] == []
    assert "sqlite3" not in imported(TREES[path])


@pytest.mark.parametrize("path", TREES)
def test_nothing_is_shown_as_html(path):
    assert unsafe_html(TREES[path]) == []


@pytest.mark.parametrize(
    ("source", "finds"),
    [
        ("import sqlalchemy", imported),
        ("total = 2 * match.score", sums_on_scores),
        ("total = sum(part.contribution for part in match.evidence)", sums_on_scores),
        ("st.markdown(text, unsafe_allow_html=True)", unsafe_html),
        ("st.html(text)", unsafe_html),
    ],
)
def test_the_checks_find_what_they_look_for(source, finds):
    assert finds(ast.parse(source))


def test_no_pages_folder_stands_beside_the_app():
    """From there Streamlit would serve each file by its own address, without the frame around it."""
    assert not any(path.startswith("pages/") for path in TREES)
    assert "screen/pages/find_candidates.py" in TREES
