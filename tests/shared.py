"""Where the shared corpora and scorers lie, and why a test is skipped when they are not there."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("WHENCE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SEEDS = SHARED / "corpora" / "seeds"
MEASURE = SHARED / "measure"

needs_shared = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"the shared corpora are not at {SHARED}; set WHENCE_SHARED to their folder"
)
