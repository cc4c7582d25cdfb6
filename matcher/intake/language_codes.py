"""Codes of languages as structured files write them (ISO 639, of two or three letters), to names that cells use."""

from __future__ import annotations

# The code of two letters first where there is one, then those of three: bibliographic, terminological, of a variety.
_CODES = {
    "Albanian": "sq alb sqi",
    "Amharic": "am amh",
    "Arabic": "ar ara arb ary arz aeb apc arq",
    "Armenian": "hy arm hye",
    "Azerbaijani": "az aze",
    "Bambara": "bm bam",
    "Bengali": "bn ben",
    "Berber": "ber zgh",
    "Bosnian": "bs bos",
    "Bulgarian": "bg bul",
    "Catalan": "ca cat",
    "Chinese": "zh chi zho cmn",
    "Croatian": "hr hrv",
    "Czech": "cs cze ces",
    "Danish": "da dan",
    "Dari": "prs",
    "Dioula": "dyu",
    "Dutch": "nl dut nld",
    "English": "en eng",
    "Ewe": "ee ewe",
    "French": "fr fre fra",
    "Fula": "ff ful fuc",
    "Georgian": "ka geo kat",
    "German": "de ger deu",
    "Greek": "el gre ell",
    "Hausa": "ha hau",
    "Hebrew": "he heb",
    "Hindi": "hi hin",
    "Hungarian": "hu hun",
    "Igbo": "ig ibo",
    "Italian": "it ita",
    "Japanese": "ja jpn",
    "Kabyle": "kab",
    "Kikongo": "kg kon",
    "Kinyarwanda": "rw kin",
    "Kirundi": "rn run",
    "Korean": "ko kor",
    "Kurdish": "ku kur kmr",
    "Lingala": "ln lin",
    "Luxembourgish": "lb ltz",
    "Macedonian": "mk mac mkd",
    "Nepali": "ne nep",
    "Oromo": "om orm gaz",
    "Pashto": "ps pus pbt",
    "Persian": "fa per fas pes",
    "Polish": "pl pol",
    "Portuguese": "pt por",
    "Punjabi": "pa pan",
    "Romanian": "ro rum ron",
    "Russian": "ru rus",
    "Serbian": "sr srp",
    "Slovak": "sk slo slk",
    "Slovenian": "sl slv",
    "Somali": "so som",
    "Soninke": "snk",
    "Sorani": "ckb",
    "Spanish": "es spa",
    "Swahili": "sw swa swh",
    "Swedish": "sv swe",
    "Tamil": "ta tam",
    "Thai": "th tha",
    "Tigrinya": "ti tir",
    "Turkish": "tr tur",
    "Twi": "ak aka tw twi",
    "Ukrainian": "uk ukr",
    "Urdu": "ur urd",
    "Uzbek": "uz uzb",
    "Vietnamese": "vi vie",
    "Wolof": "wo wol",
    "Yoruba": "yo yor",
}
_NAME_OF = {code: name for name, codes in _CODES.items() for code in codes.split()}


def language_name(code: str) -> str:
    """Return the English name of a language by its code, or the words as they are where they are no known code.

    A code may stand at the end of an address (``http://.../language/FRA``) or before a country (``nl-BE``).
    """
    plain = code.strip().rpartition("/")[2].partition("-")[0].lower()
    return _NAME_OF.get(plain, code.strip())
