"""From the tree of a question to frames: claims with holes, by the same patterns that read claims in texts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from whence.annotate.grammar.slots import fill
from whence.annotate.patterns import by_trigger
from whence.annotate.syntax import Parse
from whence.ask.asked import AMOUNT, Frame, Hole, Phrase, Question, answers, words
from whence.ask.likeness import act_of, verb_forms
from whence.ask.naming import Name
from whence.ask.trees import ASKERS, mended
from whence.reader import read
from whence.vocab import predicates

_FIGURES = ("count", "seats", "number", "share")
# Word lists of what says how it is asked, not what.
_OF_ASKING = ("person", "tellers", "post", "acting", "asking", "whereabouts")
_CLOSE = frozenset({"amod", "compound", "acl", "flat", "nmod", "advmod"})


def with_frames(bare: str, question: Question) -> Question:
    """The question with its frames; `bare` is its text without dates and tellers. One of no words has none."""
    trees = read(bare, [(0, len(bare))]).trees
    if not trees or not trees[0].tokens:
        return question
    return _Frames(Parse(mended(trees[0], bare), bare), question).question()


class _Frames:
    """One question's tree and the frames it gives."""

    def __init__(self, parse: Parse, question: Question) -> None:
        self._parse, self._question = parse, question
        self._text, self._tokens = parse.text, parse.tokens
        self._open: list[tuple[int, int, Hole]] = list(self._holes())

    def question(self) -> Question:
        """The question with what was read."""
        asking = {self._parse.word(i).casefold() for i in range(len(self._tokens))} & {"why", "how"}
        unread = asking and not any(hole.kind == "count" for _, _, hole in self._open)
        # "and who says so" asks for the teller, which every answer has.
        tellers = any(h.kind == "teller" for _, _, h in self._open)
        whether = not self._open and bool(self._tokens) and self._tokens[0].upos == "AUX"
        frames = () if unread else _fuller(dict.fromkeys(self._frames()), whether=whether)
        people = next((i for _, i, h in self._open if h.kind == "count" and h.noun in words("people")), None)
        if not frames and people is not None and (verb := self._verb()) is not None:
            frames = (self._priced(verb, self._open[0][2].noun),)
        each = self._question.each or tellers
        return replace(
            self._question, frames=frames, whether=whether, each=each, now=self._now(), unread=self._unread(frames)
        )

    def _unread(self, frames: Sequence[Frame]) -> tuple[str, ...]:
        """The nouns, adjectives and verbs of the question that stand in no frame."""
        parse = self._parse
        verb = self._verb()
        used = {verb, self._copular(verb)} | {k for at, noun, _ in self._open for k in (at, noun)}
        said = " ".join([f.post for f in frames] + [p.words for f in frames for _, p in f.given])
        said = f"{said} {' '.join(word for f in frames for group in f.says for word in group)}".casefold()
        known = set(re.findall(r"\w+", said)) | set().union(*map(words, _OF_ASKING))
        return tuple(
            parse.word(i)
            for i, t in enumerate(self._tokens)
            if i not in used and t.upos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") and not self._is_name(i)
            and not {parse.word(i).casefold(), parse.lemmas[i]} & known and parse.word(i).isalpha()
        )  # fmt: skip

    def _now(self) -> bool:
        """Whether the question is put in the present: its verb, or the *is* or *has* that stands for it."""
        finite = [t for t in self._tokens if t.upos in ("AUX", "VERB") and t.xpos in ("VBZ", "VBP", "VBD", "MD")]
        past = any(t.xpos == "VBN" and t.upos == "VERB" for t in self._tokens)
        return bool(finite) and finite[0].xpos in ("VBZ", "VBP") and not past

    # Holes

    def _holes(self) -> Iterator[tuple[int, int, Hole]]:
        """What is open: the number of the asking word, of its noun (or of itself), and the hole without a role."""
        for i in range(len(self._tokens)):
            lemma = self._parse.word(i).casefold()
            if lemma not in ASKERS:
                continue
            if lemma in ("when", "where"):
                yield i, i, Hole(lemma)
            elif lemma == "how":
                yield from self._how(i)
            elif lemma in ("who", "whom"):
                # "and who says so" asks for the teller.
                so = i > 0 and self._text.casefold().rstrip(" ?").endswith(" so")
                yield i, i, Hole("teller" if so else "who")
            else:
                noun = self._noun(i)
                yield i, noun, Hole(self._kind(noun) if noun != i else "what", "", self._parse.lemmas[noun])

    def _how(self, i: int) -> Iterator[tuple[int, int, Hole]]:
        after = self._parse.word(i + 1).casefold() if i + 1 < len(self._tokens) else ""
        if after in ("many", "much"):
            noun = self._noun(i + 1)
            yield i, noun, Hole("count", "", self._parse.lemmas[noun] if noun > i + 1 else "")

    def _noun(self, i: int) -> int:
        """The last noun of the run right behind token `i`, which asks for it; `i` itself where there is none."""
        k = i
        for j in range(i + 1, len(self._tokens)):
            if self._tokens[j].upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
                break
            k = j if self._tokens[j].upos in ("NOUN", "PROPN") else k
        return k

    def _kind(self, noun: int) -> str:
        lemma = self._parse.lemmas[noun]
        kinds = {"person": "who", "place": "where", "time": "when", "post": "post", "tellers": "teller"}
        return next((kind for label, kind in kinds.items() if lemma in words(label)), "what")

    # Frames

    def _frames(self) -> Iterator[Frame]:
        verb = self._verb()
        noun = self._copular(verb)
        if noun is not None:
            yield from self._of_noun(noun)
            return
        if verb is None:
            return
        post = self._post_under(verb)
        if post is not None and self._parse.lemmas[verb] in words("being") | words("becoming") | words("appointing"):
            yield self._becoming(verb, post)
            return
        if any(hole.kind == "post" for _, _, hole in self._open):
            holders = [self._phrase(f.token) for f in self._parse.subjects(verb) if not self._asks(f.token)]
            yield Frame("holds_role", tuple(("holder", p) for p in holders[-1:]), (Hole("post", "post"),))
            return
        yield from self._by_table(verb)
        yield from self._by_patterns(verb)
        for _, noun, hole in self._open:
            if hole.kind == "count" and hole.noun:
                yield from self._counting(verb, noun, hole)
            if hole.kind == "count" and (not hole.noun or hole.noun in words("money")):
                yield self._priced(verb)

    def _counting(self, verb: int, noun: int, hole: Hole) -> Iterator[Frame]:
        """The frame of a claim of a number; of people it must say that they are those that the verb speaks of."""
        rest = tuple(("", p) for p in self._named())
        holes = (Hole("count", "number", hole.noun),)
        if hole.noun not in words("people"):
            yield Frame("counts", (("counted", self._phrase(noun)), *rest), holes)
            return
        told = {p.predicate.name for p in by_trigger().get(("verb", self._parse.lemmas[verb]), ())}
        for name in sorted(told & set(answers()["counted_as"])):
            yield Frame("counts", rest, holes, word=name)

    def _priced(self, verb: int, noun: str = "") -> Frame:
        """The frame of a sum: "how much was the land sold for" is told by a sentence with the sum, land and selling.

        With `noun` that of a number of people: "how many people attended the rally".
        """
        parse = self._parse
        things = [f.token for f in (*parse.subjects(verb), *parse.objects(verb)) if not self._asks(f.token)]
        nouns = [(w := parse.lemmas[k].casefold(), f"{w}s") for k in things if not self._is_name(k)]
        given = tuple(("", p) for p in self._named())
        return Frame("counts", given, (Hole("count", "number", noun),), says=(verb_forms(parse.lemmas[verb]), *nouns))

    def _verb(self) -> int | None:
        root = next((i for i, t in enumerate(self._tokens) if t.head < 0), None)
        verbs = [i for i, t in enumerate(self._tokens) if t.upos == "VERB"]
        if root is not None and self._tokens[root].upos == "VERB":
            return root
        return verbs[0] if verbs else None

    def _copular(self, verb: int | None) -> int | None:
        """The noun of "who is the P of X", also below a verb ("who claimed to be P")."""
        parse = self._parse
        for i, token in enumerate(self._tokens):
            if token.upos not in ("NOUN", "PROPN") or any(i == n for _, n, _ in self._open):
                continue
            cop = parse.kids(i, "cop")
            # "Who was acting secretary": the tagger takes the adjective for a verb.
            acting = verb is not None and token.head < 0 and parse.word(verb).casefold() in words("acting")
            if (cop or acting) and (token.head < 0 or parse.base(i) in ("xcomp", "ccomp")):
                return i
        return None

    def _of_noun(self, noun: int) -> Iterator[Frame]:
        parse = self._parse
        asked = [h for _, _, h in self._open]
        lemma = parse.lemmas[noun]
        subject = next(iter(parse.kids(noun, "nsubj")), None)
        who = subject is None or parse.word(subject).casefold() in ASKERS or any(subject == n for _, n, _ in self._open)
        other = None if who or subject is None else self._phrase(subject)
        around = self._around(noun)
        if lemma in words("post"):
            # "What is X's post": the owner of the post holds it.
            whose = tuple(("holder", phrase) for relation, phrase in around if relation in ("of", "poss"))
            yield Frame("holds_role", whose[:1], (Hole("post", "post"),))
            return
        kin = any(p.predicate.name == "family_of" for p in by_trigger().get(("noun", lemma), ()))
        table = answers()["nouns"].get(lemma)
        if kin or table:
            yield self._relation(lemma, table, around, other, asked)
            if not (table or {}).get("post"):
                return
        if self._is_name(noun):
            yield from self._of_name(self._phrase(noun))
            return
        post, given = self._post(noun)
        for relation, phrase in around:
            if relation in ("before", "after") and phrase.names:
                roles = ("successor", "predecessor") if relation == "before" else ("predecessor", "successor")
                yield Frame("succeeds", ((roles[0], phrase),), (Hole("who", roles[1]),), post)
                return
        holes = (Hole("who", "holder"),) if other is None else ()
        if other is not None:
            given = (("holder", other), *given)
            holes = (Hole("when"),) if any(h.kind == "when" for h in asked) else ()
        yield Frame("holds_role", (*given, *self._besides(given)), holes, post)

    def _of_name(self, who: Phrase) -> Iterator[Frame]:
        """ "Who is X": the posts of X, the bodies that X belongs to and leads, the other names of X."""
        yield Frame("holds_role", (("holder", who),), (Hole("post", "post"),))
        yield Frame("member_of", (("member", who),), (Hole("what", "group"),))
        yield Frame("commands", (("commander", who),), (Hole("what", "commanded"),))
        yield Frame("alias_of", (("bearer", who),), (Hole("what", "alias"),))

    def _relation(
        self, lemma: str, table: Any, around: list[tuple[str, Phrase]], other: Phrase | None, asked: list[Hole]
    ) -> Frame:
        """The frame of "the father of X", "the owner of X"."""
        kind = asked[0].kind if asked else "who"
        name, asks, whole = ("family_of", "person", "relative")
        if table:
            name, asks, whole = table["predicate"], table["asks"], table["of"]
        given = tuple((whole, phrase) for relation, phrase in around if relation in ("of", "poss", "in", "to", "for"))
        holes = (Hole(kind, asks),) if other is None else ()
        given = given if other is None else ((asks, other), *given)
        return Frame(name, given, holes, "" if table else lemma, word=lemma if table and table.get("post") else "")

    def _becoming(self, verb: int, noun: int) -> Frame:
        """The frame of "when did X become P", "who was appointed P by Y"."""
        parse = self._parse
        post, given = self._post(noun)
        who = [f.token for f in (parse.objects(verb) if parse.is_passive(verb) else parse.subjects(verb))]
        if not parse.is_passive(verb) and parse.lemmas[verb] in words("appointing"):
            who = [f.token for f in parse.objects(verb)] or who
        asked = [h for _, _, h in self._open]
        holder = [self._phrase(k) for k in who if not self._asks(k)]
        if holder and parse.lemmas[verb] in words("appointing") and any(h.kind == "who" for h in asked):
            return self._appointing(verb, post, (*(("holder", p) for p in holder[:1]), *given))
        given = (*(("holder", p) for p in holder[:1]), *given)
        holes = tuple(
            Hole("when") if h.kind == "when" else Hole("who", "holder") for h in asked if h.kind in ("when", "who")
        )
        return Frame("holds_role", given, holes, post, begins=parse.lemmas[verb] not in words("being"))

    def _appointing(self, verb: int, post: str, given: tuple[tuple[str, Phrase], ...]) -> Frame:
        """The frame of "who appointed X P", "by whom was X elected P"."""
        elects = self._parse.lemmas[verb] == "elect"
        predicate, by, one = ("elects", "electorate", "elected") if elects else ("appoints", "authority", "appointee")
        known = tuple((one if role == "holder" else role, phrase) for role, phrase in given)
        holes = tuple(
            Hole("when") if h.kind == "when" else Hole("who", by) for _, _, h in self._open if h.kind in ("when", "who")
        )
        return Frame(predicate, known, holes, post)

    def _post_under(self, verb: int) -> int | None:
        for k in [*self._parse.kids(verb, "xcomp", "obj"), *(f.token for f in self._parse.oblique(verb, "as"))]:
            if self._tokens[k].upos == "NOUN" and not self._asks(k):
                return k
        return None

    def _post(self, noun: int) -> tuple[str, tuple[tuple[str, Phrase], ...]]:
        """The words of a post, and the body and addressee that stand with it."""
        first = noun
        while first and self._close(first - 1, noun):
            first -= 1
        while first < noun and self._parse.word(first).casefold() in words("present"):
            first += 1
        said = self._text[self._tokens[first].start : self._tokens[noun].start] + self._singular(noun)
        said = " ".join(said.casefold().split())
        given: list[tuple[str, Phrase]] = []
        for relation, phrase in self._around(noun):
            if relation == "of" and not phrase.names:
                said += f" of {phrase.words.casefold()}"
            elif phrase.names and relation in ("of", "poss", "in", "at", "for", "to"):
                given.append(("to" if relation == "to" else "of", phrase))
        return said, tuple(given)

    def _singular(self, noun: int) -> str:
        """The word of a post, of one holder where the question has several: "leaders"."""
        return self._parse.lemmas[noun] if self._tokens[noun].xpos == "NNS" else self._parse.word(noun)

    def _close(self, k: int, noun: int) -> bool:
        """Whether word `k` belongs to the post: *prime* minister, *acting* chief executive; a name never does."""
        token = self._tokens[k]
        if any(n.start <= token.start < n.end for n in self._question.names):
            return False
        if self._parse.word(k).casefold() in words("acting") | words("deputies"):
            return True
        return token.upos in ("ADJ", "NOUN", "PROPN") and self._parse.base(k) in _CLOSE and not self._asks(k)

    def _around(self, noun: int) -> list[tuple[str, Phrase]]:
        """What stands with a noun: (preposition or poss, phrase), the names before it by an adjective too."""
        parse = self._parse
        out: list[tuple[str, Phrase]] = []
        for k in parse.children[noun]:
            if parse.base(k) in ("nmod", "obl"):
                relation = "poss" if self._tokens[k].deprel == "nmod:poss" else parse.preposition(k)
                out.append((relation, self._phrase(k)))
                # "ambassador to X before Y": the parser may hang the second on the first.
                out += [pair for pair in self._around(k) if pair[0] in ("before", "after", "to")]
            elif parse.base(k) in ("amod", "compound") and self._is_name(k):
                out.append(("of", self._phrase(k)))
        return out

    def _by_table(self, verb: int) -> Iterator[Frame]:
        rows = answers()["verbs"].get(self._parse.lemmas[verb], ())
        for table in [rows] if isinstance(rows, dict) else rows:
            slots = {role: tuple(ways.split("|")) for role, ways in table.items() if role not in ("predicate", "ends")}
            for frame in self._filled(verb, table["predicate"], slots, ()):
                yield replace(frame, ends=bool(table.get("ends")))

    def _by_patterns(self, verb: int) -> Iterator[Frame]:
        """A frame for each claim pattern whose trigger the verb is."""
        parse = self._parse
        seen: set[str] = set()
        for pattern in by_trigger().get(("verb", parse.lemmas[verb]), ()):
            nouns = pattern.words("object_nouns")
            if (nouns and not nouns & set(parse.lemmas)) or parse.lemmas[verb] in pattern.options.get("particle", {}):
                continue
            fixed = tuple((r, str(w)) for r, w in (pattern.options.get("fixed") or {}).items() if w != "political")
            for frame in self._filled(verb, pattern.predicate.name, pattern.roles, fixed):
                frame = replace(frame, ends=bool(pattern.options.get("ends")))
                if repr(frame) not in seen:
                    seen.add(repr(frame))
                    yield frame

    def _filled(
        self,
        verb: int,
        name: str,
        slots: Mapping[str, tuple[str, ...]],
        means: tuple[tuple[str, str], ...],
    ) -> Iterator[Frame]:
        given: list[tuple[str, Phrase]] = []
        post = ""
        holes: dict[int, Hole] = {}
        used: set[int] = set()
        for role, ways in slots.items():
            for slot in ways:
                fillers = [f.token for f in fill(self._parse, verb, slot) if f.token != verb and f.token not in used]
                if not fillers:
                    continue
                for k in fillers:
                    hole = next((n for n, (at, noun, _) in enumerate(self._open) if k in (at, noun)), None)
                    if hole is not None and self._open[hole][2].kind == "teller":
                        continue
                    if hole is not None and hole not in holes:
                        holes[hole] = replace(self._open[hole][2], role=role)
                    elif role == "post":
                        post, around = self._post(k)
                        given += [pair for pair in around if pair[0] in slots]
                    elif hole is None and k not in used:
                        phrase = self._phrase(k)
                        if not _may_fill(phrase, name, role):
                            continue
                        if not any(r == role and phrase.names and phrase.names == p.names for r, p in given):
                            given.append((_free(name, role, given), phrase))
                    used.add(k)
                if not any(h.role == role == "content" for h in holes.values()):  # "what did X say about the toll"
                    break
        if post:
            slots = {role: ways for role, ways in slots.items() if role != "post"}
        for frame in self._opened(verb, name, slots, given, holes):
            yield replace(frame, post=post, means=means, act=act_of(name, self._parse.word(verb)))

    def _opened(
        self, verb: int, name: str, slots: Mapping[str, tuple[str, ...]],
        given: list[tuple[str, Phrase]], holes: dict[int, Hole],
    ) -> Iterator[Frame]:  # fmt: skip
        """Give a role to what is asked for and was found in no slot."""
        roles = predicates()[name].roles
        filled = {role for role, _ in given} | {h.role for h in holes.values()}
        for n, (at, noun, hole) in enumerate(self._open):
            if n in holes:
                continue
            role = self._role_of(verb, name, slots, filled, at, noun, hole)
            if role is None:
                if hole.kind == "teller" or holes:
                    continue
                return
            holes[n] = replace(hole, role=role)
            filled.add(role)
        for n, hole in list(holes.items()):
            # "How many people were killed": the victims are counted, not named.
            if hole.kind == "count" and hole.role not in _FIGURES:
                holes[n] = replace(hole, role=_figure(roles, hole))
        if any(not h.role for h in holes.values() if h.kind == "count"):
            return
        # Names of a post that is followed need not stand beside the claim.
        extra = self._besides(given) if name != "succeeds" else ()
        yield Frame(name, (*given, *extra), tuple(holes[n] for n in sorted(holes)))

    def _role_of(
        self, verb: int, name: str, slots: Mapping[str, tuple[str, ...]], filled: set[str],
        at: int, noun: int, hole: Hole,
    ) -> str | None:  # fmt: skip
        roles = predicates()[name].roles
        if hole.kind == "when":
            return ""
        if hole.kind == "where":
            return next((r for r in ("place", "at", "visited", "target") if r in roles and r not in filled), None)
        if hole.kind == "count":
            return _figure(roles, hole) or None
        if hole.noun in words("law") and "legal_basis" in roles and "legal_basis" not in filled:
            return "legal_basis"
        before = self._before(at, noun)
        for role, ways in slots.items():
            if before and role not in filled and (before in ways or (before == "by" and "subject" in ways)):
                return role
        wanted = ("subject", "object") if self._parse.is_passive(verb) and before == "by" else ("object", "subject")
        for slot in wanted:
            for role, ways in slots.items():
                if role not in filled and any(w == slot for w in ways) and not before:
                    return role
        return None

    def _before(self, at: int, noun: int) -> str:
        """The preposition before an asking word: *under* which order, *by* whom."""
        parse = self._parse
        if at and self._tokens[at - 1].upos in ("ADP", "SCONJ"):
            return parse.word(at - 1).casefold()
        behind = [parse.word(k).casefold() for k in parse.kids(noun, "case") if k > noun]  # "which firm ... to?"
        return parse.preposition(noun) or "".join(behind[:1])

    # Phrases

    def _asks(self, k: int) -> bool:
        return any(k in (at, noun) for at, noun, _ in self._open)

    def _is_name(self, k: int) -> bool:
        return any(n.start <= self._tokens[k].start < n.end for n in self._question.names)

    def _phrase(self, k: int) -> Phrase:
        """The noun phrase at token `k` with the names in it."""
        parse = self._parse
        k = self._before_which(k)
        start, end = parse.phrase(k)
        below = {i for i in parse.subtree(k) if not self._asks(i)}
        inside = [n for n in self._question.names if any(n.start <= self._tokens[i].start < n.end for i in below)]
        own = next((n for n in inside if n.start <= self._tokens[k].start < n.end), None)
        if own is not None and not self._describes(own, k):
            return Phrase(own.words, parse.lemmas[k], (own,), True)
        said = re.sub(r"^(?:the|a|an)\s+", "", " ".join(self._text[start:end].split()), flags=re.IGNORECASE)
        return Phrase(said, parse.lemmas[k], tuple(inside))

    def _before_which(self, k: int) -> int:
        """The cathedral of "in front of the cathedral"; any other noun itself."""
        if self._parse.lemmas[k] not in words("whereabouts"):
            return k
        behind = [n for n in self._parse.kids(k, "nmod", "obl") if self._parse.preposition(n) == "of"]
        return behind[0] if behind else k

    def _describes(self, name: Name, k: int) -> bool:
        """Whether the name stands before a noun that is the head: "the X law"."""
        return self._tokens[k].start >= name.end

    def _besides(self, given: Iterable[tuple[str, Phrase]]) -> tuple[tuple[str, Phrase], ...]:
        """The names of the question that stand in no role: they must stand beside the claim."""
        held = [phrase for _, phrase in given]
        return tuple(("", p) for p in self._named() if not any(_holds(phrase, p) for phrase in held))

    def _named(self) -> list[Phrase]:
        return [Phrase(n.words, "", (n,), True) for n in self._question.names]


def _fuller(frames: Iterable[Frame], *, whether: bool) -> tuple[Frame, ...]:
    """The frames without those that give nobody a role where another gives the same ones theirs: a club is born too."""
    every = tuple(frames)
    placed = {_words(f) for f in every if f.given and all(role for role, _ in f.given)}
    return tuple(f for f in every if f.predicate == "counts" or not _unplaced(f, whether=whether)
                 or _words(f) not in placed)  # fmt: skip


def _unplaced(frame: Frame, *, whether: bool) -> bool:
    """Whether no name of a frame has a role; of a yes or no, which a name beside a claim does not give, whether one."""
    free = [not role for role, _ in frame.given]
    return bool(free) and not frame.post and (any(free) if whether else all(free))


def _figure(roles: Iterable[str], hole: Hole) -> str:
    """The role in which a predicate holds the number that is asked for; '' where it holds none."""
    money = not hole.noun or hole.noun in words("money")
    return next((r for r in _FIGURES if r in roles), AMOUNT if money else "")


def _free(predicate: str, role: str, given: Iterable[tuple[str, Phrase]]) -> str:
    """The role of one more filler: of two who meet, the second is the counterpart."""
    pair = answers()["either_way"].get(predicate, ())
    taken = {r for r, _ in given}
    return next((r for r in pair if r not in taken), role) if role in pair and role in taken else role


def _words(frame: Frame) -> frozenset[str]:
    return frozenset(phrase.words for _, phrase in frame.given)


def _may_fill(phrase: Phrase, predicate: str, role: str) -> bool:
    """Whether a name may stand in a role by the types of its bearers; a country acts as a body does."""
    types = {t for n in phrase.names for t in n.types} if phrase.whole else set()
    types |= {"organization"} if "place" in types else set()
    wanted = predicates()[predicate].roles[role].types if role in predicates()[predicate].roles else frozenset()
    return not types or not wanted or bool(types & wanted)


def _holds(phrase: Phrase, other: Phrase) -> bool:
    return any(n in phrase.names for n in other.names)
