"""Gendered words of CVs and the form each takes: the one that taxonomies list first, so that it still links."""

from __future__ import annotations

from matcher.masking.reading import fold_in_place


def _pairs(table: str) -> dict[str, str]:
    """Read ``feminine>neutral`` pairs; the feminine is folded."""
    pairs = (line.split(">") for line in table.split("\n") if line.strip())
    return {fold_in_place(left.strip()): right.strip() for left, right in pairs}


def _words(table: str) -> frozenset[str]:
    return frozenset(fold_in_place(table).split())


# Word endings that belong to people, and what each becomes; the longest that fits wins. Those that things share, such
# as -euse and -trice, go with the list of things below. Dutch -ster goes by the stems of trades, since by itself it
# would take "master" and "cluster" too.
ENDINGS: dict[str, str] = {
    **{"euse": "eur", "trice": "teur", "icienne": "icien"},
    **{"erin": "er", "eurin": "eur", "istin": "ist", "entin": "ent", "antin": "ant", "eutin": "eut", "wirtin": "wirt"},
    **{"etarin": "etär", "arztin": "arzt", "anwaltin": "anwalt", "beamtin": "beamter", "ologin": "ologe"},
    **{"kundin": "kunde", "kochin": "koch", "kauffrau": "kaufmann", "fachfrau": "fachmann", "padagogin": "pädagoge"},
    **{"putzfrau": "reinigungskraft", "reinigungsfrau": "reinigungskraft", "krankenschwester": "krankenpfleger"},
    **{"maakster": "maker", "koopster": "koper", "bakster": "bakker", "kapster": "kapper", "zetster": "zetter"},
    **{"lasster": "lasser", "stikster": "stikker", "geefster": "gever", "weefster": "wever", "leesster": "lezer"},
    **{"schrijfster": "schrijver", "leenster": "lener", "bestuurster": "bestuurder", "beheerster": "beheerder"},
    **{"stoffeerster": "stoffeerder", "monteerster": "monteerder", "voerster": "voerder", "bewaarster": "bewaarder"},
    **{"maakvrouw": "maker", "poetsvrouw": "schoonmaker", "kuisvrouw": "schoonmaker"},
    **{"laarster": "laar", "ierster": "ier", "pleegster": "pleegkundige", "neemster": "nemer", "veegster": "veger"},
    **{
        f"{stem}ster": f"{stem}er"
        for stem in (
            "werk leid zorg houd slijp snijd strijk naai poets help train bind vorm werp reinig beveilig kleed speel "
            "kweek kuis onthaal smeer duik teken lever arbeid"
        ).split()
    },
}

# Things, and adjectives of things, that end like a person does.
THINGS = _words(
    # machines and tools
    "agrafeuse aléseuse arracheuse autolaveuse balayeuse batteuse bétonneuse boudineuse brocheuse broyeuse calculatrice "
    "calandreuse centrifugeuse chargeuse chanfreineuse cintreuse cireuse cloueuse compacteuse composeuse crêpeuse "
    "débroussailleuse débusqueuse décapeuse déchiqueteuse défonceuse dégauchisseuse dénoyauteuse désherbeuse "
    "dévisseuse diviseuse doseuse ébavureuse écorceuse écrémeuse effeuilleuse élévatrice emboutisseuse encartonneuse "
    "encolleuse enfonceuse enrouleuse enrubanneuse ensacheuse essoreuse étiqueteuse excavatrice extrudeuse faucheuse "
    "fendeuse filmeuse finisseuse foreuse fraiseuse friteuse fusionneuse génératrice grignoteuse laveuse lessiveuse "
    "lisseuse mélangeuse meuleuse moissonneuse mortaiseuse motrice moulureuse nettoyeuse niveleuse onduleuse "
    "operculeuse palettiseuse pelleteuse pelliculeuse perceuse perforatrice perforeuse pétrisseuse photocopieuse "
    "plaqueuse plastifieuse plieuse poinçonneuse ponceuse raboteuse rainureuse ramasseuse récolteuse rectifieuse "
    "remplisseuse riveteuse sableuse scelleuse scieuse semeuse sertisseuse soutireuse surjeteuse surfaceuse sécheuse "
    "thermoformeuse tondeuse toupilleuse trancheuse trayeuse trieuse tronçonneuse tunneleuse vibreuse visseuse "
    "bisseuse disqueuse planeuse planteuse carotteuse perce-ponceuse chauffeuse berceuse veilleuse banqueteuse "
    "mitrailleuse matrice cicatrice directrices bissectrice psychomotrice locomotrice houlomotrice marémotrice "
    "impératrice nourrice protectrice reproductrice novatrice porteuse tractrice "
    # adjectives of things
    "affectueuse aqueuse argileuse boiteuse calcaneuse contagieuse coûteuse creuse crémeuse dangereuse défectueuse "
    "douteuse fameuse ferreuse fibreuse frauduleuse gazeuse graisseuse gueuse herbeuse huileuse infectieuse injurieuse "
    "intraveineuse joyeuse juteuse laiteuse ligneuse lumineuse luxueuse mousseuse nerveuse nombreuse onéreuse osseuse "
    "parcimonieuse pieuse poreuse poudreuse précieuse prestigieuse pulpeuse religieuse rocheuse sableuse savoureuse "
    "sinueuse soyeuse somptueuse spongieuse tuberculeuse tumultueuse veineuse venimeuse vertigineuse visqueuse "
    "vitreuse volumineuse orageuse avantageuse ingénieuse harmonieuse fructueuse neigeuse ombrageuse industrieuse "
    # German and names
    "glycerin christin argentin florentin valentin clementin quentin konstantin constantin benzin interin elefantin "
    "dirham katherin catherin severin galerin martin pantin papatin trentin cotentin serpentin diamantin adamantin "
    "brigantin levantin byzantin lamantin plantin gradin satin latin "
)

# Whole words; they go before the endings.
WORDS = _pairs(
    """
    rigoureuse>rigoureux
    sérieuse>sérieux
    curieuse>curieux
    chaleureuse>chaleureux
    soigneuse>soigneux
    généreuse>généreux
    courageuse>courageux
    consciencieuse>consciencieux
    ambitieuse>ambitieux
    respectueuse>respectueux
    heureuse>heureux
    désireuse>désireux
    soucieuse>soucieux
    minutieuse>minutieux
    studieuse>studieux
    infirmière>infirmier
    caissière>caissier
    cuisinière>cuisinier
    couturière>couturier
    ouvrière>ouvrier
    conseillère>conseiller
    fermière>fermier
    jardinière>jardinier
    pâtissière>pâtissier
    boulangère>boulanger
    bouchère>boucher
    policière>policier
    horlogère>horloger
    chocolatière>chocolatier
    menuisière>menuisier
    charpentière>charpentier
    serrurière>serrurier
    plombière>plombier
    lingère>linger
    magasinière>magasinier
    teinturière>teinturier
    sommelière>sommelier
    équipière>équipier
    coursière>coursier
    brigadière>brigadier
    ambulancière>ambulancier
    brancardière>brancardier
    trésorière>trésorier
    greffière>greffier
    courtière>courtier
    charcutière>charcutier
    poissonnière>poissonnier
    bijoutière>bijoutier
    tapissière>tapissier
    plâtrière>plâtrier
    carrossière>carrossier
    chaudronnière>chaudronnier
    guichetière>guichetier
    grutière>grutier
    banquière>banquier
    écolière>écolier
    romancière>romancier
    pharmacienne>pharmacien
    mécatronicienne>mécatronicien
    gardienne>gardien
    chirurgienne>chirurgien
    comédienne>comédien
    historienne>historien
    doyenne>doyen
    citoyenne>citoyen
    lycéenne>lycéen
    patronne>patron
    championne>champion
    maçonne>maçon
    bûcheronne>bûcheron
    forgeronne>forgeron
    vigneronne>vigneron
    cheffe>chef
    hôtesse>hôte
    maîtresse>maître
    étudiante>étudiant
    assistante>assistant
    consultante>consultant
    commerçante>commerçant
    fabricante>fabricant
    gérante>gérant
    enseignante>enseignant
    soignante>soignant
    surveillante>surveillant
    remplaçante>remplaçant
    intervenante>intervenant
    accompagnante>accompagnant
    apprenante>apprenant
    aidante>aidant
    encadrante>encadrant
    négociante>négociant
    exploitante>exploitant
    débutante>débutant
    doctorante>doctorant
    représentante>représentant
    dirigeante>dirigeant
    commandante>commandant
    gouvernante>intendant
    agente>agent
    adjointe>adjoint
    présidente>président
    cliente>client
    adhérente>adhérent
    référente>référent
    avocate>avocat
    candidate>candidat
    apprentie>apprenti
    associée>associé
    employée>employé
    salariée>salarié
    attachée>attaché
    déléguée>délégué
    préposée>préposé
    stewardess>steward
    waitress>waiter
    hostess>host
    actress>actor
    seamstress>sewer
    headmistress>headteacher
    manageress>manager
    saleswoman>salesperson
    saleslady>salesperson
    salesgirl>salesperson
    salesman>salesperson
    businesswoman>businessperson
    businessman>businessperson
    policewoman>police officer
    policeman>police officer
    firewoman>firefighter
    fireman>firefighter
    chairwoman>chairperson
    chairman>chairperson
    craftswoman>craftsperson
    craftsman>craftsperson
    spokeswoman>spokesperson
    spokesman>spokesperson
    camerawoman>camera operator
    cameraman>camera operator
    forewoman>foreman
    chambermaid>room attendant
    housemaid>housekeeper
    barmaid>bartender
    barman>bartender
    housewife>homemaker
    washerwoman>laundry worker
    verpleger>verpleegkundige
    vroedvrouw>verloskundige
    secretaresse>secretaris
    bibliothecaresse>bibliothecaris
    lerares>leraar
    lesgeefster>lesgever
    onderwijzeres>onderwijzer
    danseres>danser
    zangeres>zanger
    tekenares>tekenaar
    kunstenares>kunstenaar
    makelares>makelaar
    eigenares>eigenaar
    directrice>directeur
    kokkin>kok
    boerin>boer
    cheffin>chef
    vriendin>vriend
    bazin>baas
    kamermeisje>kamermedewerker
    werkvrouw>schoonmaker
    werkster>schoonmaker
    serveerster>ober
    gastvrouw>gastheer
    barvrouw>barman
    timmervrouw>timmerman
    brandweervrouw>brandweerman
    politievrouw>politieagent
    zakenvrouw>zakenman
    stuurvrouw>stuurman
    vakvrouw>vakman
    voorvrouw>voorman
    cameravrouw>cameraman
    ombudsvrouw>ombudsman
    huisvrouw>huishouder
    onthaalmoeder>onthaalouder
    studente>student
    laborante>laborant
    assistente>assistent
    consulente>consulent
    docente>docent
    zimmermädchen>Zimmerpersonal
    hausfrau>Hauswirtschafter
    kinderfrau>Kinderbetreuer
    tagesmutter>Tagespflegeperson
    friseuse>Friseur
    masseuse>Masseur
    bäuerin>Bauer
    ingenieurin>Ingenieur
    chefin>Chef
    freundin>Freund
    kollegin>Kollege
    diplomatin>Diplomat
    abiturientin>Abiturient
    she>he
    her>his
    hers>his
    herself>himself
    elle>il
    """
)

# Said of people and of things alike: made masculine only where a person is spoken of (see genders.py).
AGREEING = _pairs(
    """
    motivée>motivé
    née>né
    diplômée>diplômé
    licenciée>licencié
    certifiée>certifié
    qualifiée>qualifié
    spécialisée>spécialisé
    passionnée>passionné
    expérimentée>expérimenté
    confirmée>confirmé
    titrée>titré
    formée>formé
    organisée>organisé
    dévouée>dévoué
    impliquée>impliqué
    investie>investi
    déterminée>déterminé
    dédiée>dédié
    retraitée>retraité
    engagée>engagé
    habituée>habitué
    intéressée>intéressé
    douée>doué
    posée>posé
    réservée>réservé
    reconvertie>reconverti
    inscrite>inscrit
    prête>prêt
    contente>content
    polyvalente>polyvalent
    patiente>patient
    souriante>souriant
    indépendante>indépendant
    compétente>compétent
    persévérante>persévérant
    performante>performant
    exigeante>exigeant
    avenante>avenant
    vaillante>vaillant
    constante>constant
    diligente>diligent
    intelligente>intelligent
    excellente>excellent
    discrète>discret
    créative>créatif
    sportive>sportif
    attentive>attentif
    réactive>réactif
    active>actif
    proactive>proactif
    inventive>inventif
    ponctuelle>ponctuel
    professionnelle>professionnel
    douce>doux
    franche>franc
    forte>fort
    adroite>adroit
    ouverte>ouvert
    venue>venu
    devenue>devenu
    partie>parti
    arrivée>arrivé
    passée>passé
    chargée>chargé
    seule>seul
    """
)

# Adjectives that follow or go before a title and agree with it.
WITH_TITLE = AGREEING | _pairs(
    """
    supérieure>supérieur
    principale>principal
    générale>général
    industrielle>industriel
    commerciale>commercial
    médicale>médical
    administrative>administratif
    sociale>social
    maternelle>maternel
    fonctionnelle>fonctionnel
    agréée>agréé
    libérale>libéral
    adjointe>adjoint
    salariée>salarié
    ménagère>ménager
    hospitalière>hospitalier
    hôtelière>hôtelier
    une>un
    la>le
    cette>ce
    ancienne>ancien
    nouvelle>nouveau
    première>premier
    bonne>bon
    grande>grand
    """
)

# Titles of several words, and single words that are titles only in such company: folded pattern to wording.
PHRASES: tuple[tuple[str, str], ...] = (
    (r"femmes? de menage", "employé de ménage"),
    (r"femmes? de chambre", "valet de chambre"),
    (r"femme au foyer", "personne au foyer"),
    (r"cleaning (?:lady|woman|girl)", "cleaner"),
    (r"(?:dinner|tea|lunch) lady", "canteen assistant"),
    (r"aide menagere", "aide ménager"),
    (r"aide familiale", "aide familial"),
    (r"dame de compagnie", "accompagnant"),
    (r"chargee (?=(?:de|d|des|du)\b)", "chargé "),
    (r"(?:zij|ze) (?=(?:is|heeft|kan|wil|werkt|zoekt|spreekt|volgt|was|had|doet|leert|komt|woont|werkte)\b)", "hij "),
    (r"sie (?=(?:ist|hat|kann|will|arbeitet|sucht|spricht|war|lernt|wohnt|mochte)\b)", "er "),
    (r"(?:fe)?male (?=(?:nurse|engineer|developer|driver|welder|electrician|technician|candidate|worker|cook)\b)", ""),
)
