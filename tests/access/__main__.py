"""Print the role matrix as it was tried: ``python -m tests.access``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from matcher.trail import Role
from screen.navigation import PAGES
from tests.access.trying import TABLE, attempts, methods
from tests.access.world import World, build

_WIDE = 44
MARKS = {True: "no", False: "yes"}


def main() -> int:
    """Try everything, print what happened, and return the number of leaks and surprises."""
    with tempfile.TemporaryDirectory() as folder:
        world = build(Path(folder) / "home")
        return _print(world, Path(folder))


def _print(world: World, folder: Path) -> int:
    sys.stdout.write(line("page", list(Role)))
    surprises = 0
    for entry in PAGES:
        opens = [world.actors[role].may(entry.right) for role in Role]
        surprises += sum(may != (role in TABLE["pages"][entry.name]) for role, may in zip(Role, opens, strict=True))
        sys.stdout.write(line(entry.name, [MARKS[not may] for may in opens]))
    sys.stdout.write("\n" + line("method", list(Role)))
    tries = leaks = 0
    for method in methods():
        row = []
        for role in Role:
            tried = attempts(method, role, world, folder)
            row.append(MARKS[tried[0].refused])
            tries += len(tried)
            surprises += sum(not each.expected for each in tried)
            leaks += sum(len(each.leaks) for each in tried)
        sys.stdout.write(line(str(method), row))
    sys.stdout.write(f"\n{tries} calls tried; {surprises} not as the table expects; {leaks} leaks\n")
    return surprises + leaks


def line(first: str, cells: list[str]) -> str:
    """Return one row of the printed table."""
    return f"{first:<{_WIDE}}" + "".join(f"{cell:<12}" for cell in cells).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(min(main(), 1))
