"""A benchmark's process with one thread for numpy's products, as `whence.read.pool` gives its workers."""

import os
import sys

ONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def with_one_thread(module: str) -> None:
    """Begin the program anew with one thread, unless it has but one; numpy asks for it only when it is loaded."""
    if any(os.environ.get(name) != value for name, value in ONE.items()):
        os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], os.environ | ONE)
