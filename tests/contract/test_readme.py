"""What the README promises exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
MAP = README.split("## You saw X, go to Y", 1)[1].split("\n## ", 1)[0]
ROWS = [line for line in MAP.splitlines() if line.startswith("| ") and not line.startswith("| you saw")]


def test_the_map_has_at_least_ten_symptoms() -> None:
    assert len(ROWS) >= 10


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|docs)/[^`]+)`", README))))
def test_every_path_that_the_readme_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_row_of_the_map_names_a_path() -> None:
    assert [row for row in ROWS if not re.search(r"`(?:src|docs)/", row)] == []


def test_the_picture_is_there() -> None:
    assert all((ROOT / path).is_file() for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README))
