"""The exports of the seed corpus, measured by the shared script of the contract."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.shared import MEASURE, SEEDS, needs_shared

from whence.cli import cli


@pytest.mark.slow
@needs_shared
def test_the_shared_contract_holds_for_the_seeds(tmp_path: Path) -> None:
    case = tmp_path / "seeds.whence"
    assert CliRunner().invoke(cli, ["ingest", str(SEEDS / "docs"), "--case", str(case)]).exit_code == 0
    for name in ("claims", "entities", "conflicts", "documents"):
        out = ["-o", str(tmp_path / f"{name}.jsonl")]
        assert CliRunner().invoke(cli, ["export", name, "--case", str(case), *out]).exit_code == 0

    command = [sys.executable, str(MEASURE / "contract.py"), str(tmp_path), str(SEEDS / "docs")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
