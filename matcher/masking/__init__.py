"""Takes identity and protected grounds out of free text before anything is linked or encoded.

What is taken out, and what stays (a rule fires only on phrases that speak *of the person*):

- the person's own name in any order and spelling, e-mail and web addresses, telephone and register numbers;
- birth dates, birth places and ages, never a length of experience (``35 ans`` goes, ``3 ans d'expérience`` stays);
- nationality, origin, religion, family and health, never a language or a skill (``je suis turc`` goes, ``turc B2`` and
  ``cuisine marocaine`` stay);
- gender: feminine titles, participles and pronouns take the form that taxonomies list first (``soudeuse`` becomes
  ``soudeur``), while tools keep their names (``perceuse``).

Nothing is put in the place of what is taken out: a marker would itself be encoded.
"""

from matcher.masking.identity import Identity
from matcher.masking.profile import mask
from matcher.masking.text import mask_text

__all__ = ["Identity", "mask", "mask_text"]
