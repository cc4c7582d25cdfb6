"""A vacancy as somebody pastes it."""

from __future__ import annotations

ADVERT = """\
Lasser (m/v/x)
Voor een werkplaats in Gent zoeken wij een lasser.
Wat doe je?
- MIG lassen
- Plannen lezen
- Onderdelen slijpen
Profiel
- Kennis van TIG lassen is een plus
- Je spreekt Nederlands (B1)
"""
