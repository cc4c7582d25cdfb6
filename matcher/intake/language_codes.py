"""Codes of languages as structured files write them (ISO 639, of two or three letters), to names that cells use."""

from __future__ import annotations

from matcher.intake.language_names import LANGUAGE_NAMES

# ISO 639-2 (both the bibliographic and the terminological code) and 639-3, of the languages that have a shorter one.
_CODES = (
    "alb sq sqi sq amh am ara ar arb ar ary ar arz ar aeb ar apc ar arq ar arm hy hye hy aze az aka ak bam bm ben bn"
    " bod bo tib bo bos bs bul bg cat ca ces cs cze cs chi zh zho zh cmn zh dan da deu de ger de dut nl nld nl ell el"
    " gre el eng en ewe ee fas fa per fa pes fa fra fr fre fr ful ff fuc ff geo ka kat ka hau ha heb he hin hi hrv hr"
    " hun hu ibo ig ita it jpn ja kau kr kon kg kor ko kur ku kmr ku lin ln ltz lb mac mk mkd mk nep ne orm om gaz om"
    " pan pa pol pl por pt pus ps pbt ps ron ro rum ro run rn rus ru kin rw slk sk slo sk slv sl som so spa es srp sr"
    " swa sw swh sw swe sv tam ta tha th tir ti tur tr twi ak ukr uk urd ur uzb uz vie vi wol wo yor yo ber zgh"
)
_LISTED = _CODES.split()
_SHORTER = dict(zip(_LISTED[::2], _LISTED[1::2], strict=True))
_NAME_OF: dict[str, str] = {}
for _name, _code in LANGUAGE_NAMES.items():
    _NAME_OF.setdefault(_code, _name.capitalize())


def language_name(code: str) -> str:
    """Return the English name of a language by its code, or the words as they are where they are no known code."""
    plain = code.strip().rpartition("/")[2].partition("-")[0].lower()
    return _NAME_OF.get(_SHORTER.get(plain, plain), code.strip())
