"""Make the Word and PDF files of the example case from examples/source; same input, same bytes."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "tests" / "golden"))

from make_documents import as_docx, as_pdf  # noqa: E402


def main() -> None:
    """Write examples/case/07-rift.docx and 08-posts.pdf."""
    source, case = HERE / "examples" / "source", HERE / "examples" / "case"
    for name, make, how in (
        ("07-rift.docx", as_docx, {"author": "", "header": "", "format": "docx"}),
        ("08-posts.pdf", as_pdf, {"header": "Posts and persons", "format": "pdf"}),
    ):
        lines = [x for x in (source / f"{Path(name).stem}.txt").read_text("utf-8").splitlines() if x.strip()]
        (case / name).write_bytes(make(lines, {"title": lines[0]}, how))


if __name__ == "__main__":
    main()
