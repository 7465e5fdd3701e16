"""Names under which somebody goes by what the text says: assumed, given by others, or of another time."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from whence.link.names import surname
from whence.link.short.beside import has_article
from whence.model import Document, Mention, Sentence, Span
from whence.text.names.called import is_about_somebody
from whence.text.names.words import plain, second_name_nouns, titles

# "a teacher whom all in the hills call “Leão”": the one named right before "whom".
WHOM = re.compile(
    r"(?:,? \d\d)?,? (?:an? |the )?(?:[\w’'-]+,? ){0,4}?whom (?:[\w’'-]+ ){0,6}?"
    r"(?:calls?|called|knows?|knew|nicknames?d?|dub(?:s|bed)?)(?: as| simply)? (?:the )?[\"“‘']?",
)
# "the Harbour Savings Bank, which everybody calls the Tin Bank"; not "the Front, which once called the Union a"
WHICH = re.compile(
    r",? which (?:(?:is|was) (?:\w+ ){0,2}?called"
    r"|(?:(?:they|people|everyone|everybody|all|many|some|most|others|(?:the|its|their) (?:[a-z-]+ ){0,1}[a-z-]+"
    r"|(?!always|sometimes|perhaps|is|was|has)[a-z-]{3,}s) )(?:[a-z-]+ ){0,2}?"
    r"(?:call|called|calls|know as|knew as|nicknamed?|dub|dubbed))(?: simply)? (?:the )?[\"“‘']?"
)
UNTIL = re.compile(r"[\"”’']?(?:$|[,.;:)]| (?:until|till|before)\b)")
ENDS = re.compile(r"[\"”’']?(?:[,.;:)]|$)")
# A common noun that means somebody named before: "the Danish company".
_NOUN = r"\b[Tt](?:he|his) (?:[\w-]+ ){0,2}?(?P<who>[a-z]{4,})(?<!who)(?<!that)(?<!which)"
# Of these only a part is named anew: "a faction of the Salt League … The faction calls itself the Tide Wing".
SPLIT_OFF = frozenset("faction wing splinter offshoot branch breakaway dissident dissidents rump remnant".split())
NAMELESS = frozenset({"he", "she", "who", "him", "her", "his", "it", "itself"})
DENIED = re.compile(r"\b(?:not|never|n[’']t|denie[sd]|refuse[sd]?|wrongly|mistakenly|falsely)\b", re.IGNORECASE)


@cache
def _assumed() -> re.Pattern[str]:
    """What tells of the one person of a sentence that he goes under the name behind it."""
    return re.compile(
        r"\b(?:under|using|uses?|by|adopted|takes?|took) (?:the |an? |his |her )?(?:\w+ )?"
        rf"(?:name|identity|{second_name_nouns()})(?: of)?,? ?(?:the )?[\"“‘']?$",
        re.IGNORECASE,
    )


@cache
def _given() -> tuple[re.Pattern[str], ...]:
    """What gives the bearer of a pronoun a second name, read up to that name."""
    noun = f"(?:name|{second_name_nouns()})"
    return tuple(
        re.compile(pattern + r" ?(?:the )?[\"“‘']?$", re.IGNORECASE)
        for pattern in (
            rf"\b(?P<who>he|she)\b (?:has |had |also |later |then |now )*(?:adopted|took|takes|taken|uses?|used|assumed"
            rf"|bore|bears|goes by|went by|gone by|fought under|fights under)"
            rf" (?:the |an? )?(?:\w+ ){{0,2}}{noun}(?: of)?,?",
            r"\b(?P<who>he|she|it) (?:is|was|became|has been) (?:\w+ ){0,2}?"
            r"(?:known|nicknamed|dubbed|called|renamed|rebranded)(?: (?:to|by|in) (?:[\w’'-]+ ){1,4}?as| as| simply)*",
            r"\b(?:call|calls|called|nicknamed?|dubbed|knew|know) (?P<who>him|her)(?: simply)?(?: as)?",
            r"\b(?P<who>he|she|it) (?:now |also |simply |later |had |has )*"
            r"(?:calls?|called|styles?|styled) (?:him|her|it)self",
            r"\b(?P<who>he|she|who) (?:later |had |has |finally |publicly )*"
            r"(?:identified|revealed|unmasked|introduced|outed|describes?|described) (?:him|her)self as",
            rf"\b(?:earned|gave|won|given|brought) (?P<who>him|her) (?:the |a )(?:\w+ )?{noun}(?: of)?",
            r"\b(?P<who>his|her) (?:real|full|birth|given|original|true|legal) name (?:is|was|being)",
            r"\b(?:renames?|renamed|renaming|rebrand(?:s|ed|ing)?) (?P<who>itself|(?P<object>it))(?: as| to)?",
            r"\b(?P<who>it) (?:has |had |later |then )*chang(?:es|ed|ing) its name (?:\w+ ){0,4}?to",
            r"\b(?P<who>it) (?:will|would|is to|was to) (?:\w+ ){0,2}?be (?:known|called|named|renamed|rebranded)"
            r"(?: as)?",
            r"\b(?P<who>it) (?:will |would |now |then |has |had |later )*(?:plays?|played|trades?|traded|operates?"
            r"|operated|sails?|sailed|competes?|competed|sells?|sold|broadcasts?|appears?|appeared|ran|runs?|took|takes?"
            r"|taken|adopts?|adopted)(?: [^.,;:]{1,30}?)?(?: under)? (?:the|a) (?:new |present |other )?name(?: of)?",
            rf"{_NOUN},? (?:which |that )?(?:was |had been )?(?:first |originally )?(?:founded|established|set up"
            r"|created|formed|opened|built|chartered|incorporated|registered)(?: (?:in|on|by|at|near) [^.,;:]{1,40}?)?"
            r" as",
            rf"{_NOUN} (?:is|was|became|has been|had been|will be|would be|is to be|was to be)"
            r" (?:(?!not\b|never\b)\w+ ){0,2}?(?:known|renamed|rebranded|rechristened)"
            r"(?: (?:to|by|in|among) (?:[\w’'-]+ ){1,4}?as| as| simply)*",
            rf"{_NOUN} (?:is|was|had been) (?:then |once |first |still |formerly |originally )*(?:called|named)",
            r"\b(?:call|calls|called|nicknamed?|dubbed|know|knows|knew) (?P<who>it)(?: simply| only| still)?(?: as)?",
            r"\b(?P<who>its) (?:(?:old|new|former|earlier|first|original|official|full|real|present|current|other"
            r"|second) )+name(?: [^.,;:]{1,30}?)? (?:is|was|had been)",
            r"\b(?P<who>its) name (?:until|before|in|since|at|from) [^.,;:]{1,30}? (?:is|was|had been)",
            r"\b(?P<who>it) (?:now |has |had |still |later |then )*(?:fights?|fought|trades?|traded|operates?|operated"
            r"|campaigns?|campaigned|competes?|competed|sails?|sailed|sits|sat|returned|came back|continues?|continued"
            r"|survives?|survived|lives on|lived on)(?: [^.,;:]{1,30}?)? as",
            rf"{_NOUN} (?:now |also |later |has |had )*(?:calls?|called|styles?|styled|renames?|renamed"
            r"|rebrand(?:s|ed)) itself(?: as| to)?",
            rf"{_NOUN} (?:later |then |has |had |also )*(?:took|takes|taken|adopts?|adopted) (?:the|a) (?:new )?name"
            r"(?: of)?,?",
        )
    )


@cache
def _earlier() -> tuple[re.Pattern[str], ...]:
    """What says under what name "it" or "the firm" stood at another time or in another language, up to that name."""
    was = r"(?:was|had been|is|remains)(?: still| then| simply| always| only)?(?: called| named)? (?:the )?[\"“‘']?$"
    then = r"\b(?:until|till|before|when|while|in)\b (?:[^.;:\"“]{2,60}?,? )??"
    return (
        re.compile(rf"{then}(?P<who>it) {was}", re.IGNORECASE),
        re.compile(rf"{then}{_NOUN}(?: [^.,;:]{{1,40}}?)?,? {was}", re.IGNORECASE),
        re.compile(r"^(?P<who>it) (?:was|had been) (?:called |named )?(?:the )?[\"“‘']?$", re.IGNORECASE),
    )


def assumed(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs (person, name) where a text says that the one person of the sentence goes under that name."""
    starts = [s.span.start for s in sentences]
    for k, mention in enumerate(names):
        begin = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else 0
        line = _line(doc, begin, mention.span.start)
        line = line.removesuffix(line.split()[-1] + " ") if _is_titled_alias(line) else line
        if mention.type != "person" or not _assumed().search(line):
            continue
        people = [i for i in range(k) if names[i].type == "person" and names[i].span.start >= begin]
        before = [i for i in people if not has_article(doc, names[i])]
        if before and is_about_somebody(_line(doc, names[before[-1]].span.end, mention.span.start)):
            continue
        if before and len({surname(doc.quote(names[i].span)) for i in before}) == 1:
            yield before[0], k


def whom_others_call(doc: Document, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs (person, name) where a clause about the person named right before gives the name by which others call."""
    people = [(i, m) for i, m in enumerate(names) if m.type in ("person", "organization")]
    for n, (k, mention) in enumerate(people):
        for i, one in reversed(people[max(0, n - 3) : n]):
            between = _line(doc, one.span.end, mention.span.start)
            between = between.removesuffix(between.split()[-1] + " ") if _is_titled_alias(between) else between
            if (one.type == "person" and WHOM.fullmatch(between)) or (
                one.type == mention.type == "organization"
                and WHICH.fullmatch(between)
                and ENDS.match(doc.text, mention.span.end)
            ):
                yield i, k
                break


def given_names(
    doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention]
) -> Iterator[tuple[Span, Mention, int | None]]:
    """Where a pronoun stands whose bearer a text gives a name, that name, and the sentence's beginning if an object.

    Who "renames it" is not "it".
    """
    starts = [s.span.start for s in sentences]
    for mention in names:
        begin = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else 0
        line = _line(doc, begin, mention.span.start)
        line = line.removesuffix(line.split()[-1] + " ") if _is_titled_alias(line) else line
        found = next((m for pattern in _given() if (m := pattern.search(line))), None)
        if found is None and mention.type != "person" and UNTIL.match(doc.text, mention.span.end):
            patterns = _earlier() if ENDS.match(doc.text, mention.span.end) else _earlier()[-1:]
            found = next((m for pattern in patterns if (m := pattern.search(line))), None)
        if found and not DENIED.search(line[max(0, found.start() - 20) :]):
            who = found.group("who").lower()
            if who in SPLIT_OFF:
                continue
            person = who not in ("it", "its", "itself")
            if who not in NAMELESS or person is (mention.type == "person"):
                renamed = begin if found.groupdict().get("object") else None
                yield Span(doc.id, begin + found.start("who"), begin + found.end("who")), mention, renamed


def _is_titled_alias(line: str) -> bool:
    """Does a title stand last ("He is known as Comandante")?"""
    words = line.split()
    return bool(words) and line.endswith(" ") and words[-1][:1].isupper() and plain(words[-1]) in titles()


def _line(doc: Document, begin: int, end: int) -> str:
    """A stretch of the text without its line breaks."""
    return re.sub(r"\s", " ", doc.text[begin:end])
