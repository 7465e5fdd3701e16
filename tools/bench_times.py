"""Speed of the date matcher, MB of text a second on one core: python tools/bench_times.py [FILE...]."""

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from whence.text.dates import find  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))


def texts(names: list[str]) -> dict[str, str]:
    if names:
        return {name: Path(name).read_text("utf-8", "replace") for name in names}
    found = {
        "numbers": "12 " * 100_000,
        "dates": "On 3 May 2014, two days later, he left. " * 8000,
        "dashes": "1980-" * 60_000,
    }
    gum = SHARED / "data" / "gum" / "train.jsonl"
    if gum.exists():
        found["gum"] = "\n".join(json.loads(line)["text"] for line in gum.open(encoding="utf-8"))
    news = SHARED / "data" / "ecbplus" / "train.jsonl"
    if news.exists():
        found["news"] = "\n".join(json.loads(line)["text"] for line in news.open(encoding="utf-8"))
    return found


def once(text: str) -> tuple[float, int]:
    start = time.process_time()
    count = sum(1 for _ in find(text, published="2017-01-19"))
    return time.process_time() - start, count


def main() -> int:
    list(find("On 3 May 2014, two days later, he left.", published="2017-01-19"))
    for name, text in texts(sys.argv[1:]).items():
        size = len(text.encode()) / 1e6
        took, count = min(once(text) for _ in range(3))
        print(f"{name:8} {size:6.2f} MB  {size / took:6.2f} MB/s  {count} expressions")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
