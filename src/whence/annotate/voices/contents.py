"""What is told: the quotation, or the clauses below and around a verb of saying."""

import re
from collections.abc import Sequence

from whence.annotate.syntax import Parse
from whence.annotate.voices.cues import CALLING, FINITE, SPOKEN, speech_verbs
from whence.annotate.voices.quotes import Quote, joined_quotes, quotes_in
from whence.model import Document, Sentence

BARE_CLOSE = re.compile(r"(?<![,.!?])[”\"»]\s+")
MARK = re.compile('[“”"«»]')
UNQUOTED = re.compile(r"\w")
NOT_PART = re.compile(r"\w[\"”’']+\s+\w")  # "Of his "pupil" he wrote, "..."": no comma ends the first
DECLARING = frozenset("declare announce".split())
ARTICLE = re.compile(r"\s(?:an?|the|its|his|her|their|this|that)\s")  # "declared a “general alert”" says no words
WITHIN = re.compile(r"\w\s+(?:of|and|or|an?|the|from|by|against|for)\s$")
BY_NAME = re.compile(r"[a-z]\w* $")
ANSWERING = frozenset({"respond", "answer", "react", "reply"})
WHAT_TO_DO = re.compile(r"[^,:]*\w [“\"«„‘']to\s")  # "responded to the call “to serve”"
THAT = re.compile(r"that\s+", re.IGNORECASE)
SAID_THAT = re.compile(r"(?:\s+to\s+[^,;:.]{1,40}|\s+[^\s,;:.]+)?,?\s+that\s+(?=\w)")
ASKED = re.compile(r"[?!][”\"’']?\s")
AND_THAT = re.compile(r",?\s+(?:and|but|or)\s+(that)\b")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without blanks, commas and dashes at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-."):
        end -= 1
    return start, end


def _names_thing(text: str, parse: Parse, i: int, quote: Quote) -> bool:
    """Whether a word or two in quotation marks are part of what is told: "reported the return of “Night Squads”"."""
    words = parse.at(quote.start, quote.end)
    short = sum(parse.tokens[k].upos != "PUNCT" for k in words) < 4
    finite = any(parse.tokens[k].upos in ("VERB", "AUX") for k in words)
    gap = text[parse.tokens[i].end : quote.start - 1]
    declared = parse.lemmas[i] not in CALLING or (parse.lemmas[i] in DECLARING and ARTICLE.fullmatch(gap) is not None)
    return short and not finite and declared and bool(WITHIN.search(gap) or ARTICLE.fullmatch(gap))


def is_quoted_elsewhere(text: str, quote: Quote, cue: int, quotes: Sequence[Quote]) -> bool:
    """Whether a word or two are quoted in another clause: "who called them “Bandits,” said that it “is no time”"."""
    short = len(text[quote.start : quote.end].split()) < 4 and bool(BY_NAME.search(text, 0, quote.start - 1))
    return short and quote.end < cue and any(q.start > cue for q in quotes)


def clauses_told(parse: Parse, i: int) -> tuple[int, int] | None:
    """The clauses that say what is told: those behind the verb, else one that stands whole before its subject."""
    clauses = parse.kids(i, "ccomp") or _hung_on_medium(parse, i)
    behind = [k for k in clauses if k > i and parse.tokens[min(parse.subtree(k))].upos not in ("CCONJ", "PUNCT")]
    if behind:
        if not any(parse.base(k) in ("nsubj", "csubj") for k in parse.children[behind[0]]):
            behind = behind[:1]  # "A denies having met B, C denies having met D"
        start, end = _opens(parse, behind[0]), max(parse.clause(k)[1] for k in behind)
        that = THAT.match(parse.text, start, end) or SAID_THAT.match(parse.text, parse.tokens[i].end, start)
        return that.end() if that else start, _run_on(parse, end)
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    subject = max((k for k in subjects if k < i), default=i)
    before = [k for k in clauses if max(parse.subtree(k)) < subject or (i <= subject and k < i)]
    if not before:
        return None
    start, end = parse.clause(before[0])
    # Of "the editor was shot, police said" a tree may give "the editor" to the verb of saying.
    start = min([start, *(parse.clause(k)[0] for k in subjects if k < before[0] and k != subject)])
    return None if ASKED.search(parse.text, start, end) else (start, end)


def _opens(parse: Parse, clause: int) -> int:
    """Where a clause begins: behind its own "that", whatever the tree hangs before ("by letter, that it sank")."""
    marks = [k for k in parse.kids(clause, "mark") if parse.lemmas[k] == "that" and k < clause]
    after = marks[0] + 1 if marks else clause
    return parse.tokens[after].start if marks else parse.clause(clause)[0]


def _hung_on_medium(parse: Parse, i: int) -> list[int]:
    """A clause with "that" which the tree hangs on the medium: "said in a report that the yard had burned"."""
    if parse.lemmas[i] in ANSWERING:
        return []  # "answered the claim that the yard had burned": another's words
    nouns = [k for k in parse.kids(i, "obl", "obj", "iobj", "nmod") if k > i]
    nouns += [below for k in nouns for below in parse.kids(k, "nmod")]
    found = [c for k in nouns for c in parse.children[k] if parse.base(c) in ("acl", "ccomp", "advcl")]
    return [c for c in found if any(parse.lemmas[m] == "that" for m in parse.kids(c, "mark"))]


def _run_on(parse: Parse, end: int) -> int:
    """The end of what is told when a second "and that" clause follows, wherever the tree hangs it."""
    joint = AND_THAT.match(parse.text, end, parse.end)
    if joint is None:
        return end
    that = next(iter(parse.at(joint.start(1), joint.end(1))), None)
    above = parse.tokens[that].head if that is not None else -1
    if above < 0 or parse.tokens[above].start < end:
        return end
    last = parse.clause(above)[1]
    return _run_on(parse, last) if last > end else end


def content_of(doc: Document, sentence: Sentence, parse: Parse, i: int) -> tuple[tuple[int, int] | None, str]:
    """What is said: the quotation, the clause below the verb, or the clause that the verb interrupts."""
    verb = parse.tokens[i]
    quotes = [
        q for q in quotes_in(doc.text, sentence.span.start, sentence.span.end) if not q.start <= verb.start < q.end
    ]
    told = clauses_told(parse, i)
    if told:
        start, end = told
        inside = [q for q in quotes if start - 2 <= q.start and q.end <= end + 2]
        if any(q.start > verb.start for q in inside):
            inside = [q for q in inside if q.start > verb.start or not NOT_PART.match(doc.text, q.end - 1)]
        if inside and sum(q.end - q.start for q in inside) > 0.8 * (end - start):
            if UNQUOTED.search(doc.text, start, inside[0].start) and start > verb.start:
                return (start, end), "indirect"  # "said that if he “wants to go, he may”": the condition is told too
            return (inside[0].start, max(q.end for q in inside)), "direct"
        return (start, end), "indirect"
    long_quotes = [q for q in quotes if q.end - q.start > 12 or doc.text[q.end - 1] in ".,!?"]
    told_here = [q for q in long_quotes if q.start > verb.start or NOT_PART.match(doc.text, q.end - 1) is None]
    long_quotes = told_here if any(q.start > verb.start for q in told_here) else long_quotes
    if parse.tokens[i].deprel == "acl:relcl" and len(long_quotes) > 1:
        # of "who called them “Bandits,” said “We wait”" not the second
        long_quotes = [q for q in long_quotes if q.start < max(parse.tokens[k].end for k in parse.subtree(i))]
    long_quotes = [q for q in long_quotes if not is_quoted_elsewhere(doc.text, q, verb.start, long_quotes)]
    if parse.base(i) in ("ccomp", "acl") and parse.kids(i, "obj"):
        first = min(parse.tokens[k].start for k in parse.subtree(i))  # "a rumour that the guards announced a council"
        long_quotes = [q for q in long_quotes if q.start >= first]
    if long_quotes and long_quotes[0].start > verb.end and _names_thing(doc.text, parse, i, long_quotes[0]):
        long_quotes = long_quotes[1:]
    if long_quotes and parse.lemmas[i] in SPOKEN and not _only_words(doc.text, sentence, parse, i, long_quotes):
        long_quotes = [*_of_one_telling(parse, i, sorted(long_quotes, key=lambda q: q.start))]
        if not long_quotes or is_bidding(doc.text, parse, i, long_quotes[0]):
            return None, ""
        if parse.lemmas[i] in CALLING:  # "called him “a friend” before showing “poor” photographs"
            long_quotes = [*joined_quotes(doc.text, long_quotes)]
        first, last = min(q.start for q in long_quotes), max(q.end for q in long_quotes)
        opened = SAID_THAT.match(doc.text, verb.end, first)
        if opened is None and (told_from := _opened_before(doc.text, parse, i, first, last)) is not None:
            return (told_from, last), "indirect"
        if opened is None and verb.end < first and (goes_on := _goes_on(doc.text, parse, first, last)) is not None:
            return (first, goes_on), "indirect"
        return ((opened.end(), last), "indirect") if opened else ((first, last), "direct")
    above = parse.tokens[i].head
    if parse.base(i) == "parataxis" and above >= 0:
        members = set(parse.subtree(i))
        start, end = sentence.span.start, sentence.span.end
        if verb.start > parse.tokens[above].start:
            end = min(parse.tokens[k].start for k in members)
            if doc.text[start:end].rstrip()[-1:].isalnum():
                return None, ""  # a line that runs into the next: "On the quay Many fishermen complained"
        else:
            start = max(parse.tokens[k].end for k in members)
        content = trimmed(doc.text, start, end)
        return (content, "indirect") if content[1] - content[0] > 8 else (None, "")
    if (
        parse.tokens[i].deprel == "advcl"
        and any(parse.lemmas[k] == "as" for k in parse.kids(i, "mark", "advmod"))
        and above >= 0
    ):
        members = set(parse.subtree(i))
        end_of_clause = max(parse.tokens[k].end for k in members)
        if verb.start < parse.tokens[above].start:
            content = trimmed(doc.text, end_of_clause, sentence.span.end)
            return (content, "indirect") if content[1] - content[0] > 8 else (None, "")
    if parse.lemmas[i] in ("vow", "threaten", "promise", "pledge"):
        below = parse.kids(i, "xcomp")
        return (parse.clause(below[0]), "indirect") if below else (None, "")
    return None, ""


def _goes_on(text: str, parse: Parse, first: int, last: int) -> int | None:
    """The end of a sentence whose subject alone is quoted: "adds, “The bell of the church” was later sold"."""
    behind = BARE_CLOSE.match(text, last, parse.end)
    verb = next(iter(parse.at(behind.end(), parse.end)), None) if behind else None
    inside = parse.at(first, last)
    whole = any(parse.tokens[k].xpos in (*FINITE, "MD") for k in inside)
    if verb is None or whole or parse.tokens[verb].xpos not in (*FINITE, "MD"):
        return None
    return trimmed(text, first, parse.end)[1]


def _opened_before(text: str, parse: Parse, i: int, quote: int, last: int) -> int | None:
    """Where what is told begins before its quoted words: "called it a “gift” and a “loan”", "his wish “to rest”"."""
    if parse.lemmas[i] in CALLING:
        if not MARK.search(text, quote, last):
            return None
        things = [k for k in parse.kids(i, "obj") if i < k and parse.tokens[k].end < quote]
        own = bool(things) and parse.word(things[0]).lower().endswith(("self", "selves"))
        return parse.phrase(things[0])[0] if things and not own else None
    before = parse.at(parse.tokens[i].end, quote)
    before = [k for k in before if parse.tokens[k].upos != "PUNCT"]
    wish = bool(before) and parse.tokens[before[-1]].upos == "NOUN" and text[quote : quote + 3].lower() == "to "
    return parse.tokens[before[0]].start if wish else None


def is_bidding(text: str, parse: Parse, i: int, quote: Quote) -> bool:
    """Whether a quotation is what somebody else bids: "responded to the call “to serve the town”"."""
    verb = parse.tokens[i]
    return parse.lemmas[i] in ANSWERING and WHAT_TO_DO.match(text, verb.end, quote.end) is not None


def _of_one_telling(parse: Parse, i: int, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotations beside verb `i` up to another telling: "explained, “I am old,” and added that it “hurts”"."""
    verb = parse.tokens[i].start
    finite = [k for k, t in enumerate(parse.tokens) if t.upos == "VERB" and t.xpos in FINITE and k != i]
    tellers = [k for k in finite if parse.lemmas[k] in SPOKEN or parse.lemmas[k] in speech_verbs()]
    tellers = [k for k in tellers if not any(q.start <= parse.tokens[k].start < q.end for q in quotes)]
    own = [q for q in quotes if not any(_parts(parse, k, q, verb) for k in tellers)]
    others = [k for k in tellers if parse.tokens[k].deprel != "acl:relcl"]  # "was posted by Duda, who wrote: “No”"
    return own or [q for q in quotes if not any(_parts(parse, k, q, verb) for k in others)]


def _parts(parse: Parse, k: int, quote: Quote, verb: int) -> bool:
    """Whether verb `k` parts a quotation from `verb`; in "“We wait,” Duda, who called them fools, said" it does not."""
    at = parse.tokens[k].start
    of_text = any(parse.lemmas[n] in ("which", "that") for n in parse.kids(k, "nsubj"))  # "warned in a memo which says"
    aside = parse.tokens[k].deprel == "acl:relcl" and (of_text or quote.end <= at)
    return not aside and min(quote.end, verb) <= at < max(quote.start, verb)


def _only_words(text: str, sentence: Sentence, parse: Parse, i: int, quotes: Sequence[Quote]) -> bool:
    """Whether only a few words of what is told before its teller are quoted: "Flow of “new data” fell, said Mor"."""
    told = parse.tokens[i].start - sentence.span.start
    inside = all(sentence.span.start < q.start - 2 and q.end < parse.tokens[i].start for q in quotes)
    closed = any(text[q.end - 1] in ".,!?" for q in quotes)
    few = 2 * sum(q.end - q.start for q in quotes) < told
    return parse.base(i) == "parataxis" and inside and few and not closed
