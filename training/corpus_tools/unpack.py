"""Split one stream of documents (``=== batch/name`` lines between them) into the corpus's files."""

import re
import sys

from training.corpus_tools.load import CORPUS


def main() -> None:
    """Read standard input; write every document to its file under training/corpus."""
    parts = re.split(r"(?m)^=== (\S+)\n", sys.stdin.read())
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        path = CORPUS / f"{name}.mark"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body.strip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
