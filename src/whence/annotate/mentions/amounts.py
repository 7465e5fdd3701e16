"""Numbers, sums and laws as they are written."""

import re
from collections.abc import Iterator, Sequence

from whence.annotate.mentions.lines import found_by
from whence.model import Document, Mention, Sentence, TimeExpression
from whence.vocab import read_yaml

LAW = re.compile(
    r"\b(?:(?:Executive |Presidential |Supreme |Emergency |Security Council |UN |Council )?"
    r"(?:Order|Resolution|Decree|Regulation|Directive|Law|Act|Proclamation|Ordinance)"
    r"(?: (?:No\.?|Number) ?)? ?\d[\w/.-]*\w|\bE\.O\. ?\d+)"
)
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|dozens|hundreds|"
    "thousands|scores|half|third|quarter|thirds|quarters|twice|once"
)
SCALE = r"(?:thousand|million|billion|trillion|lakh|crore|bn|mn|m|k)\b"
SCALES = r"(?:thousand|million|billion|trillion)s(?: of)?\b"  # "3.2 millions of dollars"
SUM = r"\d(?:[\d,.]*\d)?"
GAP = r"\s{0,12}"  # lines that are filled to the margin, and tables, hold more than one blank
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:%|percent|per cent))?(?:\s(?:hundred|thousand|million|billion))?"
MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,3}[-‑–]\s?$")  # "an AK-47 rifle", "an RPG-7"
AND_SOME = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s"  # "three hundred and fifty"
# "half a million", "a quarter of a million", "one and a half million"
PART_OF_A = (
    rf"(?:half an?|(?:a )?quarter of an?) (?:dozen|hundred|thousand|million|billion)"
    rf"|(?:\d+|{NUMBER_WORDS}) and a half(?: (?:thousand|million|billion))?"
)
QUANTITY = re.compile(
    rf"\b(?:{PART_OF_A}|{DIGITS}|(?:{NUMBER_WORDS})(?:(?:[ -]|{AND_SOME})(?:{NUMBER_WORDS}))*)(?=\W|$)",
    re.IGNORECASE,
)
PARTS = frozenset({"quarters", "thirds"})  # without the number of them
CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
AT = re.compile(r"[^.;]*\bat (?:about |around |approximately |some )?$")
VALUED = re.compile(
    r"\b(?:put|puts|putting|estimat\w+|plac\w+|sets?|setting|stands?|stood|valu\w+|sold|sells?|selling|pric\w+|trad\w+"
    r"|clos\w+|open\w+|reckon\w+|fixed|remain\w+|peak\w+|settled|quoted|capped)\b"
)
REACH = 60


def _money() -> re.Pattern[str]:
    """Sums as they are written: "US$40", "41 million pesos", "KSh200,000", "2.5 million USD", "R310m"."""
    words = {word for listed in read_yaml("numbers.yaml")["currencies"].values() for word in listed}
    longest = sorted((w for w in words if w.replace(" ", "").isalpha() and f"{w}s" not in words), key=len, reverse=True)
    codes = "|".join(w for w in longest if w[0].isupper())
    coins = "|".join(w for w in longest if w.islower())
    letters = "|".join(read_yaml("numbers.yaml")["sum_letters"])
    return re.compile(
        rf"(?:US|NZ|HK|A|C|S|R)?[$€£¥₦₹₱₺₪₴₩]\s?{SUM}(?:{GAP}{SCALE})?|"
        rf"\b(?:{codes})\.?\s?{SUM}(?:\s?{SCALE})?|"
        rf"\b(?:{letters})\.?\s?(?:{SUM}\s?{SCALE}|\d{{1,3}}(?:,\d{{3}})+)|"
        rf"\b{SUM}\s(?:(?:{SCALE}|{SCALES}) )?(?:(?:US|[A-Z][a-z]+) )?(?:{coins}|{codes})\b"
    )


MONEY = _money()


def find_numbers(doc: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> Iterator[Mention]:
    """Numbers and sums of every sentence."""
    for sentence in sentences:
        a, b = sentence.span.start, sentence.span.end
        sums = [(m.start(), m.end()) for m in MONEY.finditer(doc.text, a, b)]
        for start, end in sums:
            yield Mention(doc.span(start, end), "money", "name", found_by("sum"))
        for m in QUANTITY.finditer(doc.text, a, b):
            named = MODEL.search(doc.text, max(a, m.start() - 6), m.start()) is not None
            named |= m[0].lower() in PARTS or _is_clock(doc.text, m)
            if not named and not any(s < m.end() and m.start() < e for s, e in sums):
                yield Mention(doc.span(m.start(), m.end()), "quantity", "name", found_by("number"))


def _is_clock(text: str, number: re.Match[str]) -> bool:
    """Whether four digits are a time of day: "at 1150", "until 0400"; "put the crowd at 1150" counts it."""
    if not CLOCK.fullmatch(number[0]):
        return False
    before = AT.search(text, max(0, number.start() - REACH), number.start())
    return number[0][0] == "0" or (before is not None and not VALUED.search(before[0]))


def find_laws(doc: Document, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Laws and decrees by their numbers."""
    for sentence in sentences:
        for m in LAW.finditer(doc.text, sentence.span.start, sentence.span.end):
            yield Mention(doc.span(m.start(), m.end()), "law", "name", found_by("numbered law"))
