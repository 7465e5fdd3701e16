"""Role mentions: titles, ranks and posts, with the words that specify them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.annotate.mentions.lexicon import head_type, nation, role_words, roles
from whence.annotate.mentions.names import FUNCTION
from whence.annotate.mentions.words import Word
from whence.text.names.words import honorific_contexts, honorifics, is_given, plain

LONGEST = 4
# Written small they are a post beside a name, "as" or "of", and anything else elsewhere.
ALSO_COMMON = frozenset({"captain", "dean", "warden", "whip", "master", "prior", "superior", "executive", "partner"})
HELD_BEHIND = frozenset("as was is been became named elected new former ex - become appointed".split())
ARTICLES = frozenset({"a", "an", "the"})
OWNERS = frozenset("his her their my our your whose".split())
# Given names as well, when a family name alone stands behind them.
GIVEN_TOO = frozenset({"dean"})
# Titles before a name that written small mean something else.
TITLES_ONLY = frozenset({"sister", "canon", "ensign"})
OF_A_BOARD = frozenset("directors trustees governors commissioners managers regents supervisors auditors".split())
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
BOARDS = frozenset({"board", "council", "court", "college", "bench"})
# Styles that with "of" and a land behind them are what somebody is.
OPENING = frozenset(
    """
    interior foreign finance defence defense health education justice environment agriculture labour labor transport
    energy trade industry culture economy prime deputy
    """.split()
)
SITTING = frozenset("representatives delegates deputies lords elders senators councillors commons".split())
HOUSES = frozenset({"house", "chamber", "council", "assembly"})
DEGREES = frozenset(
    "law laws arts art science sciences business engineering education divinity philosophy letters".split()
)
GRADES = frozenset("deputy vice assistant associate acting interim senior junior".split())
REALMS = frozenset("king queen prince princess sultan emir".split())
MINISTERS = frozenset(
    {"secretary", "minister", "ministers", "undersecretary", "under-secretary", "spokesperson", "spokesman"}
)
DEPARTMENT_JOINS = frozenset({"and", "&", "the", "of"})
Titles = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role from word `first` up to `last` (half-open); `kind` is rank, style or post."""

    first: int
    last: int
    kind: str


def find_roles(words: Sequence[Word]) -> Iterator[RoleWords]:
    """Yield roles left to right, each the longest that fits, with specifying words before it."""
    i = 0
    while i < len(words):
        length = _longest(words, i)
        if not length:
            i += 1
            continue
        first = i
        length += max(0, _longest(words, i + length - 1) - 1) if length > 1 else 0  # "military commander in chief"
        if length == 1 and (post := _deputed(words, i)):
            i, length = post, _longest(words, post)
        while first > 0 and _specifies(words, first - 1, words[i].capital) and not _broken(words, first - 1):
            first -= 1
        last = i + length
        first = _first_department(words, first, last)
        kind = "post" if _seated(words, i, last) else _kind(words[i:last])
        if kind == "post":
            last += _portfolio(words, last)
        elif kind == "rank":
            last = _second_rank(words, i, last)
        if kind == "style" and first < i:
            first = i
        if not _other_use(words, i, last):
            yield RoleWords(first, last, kind)
        i = last


def _deputed(words: Sequence[Word], i: int) -> int | None:
    """Of what a deputy at the beginning of a sentence is one: "Deputy foreign minister Ada Mensah"."""
    if words[i].text != "Deputy":
        return None
    for k in range(i + 1, min(i + LONGEST, len(words))):
        if words[k].capital or not _beside(words, k - 1):
            return None
        if _longest(words, k):
            return k
        if not _specifies(words, k, False):
            return None
    return None


def _second_rank(words: Sequence[Word], i: int, last: int) -> int:
    """Where a rank of two words ends that is not in the list as it is written: "Lt. General", "Brig. Gen."."""
    behind = last + (last < len(words) and words[last].text == ".")
    if last != i + 1 or words[i].lower not in roles()["rank_beginnings"] or behind >= len(words):
        return last
    length = _longest(words, behind) if words[behind].capital and _beside(words, behind - 1) else 0
    return behind + length if length and _kind(words[behind : behind + length]) == "rank" else last


def titles_of(words: frozenset[str]) -> Titles:
    """The titles of respect that count in a text of these words (lower case): those of its countries with the rest."""
    found = dict(honorifics())
    for context, when in honorific_contexts().items():
        found |= honorifics(context) if words & when else {}
    return found


def with_honorifics(words: Sequence[Word], found: Sequence[RoleWords], titles: Titles) -> tuple[RoleWords, ...]:
    """The roles of a line with the titles before its names ("Tan Sri", "Woizero"), which may stand in a row."""
    out = list(found)
    ends = {role.last: role for role in found}
    i = 0
    while i < len(words):
        # "Daw Mi Mi Khaing": behind a title the next word is the name, unless it is a title whatever follows.
        size = _title(words, i, titles if i not in ends else {t: n for t, n in titles.items() if n == 1})
        inside = i > 0 and words[i - 1].capital and _beside(words, i - 1) and i not in ends
        if not size or inside:
            i += 1
            continue
        held = [role for role in out if role.first < i + size and i < role.last]
        if all(i <= role.first and role.last <= i + size for role in held):
            out = [role for role in out if role not in held]
            ranked = " ".join(w.lower for w in words[i : i + size]) in roles()["ranks"]
            title = RoleWords(i, i + size, "rank" if ranked else "style")
            out.append(title)
            ends |= {i + size: title, **({i + size + 1: title} if words[i + size].text == "." else {})}
        i += size
    return tuple(sorted(out, key=lambda role: role.first))


def _title(words: Sequence[Word], i: int, titles: Titles) -> int:
    """The length of the longest title at word `i` with enough of a name behind it; 0 where there is none."""
    if not words[i].capital:
        return 0
    for size in range(min(LONGEST, len(words) - i - 1), 0, -1):
        run = words[i : i + size]
        needed = titles.get(tuple(w.lower for w in run))
        if needed and all(w.capital or not w.text[0].isalpha() for w in run) and not any(w.possessive for w in run):
            at = i + size + (words[i + size].text == ".")
            name = words[at : at + needed]
            if (
                len(name) == needed
                and all(w.capital and w.text[0].isalpha() for w in name)
                and _in_row(words, at, needed)
            ):
                return size
    return 0


def _in_row(words: Sequence[Word], first: int, count: int) -> bool:
    return all(_beside(words, k) for k in range(first - 1, first + count - 1))


def _beside(words: Sequence[Word], k: int) -> bool:
    """Whether one blank at most stands between word `k` and the next."""
    return words[k + 1].start - words[k].end <= 1


def _longest(words: Sequence[Word], i: int) -> int:
    table = role_words()
    if _hyphened(words, i) in table:
        return 3
    for length in range(min(LONGEST, len(words) - i), 0, -1):
        run = words[i : i + length]
        key = tuple(w.lower for w in run)
        dotted = (*tuple(w.lower for w in run[:-1]), run[-1].lower + ".")
        if key in table or dotted in table or _singular(key) in table or _occupied(words, i, length):
            return length if not any(w.possessive for w in run[:-1]) else 0
    return 0


def _hyphened(words: Sequence[Word], i: int) -> tuple[str, ...]:
    """Two words as one where a hyphen stands between them: "Lieutenant - Governor"."""
    run = words[i : i + 3]
    joined = len(run) == 3 and run[1].text in HYPHENS and run[2].start - run[0].end <= 3
    return (f"{run[0].lower}-{run[2].lower}",) if joined else ()


def _occupied(words: Sequence[Word], i: int, length: int) -> bool:
    """Whether words are what somebody does for a living, or, before a name, what several do.

    With a capital one word may be a name: "Tom Baker".
    """
    run = words[i : i + length]
    key = tuple(w.lower for w in run)
    named = i + length < len(words) and words[i + length].capital
    known = roles()["occupations"]
    if named and " ".join(_singular(key)) in known and not (i and words[i - 1].capital):
        # "the deckhands Ada Mensah and Ivo Duda", but "Salt Partners LLP"; "Painter Ada Mensah", but "Cook Islands"
        several = " ".join(key) not in known
        if several or (i == 0 and key[-1] not in roles()["trade_names"]):
            return True
    labels = i + length < len(words) and words[i + length].text == ":"  # "Concertmaster: Ivo Duda"
    small = run[0].text.islower() or length > 1 or labels or run[0].lower.endswith("ist")
    return small and " ".join(key) in known


def _singular(key: tuple[str, ...]) -> tuple[str, ...]:
    """The key with the plural ending of its last word (or first, "members of parliament") taken off."""
    if key[-1].endswith("s") and len(key[-1]) > 4:
        return (*key[:-1], key[-1][:-1])
    if key[-1].endswith("men"):
        return (*key[:-1], key[-1][:-3] + "man")
    return (key[0].removesuffix("s"), *key[1:])


def _specifies(words: Sequence[Word], i: int, capital: bool) -> bool:
    word = words[i]
    if i == 0 and word.lower in OPENING:
        return True  # "Interior minister Ada Mensah": the capital is that of the sentence
    graded = i == 0 and word.lower in GRADES  # "Deputy prosecutor Ada Mensah" opens a line
    if word.capital and not capital and not graded and (i == 0 or words[i - 1].capital):
        return False  # "the Harbour Board chairman": the capital belongs to the body
    return word.lower in roles()["specifying"] and not word.possessive and nation(word.text) is None


def _seated(words: Sequence[Word], i: int, last: int) -> bool:
    """Whether a title that mostly stands before a name has its see or realm behind it: "Bishop of Osh", "King of Peru".

    What has the name behind it is a title all the same: "the Bishop of Osh" but "Bishop Ada Mensah of Osh".
    """
    text = " ".join(w.lower for w in words[i:last])
    both = text in roles()["posts"] and text in roles()["ranks"] | roles()["styles"]
    if not words[i].capital or not (text in roles()["sees"] or text in REALMS or both) or words[last - 1].possessive:
        return False
    run = [w for w in words[last : last + 3] if w.lower != "the"]
    behind = ("of", "from", "for") if text == "representative" else ("of",)
    return len(run) > 1 and run[0].lower in behind and run[1].capital


def _portfolio(words: Sequence[Word], i: int) -> int:
    """How many words from `i` on make "of mines", "for foreign affairs", "for Social Protection"."""
    if i >= len(words) or words[i].lower not in ("of", "for"):
        return 0
    if words[i - 1].lower in MINISTERS and (length := _departments(words, i + 1)):
        return length + 1
    for length in (5, 4, 3, 2, 1):
        run = words[i + 1 : i + 1 + length]
        if len(run) == length and " ".join(w.lower for w in run) in roles()["portfolios"]:
            return 0 if _begins_body(words, i + length) else length + 1 + _joined(words, i + 1 + length)
    return 0


def _joined(words: Sequence[Word], i: int) -> int:
    """How many words from `i` on join a second field to a portfolio: "and drama" of "director of music and drama"."""
    if i + 1 >= len(words) or words[i].text not in ("and", "&") or words[i - 1].capital != words[i + 1].capital:
        return 0
    for length in (3, 2, 1):
        run = words[i + 1 : i + 1 + length]
        if len(run) == length and " ".join(w.lower for w in run) in roles()["portfolios"]:
            behind = words[i + 1 + length] if i + 1 + length < len(words) else None
            goes_on = behind is not None and (behind.capital or _longest(words, i + 1 + length) > 0)
            return 0 if goes_on or run[-1].possessive else length + 1
    return 0


def _begins_body(words: Sequence[Word], last: int) -> bool:
    """Whether the last word of a post begins a body's name: "chair of the Board of Selectmen", not "of Delta Bank"."""
    of, matter = (words[k] if k < len(words) else None for k in (last + 1, last + 2))
    if not (words[last].capital and words[last].lower in BOARDS and of and of.lower == "of" and matter):
        return False
    sitting = matter.lower in OF_A_BOARD | SITTING | roles()["departments"] or matter.lower.endswith("men")
    return matter.capital and sitting


def _departments(words: Sequence[Word], i: int) -> int:
    """How many words from `i` on name what a minister has charge of: "Public Service and Administration"."""
    known, last = roles()["departments"], i
    for k in range(i, len(words)):
        lower, joins = words[k].lower, words[k].lower in DEPARTMENT_JOINS or words[k].text == ","
        if not joins and (lower not in known or _longest(words, k)):
            break
        if not joins:
            last = k + 1
        if words[k].possessive and lower not in known:
            break
    behind = words[last] if last < len(words) else None
    body = behind is not None and behind.capital and head_type(behind.text) == "organization"
    return 0 if body else last - i  # "the secretary of the Labour Party"


def _first_department(words: Sequence[Word], first: int, last: int) -> int:
    """Where a minister begins who has charge of two things: "trade and industry minister"."""
    if words[last - 1].lower not in MINISTERS or not words[last - 1].text.islower():
        return first
    k = first
    while k > 0 and not _broken(words, k - 1) and words[k - 1].text.islower():
        if words[k - 1].lower in roles()["departments"]:
            k -= 1
            first = k
        elif (
            words[k - 1].text in ("and", "&")
            and k < last - 1
            and k > 1
            and words[k - 2].lower in roles()["departments"]
        ):
            k -= 1
        else:
            break
    return first


def _broken(words: Sequence[Word], i: int) -> bool:
    """More than a blank between word `i` and the next."""
    return words[i + 1].start - words[i].end > 2


def _kind(run: Sequence[Word]) -> str:
    text = " ".join(w.lower for w in run).replace(" - ", "-")
    lists = roles()
    for kind, key in (("post", "posts"), ("rank", "ranks"), ("style", "styles")):
        if text in lists[key] or text.removesuffix("s") in lists[key]:
            # "General", "Captain" with a capital before a name is a rank; "general manager" is not here.
            both = kind == "post" and (text in lists["ranks"] or text in lists["styles"]) and run[0].capital
            return ("rank" if text in lists["ranks"] else "style") if both else kind
    return "rank" if text + "." in lists["ranks"] else "style" if text + "." in lists["styles"] else "post"


def _one_name_behind(words: Sequence[Word], last: int) -> bool:
    """Whether one word with a capital follows and no more: "Dean Kovac", where of "Dean Ada Mensah" Dean is a title."""
    row = [w.capital and w.text[0].isalpha() and not w.text.isupper() for w in words[last : last + 2]]
    close = last < len(words) and _beside(words, last - 1)
    return close and row[:1] == [True] and not (row[1:] == [True] and _beside(words, last))


def _other_use(words: Sequence[Word], first: int, last: int) -> bool:
    """Lower-case words that are roles only by their looks: "major gains", "private talks", "heads south"."""
    text = " ".join(w.lower for w in words[first:last])
    if text == "don" and last < len(words) and not is_given(plain(words[last].text)):
        return True  # "Don Kovac", but "Don Pedro"
    if text in (
        "major",
        "private",
        "general",
        "marshal",
        "corporal",
        "don",
        "miss",
        "sir",
        "engineer",
        "father",
        "sultan",
        "sheik",
    ):
        return not words[first].capital
    if text in GIVEN_TOO and words[first].capital and _one_name_behind(words, last):
        return True
    if words[first].text.islower() and text.removesuffix("s") in TITLES_ONLY:
        return True
    if text == "partner" and any(w.lower in OWNERS for w in words[max(0, first - 2) : first]):
        return True  # "her partner, Ada Mensah"
    if text in ALSO_COMMON and not words[first].capital:
        return not _holds(words, first, last)
    if text in OF_A_BOARD and first > 1 and words[first - 1].lower == "of" and words[first - 2].lower in BOARDS:
        return True  # "the board of directors" is one body
    if text in SITTING and first > 1 and words[first - 1].lower == "of" and words[first - 2].lower in HOUSES:
        return True  # "the House of Representatives"
    if is_byname(words, first, last):
        return True
    return text in ("heads", "leads", "fellow", "fellows", "chairs", "captains", "judges", "head") and _verbal(
        words, first, last
    )


def _holds(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a word that is a post only at times is one here: "captain Duda", "as dean", "club captain", "dean of"."""
    at = first - 1 if first and words[first - 1].lower in ARTICLES and first > 1 else first
    before = words[first - 1].lower if first else ""
    stands = words[at - 1].lower if at else ""
    after = words[last] if last < len(words) else None
    named = words[last + 1 : last + 2] if after is not None and after.text == "," else words[last : last + 1]
    if stands in HELD_BEHIND:
        return True
    if before in roles()["specifying"] or any(w.capital for w in named):
        return True
    return after is not None and after.lower in ("of", "at", "for") and before in ("", ",", "the", "a", "then", "and")


def is_byname(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words of a post are a degree, a likening or a byname: "a master of law", "a pin-up queen"."""
    after = [w.lower for w in words[first + 1 : first + 3]]
    degree = words[first].lower == "master" and after[:1] == ["of"] and not DEGREES.isdisjoint(after)
    return degree or _epithet(words, first, last)


def _epithet(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is no post but a likening or a byname: "fellow victor", "a pin-up queen", "Cato the Elder"."""
    word, before = words[first].lower, words[first - 1] if first else None
    after = words[last] if last < len(words) else None
    if word in ("fellow", "fellows"):
        return (
            after is not None
            and after.text[0].isalpha()
            and after.lower not in ("of", "at", "in", "for", "from", "and", "with")
        )
    if before is None:
        return False
    if word == "elder":
        return words[first].capital and before.lower == "the" and first > 1 and words[first - 2].capital
    likened = before.text.islower() and before.lower not in FUNCTION | roles()["outside"] | roles()["specifying"]
    return last - first == 1 and word in ("king", "queen", "prince", "princess") and likened


def _verbal(words: Sequence[Word], first: int, last: int) -> bool:
    after = words[last].lower if last < len(words) else ""
    return words[first].lower not in ("head",) and after in (
        "the",
        "a",
        "an",
        "south",
        "north",
        "to",
        "that",
        "it",
        "him",
    )
