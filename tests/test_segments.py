"""What a text is cut into, and what is said of each piece."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matcher.cues import LANGUAGES, cue_table, read_words
from matcher.cues.files import cue_file
from matcher.cues.table import LONGEST_CUE
from matcher.records import Polarity, SegmentLevel
from matcher.segments import LONGEST_SENTENCE, LONGEST_WINDOW, segments_of

STATED, NEGATED, WISHED = Polarity.STATED, Polarity.NEGATED, Polarity.WISHED


def items(text):
    return {
        phrase: segment.polarity
        for segment in segments_of(text)
        if segment.level is SegmentLevel.ITEM and len(segment.phrases) == 1
        for phrase in segment.phrases
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # English
        ("I have no experience with plasma cutting.", {"plasma cutting": NEGATED}),
        ("I have never worked with Java but I know SQL", {"Java": NEGATED, "SQL": STATED}),
        ("Photoshop is not required.", {"Photoshop": NEGATED}),
        ("PHP and CSS; Photoshop is not required", {"PHP": STATED, "CSS": STATED, "Photoshop": NEGATED}),
        ("I am willing to learn Dutch", {"Dutch": WISHED}),
        ("Not only welding, but also grinding", {"welding": STATED, "grinding": STATED}),
        ("No problem with working in teams", {"working in teams": STATED}),
        ("No more than 3 years of welding", {"welding": STATED}),
        ("welding without knowledge of tax law", {"welding": STATED, "tax law": NEGATED}),
        ("forklift driving is a plus", {"forklift driving": STATED}),
        # French
        ("Sans connaissance d'Excel", {"Excel": NEGATED}),
        ("Pas besoin de parler anglais", {"parler anglais": NEGATED}),
        ("je n'ai jamais travaillé avec Java, mais je sais souder", {"Java": NEGATED, "souder": STATED}),
        ("je voudrais apprendre JavaScript", {"JavaScript": WISHED}),
        ("La connaissance de Docker n'est pas requise", {"Docker": NEGATED}),
        ("Non seulement la soudure, mais aussi le meulage", {"soudure": STATED, "meulage": STATED}),
        ("Sans problème pour le travail en équipe", {"travail en équipe": STATED}),
        ("maçonnerie, formation assurée", {"maçonnerie": STATED}),
        # Dutch
        ("Ik heb geen ervaring met elektriciteit", {"elektriciteit": NEGATED}),
        ("Ervaring met SAP is niet nodig", {"SAP": NEGATED}),
        ("Ik heb nooit met Java gewerkt, maar ik ken SQL goed", {"Java": NEGATED, "SQL": STATED}),
        ("Ik zou graag lassen leren", {"lassen": WISHED}),
        ("Ik zou graag leren lassen", {"lassen": WISHED}),
        ("Niet alleen lassen, maar ook slijpen", {"lassen": STATED, "slijpen": STATED}),
        ("Met zorg voor ouderen heb ik nog geen ervaring", {"zorg voor ouderen": NEGATED}),
        ("Ik kan onder druk werken", {"onder druk werken": STATED}),
        # German
        ("Keine Kenntnisse in Buchhaltung", {"Buchhaltung": NEGATED}),
        ("Ich kann mauern, aber nicht schweißen", {"mauern": STATED, "schweißen": NEGATED}),
        ("Englisch ist nicht erforderlich", {"Englisch": NEGATED}),
        ("Ich möchte Schweißen lernen", {"Schweißen": WISHED}),
        ("Nicht nur Mauern, sondern auch Verputzen", {"Mauern": STATED, "Verputzen": STATED}),
        ("Waren verpacken", {"Waren verpacken": STATED}),
        # Arabic: Modern Standard and Maghrebi
        ("ليس لدي خبرة في السباكة", {"السباكة": NEGATED}),
        ("ما عندي خبرة في الكهرباء ولكن كنعرف البلومبري", {"الكهرباء": NEGATED, "البلومبري": STATED}),
        ("بغيت نتعلم لاسودير", {"لاسودير": WISHED}),
        ("أرغب في تعلم اللغة الهولندية", {"اللغة الهولندية": WISHED}),
        ("بلا مشكل في العمل الليلي", {"العمل الليلي": STATED}),
        ("أتقن اللحام وقراءة المخططات", {"اللحام": STATED, "قراءة المخططات": STATED}),
        ("أتكلم العربية والفرنسية بدون معرفة البرمجة", {"العربية": STATED, "الفرنسية": STATED, "البرمجة": NEGATED}),
    ],
)
def test_items_and_what_is_said_of_them(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Install and repair boilers", {"Install boilers", "repair boilers"}),
        ("wash, dress and feed patients", {"wash patients", "dress patients", "feed patients"}),
        ("Peinture intérieure et extérieure", {"Peinture intérieure", "Peinture extérieure"}),
        ("lay bricks and tiles", {"lay bricks", "lay tiles"}),
        ("muren en plafonds schilderen", {"muren schilderen", "plafonds schilderen"}),
    ],
)
def test_what_items_share_is_read_with_each(text, expected):
    shared = [segment for segment in segments_of(text) if len(segment.phrases) > 1]
    assert expected in [set(segment.phrases) for segment in shared]
    assert any(segment.text == text for segment in shared)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tâches :\n- maçonnerie\n- coffrage\nNous offrons :\n- chèques-repas\n- salaire", ["maçonnerie", "coffrage"]),
        ("Wij bieden:\n• maaltijdcheques\nProfiel:\n• lassen", ["lassen"]),
        ("welding. We offer meal vouchers and a car.", ["welding"]),
        ("Langues : arabe, français", ["arabe", "français"]),
        ("Mauern. Kontakt: jobs@beispiel.de, www.beispiel.de/jobs, +49 30 1234567", ["Mauern"]),
        ("نقدم لكم:\n- راتب جيد\nالمهام:\n- اللحام", ["اللحام"]),
        ("contact customers", ["contact customers"]),
        ("maçon (h/f)\tcoffrage / ferraillage", ["maçon", "coffrage", "ferraillage"]),
    ],
)
def test_headings_offers_and_contacts_are_no_skills(text, expected):
    assert list(items(text)) == expected


def test_a_clause_and_its_items_are_two_levels():
    levels = [(segment.level, segment.text) for segment in segments_of("I know Python and SQL, never used Java")]
    assert levels == [
        (SegmentLevel.CLAUSE, "I know Python and SQL"),
        (SegmentLevel.ITEM, "Python"),
        (SegmentLevel.ITEM, "SQL"),
        (SegmentLevel.CLAUSE, "never used Java"),
        (SegmentLevel.ITEM, "Java"),
    ]


def test_windows_begin_and_end_with_a_word_that_says_something():
    windows = [s.text for s in segments_of("maintenance of the heating boilers", windows=True) if s.level == "window"]
    assert windows == ["maintenance", "maintenance of the heating", "heating", "heating boilers", "boilers"]


PIECES = st.sampled_from(
    [
        *(
            "no experience with",
            "niet alleen",
            "sans",
            "لكن",
            "ولكن",
            "ما عندي",
            "is not required",
            "wij bieden:",
            "et",
        ),
        *(
            "welding",
            "soudure",
            "لحّام",
            "والخياطة",
            "😀",
            "👩‍🔧",
            "\u202eabc",
            "e\u0301",
            "C++",
            "12/03/1990",
            "a@b.be",
        ),
        *("\r\n", "\n", "\t", "• ", ", ", ". ", ": ", " / ", "(h/f)", "\u2028", "\x00", " - ", "ﬁ", "İ", "ß", "ـ"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("* wash dishes\r\n* peel vegetables\r\n")
@example("😀 Customer service\tflexible")
def test_every_segment_is_the_text_between_its_ends(text):
    for segment in segments_of(text, windows=True):
        assert text[segment.start : segment.end] == segment.text
        assert segment.text.strip()
        assert all(phrase == " ".join(phrase.split()) != "" for phrase in segment.phrases)
        if segment.level is SegmentLevel.WINDOW:
            assert len(read_words(segment.text)) <= LONGEST_WINDOW


def test_text_without_a_full_stop_is_cut():
    text = "word " * (3 * LONGEST_SENTENCE)
    assert len([segment for segment in segments_of(text) if segment.level is SegmentLevel.CLAUSE]) == 3


@pytest.mark.parametrize("text", ["", " \n\t", "😀😀", "...", "a@b.be", "12/03/1990"])
def test_text_without_words_has_no_segments(text):
    assert segments_of(text) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_cue_files_hold_no_phrase_too_long_or_twice(language):
    file = cue_file(language)
    listed = [
        phrase
        for part, name in (("negated", "before"), ("negated", "after"), ("wished", "before"), ("wished", "after"))
        for phrase in file[part][name]
    ] + file["exceptions"]["phrases"]
    assert sorted(set(listed)) == sorted(listed)
    assert max(len(read_words(phrase)) for phrase in listed) <= LONGEST_CUE
    assert len(cue_table(language).cues) > 100
