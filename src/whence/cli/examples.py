"""Where the example case lies: in the wheel, or beside the source in a checkout."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from whence.errors import WhenceError


@contextmanager
def example_folder() -> Iterator[Path]:
    """The folder of the example case; raises `WhenceError` when it was not installed."""
    packed = files("whence") / "examples"
    checkout = Path(__file__).parents[3] / "examples" / "case"
    if packed.is_dir():
        with as_file(packed) as folder:
            yield folder
    elif checkout.is_dir():
        yield checkout
    else:
        raise WhenceError("The example case is not installed. Install Whence from its wheel, or run from a checkout.")
