"""What auditors do: read the log of what was done with people's data, and see that it is whole."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.stewardship import Right


class AuditOffice(Office):
    """The audit log."""

    right: ClassVar[Right] = Right.READ_AUDIT
