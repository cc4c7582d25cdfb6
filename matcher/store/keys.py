"""The keys that open identities: where they are read from, and how a new one is made.

Every key has an id made from the key itself, so that a wrong key is known as such before anything is opened with it.
The file is only ever appended to: programs that make a key at the same moment lose neither.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from matcher.errors import IdentityKeyError

if TYPE_CHECKING:
    from matcher.settings import Settings

KEY_BYTES = 32
VARIABLE = "MATCHER_IDENTITY_KEY"
AUDIT_KEY_FILE = "audit.key"

_HEADER = """\
# Keys of matcher, the newest last: id, day it was made, key. Keep a copy apart from the database's.
# identity.keys open names and contacts, which nobody can read without them; audit.key seals the audit log.
"""


@dataclass(frozen=True, slots=True)
class IdentityKey:
    """One AES-256 key."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """What the key is called: eight digits of its SHA-256, which say nothing about it."""
        return sha256(b"matcher identity key " + self.secret).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class KeySource:
    """A file of keys, and the keys that the environment names: base64 of 32 bytes each, between commas or spaces."""

    file: Path
    named: str = field(default="", repr=False)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the source that the settings name."""
        return cls(settings.identity_key_file, settings.identity_key.get_secret_value())

    def of_the_log(self) -> Self:
        """Return where the key stands that seals the audit log: beside the others, so that a lost one stops nothing."""
        return type(self)(self.file.with_name(AUDIT_KEY_FILE))

    def first_or_made(self) -> IdentityKey:
        """Return the key that was made first: programs that make one at the same moment use the same."""
        if not self.held():
            self.make()
        return self.held()[0]

    def held(self) -> tuple[IdentityKey, ...]:
        """Read all keys, the newest last; one that the environment names counts as newer than the file's.

        Raises:
            IdentityKeyError: The file may be read by others, or something in either place is no key.
        """
        return tuple(dict.fromkeys((*self._in_file(), *self._in_environment())))

    def newest_or_made(self) -> IdentityKey:
        """Return the newest key, or the first one, made now."""
        held = self.held()
        return held[-1] if held else self.make()

    def make(self) -> IdentityKey:
        """Make a key and write it at the end of the file.

        Raises:
            IdentityKeyError: The file cannot be written, or the environment names the keys.
        """
        if self.named.strip():
            raise IdentityKeyError(
                f"The keys are named in {VARIABLE}: write a new one there, after the one in use and a comma "
                "(base64 of 32 random bytes: openssl rand -base64 32)."
            )
        key = IdentityKey(secrets.token_bytes(KEY_BYTES))
        try:
            self._append(key)
        except OSError as error:
            raise IdentityKeyError(
                f"The key file {self.file} cannot be written ({error.strerror}): make room, or choose another "
                "MATCHER_HOME."
            ) from error
        if key not in self._in_file():
            raise IdentityKeyError(f"The key file {self.file} did not keep a new key: look whether its disk is full.")
        return key

    def _append(self, key: IdentityKey) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "r+b", buffering=0) as opened:
            before = opened.read() or b""
            line = f"{key.id} {datetime.now(UTC):%Y-%m-%d} {b64encode(key.secret).decode()}\n"
            start = _HEADER if not before else "" if before.endswith(b"\n") else "\n"
            opened.write((start + line).encode())
            os.fsync(opened.fileno())
        if os.name == "posix":
            folder = os.open(self.file.parent, os.O_RDONLY)
            os.fsync(folder)  # a new file's name is kept only once its folder is
            os.close(folder)

    def _in_file(self) -> list[IdentityKey]:
        try:
            mode = stat.S_IMODE(self.file.stat().st_mode)
            if os.name == "posix" and mode & 0o077:
                raise IdentityKeyError(
                    f"The key file {self.file} may be read by others (mode {mode:03o}): run chmod 600 on it, "
                    "and matcher keys rotate if somebody may have read it."
                )
            lines = self.file.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise IdentityKeyError(
                f"The key file {self.file} cannot be read ({error.strerror}): let the user that runs matcher own it."
            ) from error
        kept = ((number, line.split()) for number, line in enumerate(lines, 1) if not line.startswith("#"))
        return [self._parsed(number, parts) for number, parts in kept if parts]

    def _parsed(self, number: int, parts: list[str]) -> IdentityKey:
        key = _decoded(parts[-1])
        if key is None or len(parts) != 3 or parts[0] != key.id:
            raise IdentityKeyError(f"Line {number} of the key file {self.file} is damaged: restore it from its backup.")
        return key

    def _in_environment(self) -> list[IdentityKey]:
        keys = []
        for number, word in enumerate(re.split(r"[,\s]+", self.named.strip()) if self.named.strip() else (), 1):
            key = _decoded(word)
            if key is None:
                raise IdentityKeyError(
                    f"Key {number} in {VARIABLE} is not base64 of {KEY_BYTES} bytes: "
                    "correct it, or make one with: openssl rand -base64 32"
                )
            keys.append(key)
        return keys


def _decoded(word: str) -> IdentityKey | None:
    try:
        secret = b64decode(word, validate=True)
    except ValueError:
        return None
    return IdentityKey(secret) if len(secret) == KEY_BYTES else None
