import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.jobs_told import LONGEST_JOB, MOST_JOBS, jobs_told


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("I worked as a welder in Casablanca for six years.", ("welder",)),
        ("As a Senior Protection Officer, I led a team.", ("Senior Protection Officer",)),
        (
            "I was an accountant and later served as the finance manager of a bank.",
            ("accountant", "finance manager"),
        ),
        ("J'ai travaillé comme soudeur TIG chez un sous-traitant.", ("soudeur TIG",)),
        ("Je suis infirmière, en tant que cheffe d'équipe depuis 2019", ("infirmière", "cheffe d'équipe")),
        ("Ik heb gewerkt als dakdekker bij mijn oom", ("dakdekker",)),
        ("Ik ben een elektricien met 5 jaar ervaring", ("elektricien",)),
        ("Ich habe als Schweißer gearbeitet", ("Schweißer",)),
        ("Ich bin Krankenpflegerin in Tunis", ("Krankenpflegerin",)),
        ("As a team we built houses. As a result I know bricks.", ()),
        ("Je suis motivé et ponctuel", ()),
        ("I am looking for work", ()),
        ("TIG welding, reading plans", ()),
        ("", ()),
    ],
)
def test_jobs_are_read_from_what_people_say(text, jobs):
    assert jobs_told(text) == jobs


@given(st.text())
def test_any_text_gives_words_of_itself(text):
    for job in jobs_told(text):
        assert job in text
        assert len(job.split()) <= LONGEST_JOB
    assert len(jobs_told(text)) <= MOST_JOBS


@pytest.mark.parametrize("piece", ["as a ", "comme ", "als een x ", "I was a welder. ", "(" * 50, "a" * 5000])
def test_long_texts_are_read_in_a_moment(piece):
    start = time.perf_counter()
    jobs_told(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - start < 60  # quadratic reading would take hours
