"""Makers for what names a place in the calendar: days, months, years, quarters, decades, seasons, feasts."""

import re

from whence.text.dates import calendars
from whence.text.dates.make.found import (
    WORD_AFTER,
    Found,
    checked,
    is_day,
    maker,
    month_of,
    neighbours,
    values,
    weekday_of,
)
from whence.text.dates.meaning import Calendar, Fixed, Meaning, Range
from whence.text.dates.tokens import Item
from whence.text.edtf import is_edtf


def _years(year: str, base: int | None = None) -> int:
    """The year of two or four digits; two digits follow `base`, or lie in the hundred years up to 2049."""
    if len(year) > 2:
        return int(year)
    if base is not None:
        later = base - base % 100 + int(year)
        return later if later >= base else later + 100
    return int(year) + (2000 if int(year) < 50 else 1900)


@maker("iso")
def _iso(found: Found) -> Meaning | None:
    text = found.word("when").upper() if found.words("when") else ""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?", text)
    if not match:
        return None
    zone = match[4] or ""
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    value = f"{match[1]}T{match[2]}{match[3] or ':00'}{zone}"
    return Fixed(value, "second" if match[3] else "minute", "time") if is_edtf(value) else None


@maker("iso_day")
def _iso_day(found: Found) -> Meaning | None:
    year, month, day = found.word("y"), found.word("m"), found.word("d")
    if len(month) != 2 or len(day) != 2 or found.end - found.start != 10 or found.glued():
        return None
    return Calendar(int(year), int(month), int(day)) if is_day(int(year), int(month), int(day)) else None


@maker("compact")
def _compact(found: Found) -> Meaning | None:
    # Eight digits are a date only where a label says so: they are as often a number.
    if found.before() not in ("date", ":", "dated", "on") or found.glued():
        return None
    text = found.word("when")
    return checked(int(text[:4]), int(text[4:6]), int(text[6:]))


@maker("slash")
def _slash(found: Found) -> Meaning | None:
    parts = found.word("when").split("/")
    numbers = [int(part) for part in parts]
    if found.glued() or found.before() in neighbours("signs_before_year"):
        return None
    if len(numbers) == 3:
        if len(parts[0]) == 4:
            return checked(*numbers)
        return _by_order(numbers[0], numbers[1], _years(parts[2])) if len(parts[2]) in (2, 4) else None
    if len(parts[0]) == 4 and 1500 <= numbers[0] < 2100 and len(parts[1]) in (2, 4):
        far = len(parts[1]) == 2 and _years(parts[1], numbers[0]) > numbers[0] + 10  # "2011/77" numbers a decree
        return None if far else _two_years(parts[0], parts[1])
    return Fixed("2001-09-11", "day") if found.word("when") == "9/11" else None


def _by_order(one: int, two: int, year: int) -> Meaning | None:
    """Two numbers and a year: which is the month is known only when one is above 12 or both are equal."""
    if one > 12:
        return checked(year, two, one)
    if two > 12 or one == two:
        return checked(year, one, two)
    if not (is_day(year, one, two) and is_day(year, two, one)):
        return None
    first, last = sorted((f"{year}-{one:02d}-{two:02d}", f"{year}-{two:02d}-{one:02d}"))
    return Fixed(f"[{first},{last}]", "day")


@maker("dots")
def _dots(found: Found) -> Meaning | None:
    day, month, year = found.word("when").split(".")
    return None if found.glued() or len(year) != 4 else checked(int(year), int(month), int(day))


@maker("calendar")
def _calendar(found: Found) -> Meaning | None:
    day, month = found.number("d"), month_of(found.word("m"))
    year = int(found.word("y")) if found.words("y") and len(found.word("y")) > 2 else None
    if year is not None and year < 1000 and (day is not None and found.after() not in (")", ",", ".", ";")):
        return None
    if found.words("yy") or (found.words("y") and year is None):
        year = _years(found.word("yy") or found.word("y"))
    if day is None:
        return Calendar(year, month) if year else None
    if found.words("u") and found.word("u") != "day":
        return Calendar(year, month, part=f"week {day}") if found.word("u") == "week" and day < 5 else None
    if not is_day(year, month, day) or (found.glued() and year is None):
        return None
    if year is None and found.words("d") and not _is_month(found, month_item=found.part("m")[0], dated=True):
        return None
    if year is None and _is_named_for(found):
        return None
    weekday = weekday_of(found.word("w")) if found.words("w") else None
    return Calendar(year, month, day, weekday=weekday)


def _is_month(found: Found, month_item: Item, *, dated: bool = False) -> bool:
    """Whether a word that can be a verb or a person's name is a month here."""
    word = found.text[month_item.start : month_item.end]
    if month_item.value not in ("may", "march", "mar", "jan", "dec", "sun", "april", "june", "august", "jun"):
        return True
    if dated:
        return not (month_item.value == "may" and found.before() in neighbours("before_name"))
    before, after = found.before(month_item.start), found.after(month_item.end)
    if before in neighbours("before_name") or after in neighbours("after_name"):
        return False
    if word in ("April", "June", "August"):
        following = WORD_AFTER.match(found.text, month_item.end)
        named = bool(following and following[1][:1].isupper() and following[1].isalpha())
        return before in neighbours("before_month") or not named
    if len(word) == 3 and word.lower() != "may":
        return (before in neighbours("before_month") and before not in (",", "-", "(")) or found.text[month_item.end :][
            :1
        ] == "."
    if before == "the":
        following = WORD_AFTER.match(found.text, month_item.end)
        return (
            following is not None and following[1].islower() and after not in ("on", "of", "to", "for", "against", "in")
        )
    alone = before in (",", "-", ":", ";", "(") and after not in (",", ".", ")")
    return before in neighbours("before_month") and not alone


@maker("month")
def _month(found: Found) -> Meaning | None:
    item = found.part("m")[0]
    which = found.which
    if found.glued() or (not which and not _is_month(found, item)):
        return None
    if which == "that" or (not which and found.after() in ("st", "street", "avenue", "road")):
        return None
    return Calendar(None, month_of(str(item.value)), which=which)


@maker("month_of")
def _month_of(found: Found) -> Meaning | None:
    which = found.which or "that"
    if not found.words("u"):
        return Calendar(None, month_of(found.word("m")), found.number("d"), which=which)
    if found.word("u") != "year":
        return None
    if which in ("same", "that"):
        return Calendar(None, month_of(found.word("m")), found.number("d"), which="that year")
    return Calendar(None, month_of(found.word("m")), found.number("d"), which=f"{which} year")


@maker("numbers")
def _numbers(found: Found) -> Meaning | None:
    if " " in found.text[found.start : found.end] or found.glued():
        return None
    return _by_order(int(found.word("a")), int(found.word("b")), int(found.word("y")))


@maker("agency")
def _agency(found: Found) -> Meaning | None:
    """The dateline of old agency reports: 6 JUL 89, or 6 Jul 89 (Wire)."""
    item = found.part("m")[0]
    word = found.text[item.start : item.end]
    year = _years(found.word("yy"))
    credited = found.after() in neighbours("signs_after_dateline")
    if not (word.isupper() or credited) or len(word) > 4 or found.glued():
        return None
    return checked(year, month_of(word.lower()), found.number("d") or 0)


@maker("days_of")
def _days_of(found: Found) -> Meaning | None:
    first, last, month = found.number("d"), found.number("d2"), month_of(found.word("m"))
    year = int(found.word("y")) if found.words("y") else None
    if not (first and last and first < last and is_day(year, month, last)) or found.glued():
        return None
    return Range(Calendar(year, month, first), Calendar(year, month, last))


@maker("months_of")
def _months_of(found: Found) -> Meaning | None:
    year, first, last = int(found.word("y")), month_of(found.word("m")), month_of(found.word("m2"))
    return Range(Calendar(year - (first > last), first), Calendar(year, last))


@maker("year")
def _year(found: Found) -> Meaning | None:
    return Calendar(int(found.word("y"))) if is_year(found) else None


def is_year(found: Found) -> bool:
    """Whether a bare number of four digits is a year, by its neighbours."""
    year, before, after = int(found.word("y")), found.before(), found.after()
    if found.glued() or before in neighbours("before_year") or before in neighbours("signs_before_year"):
        return False
    if after in neighbours("after_year") or after in neighbours("signs_after_year"):
        return False
    if after == "-" and re.match(
        r"-(?:[a-z]+-)*(?:foot|seat|page|strong|man|member|mile|km|meter|metre|ton|word|acre|bed|room)",
        found.text[found.end :][:30],
    ):
        return False
    if (
        before in neighbours("quantity_before_year")
        and before not in ("to", "about", "over")
        and after.isalpha()
        and after.endswith("s")
    ):
        return False
    if before == "." and re.search(
        r"\b(?:no|nos|art|sec|vol|p|pp|ch|fig)\s*\.\s*\Z", found.text[max(0, found.start - 8) : found.start].lower()
    ):
        return False
    if re.search(r"\d[ \xa0]\Z", found.text[max(0, found.start - 2) : found.start]):  # a telephone number
        return False
    if _is_address(found) or re.match(r"\s+per\s+cent", found.text[found.end :][:12]):
        return False
    if year < 1850 and re.match(
        r"\s(?!was|his|is|as|has|its|this|does|us)[a-z]+(?:s|ren|men)\b", found.text[found.end :][:24]
    ):
        return False
    return 1500 <= year <= 2050 or (before in neighbours("before_odd_year") and not _is_hour(found))


def _is_hour(found: Found) -> bool:
    """Whether four digits are a time of day: "between 2100 on 4 May and", "from 2100 to 0500"."""
    after = found.text[found.end :][:24]
    return (
        found.word("y")[2:] < "60"
        and re.match(r"(?:\s(?:to|and|until|till)\s|-)0\d\d\d\b|\son \d{1,2} [A-Z]", after) is not None
    )


def _is_named_for(found: Found) -> bool:
    """Whether a day is the name of what follows: 5 May Avenue, the 5 May Movement."""
    after = re.match(r" ([A-Z]\w+)", found.text[found.end :][:40])
    return after is not None and after[1].lower() in neighbours("streets") | neighbours("named_for_days")


def _is_address(found: Found) -> bool:
    """Whether a street's name follows: 1696 Bergen Blvd."""
    words = re.match(r"(?: [A-Z][\w.]*){1,4}", found.text[found.end :][:60])
    return bool(words) and bool(set(words[0].lower().replace(".", "").split()) & neighbours("streets"))  # type: ignore[index]


@maker("named_year")
def _named_year(found: Found) -> Meaning | None:
    year, era = int(re.match(r"\d+", found.word("y"))[0]), found.word("e").replace(".", "")  # type: ignore[index]
    if found.words("u") and (found.word("u") != "year" or (year < 32 and found.after().isalpha())):
        return None
    if found.after() in neighbours("after_year") or (
        found.words("q") and re.match(r" [a-z]+s\b", found.text[found.end :][:24])
    ):
        return None
    if era in ("bc", "bce"):
        return Calendar(1 - year) if year else None
    upper = found.text[found.part("e")[0].start : found.part("e")[0].end] if found.words("e") else "AD"
    if not upper.isupper() or not year:
        return None
    return Calendar(year, mark="~" if found.words("q") else "")


@maker("years")
def _years_range(found: Found) -> Meaning | None:
    first, last = found.word("y"), found.word("yy")
    if found.glued() or not is_year(found):
        return None
    joint = found.text[found.part("y")[0].end : found.part("yy")[0].start]
    if len(last) == 2 and joint == "-" and "01" <= last <= "12" and int(last) <= int(first) % 100:
        return Calendar(int(first), int(last))
    if len(last) < 2 or (len(last) == 2 and " " in joint and joint.strip() == "/"):
        return None
    return _two_years(first, last)


def _two_years(first: str, last: str) -> Meaning | None:
    start, end = int(first), _years(last, int(first))
    return Range(Calendar(start), Calendar(end)) if start < end <= start + 500 else None


@maker("fiscal")
def _fiscal(found: Found) -> Meaning | None:
    return Calendar(int(found.word("y")), mark="~") if found.word("u") in ("", "year") else None


@maker("quarter")
def _quarter(found: Found) -> Meaning | None:
    number = int(found.word("o")[1]) if found.word("o")[:1] in "qh" else found.number("o")
    base, size = (39, 2) if found.word("o")[:1] == "h" else (32, 4)
    if not number or number > size or (found.word("o") == "first" and found.before() in ("a", "one")):
        return None
    year = int(found.word("y")) if found.words("y") else None
    mark = "~" if found.words("f") or found.words("f2") else ""
    which = f"{found.word('which')} year" if found.words("which") else ""
    if year is None and not which and found.after() in ("final", "of", "mile", "century"):
        return None
    return Calendar(year, code=base + number, mark=mark, which=which)


@maker("half")
def _half(found: Found) -> Meaning | None:
    number = found.number("o")
    if number not in (1, 2) or found.word("u") not in ("", "year"):
        return None
    if found.words("y"):
        return Calendar(int(found.word("y")), code=39 + number)
    return Calendar(None, code=39 + number, which=f"{found.word('which') or 'this'} year")


@maker("decade")
def _decade(found: Found) -> Meaning | None:
    word = found.word("y")
    if word in values("decades"):
        return _spelled_decade(found, word)
    digits = re.match(r"\d+", word)[0]  # type: ignore[index]
    if len(digits) == 4:
        year = int(digits)
        if "'" in word or "’" in word:
            return (
                Calendar(year, width=10) if found.before() in ("the", "early", "late", "mid", "-") else Calendar(year)
            )
        return Calendar(year, width=100 if year % 100 == 0 and year < 2000 else 10)
    if found.before() in (*neighbours("signs_before_year"), "her", "his", "their", "my") or found.after() in (
        "°",
        "f",
        "c",
    ):
        return None
    if (
        int(digits) < 60
        and "'" not in found.text[found.start : found.end]
        and "’" not in found.text[found.start : found.end]
    ):
        return None
    return Calendar(int(digits), width=10, short=True)


def _spelled_decade(found: Found, word: str) -> Meaning:
    lead = found.text[found.start : found.part("y")[0].start].lower()
    century = next((n for w, n in (("nineteen", 1900), ("eighteen", 1800), ("seventeen", 1700)) if w in lead), None)
    short = int(values("decades")[word])
    return Calendar((century or 0) + short, width=10, short=century is None)


@maker("centuries")
def _centuries(found: Found) -> Meaning | None:
    first, last = found.number("o"), found.number("o2")
    if found.word("c") != "century" or not first or not last or not first < last <= 30:
        return None
    return Range(Calendar((first - 1) * 100, width=100), Calendar((last - 1) * 100, width=100))


@maker("century")
def _century(found: Found) -> Meaning | None:
    number = found.number("o")
    if not number or found.word("c") != "century" or number > 30:
        return None
    if found.word("e").replace(".", "") in ("bc", "bce"):
        return Fixed(f"-{number * 100 - 1:04d}/-{number * 100 - 100:04d}", "century")
    return Calendar((number - 1) * 100, width=100)


@maker("season")
def _season(found: Found) -> Meaning | None:
    word = found.word("s").removesuffix("time").removesuffix("s")
    word = "fall" if word == "fall" else word
    code = int(values("seasons")[word])
    if found.words("y"):
        return Calendar(int(found.word("y")), code=code)
    which = found.which
    if which:
        return None if which == "that" and word == "fall" else Calendar(None, code=code, which=which)
    return Calendar(None, code=code) if _is_season(found, word) else None


def _is_season(found: Found, word: str) -> bool:
    before, after = found.before(), found.after()
    if found.glued() or after in (
        "olympics",
        "olympic",
        "games",
        "paralympics",
        "palace",
        "street",
        "apart",
        "short",
        "into",
        "from",
    ):
        return False
    the = found.text[found.start : found.start + 3].lower() == "the"
    opens = found.text[found.part("s")[0].start].isupper() and before in (".", "", "?", "!", "/")
    if opens and word in ("summer", "winter", "autumn") and re.match(r" [a-z]", found.text[found.end :][:2]):
        return True
    leads = ("in", "during", "by", "since", "until", "of", "early", "late", "mid", "through", "for", "throughout")
    if word in ("spring", "fall"):
        return (
            before in leads
            and (the or before in ("in", "early", "late", "mid"))
            and after not in ("of", "in")
            and not found.after()[:1].isupper()
        )
    return word in ("summer", "winter", "autumn") and (before in leads or the or found.word("s").endswith("s"))


@maker("solar")
def _solar(found: Found) -> Meaning | None:
    month = values("solar_months").get(found.word("m")) if found.words("m") else None
    if not found.words("y"):
        return None
    year = int(found.word("y"))
    era = found.words("e")
    if not 1200 <= year <= 1500 or (month is None and not era) or not _written_upper(found, "e"):
        return None
    value = calendars.solar(year, month, found.number("d"))
    return Fixed(value, "day" if found.words("d") else "month" if month else "year") if value else None


def _written_upper(found: Found, name: str) -> bool:
    part = found.part(name)
    return not part or len(str(part[0].value).replace(".", "")) > 2 or found.text[part[0].start : part[0].end].isupper()


@maker("lunar")
def _lunar(found: Found) -> Meaning | None:
    month = calendars.lunar_month([*found.words("m")]) if found.words("m") else None
    year = int(found.word("y")) if found.words("y") else None
    if year is None or not 1 <= year <= 1600 or not _written_upper(found, "e") or (found.words("m") and month is None):
        return None
    value = calendars.lunar(year, month, found.number("d"))
    return Fixed(value, "day" if found.words("d") else "month" if month else "year") if value else None


@maker("holiday")
def _holiday(found: Found) -> Meaning | None:
    words = found.text[found.start : found.end].lower()
    name = "new year" if found.word("h") == "new" else found.word("h")
    name = f"{name} eve" if "eve" in words.split() else "new year day" if name == "new year" else name
    if name not in values("holidays") or (
        found.word("h") == "new" and not words.startswith("new year") and not found.words("which")
    ):
        return None
    if found.word("k") and found.word("k") not in ("eve", "day"):
        return None
    year = int(found.word("y")) if found.words("y") else None
    if {"week", "month", "weekend", "season", "time"} & set(words.split()) or _is_named_after(found):
        return None
    following = WORD_AFTER.match(found.text, found.end)
    if (
        " " not in words
        and following
        and following[1].islower()
        and following[1].isalpha()
        and found.after() not in neighbours("after_feast")
    ):
        return None
    return Calendar(year, holiday=str(values("holidays")[name]), which=found.which)


def _is_named_after(found: Found) -> bool:
    """Whether the feast's name is part of another name: Johnnie Christmas, Christmas Cottage."""
    before = re.search(r"([A-Z][\w.]*) \Z", found.text[max(0, found.start - 30) : found.start])
    lead = before[1].lower() if before else ""
    after = re.match(r" [A-Z]", found.text[found.end :][:3])
    return bool(after) or bool(lead and lead not in neighbours("before_month") and lead not in ("merry", "on", "happy"))
