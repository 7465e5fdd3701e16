"""Makers for times of day."""

import re

from whence.text.dates.make.found import Found, count, maker, values
from whence.text.dates.meaning import Clock, Meaning


@maker("clock")
def _clock(found: Found) -> Meaning | None:
    raw = " ".join(str(item.value) for item in found.part("c"))
    zone = values("zones").get(found.word("z").replace("local time", ""), "")
    if raw in ("noon", "midnight"):
        return Clock("12:00:00" if raw == "noon" else "00:00:00", zone)
    half = re.search(r"([ap])\.?m", raw)
    digits = [int(d) for d in re.findall(r"\d+", raw)] or [int(count([raw.split()[0]]) or 0)]
    hour, minute, second = (*digits, 0, 0)[:3]
    if half and not 1 <= hour <= 12 and not 12 < hour < 24:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    plain = not half and "clock" not in raw and not found.words("z")
    if hour > 24 or minute > 59 or (plain and not _is_clock(found)):
        return None
    if raw[0].isdigit() and "." in raw.split()[0] and not half:
        return None
    again = found.after() in ("each", "every", "daily", "nightly")
    precision = "again" if again else "second" if len(digits) > 2 else "minute"
    return Clock(f"{hour % 24:02d}:{minute:02d}:{second:02d}", zone, precision)


def _is_clock(found: Found) -> bool:
    before = found.before()
    return not found.glued() and before in (
        "at",
        "by",
        "until",
        "till",
        "before",
        "after",
        "around",
        "about",
        "since",
        "from",
        "to",
        "between",
        "and",
        "till",
        "–",
        "past",
        ",",
    )


@maker("military")
def _military(found: Found) -> Meaning | None:
    text, zone = found.word("c"), found.word("z")
    if (zone not in values("zones") and zone != "hours") or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    if zone == "hours" and found.before() not in (
        "at",
        "by",
        "until",
        "from",
        "to",
        "around",
        "about",
        "before",
        "after",
    ):
        return None
    return Clock(f"{text[:2]}:{text[2:]}:00", values("zones").get(zone, ""))
