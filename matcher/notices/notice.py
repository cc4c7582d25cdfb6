"""The notice that data protection law asks for (GDPR articles 12 to 14), in words that people without training read.

What it says of basis, purpose and time comes from the scheme's file, or from what is declared of one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.lawful import Basis, HeldBasis, Purpose
from matcher.notices.page import Paper, Section
from matcher.notices.wording import say
from taxonomies.schemes import Scheme

_HELD = ("notice.held_person", "notice.held_law", "notice.held_work", "notice.held_acts")
_RANKING = ("notice.rank_compares", "notice.rank_never", "notice.rank_decides")
_SEES = ("notice.sees_staff", "notice.sees_employers", "notice.sees_research")
_ALWAYS = ("right.access", "right.correct", "right.erase", "right.object", "right.limit")
_OF_CHOICE = ("right.withdraw", "right.carry")
"""Rights that hang on the basis: consent can be withdrawn (article 7), and what was given be carried (article 20)."""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a notice tells: the scheme, under what data are held, and whom to ask, ``""`` leaves a line to fill in.

    ``assumed`` tells that no data protection officer has confirmed the bases.
    """

    scheme: Scheme
    bases: tuple[tuple[Basis, Purpose], ...]
    assumed: bool
    contact: str = ""

    @classmethod
    def of_scheme(cls, scheme: Scheme, contact: str = "") -> NoticeFacts:
        """Return what holds for everybody of whom nothing else is declared."""
        rules = scheme.data_protection
        return cls(scheme, ((Basis(rules.basis), Purpose(rules.purpose)),), rules.assumed, contact)

    @classmethod
    def of_person(cls, scheme: Scheme, held: Iterable[HeldBasis], contact: str = "") -> NoticeFacts:
        """Return what holds for one person, by what is declared of them."""
        bases = tuple(held)
        if not bases:
            return cls.of_scheme(scheme, contact)
        declared = tuple((basis.basis, basis.purpose) for basis in bases)
        return cls(scheme, declared, any(basis.assumed for basis in bases) and scheme.data_protection.assumed, contact)


def notice(facts: NoticeFacts, language: str, day: date) -> str:
    """Return the notice as an HTML page to print.

    Raises:
        UsageError: It is not written in that language.
    """
    called = facts.scheme.called(language)
    names: dict[str, str | int] = {"run_by": called.run_by, "scheme": called.title}

    def text(code: str) -> str:
        return say(code, language, **names)

    def texts(codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(text(code) for code in codes)

    why = tuple(
        f"{say(f'purpose.{purpose}', language)} {say(f'basis.{basis}', language)}" for basis, purpose in facts.bases
    )
    choices = _OF_CHOICE if any(basis is Basis.CONSENT for basis, _ in facts.bases) else ()
    months = facts.scheme.data_protection.retention_months
    sections = (
        Section(text("notice.who"), (text("notice.who_text"),)),
        Section(text("notice.held"), (text("notice.source"),), texts(_HELD)),
        Section(text("notice.why"), (), why),
        Section(text("notice.rank"), texts(_RANKING)),
        Section(text("notice.sees"), (), texts(_SEES)),
        Section(text("notice.long"), (say("notice.long_text", language, months=months),)),
        Section(text("notice.rights"), (text("notice.free"),), texts((*_ALWAYS, *choices))),
        _contact(facts.contact, language),
    )
    warning = text("notice.draft") if facts.assumed else ""
    return Paper(text("notice.title"), (), sections, day, warning).html(language)


def _contact(contact: str, language: str) -> Section:
    heading, complaint = say("notice.contact", language), say("notice.complaint", language)
    if contact.strip():
        return Section(heading, (contact.strip(), complaint))
    return Section(heading, (complaint, say("notice.contact_blank", language)), (), 2)
