from __future__ import annotations

import ast
import re
from datetime import date
from string import Formatter

import pytest

from matcher.cohorts import BANDS, NO_STAGE, Dimension, Fact
from matcher.duplicates import Grade
from matcher.eligibility.facts import ABROAD, NOT_KNOWN
from matcher.filters import WITHIN
from matcher.hiring import Stage
from matcher.intake.formats import CandidateFormat
from matcher.intake.mappings import field_names
from matcher.intake.pasting import PasteFault
from matcher.lawful import Basis, Exclusion, Purpose
from matcher.notices import LANGUAGES as PAPER_LANGUAGES
from matcher.offices import AccountState, RevealReason
from matcher.offices.cohort_office import Order as CohortOrder
from matcher.offices.vacancy_office import Openness
from matcher.orders import Order
from matcher.reasons import LANGUAGES
from matcher.records import Answer, ColumnMatch, Fate, LinkMethod, RecognitionKind, WagePeriod
from matcher.report import COLOURS
from matcher.statistics import DIMENSIONS
from matcher.statistics.groups import dimensions
from matcher.store.held_shortlists import FeedbackReason
from matcher.store.links import LINKABLE
from matcher.trail import Action, Role
from screen.account_password import PasswordWay
from screen.asked_skills import ESSENTIAL, OPTIONAL
from screen.cohort_views import VIEWS
from screen.language_names import language_name
from screen.person_form import FIELDS, GENDERS
from screen.shortlist_view import Order as ListOrder
from screen.shortlist_view import Part
from screen.vacancy_care import ASKED
from screen.wording import Words, catalogue
from tests.screen.source import TREES, called

# Schemes, languages and levels are called by their own names.
NAMED_ELSEWHERE = {"scheme", "language", "level"}
# Words whose code ends in a value: every value that there can be.
FAMILIES = {
    "part": list(COLOURS),
    "skill": [*ESSENTIAL, *OPTIONAL],
    "link": [method.value for method in LinkMethod],
    "wage": [period.value for period in WagePeriod],
    "fairness": ["no", "unknown"],
    "region": ["flanders", "wallonia", "brussels"],
    "recognition": [kind.value for kind in RecognitionKind],
    "stage": [stage.value for stage in Stage],
    "suits_why": [reason.value for reason in FeedbackReason],
    "reveal": [reason.value for reason in RevealReason],
    "list_order": [order.value for order in ListOrder],
    "list_part": [part.value for part in Part],
    "law": [answer.value for answer in Answer],
    "openness": [state.value for state in Openness],
    "authority": ["flanders", "wallonia", "brussels", "german_speaking", NOT_KNOWN, ABROAD],
    "asked": list(ASKED),
    "held_basis": [basis.value for basis in Basis],
    "held_purpose": [purpose.value for purpose in Purpose],
    "held_exclusion": [reason.value for reason in Exclusion],
    "paper_language": list(PAPER_LANGUAGES),
    "person_field": [column.value for column in FIELDS],
    "person_fate": [fate.value for fate in Fate],
    "gender_named": list(GENDERS),
    "twins_grade": [grade.value for grade in Grade],
    "twins_made": ["merge", "keep_both"],
    "cohort_view": list(VIEWS),
    "cohort_by": [dimension.value for dimension in Dimension],
    "cohort_fact": [fact.value for fact in Fact],
    "cohort_order": [order.value for order in CohortOrder],
    "cohort_stage": [NO_STAGE, *(stage.value for stage in Stage)],
    "cohort_gender": list(GENDERS),
    "cohort_value": ["unknown", "other"],
    "cohort_met": [answer.value for answer in Answer],
    "isco": [*"0123456789", "unknown"],
    "years_band": list(BANDS),
    "account_state": [state.value for state in AccountState],
    "password_way": [way.value for way in PasswordWay],
    "role": [role.value for role in Role],
    "role_sees": [role.value for role in Role],
    "sign_in": ["login", "password", "button", "help"],
    "counted": sorted(
        {group for dimension in dimensions() for group in dimension.groups if dimension.name not in NAMED_ELSEWHERE}
        | {"none"}
    ),
    "counted_by": list(DIMENSIONS),
    "quality_view": ["figures", "fairness", "compare", "conditions"],
    "fairness_pool": ["comparable", "everybody"],
    "four_fifths": ["even", "below", "clearly_below"],
    "run_figures": [
        *("benchmark", "system", "part", "metric", "value", "interval", "queries"),
        *("engine", "best", "published", "ahead", "p"),
    ],
    "fairness_run": ["dimension", "group", "people", "ratio", "chance", "sign"],
    "moved": ["before", "after", "change", "verdict"],
    "run_condition": ["made", "seconds", "seed", "taxonomy", "encoder", "machine", "versions", "data"],
    "audit": ["number", "at", "actor", "role", "action", "about_whom", "purpose", "detail"],
    "audit_act": [action.value for action in Action],
    "audit_role": [role.value for role in Role],
    "way": ["choose", "paste", "saved"],
    "paste": [fault.value for fault in PasteFault],
    "order": [order.value for order in Order],
    "filter": ["occupations", "skills"],
    "filter_more": ["occupations", "skills"],
    "filter_within": list(map(str, WITHIN)),
    "load_basis": [basis.value for basis in Basis],
    "load_format": [kind.value for kind in CandidateFormat],
    "load_match": [how.value for how in ColumnMatch],
    "load_field": field_names(),
    "load": [fate.value for fate in Fate] + ["rejected"],
    "told": [code.removeprefix("told.") for code in catalogue() if code.startswith("told.")],
    "review_kind": ["all", *LINKABLE],
    "review_one": LINKABLE,
}
# Calls whose first text a person reads.
SHOWING = {
    *("title", "header", "subheader", "markdown", "caption", "text", "write", "info", "warning", "error", "success"),
    *("button", "selectbox", "pills", "segmented_control", "toggle", "popover", "expander", "spinner", "dialog"),
}
CATALOGUE = catalogue()
NOT_WORDS = re.compile(r":[a-z]+(?:/[a-z_]+)?:|:\w+\[|Mobility Matcher")


def literals(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_words_in_every_language(code):
    words = CATALOGUE[code]
    assert tuple(words) == LANGUAGES
    assert all(text.strip() == text and text for text in words.values())


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_language_has_the_same_values(code):
    assert len({frozenset(placeholders(text)) for text in CATALOGUE[code].values()}) == 1


@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_of_a_family_has_words(family):
    assert {f"{family}.{value}" for value in FAMILIES[family]} <= set(CATALOGUE)


def test_every_code_asked_has_words_and_every_code_is_asked():
    looks_like_a_code = re.compile(rf"(?:{'|'.join({code.split('.')[0] for code in CATALOGUE})})\.[a-z_]+")
    sources = {path: tree for path, tree in TREES.items() if path != "screen/wording.py"}
    asked = {text for tree in sources.values() for text in literals(tree) if looks_like_a_code.fullmatch(text)}
    assert asked - set(CATALOGUE) == set(), "asked for, but without words"
    of_families = {f"{family}.{value}" for family, values in FAMILIES.items() for value in values}
    assert set(CATALOGUE) - asked - of_families == set(), "in the catalogue, but never asked for"


@pytest.mark.parametrize("path", TREES)
def test_no_screen_shows_words_from_outside_the_catalogue(path):
    calls = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.Call) and called(node) in SHOWING]
    for call in calls:
        first = call.args[0] if call.args else None
        # In an f-string only the fixed parts are words; what is called inside asks the catalogue.
        fixed = first.values if isinstance(first, ast.JoinedStr) else [first]
        texts = [part.value for part in fixed if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        assert not re.search(r"[a-zA-Z]{2}", NOT_WORDS.sub("", " ".join(texts))), f"{path}:{call.lineno}"


@pytest.mark.parametrize(
    ("language", "share", "sign", "written"),
    [("en", 0.724, False, "72%"), ("nl", 0.0, True, "+0%"), ("fr", 0.5, False, "50 %"), ("de", 0.256, True, "+26 %")],
)
def test_shares_are_written_as_percentages(language, share, sign, written):
    assert Words(language).percent(share, sign=sign) == written


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("en", 2680.0, "2,680"),
        ("nl", 2680.0, "2.680"),
        ("fr", 18.05, "18,05"),
        ("fr", 53220.0, "53 220"),
        ("de", 1234.5, "1.234,50"),
    ],
)
def test_amounts_are_grouped_as_the_language_does(language, amount, written):
    assert Words(language).number(amount) == written


def test_a_language_without_words_is_answered_in_english():
    assert Words("ar")("find.title") == "Find candidates"


def test_an_unknown_code_is_loud():
    with pytest.raises(KeyError):
        Words("en")("no.such_code")


def test_days_are_written_as_in_belgium():
    assert Words("en").day(date(2027, 3, 31)) == "31/03/2027"


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("nl", "en", "Dutch"), ("nl", "fr", "néerlandais"), ("nl", "ar", "Dutch"), ("tiv", "nl", "TIV")],
)
def test_languages_are_called_by_name_or_code(code, language, name):
    assert language_name(code, language) == name
