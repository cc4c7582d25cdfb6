"""How far a candidate is from what a vacancy cannot do without, in one sentence made of what the match found."""

from __future__ import annotations

from matcher.records import LanguageGap, Match, Reason

_NAMED = 2  # languages named in the sentence; those beyond are counted


def distance(match: Match) -> Reason:
    """Return the essential skills and levels of language that are still to go, as a reason for ``in_words``.

    Only what is known counts as distance: a language whose level nobody stated is said to be unknown, and so are the
    skills of a profile that states none. A near skill is still to go, and said to be near.
    """
    skills, known = _skills(match)
    asked = [gap for gap in _one_a_language(match) if gap.essential]
    steps = [gap for gap in asked if gap.steps]
    unknown = [gap for gap in asked if gap.steps is None and gap.required]
    languages = _languages(steps)
    away = [skills, *languages] if skills else languages
    if not known:
        said = Reason("distance.no_skills")
        said = Reason("distance.besides", (("said", said), ("what", _together(away)))) if away else said
    else:
        said = Reason("distance.away", (("what", _together(away)),)) if away else _nothing_to_go(match)
    return _with_unknown(said, unknown)


def _skills(match: Match) -> tuple[Reason | None, bool]:
    """Return how many essential skills are to go, ``None`` for none, and whether the profile states any skill."""
    reasons = [part.reason for part in match.evidence if part.signal == "skills"]
    if any(reason.code == "skills.none_stated" for reason in reasons):
        return None, False
    values = {name: value for reason in reasons for name, value in reason.values}
    essential, met = int(str(values.get("essential", "0"))), int(str(values.get("met_essential", "0")))
    near = values.get("near", ())
    if essential == met:
        return None, True
    counts = (("away", str(essential - met)), ("essential", str(essential)))
    if essential == 1:
        return Reason("distance.near_one" if near else "distance.only_one"), True
    if isinstance(near, tuple) and near:
        return Reason("distance.near_skills", (*counts, ("near", str(len(near))))), True
    return Reason("distance.skills", counts), True


def _one_a_language(match: Match) -> list[LanguageGap]:
    """Return the widest gap of each language: a demand that tells skills apart has several."""
    widest: dict[str, LanguageGap] = {}
    for gap in match.gaps:
        held = widest.get(gap.language)
        if held is None or _width(gap) > _width(held):
            widest[gap.language] = gap
    return list(widest.values())


def _width(gap: LanguageGap) -> tuple[bool, int]:
    return (gap.essential, -1 if gap.steps is None else gap.steps)


def _languages(gaps: list[LanguageGap]) -> list[Reason]:
    named = [_step(gap) for gap in gaps[:_NAMED]]
    more = len(gaps) - len(named)
    if more:
        named[-1] = Reason("distance.languages", (("number", str(more + 1)),))
    return named


def _step(gap: LanguageGap) -> Reason:
    code = "distance.step" if gap.steps == 1 else "distance.steps"
    return Reason(code, (("language", gap.language), ("steps", str(gap.steps))))


def _together(parts: list[Reason]) -> Reason:
    names = ("first", "second", "third")
    codes = {2: "distance.two", 3: "distance.three"}
    return parts[0] if len(parts) == 1 else Reason(codes[len(parts)], tuple(zip(names, parts, strict=False)))


def _nothing_to_go(match: Match) -> Reason:
    asks = any(part.reason.code == "skills.coverage" for part in match.evidence)
    return Reason("distance.met" if asks or match.gaps else "distance.nothing_asked")


def _with_unknown(said: Reason, unknown: list[LanguageGap]) -> Reason:
    if not unknown:
        return said
    if len(unknown) > 1:
        return Reason("distance.unknown_levels", (("said", said), ("number", str(len(unknown)))))
    return Reason("distance.unknown_level", (("said", said), ("language", unknown[0].language)))
