"""Fetching ESCO from a web service: a real server here that answers, and fails, as the documented one does."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import time
from urllib.parse import parse_qs, urlsplit

import pytest

from taxonomies.errors import TaxonomyError
from taxonomies.esco import import_esco
from taxonomies.esco_download import DownloadRequest, download_esco
from taxonomies.esco_service import EscoServiceError, Patience, UnknownChoiceError

ROOT = Path(__file__).parent.parent.parent
ESCO = "http://data.europa.eu/esco"
SCHEMES = {"skill": "member-skills", "occupation": "member-occupations"}
# Invented concepts in the documented shape; the last skill has no Arabic, the last occupation only English.
SKILLS = [
    {"en": "lay bricks", "fr": "poser des briques", "nl": "metselen", "ar": "رصّ الطوب"},
    {"en": "weld pipes", "fr": "souder des tuyaux", "nl": "buizen lassen", "ar": "لحام الأنابيب"},
    {"en": "wash laundry", "fr": "laver le linge", "nl": "was wassen", "ar": "غسل الملابس"},
    {"en": "prune vines", "fr": "tailler la vigne", "nl": "wijnstokken snoeien", "ar": "تقليم الكروم"},
    {"en": "read tide tables", "fr": "lire un annuaire des marées", "nl": "getijtabellen lezen"},
]
OCCUPATIONS = [
    {"en": "bricklayer", "fr": "maçon/maçonne", "nl": "metselaar", "ar": "بنّاء طوب"},
    {"en": "pipe welder", "fr": "soudeur de tuyaux", "nl": "pijplasser", "ar": "لحّام أنابيب"},
    {"en": "tide gauge keeper"},
]


def concept(kind, number, labels):
    links = {
        "self": {"href": f"{ESCO}/x", "uri": f"{ESCO}/{kind}/{number:04d}", "title": labels["en"]},
        "isInScheme": [{"uri": f"{ESCO}/concept-scheme/{SCHEMES[kind]}"}],
    }
    found = {
        "className": kind.capitalize(),
        "uri": f"{ESCO}/{kind}/{number:04d}",
        "title": labels["en"],
        "preferredLabel": labels,
        "alternativeLabel": {code: [f"{text} (2)", f"{text},  3"] for code, text in labels.items()},
        "hiddenLabel": {"en": [f"{labels['en']} hidden"]},
        "description": {code: {"literal": f"About {text}.", "mimetype": "plain/text"} for code, text in labels.items()},
        "status": "released",
        "_links": links,
    }
    if kind == "skill":
        links["hasSkillType"] = [{"uri": f"{ESCO}/skill-type/skill"}]
        links["hasReuseLevel"] = [{"uri": f"{ESCO}/skill-reuse-level/cross-sector"}]
    else:
        found["code"] = f"7112.{number}"
        links["hasEssentialSkill"] = [{"uri": f"{ESCO}/skill/0000", "title": "..."}]
        links["hasOptionalSkill"] = [{"uri": f"{ESCO}/skill/{number:04d}"}]
    return found


class Service:
    """What the server answers, and what it was asked. ``faults`` are used up first, one a request."""

    def __init__(self):
        self.concepts = {
            "skill": [concept("skill", *item) for item in enumerate(SKILLS)],
            "occupation": [concept("occupation", *item) for item in enumerate(OCCUPATIONS)],
        }
        self.cap = 2  # concepts in an answer at most, whatever the limit asked
        self.counts_pages = True  # what offset counts; else concepts
        self.has_next = True
        self.as_results = False
        self.total = lambda kind, offset: len(self.concepts[kind])
        self.faults: list[Callable[[BaseHTTPRequestHandler], None]] = []
        self.asked: list[tuple[str, str, int]] = []
        self.agents: set[str] = set()
        self.url = ""

    def page(self, kind, query):
        language, offset, limit = query["language"][0], int(query["offset"][0]), int(query["limit"][0])
        self.asked.append((kind, language, offset))
        size = min(self.cap, limit)
        start = offset * size if self.counts_pages else offset
        found = self.concepts[kind][start : start + size]
        following = offset + 1 if self.counts_pages else offset + size
        links = {"self": {"href": f"{self.url}/resource/{kind}?offset={offset}"}}
        if self.has_next and start + size < len(self.concepts[kind]):
            links["next"] = {"href": f"http://elsewhere.invalid/api/resource/{kind}?limit={size}&offset={following}"}
        by_uri = {item["uri"]: item for item in found}
        return {
            "count": len(found),
            "offset": offset,
            "limit": size,
            "total": self.total(kind, offset),
            "language": language,
            "concepts": [{"uri": uri, "href": uri} for uri in by_uri],
            "_embedded": {"results": found} if self.as_results else by_uri,
            "_links": links,
        }


def answer(status=200, body=b"", *, announced=None, **headers):
    def send(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body) if announced is None else announced))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return send


BUSY, BROKEN = answer(503), answer(body=b'{"total": 5, "_embedded": {"http://data')
CUT = answer(body=b'{"total": 5,', announced=5000)
LOGIN = answer(body=b"<!doctype html><title>Wifi</title>", Content_Type="text/html")


def refusing(message, status=400):
    return answer(status, json.dumps({"logref": "BadInputException", "status": status, "message": message}).encode())


@contextmanager
def served(service):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            service.agents.add(self.headers["User-Agent"])
            parts = urlsplit(self.path)
            query, kind = parse_qs(parts.query), parts.path.rpartition("/")[2]
            if service.faults:
                service.faults.pop(0)(self)
            elif query["selectedVersion"] == ["v9.9.9"]:
                refusing("Unknown version v9.9.9")(self)
            elif query["isInScheme"] == [f"{ESCO}/concept-scheme/{SCHEMES[kind]}"]:
                answer(body=json.dumps(service.page(kind, query)).encode())(self)

        def log_message(self, *_):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}/api"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def service(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with served(Service()) as found:
        yield found


@pytest.fixture
def waits():
    return []


@pytest.fixture
def fetch(service, tmp_path, waits):
    def run(*languages, edition="v1.2.0", url="", progress=lambda *_: None, folder=tmp_path / "out"):
        patience = Patience(between=0.5, first_wait=2, longest_wait=100, tries=3, timeout=5, sleep=waits.append)
        request = DownloadRequest(languages, folder, edition, url or service.url, patience)
        return download_esco(request, progress=progress)

    return run


def rows(report, name):
    path = next(path for path in report.files if path.name == name)
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_page_of_every_list_becomes_the_official_columns(fetch, service, waits):
    report = fetch("en", "ar")
    assert [path.name for path in report.files] == [
        "skills_en.csv",
        "occupations_en.csv",
        "occupationSkillRelations_en.csv",
        "skills_ar.csv",
        "occupations_ar.csv",
    ]
    assert service.asked == [
        (kind, language, offset)
        for language in ("en", "ar")
        for kind, pages in (("skill", 3), ("occupation", 2))
        for offset in range(pages)
    ]
    assert waits == [0.5] * 9  # between ten requests
    skill = rows(report, "skills_ar.csv")[1]
    assert skill["conceptType"] == "KnowledgeSkillCompetence"
    assert (skill["conceptUri"], skill["preferredLabel"]) == (f"{ESCO}/skill/0001", "لحام الأنابيب")
    assert skill["altLabels"] == "لحام الأنابيب (2)\nلحام الأنابيب, 3"
    assert (skill["skillType"], skill["reuseLevel"], skill["status"]) == (
        "skill/competence",
        "cross-sector",
        "released",
    )
    assert (skill["description"], skill["labelVersion"]) == ("About لحام الأنابيب.", "1.2.0")
    assert rows(report, "skills_en.csv")[0]["hiddenLabels"] == "lay bricks hidden"
    welder = rows(report, "occupations_en.csv")[1]
    assert (welder["conceptType"], welder["code"], welder["iscoGroup"]) == ("Occupation", "7112.1", "7112")
    needed = [(row["relationType"], row["skillUri"][-4:]) for row in rows(report, "occupationSkillRelations_en.csv")]
    assert needed[:4] == [("essential", "0000"), ("optional", "0000"), ("essential", "0000"), ("optional", "0001")]


def test_columns_are_those_of_the_official_package(fetch, esco_dir):
    report = fetch("fr", "en")
    for name in ("skills", "occupations"):
        official = subprocess.run(
            ["bash", "-c", f"zcat -f '{esco_dir}'/{name}_fr.csv* | head -1"], capture_output=True, text=True, check=True
        )
        written = next(path for path in report.files if path.name == f"{name}_fr.csv").read_text(encoding="utf-8")
        assert written.splitlines()[0] == official.stdout.lstrip("\ufeff").strip()


def test_what_a_language_lacks_is_counted_and_left_out(fetch):
    report = fetch("en", "ar")
    lacking = {(item.table, item.language): (item.given, item.unlabelled) for item in report.lists}
    assert lacking == {
        ("skills", "en"): (5, 0),
        ("occupations", "en"): (3, 0),
        ("skills", "ar"): (5, 1),
        ("occupations", "ar"): (3, 1),
    }
    # The service's title stays English where the language has nothing: it is no label.
    assert not any("tide" in row["preferredLabel"] for row in rows(report, "skills_ar.csv"))


def test_english_comes_first_where_none_that_new_is_imported(fetch, service, tmp_path, waits):
    imported = import_esco(fetch("ar").files, tmp_path / "taxonomy", progress=lambda *_: None).taxonomy.status()
    assert {language for _, language, _ in service.asked} == {"en", "ar"}
    patience = Patience(sleep=waits.append)
    for edition, languages in [("v1.2.0", {"fr"}), ("1.1.1", {"fr"}), ("v1.3.0", {"en", "fr"})]:
        service.asked.clear()
        request = DownloadRequest(("fr",), tmp_path / edition, edition, service.url, patience)
        download_esco(request, imported=imported, progress=lambda *_: None)
        assert {language for _, language, _ in service.asked} == languages, edition


@pytest.mark.parametrize("as_results", [False, True], ids=["map of URI", "list of results"])
@pytest.mark.parametrize(
    ("counts_pages", "has_next", "offsets"),
    [(True, True, [0, 1, 2]), (True, False, [0, 1, 2]), (False, True, [0, 50, 100]), (False, False, [0, 1, 50, 100])],
    ids=["pages, with next", "pages", "concepts, with next", "concepts"],
)
def test_paging_in_each_way_that_sources_describe(fetch, service, counts_pages, has_next, offsets, as_results):
    service.concepts["skill"] = [concept("skill", number, {"en": f"skill {number}"}) for number in range(120)]
    service.cap, service.counts_pages, service.has_next, service.as_results = 50, counts_pages, has_next, as_results
    report = fetch("en")
    assert len(rows(report, "skills_en.csv")) == 120
    assert [offset for kind, _, offset in service.asked if kind == "skill"] == offsets


def stop_at(step, done):
    def progress(words, seen, _total):
        if (words, seen) == (step, done):
            raise KeyboardInterrupt

    return progress


def test_a_stopped_run_goes_on_where_it_was(fetch, service):
    with pytest.raises(KeyboardInterrupt):
        fetch("en", "nl", progress=stop_at("fetching skills in nl", 4))
    assert len(service.asked) == 3 + 2 + 2
    before = len(service.asked)
    report = fetch("en", "nl")
    assert service.asked[before:] == [("skill", "nl", 2), ("occupation", "nl", 0), ("occupation", "nl", 1)]
    assert [(item.pages_fetched, item.pages_kept) for item in report.lists] == [(0, 3), (0, 2), (1, 2), (2, 0)]
    assert fetch("en", "nl").files == report.files
    assert len(service.asked) == before + 3


def test_a_connection_that_stays_cut_keeps_what_came(fetch, service, tmp_path):
    service.faults = [lambda handler: service_answers(service, handler), CUT, CUT, CUT]
    with pytest.raises(EscoServiceError, match=r"page at 1.*3 times: check the connection and run the same command"):
        fetch("en")
    assert not list(tmp_path.rglob("*.csv"))
    fetch("en")
    assert service.asked == [("skill", "en", 0), ("skill", "en", 1), ("skill", "en", 2), *OCCUPATION_PAGES]


OCCUPATION_PAGES = [("occupation", "en", 0), ("occupation", "en", 1)]


def service_answers(service, handler):
    parts = urlsplit(handler.path)
    answer(body=json.dumps(service.page(parts.path.rpartition("/")[2], parse_qs(parts.query))).encode())(handler)


@pytest.mark.parametrize("damage", ["", '{"address": "', '{"address": "http://other.invalid/page", "page": {}}', "[]"])
def test_a_page_file_that_is_not_whole_is_fetched_again(fetch, service, tmp_path, damage):
    fetch("en")
    page = tmp_path / "out/esco-v1.2.0/pages/skills_en/000001.json"
    page.write_text(damage, encoding="utf-8")
    service.asked.clear()
    assert len(rows(fetch("en"), "skills_en.csv")) == 5
    assert service.asked == [("skill", "en", 1)]


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        ([answer(429, Retry_After="7")], [7]),
        ([answer(429), answer(429)], [2, 4]),
        ([BUSY, answer(503, Retry_After="0")], [2, 0]),
        ([answer(500), answer(504)], [2, 4]),
        ([CUT], [2]),
        ([BROKEN], [2]),
        ([answer(503, Retry_After="Thu, 01 Jan 1970 00:00:00 GMT")], [0]),
        ([answer(503, Retry_After="soon")], [2]),
    ],
)
def test_failures_that_pass_are_waited_out(fetch, service, waits, faults, expected):
    service.faults = list(faults)
    said = []
    fetch("en", progress=lambda words, *_: said.append(words))
    assert waits[: len(expected)] == expected
    assert waits[len(expected) :] == [0.5] * 4
    assert f"waiting {expected[0]} s, try 1 of 3" in said[0]


def test_a_date_to_wait_for_is_honoured(fetch, service, waits):
    service.faults = [answer(503, Retry_After=formatdate(time() + 60, usegmt=True))]
    fetch("en")
    assert 55 < waits[0] <= 60


@pytest.mark.parametrize(
    ("faults", "message", "requests"),
    [
        ([BUSY] * 9, r"the service answered 503, 3 times: check the connection", 3),
        ([BROKEN] * 9, r"a broken answer came, 3 times", 3),
        ([answer(429, Retry_After="5000")] * 9, r"answered 429, and asks to wait 5,000 s: .* later", 1),
        ([LOGIN] * 9, r"a web page instead of data: check --url, and whether a proxy", 1),
        ([answer(body=b'{"hello": 1}')] * 9, r"something else than concepts \(it has no total\)", 1),
        ([answer(body=b"[1, 2]")] * 9, r"something else than concepts \(it has no total\)", 1),
        ([answer(body=b'{"total": 5, "_embedded": [1]}')] * 9, r"its _embedded is no map", 1),
        ([answer(body=b'{"total": 5, "_embedded": {"a": {"title": "x"}}}')] * 9, r"a concept has no uri", 1),
        ([refusing("not here", 404)] * 9, r"answered 404 \(not here\): check --url and --edition", 1),
        ([answer(407)] * 9, r"answered 407 .* whether your network lets it pass", 1),
    ],
)
def test_failures_that_stay_end_in_one_sentence(fetch, service, tmp_path, faults, message, requests):
    service.faults = list(faults)
    with pytest.raises(EscoServiceError, match=message) as caught:
        fetch("en")
    assert len(faults) - len(service.faults) == requests
    assert service.url in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.rglob("*.csv"))


def test_a_list_that_changes_on_the_way_is_fetched_anew(fetch, service, tmp_path):
    right, service.total = service.total, lambda kind, offset: 5 + offset
    with pytest.raises(EscoServiceError, match=r"announced 5 concepts, then 6 of skills in 'en': nothing was imported"):
        fetch("en")
    assert not list(tmp_path.rglob("*.csv"))
    service.total = right
    service.asked.clear()
    assert len(rows(fetch("en"), "skills_en.csv")) == 5
    assert [offset for kind, _, offset in service.asked if kind == "skill"] == [0, 1, 2]


def test_a_list_with_a_concept_twice_is_fetched_anew(fetch, service, tmp_path):
    right = service.concepts["skill"]
    service.concepts["skill"] = [*right[:4], right[0]]
    with pytest.raises(EscoServiceError, match=r"announced 5 concepts and gave 4 of skills"):
        fetch("en")
    assert not list(tmp_path.rglob("*.csv"))
    service.concepts["skill"] = right
    assert len(rows(fetch("en"), "skills_en.csv")) == 5


def test_a_list_that_ends_too_early_keeps_its_pages(fetch, service, tmp_path):
    right = service.concepts["skill"]
    service.concepts["skill"], service.total = right[:2], lambda kind, _: 5 if kind == "skill" else 3
    with pytest.raises(EscoServiceError, match=r"announced 5 concepts and gave 2 of skills in 'en': nothing was imp"):
        fetch("en")
    assert not list(tmp_path.rglob("*.csv"))
    service.concepts["skill"] = right
    service.asked.clear()
    assert len(rows(fetch("en"), "skills_en.csv")) == 5
    assert [offset for kind, _, offset in service.asked if kind == "skill"] == [1, 2]


def test_a_concept_in_a_hundred_may_be_missing_and_is_said(fetch, service):
    service.concepts["skill"] = [concept("skill", number, {"en": f"skill {number}"}) for number in range(99)]
    service.cap = 50
    service.total = lambda kind, offset: 100 if kind == "skill" else 3
    found = fetch("en").lists[0]
    assert (found.announced, found.given) == (100, 99)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"languages": ("xx", "fr")}, r"--lang 'xx' is no language of ESCO: choose from ar, bg, "),
        ({"languages": ("",)}, r"--lang '' is no language"),
        ({"edition": "newest"}, r"--edition 'newest' is no edition of ESCO: give its number, such as v1.2.0"),
        ({"edition": "9.9.9"}, r"refuses the request \(Unknown version v9.9.9\): choose another --edition or --lang"),
        ({"url": "ftp://example.org"}, r"--url 'ftp://example.org' is no address"),
        ({"url": "http://example.org:port/api"}, r"is no address"),
        ({"url": "ec.europa.eu/esco/api"}, r"is no address"),
        ({"url": "http://a b/"}, r"is no address"),
    ],
)
def test_a_wrong_choice_is_said_with_the_right_ones(fetch, service, tmp_path, wanted, message):
    languages = wanted.pop("languages", ("fr",))
    with pytest.raises(UnknownChoiceError, match=message):
        fetch(*languages, **wanted)
    assert not service.asked
    assert not list(tmp_path.rglob("*.csv"))


def test_no_network_ends_in_one_sentence(fetch, waits):
    with pytest.raises(
        EscoServiceError, match=r"no complete answer came \(.*refused.*\), 3 times: check the connection"
    ):
        fetch("en", url="http://127.0.0.1:9/api")
    assert waits == [2, 4]


def test_a_language_without_any_label_is_said(fetch, service, tmp_path):
    report = fetch("en", "ga")
    assert [path.name for path in report.files if "_ga" in path.name] == []
    assert [item.unlabelled for item in report.lists if item.language == "ga"] == [5, 3]
    for item in [*service.concepts["skill"], *service.concepts["occupation"]]:
        item["preferredLabel"] = {}
    with pytest.raises(TaxonomyError, match=r"has no label in en, ga: choose another --lang or --edition"):
        fetch("en", "ga", folder=tmp_path / "other")


def test_the_request_says_who_asks(fetch, service):
    fetch("en")
    (agent,) = service.agents
    name, _, number = agent.partition("/")
    assert name == "mobility-matcher"
    assert number[0].isdigit()


# --- through the command line


def matcher(home, *arguments, text=None, limit=""):
    environment = os.environ | {"MATCHER_HOME": str(home), "NO_PROXY": "127.0.0.1", "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("MATCHER_DATABASE_URL", "MATCHER_ENCODER"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "matcher", *arguments]
    if limit:
        command = ["bash", "-c", f'{limit}; exec "$@"', "bash", *command]
    return subprocess.run(command, input=text, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_an_arabic_label_fetched_is_a_label_linked(service, tmp_path):
    home = tmp_path / "home"
    address = ("--url", service.url, "--pause", "0")
    done = matcher(home, "taxonomy", "download", "--lang", "ar", *address)
    assert done.returncode == 0, done.stderr
    assert "skills in 'ar': 5 concepts, 1 without a label in 'ar' (3 pages fetched, 0 there before)" in done.stdout
    status = json.loads(matcher(home, "taxonomy", "status", "--json").stdout)
    assert status["edition"] == "1.2.0"
    assert status["labels"]["ar"] >= 6
    assert status["counts"]["skill"] == 5
    linked = matcher(home, "link", "--kind", "skill", "--lang", "ar", "--top", "1", "--jsonl", text="لحام الأنابيب\n")
    best = json.loads(linked.stdout)["matches"][0]
    assert (best["uri"], best["label"], best["method"]) == (f"{ESCO}/skill/0001", "لحام الأنابيب", "same_label")
    before = len(service.asked)
    again = matcher(home, "taxonomy", "download", "--lang", "ar,fr", "--json", *address)
    assert {item["language"] for item in json.loads(again.stdout)["lists"]} == {"ar", "fr"}
    assert {language for _, language, _ in service.asked[before:]} == {"fr"}
    assert json.loads(again.stdout)["status"]["labels"]["fr"] > 0


@pytest.mark.parametrize(
    ("options", "fault", "code", "message"),
    [
        (("--lang", "xx"), None, 2, "--lang 'xx' is no language of ESCO"),
        (("--lang", "fr", "--edition", "v9.9.9"), None, 2, "Unknown version v9.9.9"),
        (("--lang", "fr", "--url", "nowhere"), None, 2, "--url 'nowhere' is no address"),
        ((), None, 2, "--lang"),
        (("--lang", "fr"), LOGIN, 1, "a web page instead of data"),
        (("--lang", "fr", "--out", "README.md"), None, 1, "cannot be written"),
    ],
)
def test_failures_at_the_command_line(service, tmp_path, options, fault, code, message):
    service.faults = [fault] * 9 if fault else []
    address = () if "--url" in options else ("--url", service.url)
    done = matcher(tmp_path / "home", "taxonomy", "download", *address, "--pause", "0", *options)
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home/taxonomy").exists()


def test_a_full_disk_ends_in_one_sentence(service, tmp_path):
    home, options = tmp_path / "home", ("taxonomy", "download", "--lang", "en", "--url", service.url, "--pause", "0")
    done = matcher(home, *options, limit="trap '' XFSZ; ulimit -f 1")
    assert done.returncode == 1
    assert "cannot be written (File too large): free some space or name another folder with --out" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(home.rglob("*.csv"))
    assert not list(home.rglob("*.partial"))
    assert matcher(home, *options, "--no-import").returncode == 0
    assert len(list(home.rglob("*.csv"))) == 3
    assert not (home / "taxonomy").exists()
