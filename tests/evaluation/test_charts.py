"""Charts of the report: what they show and say, that they stand alone and are the same each time."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from evaluation.report.charts import curve, dots

SVG = "{http://www.w3.org/2000/svg}"
PUBLISHED = "char_tf_idf (Someone & others 2024)"


def figure(system, value, metric="MRR", published=False, part=""):
    return {
        "metric": metric, "system": system, "part": part, "value": value, "low": value - 0.05, "high": value + 0.05,
        "published": published,
    }  # fmt: skip


FIGURES = (figure("", 0.7), figure("bm25", 0.4), figure(PUBLISHED, 0.452, published=True), figure("", 12.5, "shift"))


def read(svg):
    return ElementTree.fromstring(svg)


def texts(svg):
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_a_picture_shows_every_figure_by_name_and_value():
    told = texts(dots("belgian <fr>", FIGURES))
    assert {"MRR", "shift", "engine", "bm25", "char_tf_idf, published", "0.700", "0.400", "0.452", "12.500"} <= set(
        told
    )


def test_engine_baselines_and_published_figures_differ_in_colour():
    svg = dots("x", FIGURES)
    assert len(set(re.findall(r'fill="(#[0-9a-f]{6})"', svg))) == 3


def test_intervals_are_drawn_to_scale():
    """On a scale from 0 to 1 a line from .35 to .45 is a third as long as one from .5 to .8."""
    svg = dots("x", [figure("a", 0.4), figure("b", 0.65) | {"low": 0.5, "high": 0.8}])
    lengths = [float(x) for x in re.findall(r'<line [^>]*x2="([0-9.]+)"[^>]*stroke-width="2"', svg)]
    assert len(lengths) == 2
    assert lengths[1] / lengths[0] == pytest.approx(3)


def test_a_picture_says_what_it_is_to_those_who_do_not_see_it():
    root = read(dots("belgian <fr>", FIGURES))
    assert root.get("role") == "img"
    assert [root[0].tag, root[0].text] == [f"{SVG}title", "belgian <fr>"]
    assert root[1].tag == f"{SVG}desc"
    assert "MRR, shift of engine, bm25" in root[1].text
    told = read(curve("skill", [{"confidence": 0.5, "right": 0.25, "n": 8}]))
    assert "0.50 is right 0.25 of 8" in told[1].text


def test_pictures_are_the_same_each_time_and_fetch_nothing():
    for draw in (
        lambda: dots("x", FIGURES),
        lambda: curve("y", [{"confidence": place / 10, "right": place / 12, "n": place} for place in range(1, 10)]),
    ):
        svg = draw()
        assert svg == draw()
        assert not re.search(r"<script|<image|<foreignObject|url\((?!#)|href=", svg)
