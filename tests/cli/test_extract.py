"""``matcher extract`` as its users run it."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def extract(home):
    def run(text, *arguments):
        command = [sys.executable, "-m", "matcher", "extract", *arguments]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return run


def test_each_line_is_a_text_and_gives_one_object(extract):
    lines = [
        "Je suis maçon, sans connaissance de Java",
        "",
        json.dumps({"text": "Taken:\n- lassen\n- Python"}),
        "{welder}",
    ]
    answers = [json.loads(line) for line in extract("\n".join(lines), "--jsonl", "--lang", "en").splitlines()]
    assert [answer["text"] for answer in answers] == [lines[0], "", "Taken:\n- lassen\n- Python", "{welder}"]
    assert answers[1] == {"text": "", "segments": [], "concepts": []}
    said = {concept["label"]: concept for concept in answers[0]["concepts"]}
    assert said["bricklayer"]["polarity"] == "stated"
    assert said["bricklayer"]["kind"] == "occupation"
    assert said["Java (computer programming)"]["polarity"] == "negated"
    for answer in answers:
        for segment in answer["segments"]:
            assert list(segment) == ["text", "start", "end", "polarity", "matches"]
            assert answer["text"][segment["start"] : segment["end"]] == segment["text"]
        for concept in answer["concepts"]:
            assert list(concept) == ["uri", "label", "kind", "score", "method", "polarity", "spans"]
    assert "Python (computer programming)" in {concept["label"] for concept in answers[2]["concepts"]}


def test_the_whole_input_is_one_text_for_a_person(extract):
    shown = extract("I am a welder.\nI have no experience with Java\nand would like to learn Python.", "--lang", "en")
    welder, java, python = shown.splitlines()
    assert "welder" in welder
    assert "“welder”" in welder
    assert java.startswith("NOT ")
    assert python.startswith("wish ")
    assert "No skill or occupation" in extract("")


def test_what_is_lacking_is_shown_though_no_concept_is_found(extract):
    shown = extract("I am a welder. I have no experience with Zorbofix. I know Plimtrak.", "--lang", "en")
    welder, lacking = shown.splitlines()
    assert "welder" in welder
    assert lacking.startswith("NOT ")
    assert "no concept" in lacking
    assert lacking.endswith("← “Zorbofix”")


def test_one_kind_and_as_many_candidates_as_asked(extract):
    [line] = extract("welder and Python\n", "--jsonl", "--kind", "skill", "--top", "2").splitlines()
    answer = json.loads(line)
    assert {concept["kind"] for concept in answer["concepts"]} == {"skill"}
    assert all(len(segment["matches"]) <= 2 for segment in answer["segments"])
