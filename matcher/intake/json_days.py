"""Days as JSON gives them: ISO text, milliseconds since 1970, or a list of year, month and day."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from matcher.intake.json_documents import text_of

_BELGIAN_TIME = "Europe/Brussels"
_EPOCH = re.compile(r"-?\d{9,14}(?:\.0+)?")
_IN_UTC = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z")
_MILLISECONDS = 100_000_000_000


def day_text(value: Any) -> str:
    """Return a day in words that a cell could hold; what is no day stays as it is.

    A moment in universal time counts as the day on which it falls in Belgium: services write the midnight with which
    a day begins, or the last minute of it.
    """
    if isinstance(value, list) and len(value) >= 3 and all(text_of(part).isdigit() for part in value[:3]):
        year, month, day = (text_of(part).zfill(2) for part in value[:3])
        return f"{year}-{month}-{day}"
    text = text_of(value)
    if _EPOCH.fullmatch(text):
        number = float(text)
        return _belgian_day(number / 1000 if abs(number) >= _MILLISECONDS else number) or text
    if _IN_UTC.fullmatch(text):
        moment = f"{text[:10]}T{text[11:16]}+00:00"
        try:
            return _belgian_day(datetime.fromisoformat(moment).timestamp()) or text
        except ValueError:
            return text
    return text


def _belgian_day(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(ZoneInfo(_BELGIAN_TIME)).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return ""
