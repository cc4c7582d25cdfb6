"""The legal truth table: every case worked by hand, with its source in the row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.eligibility import CandidateColumns, Law, verdict_table
from matcher.reasons import LANGUAGES, in_words
from taxonomies.belgium.tables import built_in_tables
from tests.eligibility.told import candidate_told, vacancy_told

TABLE = Path(__file__).parent / "truth_table.tsv"
CASES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_law_answers_as_worked_by_hand(case):
    _, day, person, job, rule, answer, code, source = case
    law = Law(built_in_tables(), date.fromisoformat(day))
    verdicts = {verdict.rule: verdict for verdict in law.verdicts(candidate_told(person), vacancy_told(job))}
    assert source
    if answer == "-":
        assert rule not in verdicts
        return
    assert verdicts[rule].answer == answer, verdicts[rule]
    assert code in {finding.reason.code for finding in verdicts[rule].findings}
    assert verdicts[rule].source


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_table_of_all_pairs_answers_the_same(case):
    _, day, person, job, rule, answer, _, _ = case
    law = Law(built_in_tables(), date.fromisoformat(day))
    table = verdict_table(CandidateColumns(law, [candidate_told(person)]), [vacancy_told(job)])
    assert table.answer(rule, 0, 0) == (None if answer == "-" else answer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_remedy_of_the_table_has_words(language):
    for _, day, person, job, *_ in CASES:
        law = Law(built_in_tables(), date.fromisoformat(day))
        for verdict in law.verdicts(candidate_told(person), vacancy_told(job)):
            texts = [in_words(verdict.reason, language)]
            for finding in verdict.findings:
                texts += [in_words(part, language) for part in (finding.reason, finding.remedy) if part]
            assert all(text and "{" not in text for text in texts)


def test_whatever_is_not_open_says_what_would_open_it_or_why_nothing_does():
    for _, day, person, job, *_ in CASES:
        law = Law(built_in_tables(), date.fromisoformat(day))
        for verdict in law.verdicts(candidate_told(person), vacancy_told(job)):
            assert verdict.findings
            if verdict.answer == "unknown":
                assert any(finding.remedy for finding in verdict.findings), verdict


@pytest.mark.parametrize(
    ("rule", "day", "note", "stands"),
    [
        ("fl.highly_skilled", "2025-04-30", "fl_fast_lane", False),
        ("fl.highly_skilled", "2025-05-01", "fl_fast_lane", True),
        ("fl.blue_card", "2026-08-31", "fl_employer_fee", False),
        ("fl.blue_card", "2026-09-01", "fl_employer_fee", True),
        ("fl.blue_card", "2026-09-01", "language_nl", True),
        ("fl.blue_card", "2026-09-01", "language_fr", False),
        ("residence.asylum", "2026-05-31", "safe_origin", False),
        ("residence.asylum", "2026-06-01", "safe_origin", True),
    ],
)
def test_a_note_stands_beside_its_rules_in_its_time(rule, day, note, stands):
    law = Law(built_in_tables(), date.fromisoformat(day))
    person = candidate_told("SY status=asielzoeker application=2026-01-10" if rule.startswith("res") else "MA eqf=6")
    notes = {verdict.rule: verdict.notes for verdict in law.verdicts(person, vacancy_told("9000 code=2512"))}
    assert (f"note.{note}" in {reason.code for reason in notes[rule]}) is stands
