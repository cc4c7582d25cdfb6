"""What candidates are given on paper, in plain words: the notice about their data, and why one vacancy was found."""

from __future__ import annotations

from matcher.notices.explanation import explanation
from matcher.notices.notice import NoticeFacts, notice
from matcher.notices.wording import LANGUAGES

__all__ = ["LANGUAGES", "NoticeFacts", "explanation", "notice"]
