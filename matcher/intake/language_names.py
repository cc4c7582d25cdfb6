"""Names of languages as cells give them, to codes: ISO 639-1, or ISO 639-3 where 639-1 has no code."""

from __future__ import annotations

from taxonomies.wording import fold

_NAMES = {
    # Belgium and its neighbours
    "nl": "dutch nederlands nederlandse neerlandais neerlandaise niederlandisch niederlaendisch vlaams flamand flemish"
    " hollandais holandes هولندية",
    "fr": "french francais francaise frans franse franzosisch franzoesisch frances francese فرنسية",
    "de": "german allemand allemande duits duitse deutsch aleman tedesco ألمانية",
    "en": "english anglais anglaise engels engelse englisch ingles inglese إنجليزية انجليزية",
    "lb": "luxembourgish luxembourgeois luxemburgs luxemburgisch",
    # Morocco, Tunisia, Egypt
    "ar": "arabic arabe arabisch arabische arabo darija hassanya hassania عربية",
    "zgh": "amazigh tamazight berber berbere أمازيغية",
    "rif": "tarifit rifain riffian rif riffijns",
    "shi": "tachelhit tashelhit chleuh soussi tachelhite",
    "tzm": "tamazirt",
    "kab": "kabyle taqbaylit kabylisch",
    # West Africa
    "wo": "wolof ouolof",
    "ff": "pulaar peul peulh fula fulah fulani fulfulde fulfuldé pular haalpulaar poular",
    "srr": "serer serere",
    "dyo": "diola joola jola",
    "mnk": "mandinka mandingue mandinga mandingo",
    "emk": "malinke maninka",
    "sus": "soussou susu",
    "bm": "bambara bamanankan",
    "dyu": "dioula jula",
    "snk": "soninke",
    "mos": "moore mossi",
    "ee": "ewe",
    "gej": "mina",
    "ak": "twi akan",
    "fon": "fon",
    "yo": "yoruba",
    "ig": "igbo",
    "ha": "hausa haoussa",
    "pcm": "pidgin",
    "tiv": "tiv",
    "ijc": "ijaw izon",
    "igl": "igala",
    "efi": "efik",
    "ibb": "ibibio",
    "bin": "edo bini",
    "bom": "berom birom",
    "kr": "kanuri",
    "urh": "urhobo",
    "nup": "nupe",
    # Central and East Africa
    "ln": "lingala",
    "lua": "tshiluba ciluba luba",
    "kg": "kikongo kongo",
    "sw": "swahili kiswahili",
    "rn": "kirundi rundi",
    "rw": "kinyarwanda rwandais",
    "shr": "mashi",
    "bas": "bassa basaa",
    "bbj": "ghomala",
    "am": "amharic amharique amhaars amharisch",
    "ti": "tigrinya tigrigna",
    "om": "oromo afaan",
    "so": "somali somalisch somalien somalie",
    # Near East and Asia
    "fa": "persian farsi persan perzisch persisch",
    "prs": "dari",
    "ps": "pashto pashtu pachto pachtou pasjtoe paschtu",
    "ku": "kurdish kurde koerdisch kurdisch kurmanji kurmandji",
    "ckb": "sorani",
    "he": "hebrew hebreu hebreeuws hebraisch",
    "ur": "urdu ourdou",
    "pa": "punjabi panjabi",
    "hi": "hindi",
    "bn": "bengali bangla",
    "ne": "nepali",
    "ta": "tamil tamoul",
    "uz": "uzbek oezbeeks ouzbek",
    "zh": "chinese chinois chinees chinesisch mandarin mandarijn",
    "ja": "japanese japonais japans japanisch",
    "ko": "korean coreen koreaans koreanisch",
    "vi": "vietnamese vietnamien vietnamees vietnamesisch",
    "th": "thai",
    "bo": "tibetan tibetain tibetaans",
    "hy": "armenian armenien armeens armenisch",
    "az": "azerbaijani azeri azerbaidjanais",
    "ka": "georgian georgien georgisch",
    # Europe
    "es": "spanish espagnol espagnole spaans spanisch espanol castellano",
    "pt": "portuguese portugais portugees portugiesisch portugues",
    "it": "italian italien italienne italiaans italienisch italiano",
    "tr": "turkish turc turque turks turkisch tuerkisch turkce",
    "ru": "russian russe russisch",
    "uk": "ukrainian ukrainien oekraiens ukrainisch",
    "pl": "polish polonais polski pools polnisch",
    "ro": "romanian roumain roemeens rumanisch rumaenisch moldovan",
    "bg": "bulgarian bulgare bulgaars bulgarisch",
    "sq": "albanian albanais albanees albanisch",
    "sr": "serbian serbe servisch serbisch",
    "hr": "croatian croate kroatisch",
    "bs": "bosnian bosniaque bosnisch",
    "mk": "macedonian macedonien macedonisch",
    "el": "greek grec grieks griechisch",
    "hu": "hungarian hongrois hongaars ungarisch",
    "cs": "czech tcheque tsjechisch tschechisch",
    "sk": "slovak slovaque slowaaks slowakisch",
    "sl": "slovenian slovene sloveens slowenisch",
    "sv": "swedish suedois zweeds schwedisch",
    "da": "danish danois deens danisch",
    "rom": "romani romanes",
    "ca": "catalan catalaans",
}

_ABBREVIATIONS = {
    "fr": "fr fra fre franc",
    "nl": "nl nld ned neerl",
    "en": "en eng ang angl",
    "de": "de ger deu all dts",
    "ar": "ar ara",
    "es": "es esp spa",
    "it": "it ita",
    "pt": "pt por",
    "tr": "tr tur",
    "ru": "ru rus",
}


def _spread(table: dict[str, str]) -> dict[str, str]:
    return {fold(name): code for code, names in table.items() for name in names.split()}


LANGUAGE_NAMES: dict[str, str] = _spread(_NAMES)
"""Folded name of a language in English, French, Dutch, German or itself, to its code."""

LANGUAGE_ABBREVIATIONS: dict[str, str] = _spread(_ABBREVIATIONS)
"""Short forms such as ``FR`` and ``angl``, to codes: read as languages only where nothing else in the words is one."""
