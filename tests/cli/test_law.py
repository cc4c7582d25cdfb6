"""``matcher rules check`` and the verdicts of ``matcher match``, as a user runs them."""

import json

VACANCIES = "reference,title,contract,wage,place,postcode\nW1,Software developer,CDI,53220 EUR brut/an,Namur,5000\n"
PALIM = (
    "N° dossier;Nom;Date de naissance;Nationalité;Métier visé;Diplôme\n"
    "P1;Salma Exemple;01/02/1990;Marocaine;développeuse;Master informatique\n"
)


def test_another_day_changes_the_verdicts_and_never_the_score(matcher, tmp_path):
    (tmp_path / "v.csv").write_text(VACANCIES, encoding="utf-8")
    (tmp_path / "p.csv").write_text(PALIM, encoding="utf-8")
    matcher("load", "vacancies", tmp_path / "v.csv")
    matcher("load", "cohort", tmp_path / "p.csv", "--scheme", "palim")

    def best(day):
        found = json.loads(matcher("match", "--vacancy", "W1", "--as-of", day, "--json").stdout)["matches"][0]
        return found["score"], found["route"], {verdict["rule"]: verdict for verdict in found["verdicts"]}

    score, route, verdicts = best("2026-11-28")
    later_score, later_route, later = best("2027-01-01")
    assert (score, route) == (later_score, "yes")
    assert later_route == "unknown"
    assert verdicts["wa.highly_skilled"]["answer"] == "yes"
    assert verdicts["wa.highly_skilled"]["source"]
    assert later["wa.highly_skilled"]["findings"][0]["code"] == "law.amount_expired"
    assert "31/12/2026" in later["wa.highly_skilled"]["findings"][0]["reason"]
    table = matcher("match", "--vacancy", "W1", "--as-of", "2026-11-28").stdout
    assert "the law, beside the score" in table


def test_the_tables_are_checked_and_a_wrong_one_of_the_user_stops_the_law(matcher, home):
    found = json.loads(matcher("rules", "check", "--as-of", "2026-11-28", "--json").stdout)
    assert found["sound"]
    assert len(found["rows"]) > 80
    assert {"expired", "unverified", "not_found"} <= {remark["gravity"] for remark in found["remarks"]}
    own = home / "rules"
    own.mkdir(parents=True)
    (own / "own.toml").write_text('[[list]]\nid = "x"\n', encoding="utf-8")
    assert "own.toml" in matcher("rules", "check", expect=1).stderr
