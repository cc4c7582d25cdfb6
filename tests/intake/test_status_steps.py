from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.candidates import CandidateFields
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.sheets import Cell
from matcher.intake.status_steps import is_unlimited, read_decision, read_events
from matcher.records import Source, StatusStep

C = CandidateColumn
TODAY = date(2026, 11, 28)
DAY = date(2026, 3, 12)


def told(**cells: Cell | tuple[str, Cell]) -> tuple[list[tuple[str, date]], CandidateFields]:
    """Read the steps of a record: cells by column name, each alone or with its heading."""
    pairs = {name: cell if isinstance(cell, tuple) else (name.upper(), cell) for name, cell in cells.items()}
    fields: CandidateFields = Fields(Source("f.csv", None, 7), {C(n): [NamedCell(*pair)] for n, pair in pairs.items()})
    return [(event.kind, event.on) for event in read_events(fields, TODAY)], fields


DECISIONS = [
    ("protection", "reconnu réfugié le 12/03/2026|réfugiée reconnue|statut de réfugié|protection subsidiaire accordée"),
    ("protection", "erkend als vluchteling|erkend|subsidiaire bescherming|positief|toegekend"),
    ("protection", "refugee status granted|recognised as a refugee|subsidiary protection|positive"),
    ("protection", "anerkannt als Flüchtling|subsidiärer Schutz gewährt|bewilligt|لاجئ"),
    ("protection", "demande de protection internationale accordée"),
    (
        "refusal",
        "refus|Refusée|rejet de la demande|débouté|négatif|statut de réfugié refusé|refus du statut de réfugié",
    ),
    ("refusal", "non reconnu|pas reconnu réfugié|refus, recours en cours"),
    ("refusal", "geweigerd|weigering|negatief|afgewezen|niet erkend|verzoek om internationale bescherming geweigerd"),
    ("refusal", "rejected|refused|negative decision|not granted|abgelehnt|nicht anerkannt|رفض"),
    ("no_decision", "pas encore de décision|aucune décision|en cours|en attente de décision CGRA|pas encore reconnu"),
    ("no_decision", "nog geen beslissing|nog niet beslist|lopend|in behandeling|geen beslissing"),
    (
        "no_decision",
        "no decision yet|pending|awaiting decision|noch keine Entscheidung|noch nicht entschieden|لم يصدر قرار",
    ),
    (None, "oui|?|A|demande introduite|refus du statut, protection subsidiaire accordée|irrecevable|décision annulée"),
    (None, "demande de protection internationale|verzoeker int. bescherming|demandeur d'asile|kandidaat-vluchteling"),
]


@pytest.mark.parametrize(("step", "text"), [(step, text) for step, texts in DECISIONS for text in texts.split("|")])
def test_what_was_decided(step, text):
    assert read_decision(text) == step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, True)
            for text in ("illimité", "Marché du travail : illimité", "onbeperkt", "unlimited", "sans limite")
        ),
        *(
            (text, False)
            for text in ("limité", "beperkt", "niet onbeperkt", "pas illimité", "beschränkt", "geen toegang")
        ),
        *((text, None) for text in ("", "Arbeidsmarkt", "oui", "12/03/2026")),
    ],
)
def test_access_to_the_labour_market_is_unlimited_only_in_so_many_words(text, expected):
    assert is_unlimited(text) is expected


STEPS = [
    ("nothing told", {}, [], None),
    ("application", {"application_date": "12/03/2026"}, [("application", DAY)], None),
    ("a real date", {"appeal_date": DAY}, [("appeal", DAY)], None),
    ("refused on the day in the cell", {"decision": "refus 12/03/2026"}, [("refusal", DAY)], None),
    ("refused on a day of its own", {"decision": "geweigerd", "decision_date": "12/03/2026"}, [("refusal", DAY)], None),
    ("protected", {"decision": "reconnu réfugié", "decision_date": "12/03/2026"}, [("protection", DAY)], None),
    ("protected, no day", {"decision": "reconnu réfugié"}, [], "the day of the decision is not given"),
    ("protected, no such day", {"decision": "refus 31/02/2026"}, [], "not one full date"),
    ("protected in the future", {"decision": "refus", "decision_date": "12/03/2027"}, [], "lies in the future"),
    ("a day, no decision", {"decision_date": "12/03/2026"}, [], "does not say what was decided"),
    ("undecided on a day", {"decision": "en cours", "situation_on": "12/03/2026"}, [("no_decision", DAY)], None),
    ("undecided, day in the cell", {"decision": "nog geen beslissing op 12/03/2026"}, [("no_decision", DAY)], None),
    ("undecided, no day", {"decision": "pending"}, [("no_decision", TODAY)], "taken for 2026-11-28"),
    ("undecided, no such day", {"decision": "pending", "situation_on": "maart"}, [], "not one full date"),
    ("unclear", {"decision": "oui 12/03/2026"}, [], "not clear what was decided"),
    ("no appeal", {"appeal_date": "non"}, [], None),
    ("an appeal without a day", {"appeal_date": "oui"}, [], "not one full date"),
    ("an appeal and its loss", {"appeal_date": "12/03/2026", "appeal_lost_date": "13/03/2026"},
     [("appeal", DAY), ("appeal_lost", date(2026, 3, 13))], None),
    ("another application", {"subsequent_application_date": "12/03/2026", "admissible_date": "12/03/2026"},
     [("subsequent_application", DAY), ("admissible", DAY)], None),
    ("search year", {"search_year_start": "12 mars 2026"}, [("search_year", DAY)], None),
    ("card, words and day", {"labour_card": "onbeperkt (gezien 12/03/2026)"}, [("labour_card", DAY)], None),
    ("card, day apart", {"labour_card": "illimité", "labour_card_date": "12/03/2026"}, [("labour_card", DAY)], None),
    ("card, day of the file", {"labour_card": "illimité", "situation_on": "12/03/2026"}, [("labour_card", DAY)], None),
    ("card, no day", {"labour_card": "illimité"}, [], "the day on which the papers said so"),
    ("card, by heading", {"labour_card": ("Arbeidsmarkt: onbeperkt", "12/03/2026")}, [("labour_card", DAY)], None),
    ("card, ticked", {"labour_card": ("Marché du travail : illimité", "oui"), "situation_on": "12/03/2026"},
     [("labour_card", DAY)], None),
    ("card, only a day", {"labour_card": ("Arbeidsmarkt", "12/03/2026")}, [], "not clear whether access"),
    ("card, only its day", {"labour_card_date": ("Arbeidsmarkt onbeperkt sinds", "12/03/2026")},
     [("labour_card", DAY)], None),
    ("limited", {"labour_card": "limité 12/03/2026"}, [], None),
    ("no card", {"labour_card": ("Arbeidsmarkt: onbeperkt", "neen"), "labour_card_date": ""}, [], None),
    ("undecided, mistyped day", {"decision": "en cours au 31/02/2026"}, [], "not one full date"),
    ("decided before the application", {"application_date": "01/04/2026", "decision": "refus 12/03/2026"},
     [("application", date(2026, 4, 1))], "lies before the application"),
    ("a search year before it", {"application_date": "01/04/2026", "search_year_start": "12/03/2026"},
     [("search_year", DAY), ("application", date(2026, 4, 1))], None),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "events", "problem"), [case[1:] for case in STEPS], ids=[case[0] for case in STEPS])
def test_steps(cells, events, problem):
    found, fields = told(**cells)
    assert found == events
    assert not fields.faults
    if problem is None:
        assert fields.warnings == []
    else:
        (warning,) = fields.warnings
        assert problem in warning.problem
        assert warning.remedy
        assert fields.extra  # the words are kept


def test_what_is_understood_to_be_no_step_is_kept_in_its_words():
    _, fields = told(labour_card="beperkt")
    assert fields.extra == (("LABOUR_CARD", "beperkt"),)
    _, fields = told(decision="en cours", situation_on="12/03/2026", decision_date="01/03/2026")
    assert fields.extra == (("DECISION_DATE", "01/03/2026"),)


HEADINGS = [
    (C.DECISION, "Décision CGRA|Beslissing CGVS|Asylum decision|Bescheid|القرار"),
    (C.DECISION_DATE, "Date de la décision|Datum beslissing|Decision date|Entscheidungsdatum"),
    (C.SITUATION_ON, "Situation au|Toestand op|Status as of|Stand am"),
    (C.APPEAL_DATE, "Date du recours|Beroep ingediend op|Appeal date|Beschwerde eingelegt am"),
    (C.SUBSEQUENT_DATE, "Demande ultérieure|Volgend verzoek|Subsequent application|Folgeantrag"),
    (C.ADMISSIBLE_DATE, "Recevable le|Ontvankelijk verklaard op|Declared admissible on|Zulässig erklärt am"),
    (C.LABOUR_CARD, "Marché du travail : illimité|Arbeidsmarkt: onbeperkt|Labour market|Arbeitsmarkt"),
    (C.SEARCH_YEAR, "Année de recherche|Zoekjaar|Search year start|Suchjahr"),
    (C.RECOGNITION, "Équivalence du diplôme|Erkenning NARIC|Equivalence decided|Gleichwertigkeit|معادلة الشهادة"),
    (C.RECOGNITION_LEVEL, "Niveau reconnu|Erkend niveau|Recognised level|Anerkanntes Niveau"),
    (C.APPROVAL, "Agrément professionnel|Beroepserkenning|Professional approval|Berufszulassung"),
    (C.NATIONAL_LEVEL, "Niveau national|Nationaal niveau|National level|Nationales Niveau"),
    (C.OCCUPATION, "Beroep|Beruf"),
    (C.APPLICATION_DATE, "Date de la demande|Datum aanvraag"),
]


@pytest.mark.parametrize(
    ("column", "text"), [(column, text) for column, texts in HEADINGS for text in texts.split("|")]
)
def test_headings(column, text):
    assert CANDIDATE_LEXICON.exact(text) is column


@given(
    cells=st.dictionaries(
        st.sampled_from([c.value for c in C if c.value.endswith("date") or c in (C.DECISION, C.LABOUR_CARD)]),
        st.text(max_size=60),
    )
)
def test_no_step_is_dated_in_the_future_and_nothing_is_lost(cells):
    found, fields = told(**cells)
    kept = {heading for heading, _ in fields.extra}
    for kind, day in found:
        assert StatusStep(kind)
        assert day <= TODAY
    for warning in fields.warnings:
        assert warning.column in kept or not warning.value


def test_a_megabyte_of_words_is_read_at_once():
    text = "en cours refus " * 70_000
    assert read_decision(text) is StatusStep.REFUSAL
    assert is_unlimited("pas " * 250_000) is None
