"""When a claim held: the expression of time that belongs to its trigger, read with tense and brackets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import CREDIT, Document, Sentence, Span, TimeExpression, ValidTime, Voice
from whence.vocab import load_words

USABLE = frozenset({"date", "range", "time"})
BRACKET = re.compile(r"^[\s,]*\($")
BLANK = re.compile(r"X")
SPELL = re.compile(r"\s+(?:(?:from|between|since|until|till)\s+)?")
# "A, who led it from", "A, its head until": a clause or a post between commas, its spell at the end.
INSERTED = re.compile(
    r",\s(?=[a-z])(?:(?:who|whose|which|its|his|her|their|the|a|an)\s[^,;:]*?|(?!\w+ing\b)[^,;:]*?\s(?:of|at)\s[^,;:]*?)"
    r"\s(?:from|between|since|until|till)\s+$"
)
# "Mayor of Osk from 2010 until his arrest in May 2018", "until she was dismissed on 4 March": over with an event.
UNTIL_EVENT = re.compile(
    r"\s*,?\s*\b(?:until|till)\s+(?:(?:he|she|they|it)\s|(?:his|her|their|its|the)\s)[^,;:()]{2,70}?\s(?:on|in)\s+"
    r"(?:the\s+|early\s+|late\s+|mid-?\s*)?"
)
OF_WHAT = re.compile(r"[^,;:()]{0,80}")
FROM = re.compile(r"[\s,]*(?:from|since)\s+")
CLOSES = re.compile(r"\s*(?:[,;.)–—]|$|(?:and|then|before|when)\b)")
OPENS_SPELL = re.compile(r"\s*\b(?:from|between|since|until|till)?\s*$")
# "The largest attack since 2010" was not in 2010: the year belongs to the comparison.
COMPARED = re.compile(
    r"\b(?:\w{3,}est|most \w+|least \w+|worst|best|first|only|highest|lowest)\b[^.;:]{0,50}?"
    r"(?:\b(?:since|in)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
SOME_SEASON = re.compile(r"XXXX-[2-4]\d")  # a summer of no known year
BEARERS = frozenset({"founder", "co-founder", "predecessor", "successor"})
# "Lost her seat at the 1997 general election": it was in that year.
HELD_ONCE = frozenset("election by-election byelection poll referendum reshuffle ballot primary coup congress".split())
LIFE = 20  # years: longer than almost any post is held
ASIDE = re.compile(r", (?:who|which|whose)\b")
# "After the strike of 2011, police arrested him": the year is the strike's.
APART_FROM = frozenset({"after", "before", "since", "until", "following", "despite", "because of", "over", "ahead of"})
FUTURE = re.compile(r"\bfuture\b")  # "his brother, the future bishop": at some later time
# The day of the deed is not that of the trial.
FOR_DEEDS = frozenset(
    """
    charge indict convict accuse suspect arrest detain sentence jail try sue prosecute confess responsibility credit
    responsible blame fine ban suspend dismiss sack punish condemn criticise criticize
    """.split()
)
# "Fined for leaks in 2016": the year is that of the leaks or of the fine.
PUNISHING = frozenset("fine ban suspend dismiss sack punish condemn criticise criticize".split())
DEATHS = frozenset({"death", "shooting", "slaying", "disappearance"})
BECOMING = re.compile(r"\bbecame\b")
WHEN = re.compile(r"\s+(?:(?:on|in|from)\s+)?")
# "Recife (Brazil), 16 Sep 89 (Lobos Press) -- police": the day is the report's.
DATELINE = re.compile(r"(?:\s+['’]?\d\d)?\s*(?:\([^()]{2,40}\)\s*)?(?:--|—)\s")
PARTED = re.compile(r";|:\s|, (?:who|which|whose|where)\b")


class Clock:
    """The expressions of time of one document, asked by the claims of its sentences.

    `voices` part the time of what is told from the time of the telling.
    """

    def __init__(
        self, doc: Document, times: Sequence[TimeExpression], published: str | None, voices: Sequence[Voice] = ()
    ) -> None:
        self.doc, self.published, self.voices = doc, published, voices
        usable = (t for t in times if t.kind in USABLE and t.edtf and not SOME_SEASON.match(t.edtf))
        self.times = sorted(usable, key=lambda t: t.span)
        self.starts = [t.span.start for t in self.times]
        self.days = sorted(t.span for t in times if t.kind in USABLE)

    @property
    def day(self) -> str | None:
        """The document's own date, where it is one date."""
        if not self.published or "/" in self.published or BLANK.search(self.published):
            return None
        return self.published.strip("~?") or None

    def within(self, start: int, end: int) -> list[TimeExpression]:
        """Usable expressions inside the range."""
        return [
            t for t in self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if t.span.end <= end
        ]

    def is_time(self, offset: int) -> bool:
        """Whether an expression of time stands at `offset`, also one that has no date ("on Tuesday")."""
        k = bisect_right(self.days, offset, key=lambda span: span.start) - 1
        return k >= 0 and self.days[k].start <= offset < self.days[k].end

    def of_token(self, sentence: Sentence, parse: Parse, trigger: int, lasts: bool) -> ValidTime:
        """The time of the clause that `trigger` heads: what hangs below it, else below the verbs it is part of."""
        # A time in brackets belongs to the name before it.
        every = self.within(sentence.span.start, sentence.span.end)
        here = [t for t in every if not self._bracketed(sentence, t.span, parse.tokens[trigger].start)]
        at = self.doc.span(parse.tokens[trigger].start, parse.tokens[trigger].end)
        here = [t for t in here if not self._another_matter(sentence, at, t.span)]
        if not any(parse.tokens[k].deprel == "acl:relcl" for k in (trigger, *parse.path_up(trigger))):
            here = [t for t in here if not self._aside(sentence, at, t.span)]
        if not here:
            return ValidTime()
        best, best_distance = None, 99
        for time in here:
            distance = self._distance(parse, trigger, time.span, lasts)
            if distance is not None and distance < best_distance:
                best, best_distance = time, distance
        if lasts and (over := self._over(sentence, at.end)) is not None:
            return over
        if best is None:
            return ValidTime()
        return begun(valid(best, lasts)) if lasts and _begins(parse, trigger) else valid(best, lasts)

    def between(self, cue: Span, content: Span) -> ValidTime:
        """The time of a telling that stands between its cue and what is told: "said on Friday that ..."."""
        here = self.within(cue.end, content.start) if cue.end <= content.start <= cue.end + 80 else []
        return valid(here[0], False) if len(here) == 1 else ValidTime()

    def _bracketed(self, sentence: Sentence, time: Span, trigger: int) -> bool:
        """Whether the time stands in brackets that do not hold the trigger."""
        opened = self.doc.text.rfind("(", sentence.span.start, time.start)
        return opened >= 0 and ")" not in self.doc.text[opened : time.start] and not opened < trigger < time.start

    def _aside(self, sentence: Sentence, trigger: Span, time: Span) -> bool:
        """Whether the time stands in a relative clause that is over before the trigger."""
        before = self.doc.text[sentence.span.start : time.start]
        opened = max((m.end() for m in ASIDE.finditer(before)), default=-1)
        if opened < 0 or trigger < time or ";" in before[opened:]:
            return False
        return "," in self.doc.text[time.end : trigger.start] and "," not in before[opened:]

    def _another_matter(self, sentence: Sentence, trigger: Span, time: Span) -> bool:
        """Whether the time is of a comparison, of the telling of what the trigger tells, or behind a semicolon."""
        text = self.doc.text
        if self._inserted(sentence, trigger, time):
            return True
        since = re.search(r"\bsince\s*$", text[sentence.span.start : time.start]) or (
            text[time.start : time.end].lower().startswith("since")
        )
        if since and COMPARED.search(text, max(sentence.span.start, time.start - 70), time.start):
            return True
        if time < trigger and DATELINE.match(text, time.end, min(time.end + 80, trigger.start)):
            return True
        if trigger < time and PARTED.search(text, trigger.end, time.start):
            return True
        for voice in self.voices:
            if not voice.content.contains(trigger) or voice.content.overlaps(time):
                continue
            if voice.manner in ("according", CREDIT):
                continue
            opened = min(voice.cue.start, voice.source.start) if voice.source else voice.cue.start
            if opened < voice.content.start and opened <= time.start < voice.content.start:
                return True
            if voice.content.end <= opened and voice.content.end <= time.start:
                return True
        return False

    def _distance(self, parse: Parse, trigger: int, span: Span, lasts: bool) -> int | None:
        """Steps from the time up to the trigger or to a verb above it; None when another clause lies between.

        What a noun says to last ("his brother", "the party's leader") has no time from the verb above it.
        """
        head = parse.head_of(span.start, span.end)
        if head is None or _of_next(parse, trigger, span) or self._of_deed(parse, trigger, span):
            return None
        if self._behind_participle(parse, trigger, head, span):
            return 1
        above = {trigger: 0}
        shared: set[int] = set()
        current = trigger
        for n, k in enumerate(parse.path_up(trigger), 1):
            if (lasts and _is_beside(parse, trigger)) or _is_bearer(parse, trigger):
                break
            apart = parse.tokens[current].upos == "NOUN" and parse.preposition(current) in APART_FROM
            if apart and span.start < parse.tokens[trigger].start:
                break  # "bought it in 1834 and held it until his death"
            if parse.tokens[current].deprel in ("acl:relcl", "ccomp", "parataxis") or (
                parse.base(current) in ("advcl", "conj") and parse.kids(current, "mark")
            ):
                break
            if parse.base(current) in ("acl", "advcl") and parse.tokens[current].xpos == "VBN":  # "Born in Oslo, she"
                break
            if parse.lemmas[k] in FOR_DEEDS and parse.base(current) in ("obl", "nmod"):
                break  # "in May he was charged with the murder"
            if parse.base(current) == "conj":
                shared.add(k)
            above[k] = 2 * n
            current = k
        if head != trigger and self._in_name(parse, trigger, head):
            return None
        steps, k = 0, head
        while k >= 0:
            if steps and k != trigger and parse.tokens[k].upos == "NOUN" and parse.preposition(k) in APART_FROM:
                return None
            if k in above:
                # "led it until 2010 and now advises": the year is the first verb's alone.
                between = k in shared and parse.tokens[k].start < span.start < parse.tokens[trigger].start
                return None if between else steps + above[k]
            relation = parse.tokens[k].deprel
            if relation in ("acl:relcl", "ccomp", "parataxis") and steps:
                return None
            if relation == "appos" and steps and noun_type(parse.lemmas[k], parse.word(k).lower()) == "person":
                return None  # "Duda, director since 2011, sued the yard": the year is the post's
            if parse.tokens[k].upos == "VERB" and relation in ("advcl", "acl") and steps:
                return None
            if parse.tokens[k].upos == "VERB" and relation == "conj" and span.start < parse.tokens[k].start:
                return None  # "joined the board and in May resigned": May is the second verb's alone
            if k != trigger and parse.tokens[k].upos == "VERB" and relation == "conj" and _own_clause(parse, k, span):
                return None
            if k != trigger and relation == "conj" and _is_set_against(parse, k):
                return None  # "was accused but was acquitted in 1813", "founded it and was arrested in May"
            if k != trigger and relation == "conj" and parse.kids(k, "cop") and trigger < k:
                return None  # "is a judge and has been dean since 2017": she is dean since then
            k, steps = parse.tokens[k].head, steps + 1
        return None

    def _of_deed(self, parse: Parse, trigger: int, span: Span) -> bool:
        """Whether a time stands behind the deed for which somebody is tried: "charged with the murder of X in May"."""
        if parse.lemmas[trigger] not in FOR_DEEDS:
            above = parse.governor(trigger)
            if above < 0 or parse.lemmas[above] not in PUNISHING:
                return False
            trigger = above  # the sum of a fine
        behind = (k for k in range(trigger + 1, len(parse.tokens)) if parse.tokens[k].start < span.start)
        return any(
            _is_deed(parse, k, trigger) and not re.search(r"[,;(]", self.doc.text[parse.tokens[k].end : span.start])
            for k in behind
        )

    def _behind_participle(self, parse: Parse, trigger: int, head: int, span: Span) -> bool:
        """Whether a tree hung on the noun a date that stands behind its participle: "a firm registered on 14 March"."""
        if parse.base(trigger) != "acl" or parse.tokens[trigger].xpos != "VBN" or head <= trigger:
            return False
        above = parse.tokens[head].head
        beside = above == parse.tokens[trigger].head or (0 <= above < trigger and parse.tokens[above].upos != "VERB")
        return beside and not re.search(r"[,;(]", self.doc.text[parse.tokens[trigger].end : span.start])

    def _in_name(self, parse: Parse, trigger: int, head: int) -> bool:
        """Whether a date stands before a noun as part of what it says: "the 1994 Act" bans nothing in 1994."""
        noun = parse.tokens[head].head
        if noun > head and parse.lemmas[noun] in HELD_ONCE and parse.preposition(noun) in ("in", "at", "during"):
            return False
        if self._of_person(parse, trigger, head):
            return True
        if noun <= head or noun == trigger or parse.tokens[noun].upos not in ("NOUN", "PROPN"):
            return False
        return noun - head < 7 and not parse.kids(head, "case") and parse.base(head) != "obl"

    def _of_person(self, parse: Parse, trigger: int, head: int) -> bool:
        """Whether a spell tells when somebody was what the next noun says: "the 1940s actress Ada Mensah died"."""
        after = [k for k in range(head + 1, min(head + 4, len(parse.tokens))) if parse.tokens[k].upos == "NOUN"]
        bare = parse.word(head)[:1].isdigit() and not parse.kids(head, "case")
        if not bare or not after or after[0] == trigger or trigger <= head:
            return False
        between = parse.text[parse.tokens[head].end : parse.tokens[after[0]].start]
        person = noun_type(parse.lemmas[after[0]], parse.word(after[0]).lower()) == "person"
        opened = head > 0 and parse.lemmas[head - 1] in ("the", "a")
        return opened and person and "," not in between

    def _inserted(self, sentence: Sentence, trigger: Span, time: Span) -> bool:
        """Whether a spell is of what commas set apart, and the trigger is not: "Quay, head of it until 2004, met"."""
        text = self.doc.text
        opened = INSERTED.search(text, sentence.span.start, time.start)
        if opened is None or not text[time.end : time.end + 3].lstrip().startswith(","):
            return False
        return not opened.start() <= trigger.start < time.start

    def _goes_with(self, sentence: Sentence, end: int, spell: Span) -> bool:
        """Whether a spell stands right behind a post and closes it: "head of the yard from 2014 to 2023, said"."""
        opened = SPELL.fullmatch(self.doc.text, end, spell.start)
        return opened is not None and CLOSES.match(self.doc.text, spell.end, sentence.span.end) is not None

    def of_stretch(self, sentence: Sentence, start: int, end: int, ended: bool, titled: bool) -> ValidTime:
        """The time of a title or apposition: its bracket; for a title in the present, the document's date, inferred."""
        here = self.within(sentence.span.start, sentence.span.end)
        across = next((t.span.start for t in here if start < t.span.start < end < t.span.end), None)
        if across is not None and (opened := OPENS_SPELL.search(self.doc.text, start, across)):
            end = opened.start()  # a tree put the first of "from 1994 to 1997" into the phrase
        for time in self.within(end, min(end + 24, sentence.span.end)):
            closed = self.doc.text[time.span.end : time.span.end + 1] == ")"
            if BRACKET.match(self.doc.text[end : time.span.start]) and closed and not is_life(time.edtf or ""):
                return valid(time, True)
        if (over := self._over(sentence, end)) is not None:
            return over
        spell = next(iter(self.within(end, sentence.span.end)), None)
        if spell is not None and spell.kind == "range" and self._goes_with(sentence, end, spell.span):
            return valid(spell, True)
        inside = self.within(start, end)
        became = BECOMING.search(self.doc.text, start, end)
        if FUTURE.search(self.doc.text, max(sentence.span.start, start - 20), end):
            return ValidTime()
        if inside:
            return begun(valid(inside[-1], True)) if became else valid(inside[-1], True)
        around = self.within(sentence.span.start, sentence.span.end)
        if became and (next_one := self._right_behind(around, end)) is not None:
            return begun(valid(next_one, True))
        if len(around) == 1 and became:
            return begun(valid(around[0], True))
        if around:
            return ValidTime()  # the sentence speaks of another time
        if not titled or ended or self.day is None:
            return ValidTime()
        return ValidTime(self.day, None, self.day, True)

    def _over(self, sentence: Sentence, end: int) -> ValidTime | None:
        """The time of what lasts and stands before `end`, where an event with its date ends it; else None."""
        here = self.within(end, sentence.span.end)[:3]
        for n, last in enumerate(here[:2]):
            first = here[n - 1] if n else None
            at = end if first is None else first.span.end
            told = UNTIL_EVENT.search(self.doc.text, at, last.span.start)
            if told is None or told.end() != last.span.start:
                continue
            opens = self.doc.text[end : told.start() if first is None else first.span.start]
            if first is None and OF_WHAT.fullmatch(opens):
                return until(valid(last, False))
            from_ = FROM.search(opens)
            if first is not None and from_ and from_.end() == len(opens) and OF_WHAT.fullmatch(opens[: from_.start()]):
                return _spell(valid(first, True), valid(last, False))
        return None

    def _right_behind(self, times: Sequence[TimeExpression], end: int) -> TimeExpression | None:
        """The day or month right behind an offset: of "became mayor on 4 March, succeeding Duda, who left in May"."""
        return next((t for t in times if WHEN.fullmatch(self.doc.text, end, t.span.start)), None)


def _own_clause(parse: Parse, verb: int, time: Span) -> bool:
    """Whether each of two verbs has what it needs before a time, which is the second's: "left it and led a yard in"."""
    first = parse.tokens[verb].head
    needs = ("obj", "obl", "xcomp")
    mine = [k for k in parse.kids(verb, *needs) if verb < k and parse.tokens[k].end <= time.start]
    its = [k for k in parse.kids(first, *needs) if first < k < verb]
    spell = parse.text[: time.start].rstrip().lower().endswith((" from", " between", " since", " until"))
    return bool(mine and its) and spell


def _is_set_against(parse: Parse, verb: int) -> bool:
    """Whether "but" opens a clause with an auxiliary or a subject of its own, or one suffers what one did not do."""
    opened = any(parse.lemmas[k] == "but" for k in parse.kids(verb, "cc"))
    if opened and parse.kids(verb, "aux", "nsubj", "cop"):
        return True
    above = parse.tokens[verb].head
    return bool(parse.kids(verb, "aux:pass")) and parse.tokens[above].upos == "VERB" and not parse.is_passive(above)


def _of_next(parse: Parse, trigger: int, time: Span) -> bool:
    """Whether the time stands behind "and" and before a second verb: "joined the board, and in May resigned"."""
    for k in parse.kids(trigger, "conj"):
        opened = [c for c in parse.kids(k, "cc") if c > trigger and parse.tokens[c].end <= time.start]
        if parse.tokens[k].upos == "VERB" and opened and time.end <= parse.tokens[k].start:
            return True
    return False


def _is_deed(parse: Parse, noun: int, trigger: int) -> bool:
    """Whether a noun is the deed for which somebody is tried: "charged with the murder of X", "with killing X"."""
    if parse.base(noun) == "advcl" and parse.tokens[noun].xpos == "VBG" and parse.tokens[noun].head == trigger:
        return any(parse.lemmas[m] in ("with", "of", "for") for m in parse.kids(noun, "mark"))
    if parse.lemmas[trigger] in PUNISHING:
        return parse.governor(noun) == trigger and parse.preposition(noun) in ("for", "over")
    if parse.tokens[noun].upos != "NOUN" or not any(parse.preposition(k) == "of" for k in parse.kids(noun, "nmod")):
        return False
    told = parse.tokens[noun].xpos == "NNS" or bool(parse.kids(noun, "det", "nmod:poss"))
    deed = parse.lemmas[noun] in DEATHS or noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "event"
    return told and deed and any(k == trigger for k in parse.path_up(noun))


def is_life(edtf: str) -> bool:
    """Whether an interval is of a person's birth and death: two whole dates, many years apart."""
    years = re.fullmatch(r"(\d{4})/(\d{4})", edtf)
    if years is not None and int(years[2]) - int(years[1]) > 3 * LIFE:
        return True
    days = re.fullmatch(r"(\d{4})-\d\d-\d\d/(\d{4})(?:-\d\d){0,2}|(\d{4})(?:-\d\d)?/(\d{4})-\d\d-\d\d", edtf)
    return days is not None and int(days[2] or days[4]) - int(days[1] or days[3]) > LIFE


def _is_bearer(parse: Parse, noun: int) -> bool:
    """Whether a noun is somebody in the sentence ("its founder, Ada Mensah, left in May"), not what one becomes."""
    if parse.lemmas[noun] not in BEARERS or parse.tokens[noun].upos not in ("NOUN", "PROPN"):
        return False
    return not parse.kids(noun, "cop") and parse.base(parse.first_conjunct(noun)) not in ("xcomp", "root")


def _is_beside(parse: Parse, noun: int) -> bool:
    """Whether a noun is what does or suffers something in its sentence, not what somebody is or becomes."""
    if parse.tokens[noun].upos not in ("NOUN", "PROPN") or parse.preposition(noun) == "as":
        return False
    return parse.base(noun) in ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "compound", "flat")


def _begins(parse: Parse, trigger: int) -> bool:
    """Whether the verb of the claim says that it begins: "became mayor", "joined the league"."""
    above = parse.tokens[trigger].head
    verb = above if parse.base(trigger) in ("xcomp", "obj", "ccomp") and above >= 0 else trigger
    return parse.lemmas[verb] in load_words("beginnings.yaml")["begins"]


def begun(time: ValidTime) -> ValidTime:
    """The time of what begins at a date and goes on."""
    if time.start is None or "/" in (time.edtf or ""):
        return time
    return replace(time, end=None, edtf=f"{time.start}/..", starts=True, ends=False)


def until(time: ValidTime) -> ValidTime:
    """The time of what is over at a date."""
    last = time.end or time.start
    return ValidTime(None, last, f"../{last}", time.inferred, ends=True, span=time.span)


def _spell(first: ValidTime, last: ValidTime) -> ValidTime | None:
    """The time from one date to another; None where they stand the other way round."""
    start, end = first.start, last.end or last.start
    if not start or not end or start[: len(end)] > end[: len(start)]:
        return None
    span = replace(first.span, end=last.span.end) if first.span and last.span else None
    return ValidTime(start, end, f"{start}/{end}", first.inferred or last.inferred, True, True, span)


def valid(time: TimeExpression, lasts: bool) -> ValidTime:
    """The valid time that an expression gives; an open interval keeps its open end."""
    edtf = time.edtf or ""
    if "/" in edtf:
        first, last = (part if part not in ("..", "") else None for part in edtf.split("/", 1))
        return ValidTime(first, last, edtf, time.inferred, first is not None, last is not None, time.span)
    if lasts:
        return ValidTime(edtf, None, edtf, time.inferred, False, False, time.span)
    return ValidTime(edtf, edtf, edtf, time.inferred, True, True, time.span)
