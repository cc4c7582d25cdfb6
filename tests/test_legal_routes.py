"""The law beside the score, over a real store: the day moves verdicts and no score; roles see what they may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.eligibility import route
from matcher.engine import Matcher
from matcher.records import Answer, VerdictKind
from matcher.settings import Settings

HEAD = "reference,title,employer,contract,wage,place,postcode,VKS,opens,closes\n"
VACANCIES = HEAD + (
    "V1,Software developer,A,onbepaalde duur,60000 EUR bruto/jaar,Gent,9000,6,,\n"
    "V2,Lasser,B,onbepaalde duur,,Namur,5000,,,\n"
)
ASYLUM = (
    "Dossiernr;Naam;Geboortedatum;Nationaliteit;Statuut;Datum aanvraag;Beroep;Opleiding\n"
    "A1;Ali Testpersoon;01/02/1990;Syrië;asielzoeker;10/01/2026;software developer;bachelor informatica\n"
    "A2;Sara Testpersoon;01/02/1990;Syrië;erkend vluchteling;10/01/2024;software developer;bachelor informatica\n"
)
PALIM = (
    "N° dossier;Nom;Date de naissance;Nationalité;Métier visé;Diplôme\n"
    "P1;Salma Exemple;01/02/1990;Marocaine;développeuse logiciel;Master informatique\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("law")
    files = {"vacancies.csv": VACANCIES, "asylum.csv": ASYLUM, "palim.csv": PALIM}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    engine = Matcher(Settings(home=folder / "home"))
    assert engine.load_vacancies(folder / "vacancies.csv").accepted == 2
    assert engine.load_cohort(folder / "asylum.csv", "asylum").accepted == 2
    assert engine.load_cohort(folder / "palim.csv", "palim").accepted == 1
    return folder / "home"


def judged(home, day, role="staff", key="V1"):
    engine = Matcher(Settings(home=home, role=role))
    vacancy = engine.store.vacancy(key)
    vacancy = replace(vacancy, vks=6) if key == "V1" else vacancy
    matches = Matcher(Settings(home=home, role="staff")).match_vacancy(vacancy, 10)
    judged = engine.with_verdicts(matches, [vacancy], date.fromisoformat(day))
    held = {candidate.id: candidate.key for candidate in Matcher(Settings(home=home)).store.candidates()}
    return {held[match.candidate_id]: match for match in judged}


def test_the_day_moves_the_verdicts_and_never_the_score(home):
    before, after = judged(home, "2026-02-25"), judged(home, "2026-02-26")
    assert route(before["P1"].verdicts) is Answer.YES
    assert route(after["P1"].verdicts) is Answer.UNKNOWN
    assert {key: match.score for key, match in before.items()} == {key: match.score for key, match in after.items()}
    assert [match.evidence for match in before.values()] == [match.evidence for match in after.values()]


def test_an_applicants_months_count_up_to_the_day(home):
    assert route(judged(home, "2026-05-09")["A1"].verdicts) is not Answer.YES
    first = judged(home, "2026-05-09")["A1"].verdicts[0]
    assert (first.rule, first.answer) == ("residence.asylum", Answer.NO)
    assert judged(home, "2026-05-11")["A1"].verdicts[0].answer is Answer.UNKNOWN  # nobody said that nothing was decided


def test_a_refugee_needs_no_permit(home):
    verdicts = judged(home, "2026-06-01")["A2"].verdicts
    assert route(verdicts) is Answer.YES
    assert VerdictKind.PERMIT not in {verdict.kind for verdict in verdicts}


def test_a_region_applies_its_own_rules(home):
    rules = {verdict.rule for verdict in judged(home, "2026-06-01", key="V2")["P1"].verdicts}
    assert {rule.split(".")[0] for rule in rules} & {"fl", "bxl", "dg"} == set()
    assert any(rule.startswith("wa.") for rule in rules)


@pytest.mark.parametrize("role", ["recruiter", "researcher", "auditor"])
def test_a_role_without_the_right_reads_answers_and_no_papers(home, role):
    shown, known = judged(home, "2026-06-01", role)["A2"], judged(home, "2026-06-01")["A2"]
    assert shown.verdicts[0].rule == "legal_way"
    assert shown.verdicts[0].answer is route(known.verdicts)
    text = repr(shown.verdicts)
    for word in ("refugee", "asylum", "vluchteling", "Syri", "1990", "SY"):
        assert word not in text, word


def test_without_the_key_to_identities_the_law_says_so(home, tmp_path):
    key = home / "identity.keys"
    kept = key.read_bytes()
    key.unlink()
    try:
        match = next(iter(judged_blind(home).values()))
        assert [finding.reason.code for finding in match.verdicts[0].findings] == ["law.facts_sealed"]
    finally:
        key.write_bytes(kept)
        key.chmod(0o600)


def judged_blind(home):
    engine = Matcher(Settings(home=home, role="staff"))
    return {match.candidate_id: match for match in engine.match_vacancy(engine.store.vacancy("V1"), 10)}
