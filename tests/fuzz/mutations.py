"""Ways in which a file gets damaged, by accident or on purpose; each is a function of the bytes and a random source."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_NASTY = (
    *(
        b"",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b'"',
        b"'",
        b"\\",
        b"\n",
        b"\r",
        b"\t",
        b";",
        b",",
        b"]",
        b"}",
        b"[" * 50,
    ),
    *(
        b"{" * 50,
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"&lol;",
        b"]]>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
        b"<!--",
    ),
    *(
        b"\\ud800",
        b"\\u0000",
        b"1e999",
        b"-0",
        b"NaN",
        b"9" * 400,
        b"31/02/1999",
        b"0000-00-00",
        b"9999-99-99",
        b"--06",
    ),
    *(b"=cmd|' /C calc'!A0", b"A" * 5000, b"( " * 500, b"1 " * 2000, b"2019-2018 " * 300, "ﷺ".encode(), "İ".encode()),
    *("\u202eمحمد".encode(), "e\u0301".encode() * 200, b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"endobj", b"stream"),
    *(b"/Length 99999999", b"/Kids [1 0 R]", b"/Prev 0", b"\x1f\x8b", b"null", b"true", b"[]", b"{}"),
)
_TOKEN = re.compile(rb"[A-Za-z]{3,}|\d+|[<>{}\[\]:;,\"]")
_JSON_VALUE = re.compile(rb'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null')
_XML_TAG = re.compile(rb"</?[A-Za-z][^<>]*>")
_HEADER = 64


def flip_bits(data: bytes, random: Random) -> bytes:
    """Flip a few bits."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if out:
            out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def truncate(data: bytes, random: Random) -> bytes:
    """Cut the end off, as a broken transfer does."""
    return data[: random.randrange(len(data) + 1)]


def behead(data: bytes, random: Random) -> bytes:
    """Cut some of the beginning off."""
    return data[random.randrange(min(len(data), 4 * _HEADER) + 1) :]


def damage_header(data: bytes, random: Random) -> bytes:
    """Overwrite some of the first bytes, by which formats are told apart."""
    out = bytearray(data)
    for _ in range(random.randint(1, 6)):
        if out:
            out[random.randrange(min(_HEADER, len(out)))] = random.randrange(256)
    return bytes(out)


def insert_nasty(data: bytes, random: Random) -> bytes:
    """Put something nasty in, once or a few times."""
    for _ in range(random.choice((1, 1, 1, 3))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_NASTY) + data[at:]
    return data


def repeat_part(data: bytes, random: Random) -> bytes:
    """Repeat a stretch of the file."""
    start = random.randrange(len(data) + 1)
    part = data[start : start + random.choice((1, 16, 200, 2000))]
    return data[:start] + part * random.choice((2, 3, 50)) + data[start:]


def remove_part(data: bytes, random: Random) -> bytes:
    """Take a stretch out of the middle."""
    start = random.randrange(len(data) + 1)
    return data[:start] + data[start + random.choice((1, 4, 30, 300)) :]


def replace_tokens(data: bytes, random: Random) -> bytes:
    """Replace words, numbers or marks by something nasty."""
    return _replace(_TOKEN, data, random)


def replace_json_values(data: bytes, random: Random) -> bytes:
    """Replace whole JSON values, so that the file stays JSON and its shape changes."""
    values = (b"null", b"[]", b"{}", b"[[]]", b'{"a":{"b":[1]}}', b'"x"', b"-1", b"1e400", b"true", b'["a",{"b":null}]')
    return _replace(_JSON_VALUE, data, random, values)


def replace_xml_tags(data: bytes, random: Random) -> bytes:
    """Take tags out, double or swap them."""
    tags = _XML_TAG.findall(data[:200_000]) or [b"<a>"]
    return _replace(_XML_TAG, data, random, (b"", b"<a>", b"</a>", b"<a/>", random.choice(tags), random.choice(tags)))


def recode(data: bytes, random: Random) -> bytes:
    """Write a text in another encoding."""
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7")), "replace")


def repack(data: bytes, random: Random, inner: Mutation) -> bytes:
    """Damage one member of a zip (also of XLSX, ODS and DOCX) and pack it again, so that the damage is found inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # not a zip
        return inner(data, random)
    chosen = random.randrange(len(members)) if members else 0
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(members):
            archive.writestr(name, inner(content, random) if number == chosen else content)
    return out.getvalue()


MUTATIONS: tuple[Mutation, ...] = (
    *(flip_bits, truncate, behead, damage_header, insert_nasty, repeat_part, remove_part),
    *(replace_tokens, replace_json_values, replace_xml_tags, recode),
)


def mutated(corpus: Sequence[bytes], random: Random) -> bytes:
    """Return one damaged file of a corpus: a few mutations of one, or the parts of two put together."""
    data = random.choice(corpus)
    if random.random() < 0.08:
        other = random.choice(corpus)
        data = data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        mutation = random.choice(MUTATIONS)
        packed = data.startswith(b"PK") and random.random() < 0.7
        data = repack(data, random, mutation) if packed else mutation(data, random)
    return data[: 4 * 1024 * 1024]


def _replace(pattern: re.Pattern[bytes], data: bytes, random: Random, by: Sequence[bytes] = _NASTY) -> bytes:
    spans = [match.span() for match in pattern.finditer(data[:200_000])]
    for start, end in sorted(random.sample(spans, min(len(spans), random.choice((1, 1, 3, 10)))), reverse=True):
        data = data[:start] + random.choice(by) + data[end:]
    return data
