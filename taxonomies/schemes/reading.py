"""Reads a scheme's file, and says what is wrong with it: the file, the field and the remedy."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from taxonomies.errors import TaxonomyError
from taxonomies.schemes.facts import DataProtection, Fact, Scheme, SchemeLeg, SchemeWords, ShareTarget, Topic

_Text = Annotated[str, Field(min_length=1)]
_Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
_Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class _Leg(_Part):
    origin: _Country
    destination: _Country
    sectors: tuple[_Text, ...] = ()
    assumed: bool = False


class _Protection(_Part):
    basis: _Text
    purpose: _Text
    retention_months: Annotated[int, Field(ge=1, le=240)]
    assumed: bool = True


class _Fact(_Part):
    topic: Topic
    text: _Text
    source: _Text
    disputed: bool = False


class _Share(_Part):
    gender: _Text
    at_least: Annotated[float, Field(gt=0, le=1)]
    source: _Text


class _Words(_Part):
    title: _Text = ""
    run_by: _Text = ""


class _File(_Part):
    title: _Text
    run_by: _Text
    summary: _Text
    source: _Text
    data_protection: _Protection
    leg: tuple[_Leg, ...] = ()
    fact: tuple[_Fact, ...] = ()
    unknown: tuple[Topic, ...] = ()
    countries: tuple[_Country, ...] = ()
    share_target: tuple[_Share, ...] = ()
    shortlist_size: Annotated[int, Field(ge=1, le=100)] | None = None
    home_outcome: bool | None = None
    translation: dict[_Language, _Words] = {}

    @model_validator(mode="after")
    def _tells_of_every_topic(self) -> _File:
        known = {fact.topic for fact in self.fact}
        if silent := [topic for topic in Topic if topic not in known and topic not in self.unknown]:
            raise ValueError(
                f"nothing is said of {', '.join(silent)}: add a [[fact]] with its source, or list it in unknown"
            )
        if both := [topic for topic in self.unknown if topic in known]:
            raise ValueError(f"{', '.join(both)} is listed in unknown and has a fact: take it out of one of the two")
        self._rests_on_facts(known)
        alone = Counter(fact.topic for fact in self.fact if fact.disputed)
        if single := [topic for topic, number in alone.items() if number == 1]:
            raise ValueError(f"one fact of {single[0]} is disputed: write the one that contradicts it as well")
        return self

    def _rests_on_facts(self, known: set[Topic]) -> None:
        stated = {
            Topic.WHO_MAY_JOIN: bool(self.countries),
            Topic.SHARES: bool(self.share_target),
            Topic.SHORTLIST: self.shortlist_size is not None,
            Topic.HOME_OUTCOME: self.home_outcome is not None,
        }
        if bare := [topic for topic, is_stated in stated.items() if is_stated and topic not in known]:
            raise ValueError(f"{bare[0]} is stated without a source: add a [[fact]] about it")


def read_scheme(name: str, text: str) -> Scheme:
    """Return the scheme that the text of a TOML file describes.

    Raises:
        TaxonomyError: The text is no TOML, or a field is missing, unknown or not believable; the first ones are named.
    """
    try:
        content = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TaxonomyError(f"{name}.toml is no TOML: {error}.") from error
    except ValidationError as error:
        wrong = "; ".join(_in_words(item) for item in error.errors()[:5])
        raise TaxonomyError(f"{name}.toml: {wrong}.") from error
    return Scheme(
        name=name,
        title=content.title,
        run_by=content.run_by,
        summary=content.summary,
        legs=tuple(SchemeLeg(**leg.model_dump()) for leg in content.leg),
        source=content.source,
        data_protection=DataProtection(**content.data_protection.model_dump()),
        facts=tuple(Fact(**fact.model_dump()) for fact in content.fact),
        unknown=content.unknown,
        countries=content.countries,
        share_targets=tuple(ShareTarget(**share.model_dump()) for share in content.share_target),
        shortlist_size=content.shortlist_size,
        home_outcome=content.home_outcome,
        translations={
            language: SchemeWords(words.title or content.title, words.run_by or content.run_by)
            for language, words in content.translation.items()
        },
    )


def _in_words(error: Any) -> str:
    place = ".".join(str(step) for step in error["loc"])
    message = error["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else str(message)
