"""Names: runs of capitalised words, cut where one name ends and another begins."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from whence.annotate.mentions.lexicon import (
    JOINERS,
    PARTICLES,
    head_type,
    heads,
    is_country,
    nation,
    role_words,
)
from whence.annotate.mentions.words import Word
from whence.text.gazetteer import is_place
from whence.text.names.words import is_given, is_sort, legal_forms, plain

DASHES = frozenset({"-", "–", "—", "--"})
# Capitalised words that open a sentence or a heading and are no part of a name.
# With a capital behind a name and small words after, they open the next sentence.
OPENERS = frozenset(
    "when while although though because since after before during despite however if until where here there".split()
)
SUFFIXES = frozenset({"sr", "jr"})  # behind a name, never one
OWNERS = frozenset(
    """
    people women men children examiner coroner sheriff attorney prosecutor marshal auditor registrar king queen
    general ombudsman commissioner minister
    """.split()
)
FUNCTION = frozenset(
    """
    the a an this that these those he she it they we i you his her its their our my your who which what when
    where why how if in on at by for from of to with as and or but nor so yet not no since after before during
    while although though however meanwhile moreover nevertheless because despite under over between among
    within without against about into there here one two three four five six seven eight nine ten many most some
    several all both neither nor either each every any few other another such also only even still just now then
    once again more less is are was were be been has have had do does did will would can could may might must shall
    should born known
    according additionally conversely consequently domestically eventually finally furthermore hence initially
    instead last later likewise next otherwise perhaps previously recently similarly sometimes soon therefore
    thus today tomorrow tonight yesterday until unlike upon whereas whether yes ex former new old re mr mrs ms
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december
    """.split()
)
SEVERAL = frozenset("brothers sisters twins cousins siblings triplets friends".split())
GIVEN_MONTHS = frozenset({"april", "june", "august"})
BEFORE_MONTH = frozenset(
    {"early", "mid", "late", "through", "throughout", "around", "until", "till", "ending", "starting"}
)
# Of those the ones that are never part of a name, though they stand before or behind one with a capital.
LOOSE = frozenset(
    """
    the a an i he she it they we mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february
    april june july august september october november december in on at by from of to with as and or but nor so yet
    that this these those his her its their
    """.split()
)
# Small words inside the names of bodies in other languages, and those that only follow another ("para a Libertação").
FOREIGN_LINKS = frozenset(
    """
    de del della delle dello dei degli di da do das dos des du para por per pour für fur von zur zum der die das den und
    et ed d’ d' e y i la le les los las el al en na no nas nos sur aux au à nad za u o ve ya wa kwa dan untuk bagi pada
    """.split()
)
AFTER_LINK = frozenset("a o os as la le les los las il lo l’ l' der die das den el".split())
PREPOSITIONS = frozenset({"as", "at", "ad", "des"})  # articles only where a hyphen follows ("as-Sadr")
ABBREVIATED = frozenset("sdn pte pvt pty co ltd".split())
NICKNAME_MARKS = frozenset('"“”')
SAINTS = frozenset({"st", "ste", "saint"})
OFFICES = frozenset({"office", "secretariat", "chancellery"})  # of a post, which is no person there
SMALL = frozenset({"of", "for", "the", "and", "&"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (half-open) that make one name."""

    first: int
    last: int


def find_runs(words: Sequence[Word], proper: Sequence[bool], known: Container[str], heading: bool) -> Iterator[Run]:
    """Yield the names of one sentence.

    `proper[i]` is the tagger's word that word `i` is a proper noun. `known` holds names (lower case) seen in running
    text elsewhere in the document; in a `heading`, where every word has a capital, only those and proper nouns count.
    """
    i = 0
    while i < len(words):
        if not _opens(words, i, proper, known, heading):
            i += 1
            continue
        last = _extend(words, i, proper, known, heading)
        yield Run(i, last)
        i = last


def _opens(words: Sequence[Word], i: int, proper: Sequence[bool], known: Container[str], heading: bool) -> bool:
    word = words[i]
    if _arabic_article(word):
        return True
    if word.lower.rstrip(".") in SUFFIXES:
        return False
    if not word.capital or not word.text[0].isalpha():
        return False
    if word.lower in FUNCTION and not _acronym_like(word):
        return not heading and (_capital_of_name(words, i) or _is_initial(words, i) or _is_called_so(words, i, proper))
    if heading:
        return proper[i] or word.lower in known
    if word.lower in SEVERAL and _two_follow(words, i):
        return False
    if i == 0 or not words[i - 1].text[0].isalnum():
        # A capital after a full stop or a quotation mark may be the sentence's, not the word's.
        return (
            proper[i] or word.shouted or word.lower in known or nation(word.text) is not None or _name_follows(words, i)
        )
    return True


def _two_follow(words: Sequence[Word], i: int) -> bool:
    """Whether two given names follow a word for several people: "Brothers Ivo and Jan Duda"."""
    names = [w for w in words[i + 1 : i + 6] if w.text != ","]
    at = next((k for k, w in enumerate(names[:4]) if w.lower == "and" and w.text.islower()), 0)
    return bool(at) and all(w.capital and w.text.isalpha() for w in (*names[:at], *names[at + 1 : at + 2]))


def _is_called_so(words: Sequence[Word], i: int, proper: Sequence[bool]) -> bool:
    """Whether the name of a month is a given name: "August Lind became", "his wife, June Lind"; not "in June Lind"."""
    after = words[i + 1] if i + 1 < len(words) else None
    if words[i].lower not in GIVEN_MONTHS or after is None or not after.capital or not after.text.isalpha():
        return False
    if after.lower in FUNCTION or not (proper[i] and proper[i + 1]) or nation(after.text) is not None:
        return False
    before = words[i - 1] if i else None
    if before is None or before.text == "," or (before.text.isdigit() and len(before.text) == 4):
        return True
    return before.text.islower() and before.lower not in FUNCTION | BEFORE_MONTH


def _acronym_like(word: Word) -> bool:
    return (
        word.shouted and word.text not in ("I", "A") and len(word.text) > 1 and word.text in ("US", "UN", "IT", "WHO")
    )


def _capital_of_name(words: Sequence[Word], i: int) -> bool:
    """Whether a small word has its capital from a name: inside a sentence, before another ("All Citizens")."""
    before = words[i - 1] if i else None
    middle = before is not None and before.text[0].isalpha() and before.text.islower() and not before.possessive
    return middle and words[i].lower not in LOOSE and _name_follows(words, i)


def _is_initial(words: Sequence[Word], i: int) -> bool:
    """Whether "A" or "I" is no word but the first of two initials: "I K Adeyemi"."""
    second, name = (words[k] if k < len(words) else None for k in (i + 1, i + 2))
    letters = second is not None and len(words[i].text) == len(second.text) == 1 and second.capital
    return letters and name is not None and name.capital and len(name.text) > 1 and not name.shouted


def _name_follows(words: Sequence[Word], i: int) -> bool:
    follows = i + 1 < len(words) and words[i + 1].capital and words[i + 1].start - words[i].end == 1
    return follows and words[i + 1].lower not in FUNCTION


def _arabic_article(word: Word) -> bool:
    """Whether it is like "al-Hakimi": a lower-case article joined to a capitalised word."""
    head, dash, tail = word.text.partition("-")
    return bool(dash) and head.lower() in PARTICLES and tail.lstrip("-")[:1].isupper()


def _extend(words: Sequence[Word], i: int, proper: Sequence[bool], known: Container[str], heading: bool) -> int:
    last = i + 1
    while last < len(words) and (not words[last - 1].possessive or _of_members(words, last)):
        step = _next(words, last, i, proper, known, heading)
        if not step:
            break
        last += step
    return last


def _of_members(words: Sequence[Word], k: int) -> bool:
    """Whether a possessive stays inside a name: "Dockers' Union", "People's Party", "Medical Examiner's Office"."""
    before, word = words[k - 1], words[k]
    saint = k > 1 and words[k - 2 - (words[k - 2].text == ".")].lower in SAINTS
    members = saint or before.lower.endswith("s") or before.lower in OWNERS
    return members and word.capital and head_type(word.text) is not None and word.start - before.end <= 3


def _next(
    words: Sequence[Word], k: int, first: int, proper: Sequence[bool], known: Container[str], heading: bool
) -> int:
    """How many words from `k` on still belong to the name that began at `first`; 0 ends it."""
    before, word = words[k - 1], words[k]
    gap = word.start - before.end
    if before.possessive and _of_members(words, k):
        return 1
    if gap > 1 or "\n" in word.text:
        return 0
    if word.text in DASHES and before.lower in PARTICLES and k + 1 < len(words) and words[k + 1].capital:
        return 2
    if word.text == "-" and gap == 1 and _twofold(words, k, first):
        return 2
    if word.text == "-" and k + 2 < len(words) and words[k + 1].text == "-" and before.lower in PARTICLES:
        return 3
    if word.capital and word.text[0].isalpha() and (word.lower not in FUNCTION or _inside_title(words, k, first)):
        return 1 if not heading or proper[k] or word.lower in known else 0
    if not heading and word.capital and word.lower in FUNCTION - LOOSE and gap == 1 and before.capital:
        return 0 if word.lower in OPENERS and k + 1 < len(words) and words[k + 1].text[0].islower() else 1
    if _arabic_article(word):
        return 1
    if linked := _foreign_link(words, k, first):
        return linked
    if word.lower in PARTICLES - PREPOSITIONS and gap == 1 and k + 1 < len(words):
        following = words[k + 1]
        if following.capital and following.start - word.end == 1 and following.lower not in FUNCTION:
            return 2
        if following.lower in PARTICLES - PREPOSITIONS and k + 2 < len(words) and words[k + 2].capital:
            return 3
    if word.text == "&" and k + 1 < len(words) and words[k + 1].capital:
        return 2
    if word.text == "." and gap == 0 and before.lower in SAINTS and k + 1 < len(words) and words[k + 1].capital:
        return 2
    if form := _legal_form(words, k):
        return form
    if _faction(words, k, first) or _pet_name(words, k, first):
        return 3
    if nickname := _nickname(words, k, first):
        return nickname
    return _joined(words, k, first)


def _twofold(words: Sequence[Word], k: int, first: int) -> bool:
    """Whether a dash between blanks joins two places in the name of one body: "the Osh - Lobos Academy"."""
    after = list(takewhile(lambda w: w.capital and w.text[0].isalpha(), words[k + 1 : k + 6]))
    opened = first == k - 1 and first > 0 and words[first - 1].lower == "the"
    close = all(b.start - a.end == 1 for a, b in pairwise([words[k], *after]))
    return opened and close and len(after) > 1 and head_type(after[-1].text) is not None


def _foreign_link(words: Sequence[Word], k: int, first: int) -> int:
    """How many words from a small word of another language on belong to a name that begins with a sort of body."""
    if words[k].lower not in FOREIGN_LINKS or not words[k].text.islower() or not is_sort(words[first].text):
        return 0
    size = 2 if k + 2 < len(words) and words[k + 1].text in AFTER_LINK else 1
    row = words[k - 1 : k + size + 1]
    close = all(b.start - a.end <= 1 for a, b in pairwise(row))
    return size + 1 if len(row) == size + 2 and close and row[-1].capital and row[-1].lower not in FUNCTION else 0


def _faction(words: Sequence[Word], k: int, first: int) -> bool:
    """Whether a bracket names the wing or faction of the body before it: "the Farmers' Union (Independent)"."""
    if words[k].text != "(" or k + 2 >= len(words) or words[k + 2].text != ")":
        return False
    inner, before = words[k + 1], words[k - 1]
    body = head_type(before.text) == "organization" or (before.shouted and len(before.text) > 2 and k - 1 == first)
    adjective = inner.capital and inner.text[1:].islower() and len(inner.text) > 4 and inner.lower not in FUNCTION
    return body and adjective and nation(inner.text) is None and not is_country(inner.text) and not is_place(inner.text)


def _pet_name(words: Sequence[Word], k: int, first: int) -> bool:
    """Whether a bracket between given names and surname tells a shorter one: "Ada Luiza (Lulu) Mensah"."""
    row, given = words[k : k + 5], [w.lower for w in words[first:k]]
    if [w.text for w in row[:3:2]] != ["(", ")"] or len(row) < 4 or not 0 < len(given) < 3:
        return False
    inner, after = row[1], row[3]
    if not (inner.capital and after.capital and inner.text.isalpha() and after.text[0].isalpha()):
        return False
    alike = any(w[:2] == inner.lower[:2] for w in given) or is_given(plain(inner.text))
    known = alike or (is_given(plain(given[0])) and inner.lower[0] in {w[0] for w in given})
    ends = len(row) < 5 or not row[4].capital
    return known and ends and not any(head_type(w.text) for w in (*words[first:k], inner)) and not nation(inner.text)


def _nickname(words: Sequence[Word], k: int, first: int) -> int:
    """How many words from a quotation mark on belong to a person's name: "Ada Luiza “Lulu” Mensah"."""
    if words[k].text not in NICKNAME_MARKS or k - first > 2 or not is_given(plain(words[first].text)):
        return 0
    closing = next((n for n in (k + 2, k + 3) if n < len(words) and words[n].text in NICKNAME_MARKS), 0)
    row = words[k - 1 : closing + 2] if closing else ()
    if not closing or [b.start - a.end for a, b in pairwise(row)] != [1, 0, *[1] * (closing - k - 2), 0, 1]:
        return 0
    named = [*words[first:k], *words[k + 1 : closing], *words[closing + 1 : closing + 2]]
    plainly = all(w.capital and w.text[1:].islower() and head_type(w.text) is None for w in named)
    loose = any(w.lower in FUNCTION for w in words[first:k]) or words[closing + 1].lower in FUNCTION
    return closing + 2 - k if plainly and not loose else 0


def _legal_form(words: Sequence[Word], k: int) -> int:
    """How many words from a comma or stop on make the legal form of a company ("Sonda, S.A.", "Sonda Sdn. Bhd.")."""
    if words[k].text not in (",", ".") or k + 1 >= len(words):
        return 0
    form, before = words[k + 1], words[k - 1]
    known = form.capital and form.start - words[k].end == 1 and plain(form.text) in legal_forms() and len(form.text) > 1
    abbreviated = plain(before.text) in ABBREVIATED and known
    return 2 if abbreviated or (words[k].text == "," and known and len(plain(form.text).replace(" ", "")) < 5) else 0


def _inside_title(words: Sequence[Word], k: int, first: int) -> bool:
    return words[k].lower in ("new", "two", "three", "march", "may", "july", "october", "november", "september", "last")


def _joined(words: Sequence[Word], k: int, first: int) -> int:
    """Whether words go on as in "Ministry of Trade": what follows of or for belongs to the name."""
    if words[k].lower in JOINERS and any(w.lower in heads()["joins_of"] for w in words[first:k]):
        step = k + 1
        while step < len(words) and words[step].lower == "the":
            step += 1
        if (
            step < len(words)
            and words[step].capital
            and words[step].lower not in FUNCTION
            and (words[k - 1].lower in OFFICES or not _starts_role(words, step))
        ):
            return step - k + 1
    if words[k].lower == "on" and _on_a_matter(words, k):
        return 2
    if words[k].lower == "and" and k + 1 < len(words) and any(w.lower in JOINERS for w in words[first:k]):
        following = words[k + 1]
        plain = following.capital and following.lower not in FUNCTION and not _starts_role(words, k + 1)
        abstract = following.lower.endswith(
            ("ment", "ion", "ity", "ry", "ce", "ing", "ure", "ics", "are", "gy", "ts", "my", "ces", "th")
        )
        if plain and abstract and nation(following.text) is None and not is_country(following.text):
            return 2
    return 0


def _on_a_matter(words: Sequence[Word], k: int) -> bool:
    """Whether a body's name goes on with its matter: "Committee on Judicial Conduct", not "Committee on Monday"."""
    after = words[k + 1] if k + 1 < len(words) else None
    if words[k - 1].lower not in heads()["joins_on"] or not words[k - 1].capital or after is None:
        return False
    matter = after.capital and after.text.isalpha() and after.lower not in FUNCTION and not after.shouted
    named = is_given(plain(after.text)) or is_place(after.text) or is_country(after.text)
    return matter and not named and not _starts_role(words, k + 1)


def _starts_role(words: Sequence[Word], i: int) -> bool:
    return any(tuple(w.lower for w in words[i : i + n]) in role_words() for n in (1, 2))
