"""The folders of TalentCLEF 2025 as distributed, with invented rows."""

import pytest

from evaluation.benchmarks import load
from matcher.errors import NotFoundError
from taxonomies.concepts import ConceptKind


@pytest.fixture
def download(tmp_path):
    titles = tmp_path / "TaskA" / "validation" / "english"
    titles.mkdir(parents=True)
    (titles / "queries").write_text("q_id\tjobtitle\n1\twelder\n2\tbaker\n", encoding="utf-8")
    (titles / "corpus_elements").write_text("c_id\tjobtitle\n1\tarc welder\n2\tpastry cook\n", encoding="utf-8")
    (titles / "qrels.tsv").write_text("1\t0\t1\t1\n2\t0\t2\t1\n2\t0\t1\t0\n", encoding="utf-8")
    skills = tmp_path / "TaskB" / "validation"
    skills.mkdir(parents=True)
    (skills / "queries").write_text("q_id\tjobtitle\ndev_qb_jt_1\tbaker\n", encoding="utf-8")
    (skills / "corpus_elements").write_text(
        "c_id\tesco_uri\tskill_aliases\n"
        "dev_cb_sk_1\thttp://example.org/skill/1\t['bake bread', \"baker's work\"]\n"
        "dev_cb_sk_2\thttp://example.org/skill/2\t['weld']\n",
        encoding="utf-8",
    )
    (skills / "q_rels").write_text("dev_qb_jt_1 0 dev_cb_sk_1 1\n", encoding="utf-8")
    return tmp_path


def test_task_a_ranks_titles(download, starter):
    found = load("talentclef-a-en", download, starter)
    assert [(query.text, query.relevant) for query in found.queries] == [("welder", {"1"}), ("baker", {"2"})]
    assert found.corpus == (("1", "arc welder"), ("2", "pastry cook"))
    assert (found.kind, found.language) == (ConceptKind.OCCUPATION, "en")


def test_task_b_ranks_every_alias_of_a_skill(download, starter):
    found = load("talentclef-b", download, starter)
    assert [(query.text, query.relevant) for query in found.queries] == [("baker", {"dev_cb_sk_1"})]
    assert found.corpus == (("dev_cb_sk_1", "bake bread"), ("dev_cb_sk_1", "baker's work"), ("dev_cb_sk_2", "weld"))
    assert found.kind is ConceptKind.SKILL


def test_a_language_that_was_not_downloaded_is_named(download, starter):
    with pytest.raises(NotFoundError, match="german"):
        load("talentclef-a-de", download, starter)
