"""Small sides made by hand: vectors of three dimensions, links as stated."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.evidence import Opening, Phrases, Pool
from matcher.records import ConceptLink, LinkMethod, SkillRequirement, Source, Vacancy

AXES = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0), "0": (0.0, 0.0, 0.0)}


def vector(axis):
    return np.array(AXES[axis], dtype=np.float32)


def link(text, uri=None, confidence=1.0):
    method = LinkMethod.SAME_LABEL if uri else LinkMethod.UNLINKED
    return ConceptLink(text, uri, uri, method, confidence if uri else 0.0)


def phrases(*items):
    """Make phrases of ``(owner, text, axis, uri, confidence)``."""
    links = tuple(link(text, uri, confidence) for _, text, _, uri, confidence in items)
    vectors = np.array([vector(axis) for _, _, axis, _, _ in items], dtype=np.float32).reshape(-1, 3)
    owners = np.array([owner for owner, *_ in items], dtype=np.int64)
    return Phrases(tuple(text for _, text, *_ in items), links, vectors, owners, np.arange(len(items)))


def pool(size, skills=(), titles=(), axes="", years=(), eqf=()):
    axes = axes or "0" * size
    return Pool(
        ids=tuple(f"c{number}" for number in range(size)),
        skills=phrases(*skills),
        titles=phrases(*titles),
        vectors=np.array([vector(axis) for axis in axes], dtype=np.float32),
        years=np.array(years or [np.nan] * size, dtype=np.float64),
        eqf=np.array(eqf or [np.nan] * size, dtype=np.float64),
    )


def opening(asked=(), *, title="Lasser", occupation=None, axis="x", **facts):
    """Make a vacancy asking ``(text, essential, axis, uri)``."""
    requirements = tuple(SkillRequirement(text, essential) for text, essential, *_ in asked)
    vacancy = Vacancy("v1", "V-1", title, Source("test"), requirements=requirements, **facts)
    links = tuple(link(text, uri) for text, _, _, uri in asked)
    vectors = np.array([vector(axis) for _, _, axis, _ in asked], dtype=np.float32).reshape(-1, 3)
    occupations = (link(title, occupation),) if occupation else ()
    return Opening(vacancy, links, vectors, occupations, vector(axis), vector(axis))


@pytest.fixture
def make():
    class Make:
        pool = staticmethod(pool)
        opening = staticmethod(opening)

    return Make
