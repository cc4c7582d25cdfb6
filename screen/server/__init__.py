"""What stands before the pages: the gate that every request passes, and signing in and out."""

from __future__ import annotations

from screen.server.gate import Gate
from screen.server.routes import ROUTES

__all__ = ["ROUTES", "Gate"]
