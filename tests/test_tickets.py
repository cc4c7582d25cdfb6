"""An act is done once a ticket, whoever asks and however often."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from matcher.tickets import Tickets


def test_a_ticket_is_used_once_and_remembers_what_came_of_it():
    done: list[int] = []
    tickets: Tickets[int] = Tickets()

    def act() -> int:
        done.append(1)
        return len(done)

    assert [tickets.once("a", act), tickets.once("a", act), tickets.once("b", act)] == [1, 1, 2]


def test_clicks_at_the_same_time_act_once():
    done: list[int] = []
    tickets: Tickets[int] = Tickets()
    together = Barrier(4)

    def click() -> int:
        together.wait()
        return tickets.once("a", lambda: done.append(1) or len(done))

    with ThreadPoolExecutor(4) as pool:
        assert [each.result() for each in [pool.submit(click) for _ in range(4)]] == [1, 1, 1, 1]


def test_what_failed_may_be_tried_again():
    tickets: Tickets[str] = Tickets()

    def fail() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        tickets.once("a", fail)
    assert tickets.once("a", lambda: "done") == "done"


def test_old_tickets_are_forgotten():
    tickets: Tickets[int] = Tickets()
    assert [tickets.once(str(number), lambda number=number: number) for number in range(500)] == list(range(500))
    assert tickets.once("499", lambda: -1) == 499
    assert tickets.once("0", lambda: -1) == -1
