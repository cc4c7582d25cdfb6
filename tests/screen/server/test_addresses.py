"""Whoever signs in is sent on inside this app, and nowhere else."""

from __future__ import annotations

import pytest

from screen.server.addresses import local_path, sign_in_address


@pytest.mark.parametrize(
    ("wanted", "sent"),
    [
        ("/", "/"),
        ("/find-candidates?vacancy=V1&language=nl", "/find-candidates?vacancy=V1&language=nl"),
        ("", "/"),
        ("find-candidates", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("/\t/evil.example", "/"),
        ("http:///evil.example", "/"),
        ("/sign-in?next=/sign-in", "/"),
        ("/sign-out", "/"),
    ],
)
def test_only_addresses_of_this_app_are_gone_on_to(wanted, sent):
    assert local_path(wanted) == sent


@pytest.mark.parametrize(
    ("wanted", "address"),
    [("/", "/sign-in"), ("//evil.example", "/sign-in"), ("/a?b=c&d=é", "/sign-in?next=/a%3Fb%3Dc%26d%3D%C3%A9")],
)
def test_the_sign_in_remembers_what_was_asked_for(wanted, address):
    assert sign_in_address(wanted) == address
