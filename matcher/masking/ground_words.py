"""Words and phrases for religion, family, health and refuge, folded, in English, French, Dutch and German."""

from __future__ import annotations

import re

from matcher.masking.tables import table, words

_TABLE = table("grounds")

RELIGIONS = words(_TABLE["religions"])
DESCRIBING = words(_TABLE["describing"])
"""What may follow "I am", with or without an article."""

ALONE = words(_TABLE["alone"]) | frozenset(_TABLE["alone_phrases"])
"""What speaks of the person as a whole segment: "marié"."""

ONLY_TOGETHER = words(_TABLE["only_together"]) | {word for word in RELIGIONS if not word.startswith("islam")}
"""The same, where nothing else stands in the segment: things are single, separated or orthodox too."""

TRIGGERS = frozenset().union(
    *(RELIGIONS, DESCRIBING, words(_TABLE["only_together"]), words(_TABLE["triggers"])),
    (word for phrase in ALONE for word in phrase.split() if len(word) > 4),
)
"""Every phrase that the rules know holds one of these or a demonym: in texts without them nothing is tried."""

SUBJECT = r"(?:je suis|j'etais|i am|i'm|ik ben|ich bin|he is|she is|il est|elle est|hij is|zij is|ze is|er ist|sie ist)"
_NUMBER = (
    r"(?:\d|une?|deux|trois|quatre|cinq|six|one|two|three|four|five|a|een|twee|drie|vier|vijf|eine?n?|zwei|funf"
    r"|drei|plusieurs|several)"
)
_KIDS = (
    r"(?:(?:petits?|jeunes?|young|small|kleine|jonge)\s+)?(?:enfants?|filles?|fils|garcons?|children|child|kids?|sons?"
    r"|daughters?|kinderen|kind|kinder|kindern|dochters?|zonen|zoon|tochter|sohne?)"
    r"(?:\s+(?:a charge|scolarises?|en bas age|mineurs?|te laste|ten laste|of (?:his|her|my) own))?"
)
_PARENT = "(?:mere|pere|maman|papa|mother|father|mum|mom|dad|moeder|vader|mama|mutter|vater|parent|ouder)"
_HOLDS = (
    r"(?:j'ai|elle a|il a|i have|has|have|she has|he has|ik heb|heeft|heb|ich habe|hat|habe|ayant"
    r"|mariee?(?: et)? (?:avec|a)|married(?: with)?|gehuwd met|getrouwd met|verheiratet mit)"
)
_REST = r"[^,.;!?\n]{0,40}"
_STOP = r"(?=\s*(?:[,.;!)\n]|$|(?:et|and|en|und)\b))"
_PAIN = (
    r"(?:mal (?:au |aux |a la |a l')(?:dos|genoux?|epaules?|jambes?|tete)|problemes? de (?:sante|dos|coeur|vue)"
    r"|back pain|back problems?|health (?:problems?|issues?)|rugklachten|rugpijn|rugproblemen|gezondheidsproblemen"
    r"|ruckenschmerzen|gesundheitliche (?:probleme|einschrankungen))"
)

_FAMILY = (
    r"\b(?:situation (?:familiale|de famille|matrimoniale)|etat civil|statut (?:marital|familial|matrimonial)"
    r"|(?:marital|family|civil) status|burgerlijke (?:staat|stand)|gezinssituatie|familienstand)\s*[:=][^,.;\n]{1,40}",
    rf"\b(?:{SUBJECT}\s+)?(?:une? |a |an |een |eine? )?(?:jeune |single |young |alleenstaande |alleinerziehende )?"
    rf"{_PARENT}(?: celibataire| isolee?)?\s+(?:de |d'|of |van |von )(?:{_NUMBER}\s+)?{_KIDS}\b",
    rf"\b{_PARENT} (?:de |d'|of |van |von ){_NUMBER}(?:\s+{_KIDS})?{_STOP}",
    r"\b(?:single (?:mother|father|parent)|(?:mere|pere) celibataire|alleenstaande (?:moeder|vader|ouder))\b",
    rf"\b{_HOLDS}\s+{_NUMBER}\s+{_KIDS}\b{_STOP}",
    r"\b(?:(?:avec|with|met|mit) )?(?:mon (?:mari|epoux|conjoint)|mon epouse|ma (?:femme|compagne|conjointe)"
    r"|my (?:husband|wife|spouse)|mijn (?:echtgenote?|man|vrouw)|meine?[mr]? (?:mann|frau|ehemann|ehefrau))\b"
    rf"(?: (?:et|and|en|und) (?:mes|my|mijn|meine|nos|our|onze) {_KIDS}\b)?",
    rf"\b(?:avec|with|met|mit) (?:mes|my|mijn|meinen|nos|our) {_KIDS}\b",
    r"\bavec (?:ma|la|toute la) famille\b|\bwith my family\b|\bmet mijn gezin\b|\bmit meiner familie\b",
    r"\b(?:la |l')?seule? (?:femme|fille|homme)\b|\b(?:the )?only (?:woman|girl|man)\b",
    r"\b(?:de )?enige (?:vrouw|man)\b|\b(?:die )?einzige (?:frau|mann)\b",
    rf"\b(?:{SUBJECT} )?(?:une? |a |an |een |eine? )?(?:jeune|young|jonge|junger?) "
    r"(?:homme|femme|fille|garcon|man|woman|lady|vrouw|mann|frau)\b"
    r"(?:(?: [^\W\d_]+){0,2}? (?:de|of|van|von) \d\d\s*(?:ans|years|jaar|jahren)(?: old)?)?",
    rf"\b{SUBJECT} (?:une? |an? |een |eine? )(?:[^\W\d_]+ )?(?:homme|femme|man|woman|vrouw|mann|frau)\b"
    r"(?! (?:de|d'|au|of)\b)",
    r"^an? (?:[\w-]+ ){0,2}(?:wo)?man\b(?=[ ]*(?:[,.;]|$|with\b|who\b))",
    r"\b(?:je suis |elle est )?enceinte de \w+ mois\b|\b\w+ months pregnant\b|\b\w+ maanden zwanger\b",
    r"\b(?:(?:en|in|on|met|apres mon|after my) )?(?:conge (?:de )?maternite|maternity leave|zwangerschapsverlof"
    r"|moederschapsverlof|mutterschutz|elternzeit|conge parental|parental leave|ouderschapsverlof)\b",
)
_HEALTH = (
    r"\b(?:j'ai|i have|ik heb|ich habe|elle a|il a|she has|he has|heeft|hat)\s+(?:un |une |des |a |an |een |eine? )?"
    rf"(?:{_PAIN}|maladie chronique|handicap|disability)\b{_REST}",
    rf"(?:^|(?<=[.;(\n])|(?<=[.;(] )){_PAIN}"
    rf"(?: (?:si|if|als|bij|when|wenn|depuis|sinds|since|seit)\b{_REST})?{_STOP}",
    r"\b(?:je souffre|elle souffre|il souffre|i suffer|she suffers|he suffers|ik lijd|lijdt|ich leide|leidet) "
    rf"(?:de |d'|du |des |from |aan |an |unter ){_REST}",
    r"\btravailleu(?:r|se) handicapee?\b|\breconnaissance rqth\b|\bje suis en situation de handicap\b",
    r"\b(?:je suis |i am |ik ben |ich bin )"
    r"(?:en (?:tres )?bonne sante|in (?:very )?good health|in goede gezondheid|bei guter gesundheit)\b",
)
_RELIGION = (
    r"\b(?:and |et |en |und )?god[- ]fearing\b",
    r"\b(?:musulmane?|chretien(?:ne)?|catholique) pratiquante?\b",
    r"\b(?:practi[sc]ing|praktiserende?|praktizierende[rn]?) "
    r"(?:muslima?|christian|catholic|moslim|christen|katholiek)\b",
    r"\b(?:je |elle )?porte (?:le |un )?(?:voile|foulard|hijab)\b",
    r"\b(?:i wear|she wears|wearing) (?:a |the )?(?:headscarf|hijab|veil)\b",
    r"\b(?:ik |zij )?draagt? (?:een )?(?:hoofddoek|hijab)\b|\b(?:ich |sie )?tragt? (?:ein )?kopftuch\b",
)

_REFUGE = (
    rf"\b{SUBJECT}\s+(?:une? |an? |een |eine? )?(?:recogni[sz]ed |erkend |anerkannter? )?"
    r"(?:asylum seeker|demandeu(?:r|se) d'asile|refugiee?|refugee|vluchteling|asielzoek(?:er|ster)|fluchtling"
    r"|asylbewerber(?:in)?)\b(?: reconnue?)?(?: (?:from|uit|aus|du|de) [^\W\d_]+)?",
    rf"\b(?:{SUBJECT}\s+)?(?:une? |an? |een |eine? )?(?:eu[- ](?:citizen|national)|eu[- ]?burger(?:in)?"
    r"|unionsburger(?:in)?|(?:citoyen(?:ne)?|ressortissante?) (?:de l'union(?: europeenne)?|de l'ue|europeen(?:ne)?)"
    r"|permanent resident"
    r"|residente? permanente?|langdurig ingezetene|person mit daueraufenthalt)\b",
)

PHRASES = re.compile("|".join((*_FAMILY, *_HEALTH, *_RELIGION, *_REFUGE)))
"""Phrases that speak of the person by themselves."""

CHILDREN = re.compile(rf"(?:(?:avec|with|met|mit)\s+)?(?:{_NUMBER}|sans|no|without|geen|zonder|keine|ohne)\s+{_KIDS}$")
"""Children, at the end of a segment."""
