"""The files behind the links: a one-sheet PDF in place of each scan, and drawn shelves in place of photographs."""

import hashlib
import random
from datetime import datetime
from http import HTTPStatus

from shelflist.demo.answer import Answer, Request, Site, http_date, is_unchanged
from shelflist.demo.look import render

_SPINES = ("#7d2e2e", "#2f4858", "#8a6d3b", "#3f5e4b", "#5b4a68", "#a3553a", "#b59b6a", "#39424e")


def upload(site: Site, request: Request) -> Answer | None:
    """The file at an address that some text of the edition names; None for any other. Answers 304."""
    if request.path not in site.edition.uploads:
        return None
    is_pdf = request.path.endswith(".pdf")
    body = pdf(_title(request.path)) if is_pdf else picture(request.path)
    modified = min(post.published for post in site.edition.posts)
    etag = '"' + hashlib.md5(body, usedforsecurity=False).hexdigest()[:16] + '"'
    headers = _validators(etag, modified)
    content_type = "application/pdf" if is_pdf else "image/svg+xml"
    if is_unchanged(request, etag, modified):
        return Answer(HTTPStatus.NOT_MODIFIED, content_type, b"", headers)
    return Answer(HTTPStatus.OK, content_type, body, headers)


def _validators(etag: str, modified: datetime) -> tuple[tuple[str, str], ...]:
    return (("ETag", etag), ("Last-Modified", http_date(modified)))


def _title(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".pdf").replace("-", " ").capitalize()


def pdf(title: str) -> bytes:
    """A valid PDF 1.4 of one page that says its title (Latin-1, no brackets or backslashes)."""
    lines = (("24", "72 700", title[:44]), ("12", "72 670", "A stand-in from Shelflist's demonstration archive."))
    text = "\n".join(f"BT /F1 {size} Tf {place} Td ({words}) Tj ET" for size, place, words in lines)
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    )
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    return (body + _trailer(offsets, len(body))).encode("latin-1")


def _trailer(offsets: list[int], start: int) -> str:
    """The cross-reference table: one 20-byte line to an object (ISO 32000-1, 7.5.4)."""
    size = len(offsets) + 1
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    return f"{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"


def picture(name: str) -> bytes:
    """A drawn shelf of books, 760 by 300; the same name gives the same shelf."""
    dice = random.Random(name)
    spines, x = [], 24
    while x < 724:
        width, height = dice.randint(10, 34), dice.randint(150, 226)
        spines.append((x, 254 - height, width, height, dice.choice(_SPINES)))
        x += width + dice.choice((1, 1, 2, 2, 3, 16))
    return render("shelf.svg.j2", spines=[spine for spine in spines if spine[0] + spine[2] < 736]).encode()
