"""Countries and what their people are called, in English, French, Dutch and German; and words for people at work."""

from __future__ import annotations

from matcher.masking.reading import fold_in_place

# Code: countries | French m., f. | English | Dutch noun, adjective | German noun, adjective. A star: the same words name a
# language, so alone they say nothing about the person. An underscore stands for a space.
_TABLE = """
MA: maroc morocco marokko | marocain marocaine | moroccan | marokkaan marokkaanse | marokkaner marokkanisch
TN: tunisie tunisia tunesie tunesien | tunisien tunisienne | tunisian | tunesier tunesische | tunesier tunesisch
DZ: algerie algeria algerije algerien | algerien algerienne | algerian | algerijn algerijnse | algerier algerisch
LY: libye libya libie libyen | libyen libyenne | libyan | libier libische | libyer libysch
EG: egypte egypt agypten | egyptien egyptienne | egyptian | egyptenaar egyptische | agypter agyptisch
SD: soudan sudan soedan | soudanais soudanaise | sudanese | soedanees soedanese | sudanese sudanesisch
MR: mauritanie mauritania mauretanie | mauritanien mauritanienne | mauritanian | mauritanier mauritaanse | mauretanier mauretanisch
SN: senegal | senegalais senegalaise | senegalese | senegalees senegalese | senegalese senegalesisch
NG: nigeria | nigerian nigeriane | nigerian | nigeriaan nigeriaanse | nigerianer nigerianisch
NE: niger | nigerien nigerienne | nigerien | nigerees nigerese | nigrer nigrisch
ML: mali | malien malienne | malian | malinees malinese | malier malisch
GN: guinee guinea | guineen guineenne | guinean | guineeer guinese | guineer guineisch
CI: cote_d'ivoire ivory_coast ivoorkust elfenbeinkuste | ivoirien ivoirienne | ivorian | ivoriaan ivoriaanse | ivorer ivorisch
BF: burkina_faso | burkinabe burkinabee | burkinabe | burkinees burkinese | burkiner burkinisch
TG: togo | togolais togolaise | togolese | togolees togolese | togoer togoisch
BJ: benin | beninois beninoise | beninese | beniner beninse | beniner beninisch
GH: ghana | ghaneen ghaneenne | ghanaian | ghanees ghanese | ghanaer ghanaisch
GM: gambie gambia the_gambia | gambien gambienne | gambian | gambiaan gambiaanse | gambier gambisch
SL: sierra_leone | sierraleonais sierraleonaise | sierraleonean | sierraleoner sierraleoonse | sierraleoner sierraleonisch
CM: cameroun cameroon kameroen kamerun | camerounais camerounaise | cameroonian | kameroener kameroense | kameruner kamerunisch
CD: congo rdc rd_congo drc dr_congo kongo | congolais congolaise | congolese | congolees congolese | kongolese kongolesisch
RW*: rwanda ruanda | rwandais rwandaise | rwandan | rwandees rwandese | ruander ruandisch
BI: burundi | burundais burundaise | burundian | burundees burundese | burundier burundisch
UG: ouganda uganda oeganda | ougandais ougandaise | ugandan | oegandees oegandese | ugander ugandisch
KE: kenya kenia | kenyan kenyane | kenyan | keniaan keniaanse | kenianer kenianisch
ET: ethiopie ethiopia athiopien | ethiopien ethiopienne | ethiopian | ethiopier ethiopische | athiopier athiopisch
ER: erythree eritrea | erythreen erythreenne | eritrean | eritreeer eritrese | eritreer eritreisch
SO*: somalie somalia | somalien somalienne | somali somalian | somalier somalische | somalier somalisch
DJ: djibouti dschibuti | djiboutien djiboutienne | djiboutian | djiboutiaan djiboutiaanse | dschibutier dschibutisch
TD: tchad chad tsjaad tschad | tchadien tchadienne | chadian | tsjadier tsjadische | tschader tschadisch
ZA: afrique_du_sud south_africa zuid-afrika sudafrika | sud-africain sud-africaine | south-african | zuid-afrikaan zuid-afrikaanse | sudafrikaner sudafrikanisch
SY: syrie syria syrien | syrien syrienne | syrian | syrier syrische | syrer syrisch
PS: palestine palestina palastina gaza | palestinien palestinienne | palestinian | palestijn palestijnse | palastinenser palastinensisch
IQ: irak iraq | irakien irakienne | iraqi | irakees iraakse | iraker irakisch
IR: iran | iranien iranienne | iranian | iranier iraanse | iraner iranisch
LB: liban lebanon libanon | libanais libanaise | lebanese | libanees libanese | libanese libanesisch
JO: jordanie jordan jordanien | jordanien jordanienne | jordanian | jordanier jordaanse | jordanier jordanisch
YE: yemen jemen | yemenite yemenite | yemeni | jemeniet jemenitische | jemenit jemenitisch
SA: arabie_saoudite saudi_arabia saoedi-arabie saudi-arabien | saoudien saoudienne | saudi | saoediet saoedische | saudi saudisch
AF: afghanistan | afghan afghane | afghan | afghaan afghaanse | afghane afghanisch
PK: pakistan | pakistanais pakistanaise | pakistani | pakistaan pakistaanse | pakistaner pakistanisch
IN: inde india indien | indien indienne | indian | indier indiase | inder indisch
BD: bangladesh bangladesch | bangladais bangladaise | bangladeshi | bengalees bengalese | bangladescher bangladeschisch
TR*: turquie turkey turkije turkei | turc turque | turkish turk | turk turkse turks | turke turkisch
AM*: armenie armenia armenien | armenien armenienne | armenian | armeen armeense armeens | armenier armenisch
GE*: georgie georgia georgien | georgien georgienne | georgian | georgier georgische | georgier georgisch
AL*: albanie albania albanien | albanais albanaise | albanian | albanees albanese | albaner albanisch
MD: moldavie moldova moldawien | moldave moldave | moldovan | moldavier moldavische | moldauer moldauisch
UA*: ukraine oekraine | ukrainien ukrainienne | ukrainian | oekrainer oekraiense oekraiens | ukrainer ukrainisch
RU*: russie russia rusland russland | russe russe | russian | rus russische russisch | russe russisch
SV: el_salvador salvador | salvadorien salvadorienne | salvadoran salvadorian | salvadoraan salvadoraanse | salvadorianer salvadorianisch
CO: colombie colombia kolumbien | colombien colombienne | colombian | colombiaan colombiaanse | kolumbianer kolumbianisch
VE: venezuela | venezuelien venezuelienne | venezuelan | venezolaan venezolaanse | venezolaner venezolanisch
HT: haiti | haitien haitienne | haitian | haitiaan haitiaanse | haitianer haitianisch
CN*: chine china | chinois chinoise | chinese | chinees chinese | chinese chinesisch
PH: philippines filipijnen philippinen | philippin philippine | filipino | filipijn filipijnse | filipino philippinisch
VN*: vietnam | vietnamien vietnamienne | vietnamese | vietnamees vietnamese | vietnamese vietnamesisch
BE: belgique belgium belgie belgien | belge belge | belgian | belg belgische | belgier belgisch
FR*: france frankrijk frankreich | francais francaise | french | fransman franse frans | franzose franzosisch
DE*: allemagne germany duitsland deutschland | allemand allemande | german | duitser duitse duits | deutscher deutsch
IT*: italie italy italien | italien italienne | italian | italiaan italiaanse italiaans | italiener italienisch
ES*: espagne spain spanje spanien | espagnol espagnole | spanish | spanjaard spaanse spaans | spanier spanisch
PT*: portugal | portugais portugaise | portuguese | portugees portugese | portugiese portugiesisch
NL*: pays-bas netherlands nederland niederlande | neerlandais neerlandaise | dutch | nederlander nederlandse | niederlander niederlandisch
RO*: roumanie romania roemenie rumanien | roumain roumaine | romanian | roemeen roemeense roemeens | rumane rumanisch
BG*: bulgarie bulgaria bulgarije bulgarien | bulgare bulgare | bulgarian | bulgaar bulgaarse bulgaars | bulgare bulgarisch
PL*: pologne poland polen | polonais polonaise | polish | pool poolse pools | pole polnisch
X1: | africain africaine | african | afrikaan afrikaanse | afrikaner afrikanisch
X2: | maghrebin maghrebine | maghrebi | noord-afrikaan noord-afrikaanse | maghrebiner maghrebinisch
X3*: | arabe arabe | arab arabic | arabier arabische arabisch | araber arabisch
X4*: | kurde kurde | kurdish kurd | koerd koerdische koerdisch | kurde kurdisch
X5*: | berbere berbere | berber amazigh | berber berberse | berber berberisch
X6*: | peul peule | fulani | peul fulani | fulbe fulani
X7*: | tamoul tamoule | tamil | tamil tamilse | tamile tamilisch
X8*: | kabyle kabyle | kabyle | kabyl kabylische | kabyle kabylisch
X9*: | hazara hazara | hazara pashtun tajik uzbek | hazara oezbeekse | hazara usbekisch
XA: | rom rom | roma | rom romani | roma romani
XB*: | yoruba igbo | yoruba igbo hausa | hausa igbo | hausa igbo
"""


def _read() -> tuple[set[str], dict[str, bool], set[str], set[str]]:
    countries: set[str] = set()
    demonyms: dict[str, bool] = {}
    nouns: set[str] = set()
    languages: set[str] = set()
    for line in _TABLE.strip().splitlines():
        code, _, rest = line.partition(": ")
        places, french, english, dutch, german = (part.split() for part in rest.split("|"))
        countries.update(place.replace("_", " ") for place in places)
        adjective = german[-1]
        forms = [*french, *english, *dutch, *german, *(f"{adjective}{end}" for end in ("e", "er", "en", "es"))]
        forms += [f"{form}s" for form in (*french, *english, *dutch) if not form.endswith("s")]
        forms += [f"{german[0]}in", *(f"{form[:-1]}" for form in dutch[1:] if form.endswith("se"))]
        for form in forms:
            demonyms[form] = demonyms.get(form, True) and not code.endswith("*")
        nouns.update((french[0], *english, dutch[0], german[0], f"{german[0]}in"))
        languages.update(forms if code.endswith("*") else ())
    return countries, demonyms, nouns, languages


_COUNTRIES, _DEMONYMS, _NOUNS, _LANGUAGES = _read()

COUNTRIES: frozenset[str] = frozenset(_COUNTRIES)
"""Folded names of countries."""

DEMONYMS: frozenset[str] = frozenset(_DEMONYMS)
"""Folded words for the people of a country or an ethnic group, nouns and adjectives, every gender."""

ALSO_LANGUAGES: frozenset[str] = frozenset(_LANGUAGES)
"""Those among them that name a language too."""

PEOPLE: frozenset[str] = frozenset(_NOUNS) - ALSO_LANGUAGES
"""Those that, standing alone, mean a person and neither a language nor an adjective of a thing."""

TITLES_OF_PEOPLE: frozenset[str] = frozenset(
    fold_in_place(
        "homme femme jeune personne candidat candidate étudiant étudiante diplômé diplômée ingénieur ingénieure technicien "
        "technicienne soudeur soudeuse électricien électricienne plombier maçon mécanicien mécanicienne développeur "
        "développeuse infirmier infirmière enseignant enseignante professeur chauffeur serveur serveuse vendeur vendeuse "
        "ouvrier ouvrière menuisier charpentier couvreur peintre carreleur boulanger pâtissier coiffeur coiffeuse "
        "comptable informaticien informaticienne réceptionniste frigoriste agriculteur magasinier monteur opérateur "
        "opératrice aide-soignant médecin pharmacien journaliste migrant migrante réfugié réfugiée demandeur demandeuse "
        "man woman guy girl boy person candidate student graduate engineer technician welder electrician plumber mason "
        "mechanic developer programmer nurse teacher driver waiter waitress seller worker carpenter roofer painter baker "
        "hairdresser accountant receptionist farmer operator doctor pharmacist journalist refugee migrant asylum analyst "
        "designer administrator tailor cleaner professional national lawyer "
        "vrouw mens persoon kandidaat student afgestudeerde ingenieur technieker technicus lasser elektricien loodgieter "
        "metser mecanicien ontwikkelaar verpleegkundige verpleegster leraar lerares bestuurder kelner arbeider "
        "timmerman schilder bakker kapper kleermaker boer operator arts vluchteling asielzoeker poetshulp schoonmaker "
        "mann frau bewerber bewerberin absolvent absolventin techniker schweißer schweißerin elektriker klempner maurer "
        "mechaniker entwickler entwicklerin krankenpfleger pflegerin lehrer lehrerin fahrer kellner kellnerin arbeiter "
        "zimmermann maler bäcker friseur schneider arzt flüchtling fachkraft"
    ).split()
)
"""Words for people, mostly at work: a demonym beside one of them speaks of a person. Cooks are left out on purpose (a
Moroccan cook may come from anywhere), and so are those who work with languages."""
