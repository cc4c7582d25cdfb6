from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from matcher.intake import read_cohort
from matcher.intake.json_resume import is_resume

FILES = Path(__file__).parent.parent / "files"
TODAY = date(2026, 11, 25)


def test_a_resume_is_one_candidate() -> None:
    intake = read_cohort(FILES / "json-resume.json", "match", today=TODAY)
    (fatou,) = intake.records
    assert (fatou.person.name, fatou.person.email) == ("Fatou Ndiaye", "fatou.ndiaye@example.org")
    assert fatou.profile.occupations == ("Full-stack developer",)
    assert [(job.title, job.start, job.end, job.years) for job in fatou.profile.experience] == [
        ("Full-stack developer", date(2021, 4, 1), None, 5.0),
        ("Junior developer", date(2018, 10, 1), date(2021, 3, 31), 2.5),
        ("Intern", None, None, None),
    ]
    assert [(course.text.partition(",")[0], course.eqf) for course in fatou.profile.education] == [
        ("Licence informatique", 6),
        ("Master génie logiciel (in progress)", None),
    ]
    skills = ["Web development", "Django", "Vue.js", "PostgreSQL", "Agile teamwork", "Scrum Master I"]
    assert [skill.text for skill in fatou.profile.skills] == skills
    assert [(s.language, s.cefr) for s in fatou.profile.languages] == [("wo", "C2"), ("fr", "C1"), ("en", "B1")]
    assert ("skills Web development.level", "Advanced") in fatou.extra
    assert [(p.column, p.value) for p in intake.problems] == [("work", "2018-09 – 2018-02")]


def test_several_resumes_in_one_file(write_text: Callable[..., Path]) -> None:
    resume = json.loads((FILES / "json-resume.json").read_text("utf-8"))
    other = {"basics": {"name": "Ama Boateng", "email": "ama@example.org"}, "work": [{"position": "Baker"}]}
    for text in (json.dumps([resume, other]), f"{json.dumps(resume)}\n{json.dumps(other)}\n"):
        records = read_cohort(write_text(text, "both.json"), "match", today=TODAY).records
        assert [(c.person.name, c.source.row) for c in records] == [("Fatou Ndiaye", 1), ("Ama Boateng", 2)]


def test_a_record_with_basics_of_its_own_is_no_resume() -> None:
    assert not is_resume({"basics": "reading and writing", "work": []})
    assert not is_resume({"basics": {}, "name": "x"})
    assert not is_resume([{"basics": {}}])
    assert is_resume({"basics": {}, "skills": []})
