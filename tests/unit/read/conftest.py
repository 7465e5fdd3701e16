"""Files of every format, made here: nothing is stored, so nothing can be out of date."""

from collections.abc import Callable
from pathlib import Path

import pytest

from whence.read import Found, Job, Limits, read_job

Placed = tuple[float, float, float, str, str]


def pdf_bytes(pages: list[list[Placed]], info: str = "") -> bytes:
    """A PDF of lines (x, y, size, font, text); font is F1 (regular) or F2 (bold)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    objects += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = [f"BT /{f} {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, f, text in lines]
        stream = "\n".join(shown)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _assemble(objects)


def _escaped(text: str) -> str:
    return "".join("\\" + c if c in "()\\" else c for c in text)


def _assemble(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    start = len(out)
    return (
        out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{start}\n%%EOF".encode()
    )


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Found]]:
    """Read bytes as a file of a name, in this process."""

    def _read(name: str, data: bytes, limits: Limits | None = None, known: frozenset[str] = frozenset()) -> list[Found]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_job(Job(name, path), limits or Limits(), known))

    return _read
