"""Where one name ends and the next begins in a run of capitals."""

import re
from collections.abc import Iterator, Mapping, Sequence

from whence.annotate.mentions.lexicon import head_type, heads, is_country, nation
from whence.annotate.mentions.lines import Line
from whence.annotate.mentions.names import OFFICES, Run
from whence.annotate.mentions.roles import RoleWords
from whence.annotate.mentions.words import Word
from whence.reader import Reading
from whence.text.gazetteer import is_place
from whence.text.names.words import is_given, legal_forms, plain
from whence.text.names.words import titles as known_titles


def _neighbours(words: Sequence[Word], run: Run, known: Mapping[str, int], reading: Reading) -> int:
    """Where one name ends and the next begins without a comma between: "in Lima Ortega said", "the UN Ortega met"."""
    if run.last - run.first < 2:
        return 0
    first, last = words[run.first], words[run.last - 1]
    if _prefixed(words, run.first) and (is_country(first.text) or is_place(first.text)):
        return run.first + 1
    ends_body = head_type(last.text) is not None
    if (
        last.possessive
        and is_country(last.text)
        and not nation(words[run.last - 2].text)
        and known.get(words[run.last - 2].lower, 0) > 1
    ):
        return run.last - 1
    if ends_body:
        return 0
    if (
        first.shouted
        and 2 <= len(first.text) <= 6
        and plain(first.text) not in legal_forms()
        and head_type(first.text) != "organization"
        and first.lower not in heads()["ship_letters"]
        and words[run.first + 1].capital
        and not words[run.first + 1].shouted
        and not _are_initials(words, run, reading)
    ):
        return run.first + 1
    rest_known = all(known.get(w.lower, 0) > 1 for w in words[run.first + 1 : run.last])
    placed = run.first > 0 and words[run.first - 1].lower in ("in", "to", "from", "near", "at", "outside")
    whole = (first.start, last.end)
    placed = placed and not any(m.type == "person" and (m.start, m.end) == whole for m in reading.mentions)
    return (
        run.first + 1
        if placed and rest_known and is_place(first.text) and first.lower in known and run.last - run.first == 2
        else 0
    )


def _are_initials(words: Sequence[Word], run: Run, reading: Reading) -> bool:
    """Whether letters are of the person whose last name is behind: "G.A. Lindqvist", not "U.S. Marines"."""
    first, last = words[run.first], words[run.last - 1]
    bare = re.fullmatch(r"[A-Z]{2}", first.text) and not is_country(first.text)
    if not (bare or re.fullmatch(r"(?:[^\W\d_]\.){2,}", first.text)) or not 1 < run.last - run.first < 5:
        return False
    titled = run.first > 0 and known_titles().get(plain(words[run.first - 1].text)) in ("courtesy", "learned")
    return titled or any(m.type == "person" and (m.start, m.end) == (first.start, last.end) for m in reading.mentions)


def _prefixed(words: Sequence[Word], first: int) -> bool:
    """Whether a name hangs on a prefix: "the pro-Lima Dockers' Union" holds two names."""
    glued = first > 1 and words[first - 1].text == "-" and words[first - 1].end == words[first].start
    return glued and words[first - 2].lower in ("pro", "anti")


def _person_behind(words: Sequence[Word], run: Run, reading: Reading) -> int:
    """Where the reader sees a person begin behind the name of a body ("the Rowing Club Ada Mensah joined")."""
    for k in range(run.first + 1, run.last):
        if head_type(words[k - 1].text) == "organization" and words[k - 1].capital:
            start, end = words[k].start, words[run.last - 1].end
            if any(
                m.type == "person" and m.form == "name" and (m.start, m.end) == (start, end) for m in reading.mentions
            ):
                return k
    return 0


def _holder_behind(line: Line, run: Run, known: Mapping[str, int]) -> int:
    """Where the holder of a post begins behind its place: "the governor of Osh Anatole Duda"; 0 where nobody does.

    Of an envoy the last name alone, where the text has it elsewhere: "the ambassador to Peru Mensah".
    """
    words = line.words
    link = words[run.first - 1].lower if run.first and any(r.last == run.first - 1 for r in line.roles) else ""
    if link not in ("of", "to") or head_type(words[run.last - 1].text) is not None:
        return 0
    if link == "to" and run.last - run.first == 2 and is_place(words[run.first].text):
        return run.first + 1 if known.get(words[run.first + 1].lower, 0) > 1 else 0
    for k in range(min(run.last - 2, run.first + 3), run.first, -1):
        rest = [plain(w.text) for w in words[k : run.last]]
        bearer = is_given(rest[0]) or all(known.get(w.lower, 0) > 1 for w in words[k : run.last])
        if bearer and is_place(" ".join(w.text for w in words[run.first : k])):
            return k
    return 0


def cut_run(line: Line, run: Run, role_at: set[int], known: Mapping[str, int], reading: Reading) -> Iterator[Run]:
    """Cut a run of capitals at the roles inside it: "Kenyan President Wanjiru Otieno" is three things."""
    words = line.words
    last_kind = head_type(words[run.last - 1].text)
    inside = [r for r in line.roles if r.first < run.last and run.first < r.last and not _of_body(words, run, r)]
    apart = (
        _neighbours(words, run, known, reading)
        or _person_behind(words, run, reading)
        or _holder_behind(line, run, known)
    )
    if apart:
        yield from cut_run(line, Run(run.first, apart), role_at, known, reading)
        yield from cut_run(line, Run(apart, run.last), role_at, known, reading)
        return
    if _is_office(words, run) or (
        last_kind in ("organization", "facility", "law", "event")
        and run.last - 1 not in role_at
        and not _two_names(words, run, inside)
        and not _post_of(words, run, inside, reading)
    ):
        seat = _seat(words, run, inside)
        if seat > run.first and all(known.get(w.lower, 0) > 1 for w in words[run.first : inside[0].first]):
            yield from (Run(run.first, end) for end in [inside[0].first] if end > run.first)
        yield Run(seat, run.last)
        return
    start = run.first
    for role in inside:
        if role.first > start:
            yield Run(start, role.first)
        start = max(start, role.last)
        if _post_of(words, run, inside, reading):
            break
    if start < run.last:
        yield Run(start, run.last)


def _post_of(words: Sequence[Word], run: Run, inside: Sequence[RoleWords], reading: Reading) -> bool:
    """Whether a post with a capital has its body behind it: "Deputy Director of the Harbour Board"."""
    post = inside[0] if inside else None
    if post is None or post.first != run.first or post.kind != "post" or words[post.last - 1].lower.endswith("s"):
        return False
    whole = words[run.first].start, words[run.last - 1].end
    named = any(
        (m.start, m.end) == whole and m.form in ("name", "named") for m in (*reading.mentions, *reading.phrases)
    )
    return post.last < run.last and words[post.last].lower in ("of", "for") and not named


def _of_body(words: Sequence[Word], run: Run, role: RoleWords) -> bool:
    """Whether a post is a word of a body's name: "General Directorate of Roads", "Teachers' Union of Osh"."""
    if role.last >= run.last:
        return False
    last, after = words[role.last - 1], words[role.last]
    body = after.capital and head_type(after.text) == "organization"
    members = last.lower.endswith(("s", "men", "women")) or after.lower in OFFICES
    return body and (last.lower == "general" or (last.possessive and members))


def _is_office(words: Sequence[Word], run: Run) -> bool:
    """Whether a run is the office of a post: "Office of the Attorney General"."""
    row = [w.lower for w in words[run.first : run.last]]
    return len(row) > 3 and row[0] in OFFICES and row[1:3] == ["of", "the"]


def _two_names(words: Sequence[Word], run: Run, inside: Sequence[RoleWords]) -> bool:
    """A rank at the front is cut off; "Prime Minister's Office" and "Commander Salma Idris Force" are one name."""
    if run.last - run.first == 2 and words[run.first].lower == "general" and head_type(words[run.last - 1].text):
        return False  # "General Motors", "General Assembly"
    return bool(inside) and inside[0].first == run.first and inside[0].kind == "rank" and run.last - inside[0].last <= 2


def _seat(words: Sequence[Word], run: Run, inside: Sequence[RoleWords]) -> int:
    """Where the body begins behind a post and "of": "Plant Director of the Halden Works"; else where the run begins."""
    post = inside[0] if inside else None
    if post is None or post.kind != "post" or post.first > run.first + 2 or words[post.last - 1].lower.endswith("s"):
        return run.first
    if post.last >= run.last or words[post.last].lower != "of":
        return run.first
    at = post.last + 1
    while at < run.last and words[at].lower in ("the", "of"):
        at += 1
    return at if at < run.last and words[at].capital else run.first
