"""The graded pools: rules by a table of cases, and the file that is kept is what the notes come to."""

from collections import defaultdict

import pytest

from evaluation.graded import demo_records, graded_set
from evaluation.pools import DEPTH, Graded, Notes, Occupations, judgements_folder, read_grades, regraded, rule
from matcher.errors import NotFoundError
from tests.conftest import DATA

OCCUPATIONS = Occupations({"cook": "food", "kitchen-hand": "food", "waiter": "food", "nurse": "care"}, frozenset())
NEAR = Occupations(OCCUPATIONS.fields, frozenset({frozenset({"cook", "kitchen-hand"})}))


@pytest.mark.parametrize(
    ("held", "asked", "grade"),
    [
        (("cook", 3), ("cook", 3), 3),
        (("cook", 3), ("cook", 1), 3),
        (("cook", 2), ("cook", 3), 2),
        (("cook", 1), ("cook", 2), 2),
        (("cook", 1), ("cook", 3), 1),
        (("kitchen-hand", 2), ("cook", 3), 2),
        (("kitchen-hand", 1), ("cook", 1), 1),
        (("cook", 3), ("kitchen-hand", 1), 2),
        (("waiter", 3), ("cook", 1), 1),
        (("nurse", 3), ("cook", 1), 0),
    ],
)
def test_rules(held, asked, grade):
    assert rule(NEAR, held, asked)[0] == grade


@pytest.fixture(scope="module")
def notes():
    return Notes(judgements_folder())


def test_everybody_and_every_vacancy_of_the_demo_is_noted_in_known_occupations(notes):
    people, vacancies = demo_records(DATA)
    assert set(notes.candidates) == set(people)
    assert set(notes.vacancies) == set(vacancies)
    used = {name for levels in (*notes.candidates.values(), *notes.vacancies.values()) for name in levels}
    used |= {name for pair in notes.occupations.neighbours for name in pair}
    assert used <= set(notes.occupations.fields)
    assert all(level in (1, 2, 3) for levels in notes.candidates.values() for level in levels.values())


def test_corrections_are_of_known_pairs_and_change_something(notes):
    assert all(person in notes.candidates and vacancy in notes.vacancies for person, vacancy in notes.corrections)
    assert all(grade in (0, 1, 2, 3) and reason for grade, reason in notes.corrections.values())


def test_the_file_is_what_notes_rules_and_corrections_come_to(notes):
    assert read_grades(judgements_folder()) == regraded(notes)


def test_200_pools_of_twelve_with_a_vacancy_or_a_candidate_of_their_own():
    pools: dict[str, list[Graded]] = defaultdict(list)
    for line in read_grades(judgements_folder()):
        pools[line.pool].append(line)
    assert len(pools) == 200
    for name, lines in pools.items():
        assert len({(line.person, line.vacancy) for line in lines}) == len(lines) == DEPTH
        assert len({line.vacancy if name.startswith("V") else line.person for line in lines}) == 1


def test_a_pair_has_one_grade_wherever_it_stands():
    grades = defaultdict(set)
    for line in read_grades(judgements_folder()):
        grades[line.person, line.vacancy].add(line.grade)
    assert all(len(found) == 1 for found in grades.values())


def test_the_rank_set_puts_each_grade_on_its_pair():
    some = graded_set(DATA)
    kept = {(f"{line.scheme}/{line.candidate}", line.vacancy): line.grade for line in read_grades(judgements_folder())}
    for query in some.queries:
        for document, grade in zip(query.documents, query.grades, strict=True):
            vacancy, candidate = (query.asker, document) if query.by_vacancy else (document, query.asker)
            assert kept[some.candidates[candidate].id, some.vacancies[vacancy].id] == grade


def test_a_folder_without_grades_says_where_they_stand(tmp_path):
    with pytest.raises(NotFoundError, match="data/judgements"):
        read_grades(tmp_path)
