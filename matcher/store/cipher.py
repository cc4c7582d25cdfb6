"""AES-256-GCM by the library ``cryptography``, which nothing else imports: sealed values are bound to one place.

A sealed value is ``version (1 byte) | nonce (12, random) | ciphertext | tag (16)``.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_NONCE = 12
_BODY = len(_VERSION) + _NONCE


class Cipher:
    """Seals and unseals bytes under one key."""

    def __init__(self, key: bytes) -> None:
        self._gcm = AESGCM(key)

    def seal(self, plain: bytes, place: bytes) -> bytes:
        """Return what only this key opens, and only when the same place is named (associated data)."""
        # Random nonces of 96 bits are safe for 2**32 values a key (NIST SP 800-38D, 8.3).
        nonce = os.urandom(_NONCE)
        return _VERSION + nonce + self._gcm.encrypt(nonce, plain, place)

    def unseal(self, sealed: bytes, place: bytes) -> bytes:
        """Return what was sealed.

        Raises:
            ValueError: It was changed, sealed for another place, or with another key.
        """
        if sealed[:1] != _VERSION or len(sealed) < _BODY:
            raise ValueError("not a sealed value that this version knows")
        try:
            return self._gcm.decrypt(sealed[1:_BODY], sealed[_BODY:], place)
        except InvalidTag as error:
            raise ValueError("changed, moved or sealed with another key") from error
