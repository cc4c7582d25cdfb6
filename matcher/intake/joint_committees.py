"""The joint committee (paritair comité, commission paritaire) that a vacancy names, and whether it pays by its scale."""

from __future__ import annotations

import re

from matcher.intake.folding import fold_in_place

_NAME = (
    r"(?:p\.?\s?s?\.?\s?c\.?|s?\.?c\.?\s?p\.?|p\.?\s?k\.?|jc|paritair (?:sub)?comite|(?:sous-?)?commission paritaire"
    r"|paritatische (?:unter)?kommission|joint (?:sub-?)?committee)"
)
_COMMITTEE = re.compile(
    rf"(?<![\w.]){_NAME}\s{{0,3}}\(?(?:(?:nr|no|n°|num\w*|nummer|number)\.?\s{{0,2}})?([1-3]\d\d)(?:[.,/](\d\d))?(?![\d/]|[.,]\d)"
)
_SCALE = re.compile(
    r"\b(?:\w*barema'?s?|baremes?|baremique\w*|loonscha(?:al|len)|weddescha(?:al|len)|salarisscha(?:al|len)|pay scales?"
    r"|wage scales?|salary scales?|lohntabellen?|tarifvertrag\w*|gehaltstabellen?|gehaltsskala|lohnskala|ific|tarifentlohnung"
    r"|nach tarif|echelles? (?:de traitement|barem\w*|salaria\w*)|sectorale lonen|minima sectoriels)\b"
)
_BY_COMMITTEE = re.compile(
    rf"\b(?:volgens|conform|selon|suivant|conformement (?:a|au|aux)|according to|as per|nach|gemass|laut|in line with)\s{{1,3}}"
    rf"(?:(?:de|het|la|le|l'|the|der|dem|afspraken binnen|bepalingen van|normen van)\s{{1,3}}){{0,3}}{_NAME}(?!\w)"
)


def read_joint_committee(text: str) -> str | None:
    """Return the number of the one joint committee that a text names (``124``, ``140.03``), or ``None``.

    Where several are named nobody can tell which one counts.
    """
    found = {match[1] + (f".{match[2]}" if match[2] else "") for match in _COMMITTEE.finditer(fold_in_place(text))}
    return found.pop() if len(found) == 1 else None


def follows_scale(text: str) -> bool | None:
    """Return whether a text says that the wage is one of a scale; ``None`` where it does not speak of it."""
    plain = fold_in_place(text)
    return True if _SCALE.search(plain) or _BY_COMMITTEE.search(plain) else None
