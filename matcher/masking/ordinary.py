"""Words that are names and words of work at once: alone they stay in a text, even where someone is called so."""

from __future__ import annotations

from matcher.masking.origins import ALSO_LANGUAGES, TITLES_OF_PEOPLE
from matcher.masking.reading import fold_in_place

PARTICLES = frozenset(
    "de la le les du des el al ul ed as ben bin ibn bint bou abou abu abd ait oul van der den dem ten ter von zu zum zur "
    "und dos das da do di della san santa saint sankt st et en and the los las mac mc sur sous pour par avec".split()
)
"""Small words inside names: they never show by themselves that a name is meant."""

# Only words whose loss would cost a profile something: "Java" and "Baker" are here, "Blessing" is not.
_FUNCTION_WORDS = """
all any ans aus bei bis but can ces cet comme dans dass dit don drei ein elle est fin for from fur had has her hij his
ich ihr ils ist jahr kan man met mit mon naar nach nicht nos not nun nur oder oft ons our pas per plan que qui
sans ses she sie sind six son tag ton toi uit une via viel vom voor vor was weg wel wer wie wil with you zeer may
april august juli june mai mars januar lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday
thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag maandag vrijdag zondag
"""
_TOOLS = """
angular ansible apache athena azure basic blender boot canva cassandra celery cloud cobol code dart data delphi django
docker elixir excel express figma flask flutter git hadoop hudson jasmine java jenkins jest jira julia karma kafka kali
keras kotlin laravel linux lisp maven maya nest node odoo office oracle pandas pascal perl php python rails redis revit
ruby rust sage samba scala scrum selenium spark spring swift symfony tableau talend unity vue windows word mig tig
"""
_JOBS = """
agent analyst architect artist assistant baker bakker barber bauer boer boucher boulanger brewer butcher butler carpenter
cartier charpentier chef clerk coach commis cook cooper couturier cutter driver engineer farmer fischer fisher
forestier forgeron fournier gardener guard hunter jardinier judge keeper kellner koch kok lasser lehrer linger macon maler
manager marchand marin mason mechanic meier meister menuisier mercier metzger meunier miller muller nurse officer
painter parker pasteur pecheur plombier porter potter professor richter sailor schmied schneider schreiner schuster
sergeant serveur shepherd singer slager smid smith spinner steward student tailleur tailor taylor teacher technicien
tester timmerman tourneur turner vendeur visser wagner weaver weber welder wright zimmermann
"""
_THINGS = """
acier action active agile air alpha ambre application arc art atelier back balance band bank base bay beton bien black
blanc bleu block bois bon bonne book bras bridge brique brown brun bureau business camp candidat care case chance
chantier charge chaud claire clay clean clement client coffee company competence constant contract contrat control
cordon couleur coupe cours court crane cuisine day design development digital diplome eau ecole education effort energy
equipe erfahrung ervaring etage experience fall fer field filet fin fish fleur fond force forest forge formation fort
franc france froid full gage garage garde gaz gel gestion glass gold good grace grand grant gras gray green grey gros
groupe hall hand hard haut high holz home hope hotel house idea industrie iron jardin jaune jeune juste klein knight
labor lake land lane lang langue large laser lean legal licence light ligne lime live logiciel logistique lumiere
machine magasin maintenance maitre major marche marketing maroc marque master mat matin mecanique media mesure metier
meuble mobile mode modem moderne moins mois monde moteur nature net neuf niveau nord north nouveau open orange orient
outil page paix palace papier park part patience pay peinture permis petit pierre pile place plat plus point pool port
porte post power pride prime produit profil programme projet qualite quick radio rapide recherche reseau restaurant rich
riche river roche rock rond rose rouge round royal sable salle salon salt sand sante savoir school science season
secteur securite sel senior service seven sharp short silver simple skill small social societe software soir soleil
solid solo soudure sow special stage star steel stein stern stock stone street strong style sud sun support systeme
table tall tapis taxi team technique temple temps terre test tie time tissu toit tour train transport travail tree
unique universite usine vent vente verre vert vest ville vin vite vitesse voie voile voyage wall warm wash water web
weg well welt werk west white wild wind wise wood work world young zone
"""

ORDINARY: frozenset[str] = (
    frozenset(fold_in_place(f"{_FUNCTION_WORDS} {_TOOLS} {_JOBS} {_THINGS}").split())
    | ALSO_LANGUAGES
    | TITLES_OF_PEOPLE
)
"""Folded words that are masked only beside another part of the person's name."""
