from evaluation.contexts import evaluate, questions
from matcher.engine import Matcher
from matcher.settings import Settings


def test_questions_are_the_same_each_time_and_hold_no_answer(starter):
    asked = questions(starter)
    assert asked == questions(starter)
    assert {question.kind.value for question in asked} == {"skill", "occupation"}
    for question in asked:
        own = starter.concept(question.uri)
        assert question.beside
        assert own.label("en") not in question.beside


def test_the_phrases_beside_it_help_an_ambiguous_one(esco_home):
    matcher = Matcher(Settings(home=esco_home, database_url=None, encoder="embedded"))
    for sort, alone, beside in evaluate(matcher, every=2):
        assert beside.value > alone.high, sort
