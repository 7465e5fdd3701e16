"""The Solar Hijri and the Hijri (lunar) calendar, put into EDTF with the uncertainty that the conversion has.

Solar Hijri: the leap years of K. M. Borkowski, The Persian calendar for 3000 years (1996), exact for the years in use.
Lunar: the tabular calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of each thirty). The month
that people keep begins with the sighting of the moon, a day earlier or later; every lunar value therefore has a ``~``.
"""

from collections.abc import Sequence

from whence.text.edtf import civil, days, write_day

_BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178)
_LUNAR_EPOCH = days(622, 7, 19)  # 1 Muharram 1 of the civil tabular calendar, 16 July 622 Julian
_TWINS = ("thani", "thaani", "akhir", "akhira", "akhirah", "ii", "sani")


def solar_new_year(year: int) -> int:
    """The day on which the Solar Hijri `year` begins, as a number (see `whence.text.edtf.days`)."""
    leap, before, jump = -14, _BREAKS[0], 0
    for mark in _BREAKS[1:]:
        jump = mark - before
        if year < mark:
            break
        leap += jump // 33 * 8 + jump % 33 // 4
        before = mark
    n = year - before
    leap += n // 33 * 8 + (n % 33 + 3) // 4
    if jump % 33 == 4 and jump - n == 4:
        leap += 1
    gregorian = year + 621
    return days(gregorian, 3, 20 + leap - (gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150))


def _solar_day(year: int, month: int, day: int) -> int:
    return solar_new_year(year) + (month - 1) * 31 - max(0, month - 7) + day - 1


def solar(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """A Solar Hijri day as a day, a month or a year as an interval of days; None where there is no such day."""
    if month is None:
        return f"{write_day(solar_new_year(year))}/{write_day(solar_new_year(year + 1) - 1)}"
    start = _solar_day(year, month, 1)
    stop = _solar_day(year, month + 1, 1) if month < 12 else solar_new_year(year + 1)
    if day is None:
        return f"{write_day(start)}/{write_day(stop - 1)}"
    return write_day(start + day - 1) if 1 <= day <= stop - start else None


def lunar_month(words: Sequence[str]) -> int | None:
    """The number of a lunar month by its words; the second of twins has an ending that says so."""
    from whence.vocab import read_yaml

    table = read_yaml("dates_values.yaml")["lunar_months"]
    number = table.get(words[0])
    if number in (3, 5):
        return int(number) + bool(set(words) & set(_TWINS))
    if number == 12 and set(words) & {"qidah", "qadah", "qada", "qa"}:
        return 11
    return number if number is None else int(number)


def _lunar_day(year: int, month: int, day: int) -> int:
    return _LUNAR_EPOCH + (year - 1) * 354 + (11 * year + 3) // 30 + (month - 1) * 29 + month // 2 + day - 1


def lunar(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """A Hijri day, approximate, or a month or a year as an approximate interval; None where there is no such day."""
    if month is None:
        return f"{write_day(_lunar_day(year, 1, 1))}~/{write_day(_lunar_day(year + 1, 1, 1) - 1)}~"
    start = _lunar_day(year, month, 1)
    stop = _lunar_day(year, month + 1, 1) if month < 12 else _lunar_day(year + 1, 1, 1)
    if day is None:
        return f"{write_day(start)}~/{write_day(stop - 1)}~"
    return f"{write_day(start + day - 1)}~" if 1 <= day <= 30 else None


def easter(year: int) -> int:
    """The day of Easter Sunday, western reckoning (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return days(year, month, day + 1)


def holiday(rule: str, year: int) -> int:
    """The day on which a holiday of `dates_values.yaml` falls in `year`."""
    first, _, rest = rule.partition(" ")
    if first == "easter":
        return easter(year) + int(rest)
    if first == "nowruz":
        return solar_new_year(year - 621)
    if "-" in first:
        month, day = first.split("-")
        return days(year, int(month), int(day))
    weekday, nth = (int(part) for part in rest.split())
    start = days(year, int(first), 1)
    return start + (weekday - (start + 3)) % 7 + 7 * (nth - 1)


def solar_year_of(number: int) -> int:
    """The Solar Hijri year in which a day falls."""
    year = civil(number)[0] - 621
    return year if number >= solar_new_year(year) else year - 1
