"""Whether only this machine can reach the server. Without accounts anybody who can reach it sees everything."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection


def is_local(connection: HTTPConnection) -> bool:
    """Tell whether a request came to this machine's own address, under its own name, to a server that listens there.

    All three are asked: a server may listen to every address; a proxy on this machine may pass on what comes from
    elsewhere; a site elsewhere may have its name point to this machine.
    """
    address, _port = connection.scope.get("server") or ("", None)
    named = urlsplit(f"//{connection.headers.get('host', '')}").hostname
    return all(map(_is_loopback, (st.get_option("server.address"), address, named)))


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
