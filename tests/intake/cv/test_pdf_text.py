from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from matcher.errors import UnreadableFileError
from matcher.intake.cv.pdf_text import MOST_PAGES, read_pdf


def pdf(*pages: list[tuple[float, float, int, str]], **options: object) -> bytes:
    """Return a PDF with texts at their places, in letters of their size."""
    stored = io.BytesIO()
    canvas = Canvas(stored, **options)
    for page in pages:
        for left, base, size, text in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return stored.getvalue()


def test_lines_and_the_largest_letters() -> None:
    text = read_pdf(pdf([(50, 700, 24, "Awa Ndao"), (50, 676, 10, "Soudeuse"), (50, 662, 10, "Sfax")]), "cv.pdf")
    assert ([line for line in text.lines if line], text.prominent) == (["Awa Ndao", "Soudeuse", "Sfax"], ("Awa Ndao",))


def test_what_repeats_on_every_page_is_a_margin() -> None:
    def page(number: int) -> list[tuple[float, float, int, str]]:
        body = [(50.0, 700.0 - 14 * row, 10, f"line {row} of part {'abc'[number]}") for row in range(8)]
        return [(50, 800, 8, "CV of Awa"), *body, (50, 30, 8, f"Page {number + 1}")]

    text = read_pdf(pdf(page(0), page(1), page(2)), "cv.pdf")
    assert text.margins == ("CV of Awa", "Page 1", "Page 2", "Page 3")
    assert [line for line in text.lines if line][:2] == ["line 0 of part a", "line 1 of part a"]
    assert len([line for line in text.lines if line]) == 24


def test_turned_text_is_kept() -> None:
    stored = io.BytesIO()
    canvas = Canvas(stored)
    canvas.drawString(50, 700, "Soudeuse")
    canvas.rotate(90)
    canvas.drawString(100, -500, "CURRICULUM")
    canvas.save()
    assert [line for line in read_pdf(stored.getvalue(), "cv.pdf").lines if line] == ["Soudeuse", "CURRICULUM"]


def test_text_within_a_form_is_read_though_its_place_is_not_known() -> None:
    stored = io.BytesIO()
    canvas = Canvas(stored)
    canvas.beginForm("all")
    canvas.drawString(50, 700, "Soudeuse")
    canvas.drawString(50, 686, "Sfax")
    canvas.endForm()
    canvas.doForm("all")
    canvas.save()
    assert "Soudeuse Sfax" in " ".join(" ".join(read_pdf(stored.getvalue(), "cv.pdf").lines).split())


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    data = pdf([(50, 700, 10, "Soudeuse")], encrypt=StandardEncryption("", ownerPassword="owner"))
    assert "Soudeuse" in read_pdf(data, "cv.pdf").lines


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf([(50, 700, 10, "x")], encrypt=StandardEncryption("secret")), "behind a password"),
        (pdf(*[[(50, 700, 10, "x")]] * (MOST_PAGES + 1)), "has 41 pages, more than the 40 of any CV"),
        (pdf([]), "pictures of text"),
        (b"%PDF-1.4 and then nothing", "damaged PDF"),
    ],
)
def test_refusals(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_pdf(data, "cv.pdf")
