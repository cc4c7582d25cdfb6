"""A CV as PDF or DOCX, in English, French, Dutch, German or Arabic, to one candidate.

``pdf_text`` and ``docx_text`` give its lines in reading order (:mod:`matcher.intake.cv.text`); ``sections`` parts them
at the headings of ``words/``; ``identity``, ``jobs``, ``courses`` and ``lists`` read the sections; ``reader`` puts them
together.
"""

from __future__ import annotations

from matcher.intake.cv.reader import read_cv

__all__ = ["read_cv"]
