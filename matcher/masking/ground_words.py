"""Words and phrases for religion, family, health and refuge, folded, in English, French, Dutch and German."""

from __future__ import annotations

RELIGIONS = frozenset(
    "musulman musulmane islam islamique chretien chretienne catholique protestant protestante orthodoxe juif juive "
    "bouddhiste hindou hindoue athee croyant croyante pratiquant pratiquante evangelique sunnite chiite alaouite yezidi "
    "muslim moslem islamic christian catholic orthodox jewish buddhist hindu atheist sikh sunni shia yazidi "
    "moslim moslima islamitisch christen christelijk katholiek protestants joods jood hindoe boeddhist gelovig "
    "muslimisch muslima muslimin christlich katholisch evangelisch judisch jude".split()
)

# After "I am", with or without an article.
DESCRIBING = frozenset(
    "marie mariee celibataire divorce divorcee separe separee veuf veuve pacse pacsee fiance fiancee enceinte handicape "
    "handicapee malade invalide diabetique asthmatique epileptique sourd sourde malentendant malentendante seropositif "
    "seropositive jeune age agee refugie refugiee "
    "married single divorced separated widowed engaged pregnant disabled diabetic asthmatic epileptic deaf young old "
    "refugee "
    "gehuwd getrouwd ongehuwd alleenstaand alleenstaande gescheiden weduwe weduwnaar zwanger gehandicapt ziek doof jong "
    "vluchteling asielzoeker "
    "verheiratet ledig geschieden verwitwet witwe witwer alleinerziehend alleinstehend schwanger behindert "
    "schwerbehindert krank taub jung gefluchtet fluchtling asylbewerber asylbewerberin".split()
)

# As a whole segment: "marié, 2 enfants".
ALONE = frozenset(
    [
        *"marie mariee celibataire divorcee veuf veuve pacse pacsee fiance fiancee".split(),
        *"married unmarried divorced widowed widow widower pregnant".split(),
        *"gehuwd getrouwd ongehuwd alleenstaand alleenstaande weduwe weduwnaar zwanger".split(),
        *"verheiratet unverheiratet verwitwet witwe witwer alleinerziehend alleinstehend schwanger".split(),
        *"musulman musulmane muslim moslim moslima muslimin voilee".split(),
        *("demandeur d'asile", "demandeuse d'asile", "refugie", "refugiee", "refugie reconnu", "refugiee reconnue"),
        *("refugee", "recognised refugee", "asylum seeker", "asielzoeker", "asielzoekster", "erkend vluchteling"),
        *(
            "vluchteling",
            "asylbewerber",
            "asylbewerberin",
            "anerkannter fluchtling",
            "opvang nodig",
            "kinderopvang nodig",
        ),
        *("creche necessaire", "needs childcare", "kinderbetreuung notig", "mere au foyer", "femme au foyer"),
        *("en bonne sante", "bonne sante", "in good health", "goede gezondheid", "gute gesundheit", "rqth"),
    ]
)

# As a segment where nothing else stands in it, since things are single, separated or orthodox too.
ONLY_TOGETHER = RELIGIONS | frozenset(
    "divorce separe separee single separated engaged gescheiden ledig geschieden verloofd verlobt enceinte handicape "
    "handicapee disabled".split()
)

NUMBER = (
    r"(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|one|two|three|four|five|a|een|twee|drie|vier|vijf|eine?n?|zwei|"
    r"funf|plusieurs|several)"
)
KIDS = (
    r"(?:(?:petits?|jeunes?|young|small|kleine|jonge)\s+)?(?:enfants?|filles?|fils|garcons?|children|child|kids?|sons?|"
    r"daughters?|kinderen|kind|kinder|kindern|dochters?|zonen|zoon|tochter|sohne?)"
)
_PAINS = (
    r"(?:mal (?:au |aux |a la |a l')(?:dos|genoux?|epaules?|jambes?|tete)|problemes? de (?:sante|dos|coeur|vue)|"
    r"back pain|back problems?|health (?:problems?|issues?)|rugklachten|rugpijn|rugproblemen|gezondheidsproblemen|"
    r"ruckenschmerzen|gesundheitliche (?:probleme|einschrankungen)|maladie chronique|handicap|disability|handicape)"
)
_TO_THE_END = r"[^,.;!?\n]{0,40}"

# Phrases that speak of the person by themselves.
PHRASES: tuple[str, ...] = (
    # family
    r"\b(?:situation (?:familiale|de famille|matrimoniale)|etat civil|statut (?:marital|familial|matrimonial)|marital status"
    r"|family status|civil status|burgerlijke (?:staat|stand)|gezinssituatie|familienstand)\s*[:=]\s*[^,.;\n]{1,40}",
    r"\b(?:(?:avec|with|met|mit) )?(?:mon (?:mari|epoux|conjoint)|mon epouse|ma (?:femme|compagne|conjointe)"
    r"|my (?:husband|wife|spouse)|mijn (?:echtgenote?|man|vrouw)|meine?[mr]? (?:mann|frau|ehemann|ehefrau))\b"
    rf"(?: (?:et|and|en|und) (?:mes|my|mijn|meine|nos|our|onze) {KIDS}\b)?",
    rf"\b(?:avec|with|met|mit) (?:mes|my|mijn|meinen|nos|our) {KIDS}\b",
    r"\bavec (?:ma|la|toute la) famille\b|\bwith my family\b|\bmet mijn gezin\b|\bmit meiner familie\b",
    r"\b(?:la |l')?seule? (?:femme|fille|homme)\b|\b(?:the )?only (?:woman|girl|man)\b|\b(?:de )?enige (?:vrouw|man)\b",
    r"\b(?:un |une |a |an |een |eine? )?(?:jeune|young|jonge|junger?) (?:homme|femme|fille|garcon|man|woman|lady|vrouw|mann|frau)\b"
    r"(?: (?:de|of|van|von) \d\d\s*(?:ans|years|jaar|jahren)(?: old)?)?",
    # pregnancy and leave
    r"\b(?:je suis |elle est )?enceinte de \w+ mois\b|\b\w+ months pregnant\b|\b\w+ maanden zwanger\b",
    r"\b(?:(?:en|in|on|met|apres mon|after my) )?(?:conge (?:de )?maternite|maternity leave|zwangerschapsverlof|moederschapsverlof"
    r"|mutterschutz|elternzeit|conge parental|parental leave|ouderschapsverlof)\b",
    # health
    rf"\b(?:j'ai|i have|ik heb|ich habe|elle a|il a|she has|he has|heeft|hat)\s+(?:un |une |des |a |an |een |eine? )?{_PAINS}\b{_TO_THE_END}",
    rf"(?:(?<=^)|(?<=[,.;(\n])|(?<=[,.;(] )){_PAINS}\b{_TO_THE_END}",
    rf"\b(?:je souffre|elle souffre|il souffre|i suffer|she suffers|he suffers|ik lijd|lijdt|ich leide|leidet) (?:de |d'|du |des |from |aan |an |unter ){_TO_THE_END}",
    r"\btravailleu(?:r|se) handicapee?\b|\breconnaissance rqth\b|\b(?:je suis )en situation de handicap\b",
    r"\b(?:je suis |i am |ik ben |ich bin )?(?:en (?:tres )?bonne sante|in (?:very )?good health|in goede gezondheid|bei guter gesundheit)\b",
    # religion
    r"\b(?:and |et |en |und )?god[- ]fearing\b",
    r"\b(?:musulmane?|chretien(?:ne)?|catholique) pratiquante?\b",
    r"\b(?:practi[sc]ing|praktiserende?|praktizierende[rn]?) (?:muslim|christian|catholic|moslim|christen|katholiek|muslima?)\b",
    r"\b(?:je |elle )?porte (?:le |un )?(?:voile|foulard|hijab)\b|\b(?:i wear|she wears|wearing) (?:a |the )?(?:headscarf|hijab|veil)\b",
    r"\b(?:ik |zij )?draagt? (?:een )?(?:hoofddoek|hijab)\b|\b(?:ich |sie )?tragt? (?:ein )?kopftuch\b",
)
