"""What the languages people speak are called, in the four languages of the pages."""

from __future__ import annotations

from matcher.reasons import LANGUAGES

# Code: English, French, Dutch, German, as in LANGUAGES.
NAMES: dict[str, tuple[str, str, str, str]] = {
    "nl": ("Dutch", "néerlandais", "Nederlands", "Niederländisch"),
    "fr": ("French", "français", "Frans", "Französisch"),
    "en": ("English", "anglais", "Engels", "Englisch"),
    "de": ("German", "allemand", "Duits", "Deutsch"),
    "ar": ("Arabic", "arabe", "Arabisch", "Arabisch"),
    "am": ("Amharic", "amharique", "Amhaars", "Amharisch"),
    "bg": ("Bulgarian", "bulgare", "Bulgaars", "Bulgarisch"),
    "bm": ("Bambara", "bambara", "Bambara", "Bambara"),
    "ckb": ("Sorani", "sorani", "Sorani", "Sorani"),
    "es": ("Spanish", "espagnol", "Spaans", "Spanisch"),
    "fa": ("Persian", "persan", "Perzisch", "Persisch"),
    "ff": ("Fulah", "peul", "Fulfulde", "Fulfulde"),
    "ha": ("Hausa", "haoussa", "Hausa", "Hausa"),
    "ig": ("Igbo", "igbo", "Igbo", "Igbo"),
    "it": ("Italian", "italien", "Italiaans", "Italienisch"),
    "ku": ("Kurdish", "kurde", "Koerdisch", "Kurdisch"),
    "ln": ("Lingala", "lingala", "Lingala", "Lingala"),
    "pl": ("Polish", "polonais", "Pools", "Polnisch"),
    "prs": ("Dari", "dari", "Dari", "Dari"),
    "ps": ("Pashto", "pachto", "Pasjtoe", "Paschtu"),
    "pt": ("Portuguese", "portugais", "Portugees", "Portugiesisch"),
    "rif": ("Tarifit", "tarifit", "Tarifit", "Tarifit"),
    "rn": ("Kirundi", "kirundi", "Kirundi", "Kirundi"),
    "ro": ("Romanian", "roumain", "Roemeens", "Rumänisch"),
    "ru": ("Russian", "russe", "Russisch", "Russisch"),
    "rw": ("Kinyarwanda", "kinyarwanda", "Kinyarwanda", "Kinyarwanda"),
    "shi": ("Tashelhit", "tachelhit", "Tashelhit", "Taschelhit"),
    "so": ("Somali", "somali", "Somalisch", "Somali"),
    "sq": ("Albanian", "albanais", "Albanees", "Albanisch"),
    "srr": ("Serer", "sérère", "Serer", "Serer"),
    "sw": ("Swahili", "swahili", "Swahili", "Swahili"),
    "ti": ("Tigrinya", "tigrigna", "Tigrinya", "Tigrinya"),
    "tr": ("Turkish", "turc", "Turks", "Türkisch"),
    "uk": ("Ukrainian", "ukrainien", "Oekraïens", "Ukrainisch"),
    "ur": ("Urdu", "ourdou", "Urdu", "Urdu"),
    "wo": ("Wolof", "wolof", "Wolof", "Wolof"),
    "yo": ("Yoruba", "yoruba", "Yoruba", "Joruba"),
    "zgh": ("Tamazight", "amazighe", "Tamazight", "Tamazight"),
    "zh": ("Chinese", "chinois", "Chinees", "Chinesisch"),
}


def language_name(code: str, language: str) -> str:
    """Return what a language is called in another; one without a name here is shown by its code."""
    if code not in NAMES:
        return code.upper()
    return NAMES[code][LANGUAGES.index(language) if language in LANGUAGES else 0]
