"""The regression gate: a figure of the small fixed set that falls below its recorded interval fails."""

from dataclasses import replace

from evaluation.gate import drops, recorded, run
from evaluation.suites import Bench, Figure
from matcher.engine import Matcher
from matcher.settings import Settings


def test_no_figure_fell_below_its_interval():
    found = run(Bench(Matcher(Settings()))).figures
    assert not [str(drop) for drop in drops(recorded(), found)]
    assert {(one.part, one.metric) for one in recorded()} == {(one.part, one.metric) for one in found}


def test_a_drop_is_told_from_a_wobble():
    was = Figure("MRR", 0.8, 0.75, 0.85, 100, part="skill fr")
    assert not drops([was], [replace(was, value=0.76)])
    [drop] = drops([was], [replace(was, value=0.74)])
    assert str(drop) == "skill fr MRR fell to 0.740, below 0.750"
    assert drops([was], [])  # no longer measured at all
