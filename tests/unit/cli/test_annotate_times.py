"""`whence annotate FILE --only times --json`: one JSON line for each expression of time."""

import json
from pathlib import Path

from click.testing import CliRunner

from whence.cli import cli


def test_each_expression_is_one_json_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The harbour was closed on Dec. 14. Nobody came to see that last year.")

    result = CliRunner().invoke(cli, ["annotate", str(file), "--only", "times", "--published", "2017-01-19", "--json"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert [(r["start"], r["end"], r["text"], r["kind"], r["edtf"]) for r in rows] == [
        (26, 33, "Dec. 14", "date", "2016-12-14"),
        (59, 68, "last year", "date", "2016"),
    ]
    assert {"precision", "anchor", "inferred"} <= set(rows[0])
    assert {row["layer"] for row in rows} == {"times"}
