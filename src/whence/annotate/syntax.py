"""A dependency tree, asked in the words of grammar: who is the subject, what does the preposition govern."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from whence.annotate.lemmas import noun_lemma, verb_lemma
from whence.annotate.mends import mended
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import GERUND, LOOSE, OBLIQUE, PASSIVE, RELATIVE, SUBJECTS
from whence.reader import Token, Tree
from whence.vocab import word_set

INNER = frozenset({"", "of", "for"})  # what stands with these belongs to the noun
PARTICIPLE = ("ed", "en", "un", "wn", "ought", "aught", "old", "ent", "elt", "ung")
ONESELF = frozenset({"himself", "herself", "themselves", "itself", "myself"})
IN_LAW = re.compile(r"-in-law\b")
ONE = frozenset({"is", "was", "has"})
FAR = 25  # words: over more of them a tree seldom knows who leaves in ", leaving"
_words = partial(word_set, "grammar.yaml")


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a slot, with the way it was found there."""

    token: int
    path: str


class Parse:
    """One sentence's tree with the questions that patterns put to it; `text` is the whole document's text."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.text = text
        draft = mended(tree, text)
        self.tokens: Sequence[Token] = draft.tokens
        self.children: list[list[int]] = draft.children
        self.start, self.end = tree.start, tree.end

    def word(self, i: int) -> str:
        """The words of token `i` as they stand in the text."""
        return self.text[self.tokens[i].start : self.tokens[i].end]

    @cached_property
    def lemmas(self) -> list[str]:
        """Lower-case lemma of every token; of verbs, the one that patterns wait for where the reader's is none."""
        return [self._lemma(i, t) for i, t in enumerate(self.tokens)]

    def _lemma(self, i: int, token: Token) -> str:
        if token.upos == "NOUN" and (token.xpos == "NNS" or self.kids(i, "nummod")):  # "20 kilos", taken for one
            return noun_lemma(self.word(i).lower(), token.lemma.lower())
        if token.upos != "VERB":
            return token.lemma.lower()
        if any(self.tokens[k].lemma.lower() == "do" for k in self.kids(i, "aux")):
            return self.word(i).lower()  # "did not found the league": a bare form
        return verb_lemma(self.word(i).lower(), token.lemma.lower())

    def base(self, i: int) -> str:
        """The relation of token `i` without its subtype."""
        return self.tokens[i].deprel.partition(":")[0]

    def kids(self, i: int, *relations: str) -> list[int]:
        """Children of `i` whose relation, with or without subtype, is one of `relations`."""
        return [k for k in self.children[i] if self.tokens[k].deprel in relations or self.base(k) in relations]

    def is_infinitive(self, i: int) -> bool:
        """Whether "to" marks the verb `i`."""
        return any(self.lemmas[k] == "to" for k in self.kids(i, "mark"))

    def one_of(self, i: int) -> int:
        """The "one" of which a plural noun says of what it is one ("one of the three directors"); else the noun."""
        if self.tokens[i].xpos not in ("NNS", "NNPS"):
            return i
        of = next((k for k in self.kids(i, "case") if self.lemmas[k] == "of"), 0)
        return of - 1 if of and self.lemmas[of - 1] == "one" else i

    def subtree(self, i: int) -> list[int]:
        """Token numbers of `i` and all below it, ascending."""
        found, todo = [], [i]
        while todo:
            k = todo.pop()
            found.append(k)
            todo.extend(self.children[k])
        return sorted(found)

    def phrase(self, i: int, loose: frozenset[str] = LOOSE) -> tuple[int, int]:
        """Offsets of the noun phrase headed by `i`: its modifiers, without clauses, appositions and coordination."""
        keep, todo = [i], [i]
        while todo:
            above = todo.pop()
            for k in self.children[above]:
                apart = self.tokens[k].deprel in loose or self.base(k) in loose or self.tokens[k].deprel == "case"
                if apart and not self._joins_describing(above, k):
                    continue
                if self.base(k) in ("nmod", "obl") and self.preposition(k) not in INNER:
                    continue
                if self.base(k) == "amod" and k == i + 1 and self.children[k]:
                    continue  # "fighters loyal to the League"
                keep.append(k)
                todo.append(k)
        first, last = self._unbroken(sorted(keep), i)
        return self.tokens[first].start, self.tokens[last].end

    def _joins_describing(self, above: int, k: int) -> bool:
        """Whether `k` joins two words that describe a noun behind both: "medical and food aid"."""
        one = self.tokens[above].head if self.base(k) in ("cc", "punct") and self.base(above) == "conj" else above
        noun = self.tokens[one].head if one >= 0 else -1
        return self.base(k) in ("conj", "cc") and self.base(one) in ("amod", "compound") and one < k < noun

    def core(self, i: int) -> tuple[int, int]:
        """Offsets of the noun `i` with the words right before it that describe it; no owner, no "of ..."."""
        first = i
        inside = set(self.kids(i, "amod", "compound", "nummod"))
        inside |= {k for c in self.kids(i, "compound") for k in self.kids(c, "compound")}  # "air force planes"
        while first - 1 in inside:
            first -= 1
        glued = first and self.text[self.tokens[first].start - 1] == "-"  # "Delta-led fighters"
        tail = IN_LAW.match(self.text, self.tokens[i].end)
        return self.tokens[i if glued else first].start, tail.end() if tail else self.tokens[i].end

    def _unbroken(self, members: list[int], i: int) -> tuple[int, int]:
        """The run of `members` around `i`; prepositions inside count as members, other gaps end it."""
        inside = set(members)
        for k in members:
            for c in self.children[k]:
                if k != i and self.tokens[c].deprel in ("case", "punct") and min(members) < c < max(members):
                    inside.add(c)
        first = last = i
        while first - 1 in inside or (first - 2 in inside and self.word(first - 1) in "-–’'\""):
            first -= 1
        while last + 1 in inside or (last + 2 in inside and self.word(last + 1) in "-–"):
            last += 1
        return first, last

    def clause(self, i: int) -> tuple[int, int]:
        """Offsets of everything below `i`, its own marker left out, outer punctuation trimmed."""
        members = self.subtree(i)
        marks = {k for k in self.kids(i, "mark") if self.lemmas[k] in ("that", "if", "whether")}
        members = [k for k in members if k not in marks]
        while members and self.tokens[members[-1]].upos == "PUNCT":
            members.pop()
        while members and self.tokens[members[0]].upos == "PUNCT":
            members.pop(0)
        members = members or [i]
        return self.tokens[members[0]].start, self.tokens[members[-1]].end

    def preposition(self, i: int) -> str:
        """The preposition before `i` in lower case, "" where there is none; fixed ones whole ("on behalf of")."""
        words = []
        titles = [k for k in self.kids(i, "nmod:desc") if k < i]  # "of the minister Duda": parsers hang "of" on either
        for k in self.kids(i, "case") or [c for t in titles for c in self.kids(t, "case")]:
            if k > i or self.tokens[k].xpos == "POS":  # "of the Dockers' League": parsers hang the mark on the league
                continue
            words.append(" ".join([self.lemmas[k], *(self.lemmas[f] for f in self.kids(k, "fixed"))]))
        return " ".join(words) or self._particle(i)

    def _particle(self, i: int) -> str:
        """The preposition that a parser took for a part of the verb above: "presides over the board"."""
        above, first = self.tokens[i].head, min(self.subtree(i))
        parts = self.kids(above, "compound:prt") if self.base(i) == "obl" else []
        return next((self.lemmas[k] for k in parts if k == first - 1), "")

    def is_not(self, i: int) -> bool:
        """Whether "not" or "never" stands with a word."""
        return any(self.lemmas[k] in ("not", "n't", "never") for k in self.kids(i, "advmod"))

    def is_passive(self, i: int) -> bool:
        """Whether verb `i` stands in the passive."""
        relations = self._relations(i)
        if self.tokens[i].xpos == "VBG" and not any(self.word(k).lower() == "being" for k in self.kids(i, "aux")):
            return False  # "is serving", whatever its subject is called
        # A passive subject beside "has" alone is a subject that the parser misnamed.
        if "aux:pass" in relations:
            return True
        if "nsubj:pass" in relations and "aux" not in relations:
            return not (self._joins_active(i) or self._aims(i))
        if self._goes_on_passive(i, relations):
            return True
        return self.lemmas[i] in _words("suffered") and self._headline_passive(i, relations)

    def _goes_on_passive(self, i: int, relations: set[str]) -> bool:
        """Whether a participle shares the auxiliary of the verb that it joins: "was arrested on Monday and charged"."""
        token = self.tokens[i]
        if token.deprel != "conj" or token.xpos != "VBN" or not 0 <= token.head < i:
            return False
        bare = not relations & (SUBJECTS | PASSIVE | {"obj", "aux", "cop", "mark"})
        return bare and self.tokens[token.head].upos == "VERB" and "aux:pass" in self._relations(token.head)

    def _relations(self, i: int) -> set[str]:
        return {self.tokens[k].deprel for k in self.children[i]}

    def _aims(self, i: int) -> bool:
        """Whether somebody does it at something: "gunmen shot at a van", whatever a tree makes of the gunmen."""
        return self.lemmas[i] in ("shoot", "fire") and i + 1 < len(self.tokens) and self.word(i + 1).lower() == "at"

    def _joins_active(self, i: int) -> bool:
        """Whether the next of a row of verbs has an object and no subject: "police shot and killed a man"."""
        verbs = [c for c in self.kids(i, "conj") if self.tokens[c].upos == "VERB"]
        below = {self.tokens[k].deprel for k in self.children[verbs[0]]} if verbs else set()
        return "obj" in below and not below & (SUBJECTS | PASSIVE | {"aux:pass"})

    def _headline_passive(self, i: int, relations: set[str]) -> bool:
        """Whether a headline leaves out the auxiliary: "Eleven soldiers killed in ambush"."""
        others = {"obj", "iobj", "ccomp", "aux", "cop", "conj", "mark"}
        if self.lemmas[i] not in _words("named"):  # "Duda named army chief"
            others.add("xcomp")
        if self.lemmas[i] == "fine" and all(self.kids(k, "nummod") for k in self.kids(i, "obj")):
            others.discard("obj")  # "Brewery fined 40,000 euros"
        bare = not relations & others and "nsubj" in relations
        stopped = self.text[self.end - 1 : self.end] in '.!?”"'
        return bare and not stopped and self.word(i).lower().endswith("ed") and self.tokens[i].deprel == "root"

    def is_participle(self, i: int) -> bool:
        """Whether `i` is a past participle that modifies a noun ("groups trained by D")."""
        if GERUND.search(self.word(i).lower()) or self.kids(i, "mark"):
            return False
        if self.tokens[i].deprel == "advcl":  # "Founded in 2004, the League ..."
            opens = any(i < k < self.tokens[i].head for k in self.kids(self.tokens[i].head, "nsubj"))
            return opens and self.tokens[i].xpos == "VBN" and not self.kids(i, "aux", "obj", "nsubj")
        joined = self.tokens[i].xpos == "VBN" and self.base(i) == "conj" and not self.kids(i, "aux", "obj", "nsubj")
        if joined and self.tokens[self.tokens[i].head].deprel == "acl":
            return self.is_participle(self.tokens[i].head)  # "restored by the court and suspended by the board"
        return self.tokens[i].deprel == "acl"

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated with it; in "A, B and C" a parser may take B for an apposition to A."""
        found = [i]
        for k in self.kids(i, "appos"):
            if self.tokens[k].upos == "PROPN" and self.tokens[i].upos == "PROPN" and self.kids(k, "conj"):
                found.extend(c for c in self.conjuncts(k) if not self._in_aside(i, c))
        listed = self.kids(i, "list") if self.tokens[i].upos == "PROPN" else []
        for k in (*self.kids(i, "conj"), *(k for k in listed if self.tokens[k].upos == "PROPN")):
            found.extend(self.conjuncts(k))
        return found

    def _in_aside(self, i: int, k: int) -> bool:
        """Whether `k` stands in a bracket behind `i`: of "Duda (Labour, Osk North)" only Duda is of the row."""
        between = [self.word(n) for n in range(i + 1, k)]
        return between.count("(") > between.count(")")

    def listed(self, i: int) -> list[int]:
        """What a list after `i` names: "groups such as A, B and C", "groups including A"."""
        found = []
        for k in self.kids(i, "nmod", "acl", "obl", "appos", "compound", "dep"):
            before = " ".join([self.preposition(k), *(self.lemmas[m] for m in self.kids(k, "mark", "cc"))]).strip()
            opened = before in ("such as", "like", "including", "include") or (before == "as" and self._such(k))
            if opened or self._after_including(k, i):
                found.extend(self.conjuncts(k))
            elif self.lemmas[k] == "include":
                for o in self.kids(k, "obj", "obl"):
                    found.extend(self.conjuncts(o))
        return found

    def _after_including(self, i: int, head: int) -> bool:
        """Whether a parser hung "including" and what it lists side by side on the noun before."""
        before = min(self.subtree(i)) - 1
        return before > head and self.lemmas[before] == "include" and self.tokens[before].head == head

    def _such(self, i: int) -> bool:
        first = min(self.kids(i, "case"), default=0)
        return first > 0 and self.lemmas[first - 1] == "such"

    def governor(self, i: int) -> int:
        """The head of `i`, seen from the first of a coordination."""
        while self.base(i) == "conj" and self.tokens[i].head >= 0:
            i = self.tokens[i].head
        return self.tokens[i].head

    def first_conjunct(self, i: int) -> int:
        """The token that opens the coordination in which `i` stands."""
        while self.base(i) == "conj" and self.tokens[i].head >= 0:
            i = self.tokens[i].head
        return i

    def subjects(self, i: int) -> list[Filler]:
        """Who does what verb `i` says, active voice: subject, gap of a relative clause, controller, agent."""
        if self.is_passive(i) or self.is_participle(i):
            return [Filler(k, "agent") for k in self._agents(i)]
        own = [Filler(k, "subject") for k in self.children[i] if self.tokens[k].deprel in SUBJECTS | PASSIVE]
        own = [f for f in own if self.preposition(f.token) not in _words("aside")]
        if len(own) > 1 and own[0].token < i:
            # Of several subjects the nearest before the verb counts; one behind it is an object misnamed.
            own = self._nearest([f for f in own if f.token < i])
        own = own or [Filler(k, "subject") for k in self._bare_before(i)]
        if own:
            return [self.stands_for(f, i) for f in own]
        return self._understood(i)

    def _bare_before(self, i: int) -> list[int]:
        """The name right before a finite verb that a tree made its object: "Vale pointed the finger at the bank"."""
        if self.tokens[i].deprel != "root" or self.tokens[i].xpos not in ("VBD", "VBZ", "VBP"):
            return []
        found = [k for k in self.kids(i, "obl", "obj") if k < i and self.tokens[k].upos == "PROPN"]
        near = [k for k in found if max(self.subtree(k)) == i - 1 and not self.preposition(k)]
        return near if near and any(k > i for k in self.kids(i, "obj")) else []

    def objects(self, i: int) -> list[Filler]:
        """Whom or what verb `i` concerns: object, passive subject, the noun that a participle modifies."""
        if self.is_passive(i) or self.is_participle(i):
            kids = self.children[i]
            own = [Filler(k, "passive subject") for k in kids if self.tokens[k].deprel in PASSIVE]
            own = own or [Filler(k, "passive subject") for k in kids if self.tokens[k].deprel in SUBJECTS]
            own = self._nearest([f for f in own if f.token < i]) or own
            own = own or [Filler(k, "passive subject") for k in self._bare_objects(i)]
            if own:
                return [self.stands_for(f, i) for f in own]
            if behind := self._inverted(i):
                return [Filler(behind[0], "passive subject")]
            if self.tokens[i].deprel in ("acl", "acl:relcl"):
                return [Filler(self.tokens[i].head, "participle")]
            if self.tokens[i].deprel == "advcl" and self.tokens[i].head >= 0 and not self.is_passive(i):
                head = self.tokens[i].head
                above = self.objects(head) if self.is_passive(head) else self.subjects(head)
                return [Filler(f.token, "participle") for f in above]
            if self.base(i) == "conj":
                head = self.tokens[i].head
                turns = bool(self.kids(i, "aux:pass")) and not (self.is_passive(head) or self.is_participle(head))
                # "succeeded her father and was succeeded by Duda": she was
                return self.subjects(head) if turns else self.objects(head)
            return [Filler(f.token, f.path) for f in self._understood(i)] if self.is_passive(i) else []
        plain = [k for k in self.kids(i, "obj", "iobj") if self.preposition(k) not in _words("aside")]
        own = [Filler(k, "object") for k in plain if self.base(k) == "obj"] or [Filler(k, "object") for k in plain]
        nominal = [k for k in self.children[i] if self.tokens[k].deprel in SUBJECTS]
        if not own and len(nominal) > 1 and nominal[0] < i < nominal[-1]:
            own = [Filler(nominal[-1], "object")]
        if own:
            return [self.stands_for(f, i) for f in own]
        if self.base(i) == "conj" or not self._shares_object(i):
            return self._gap(i)
        # "trains and arms militias and runs firms": the militias alone.
        brought = (self.kids(c, "obj") for c in self.kids(i, "conj"))
        return [Filler(k, "shared object") for k in next(filter(None, brought), [])]

    def _nearest(self, subjects: list[Filler]) -> list[Filler]:
        """The last of several subjects; both of two that "and" joins, which a tree may hang side by side."""
        last = subjects[-1:]
        words = (self.lemmas[k] for k in self.subtree(last[0].token) if self.tokens[k].upos != "PUNCT") if last else ()
        joined = next(iter(words), "") == "and"
        return subjects[-2:] if joined else last

    def _bare_objects(self, i: int) -> list[int]:
        """What stands before a passive, which a tree made its object: "In May nine tonnes had been sold"."""
        if not self.is_passive(i):
            return []
        return [k for k in self.kids(i, "obj") if k < i and self.tokens[k].upos in ("NOUN", "PROPN")]

    def _inverted(self, i: int) -> list[int]:
        """What stands behind a fronted participle, whatever the tree calls it: "Also killed were Vale and Duda"."""
        was = [k for k in self.kids(i, "aux", "cop") if k == i + 1]
        behind = [k for k in self.kids(i, "xcomp", "obj", "ccomp") if was and k > was[0]]
        return [k for k in behind if self.tokens[k].upos in ("PROPN", "NOUN")]

    def _shares_object(self, i: int) -> bool:
        """Whether the verb right after `i` brings the object of both ("founded and armed the League")."""
        verbs = [c for c in self.kids(i, "conj") if self.tokens[c].upos == "VERB"]
        if not verbs or any(self.tokens[k].deprel in SUBJECTS | PASSIVE for k in self.children[verbs[0]]):
            return False
        return not any(
            i < k < verbs[0] and self.base(k) in ("obl", "ccomp", "xcomp", "advcl") for k in self.children[i]
        )

    def _gap(self, i: int) -> list[Filler]:
        """The noun before a relative clause that has a subject of its own and lacks an object ("the law he signed")."""
        if self.tokens[i].deprel == "acl:relcl" and any(self.tokens[k].deprel in SUBJECTS for k in self.children[i]):
            subject = next(k for k in self.children[i] if self.tokens[k].deprel in SUBJECTS)
            led = any(
                self.lemmas[k] in RELATIVE and self.preposition(k) for k in self.children[i]
            )  # "with whom she ran"
            led = led or any(self.lemmas[k] in ("where", "when", "why") for k in self.kids(i, "advmod", "obl", "mark"))
            if self.lemmas[subject] not in ("who", "which", "that") and not led:
                return [Filler(self.tokens[i].head, "relative gap")]
        return []

    def stands_for(self, filler: Filler, verb: int) -> Filler:
        """A relative pronoun gives way to the noun that it stands for."""
        if self.lemmas[filler.token] in ("who", "which", "that", "whom") and self.tokens[filler.token].upos == "PRON":
            top = self.first_conjunct(verb)
            if self.tokens[top].deprel in ("acl:relcl", "acl") and self.tokens[top].head >= 0:
                noun = self.tokens[top].head
                if self._of_several(top, noun, filler.token):
                    noun = self.first_conjunct(noun)
                noun = self._agreeing(self._right_before(noun, filler.token), verb)
                noun = self._last_of_row(noun, filler.token, verb)
                return Filler(self._who_is(noun), "relative " + filler.path)
        return filler

    def _agreeing(self, noun: int, verb: int) -> int:
        """The one whom "who holds" means where a tree hung it on several: "Vale, a dealer in old stones, who holds"."""
        one = any(self._third_person(k) or self.word(k).lower() in ONE for k in self._finite(verb))
        if not one or self.tokens[noun].xpos != "NNS":
            return noun
        above = noun
        while self.base(above) in ("nmod", "appos", "conj") and self.tokens[above].head >= 0:
            above = self.tokens[above].head
            if self.tokens[above].xpos in ("NN", "NNP"):
                return above
        return noun

    def _last_of_row(self, noun: int, pronoun: int, verb: int) -> int:
        """The last of names that a tree joined before "which was": "after Delta Film and Osk Film, which was sold"."""
        row = [c for c in self.kids(noun, "conj") if noun < c < pronoun and self.word(pronoun - 1) == ","]
        one = any(self.word(k).lower() in ONE for k in self._finite(verb))
        return row[-1] if row and one and self.lemmas[pronoun] == "which" else noun

    def _third_person(self, i: int) -> bool:
        return self.tokens[i].xpos == "VBZ" and self.word(i).endswith("s")  # "elected" was once read as a present

    def _who_is(self, noun: int) -> int:
        """The name that says who "the man who ran it" is: "the man who ran the bank was Ada Mensah"."""
        head = self.tokens[noun].head
        told = self.base(noun) == "nsubj" and self.lemmas[noun] in _words("somebody") and head > noun
        if not told or self.tokens[head].upos != "PROPN" or not self.kids(head, "cop"):
            return noun
        other = self.kids(head, "case", "nmod:poss", "aux") or self.preposition(head)
        denied = self.is_not(head)
        the = any(self.lemmas[k] == "the" for k in self.kids(noun, "det"))
        return noun if other or denied or not the else head

    def _right_before(self, noun: int, pronoun: int) -> int:
        """The one person right before "who" whom a tree passes over for several: "two aides of the man who fled"."""
        near = pronoun - 1
        if self.lemmas[pronoun] != "who" or near <= noun or self.tokens[noun].xpos != "NNS":
            return noun
        one = self.tokens[near].xpos == "NN" and self.tokens[near].deprel == "nmod" and self.tokens[near].head == noun
        person = noun_type(self.lemmas[near], self.word(near).lower()) == "person"
        return near if one and person else noun

    def _of_several(self, verb: int, noun: int, pronoun: int) -> bool:
        """Whether "who" means all of a row of names: "Duda and Vale, who are directors", "Duda and Vale, who serve"."""
        if self.base(noun) != "conj" or self.tokens[noun].xpos != "NNP" or self.word(pronoun - 1) != ",":
            return False
        many = ("are", "were", "have")
        return any(self.tokens[k].xpos == "VBP" or self.word(k).lower() in many for k in self._finite(verb))

    def _finite(self, verb: int) -> list[int]:
        """A verb with its auxiliaries and copula: one of them tells the number of its subject."""
        return [verb, *self.kids(verb, "aux", "cop")]

    def _agents(self, i: int) -> list[int]:
        own = [k for k in self.children[i] if self.base(k) == "obl" and self.preposition(k) == "by"]
        if own:
            own = [k for k in own if self.lemmas[k] not in _words("margins")]
            return [k for k in own if self.lemmas[k] not in _words("manners") or self.children[k][1:]]
        # "owned or controlled by D": the agent hangs on the last participle and is that of all.
        for c in self.kids(i, "conj"):
            between = {t.upos for t in self.tokens[i + 1 : c]} - {"CCONJ", "ADV", "PUNCT", "VERB"}
            if c > i and self.tokens[c].upos == "VERB" and not between and self.word(c).lower().endswith(PARTICIPLE):
                return self._agents(c)
        return []

    def _understood(self, i: int) -> list[Filler]:
        """The subject that a verb takes from the one above it: coordination, infinitive, -ing clause."""
        relation, head = self.tokens[i].deprel, self.tokens[i].head
        if head < 0:
            return []
        if self.base(i) == "conj":
            if self.is_passive(head) or self.is_participle(head):
                return [Filler(f.token, "shared " + f.path) for f in self.objects(head)]
            return [Filler(f.token, "shared " + f.path) for f in self.subjects(head)]
        if relation in ("acl", "acl:relcl"):
            if (blaming := self.blaming(i)) is not None:
                return [Filler(f.token, "controlled") for f in self.objects(blaming)]
            if self._having(i) and self.kids(head, "cop"):
                return [Filler(f.token, "controlled") for f in self.children_named(head, *SUBJECTS)]
            if self._dangles(i):
                verb = next((k for k in self.path_up(head) if self.tokens[k].upos == "VERB"), None)
                if verb is not None:
                    return [Filler(f.token, "controlled") for f in self.subjects(verb)]
            return [Filler(head, "participle")] if self.tokens[head].upos in ("NOUN", "PROPN", "PRON") else []
        if relation == "xcomp":
            return [Filler(f.token, "controlled") for f in self.objects(head) or self.subjects(head)]
        blamed = self.lemmas[head] in _words("blamed") and not {"for", "of", "with"}.isdisjoint(self._marks(i))
        told = relation == "advcl" or (relation == "ccomp" and blamed)
        if told and self._faces(i, head):
            return [Filler(head, "controlled")]
        if told and self._is_controlled(i) and abs(i - head) <= FAR:
            put = self.lemmas[head] in _words("putting") and self.lemmas[i] in _words("taking")
            above = self.objects(head) if blamed or put or self.is_passive(head) else self.subjects(head)
            return [Filler(f.token, "controlled") for f in above or self.children_named(head, *SUBJECTS, *PASSIVE)]
        return []

    def _faces(self, i: int, head: int) -> bool:
        """Whether the subject stands behind "are" for what opens the sentence: "Facing charges are Vale and Duda"."""
        was = [k for k in self.kids(head, "cop") if i < k < head]
        return bool(was) and self.tokens[i].xpos == "VBG" and not self.kids(head, *SUBJECTS)

    def _marks(self, i: int) -> set[str]:
        """The words that open clause `i`, also where a tree hung them on its "having"."""
        having = [k for k in self.kids(i, "aux") if self.word(k).lower() == "having"]
        return {self.lemmas[m] for k in (i, *having) for m in self.kids(k, "mark")}

    def blaming(self, i: int) -> int | None:
        """The verb of "was accused by the court of paying them", where a parser hung the deed `i` on the court."""
        head = self.tokens[i].head
        above = self.tokens[head].head if head >= 0 else -1
        marks = {self.lemmas[m] for m in self.kids(i, "mark", "case")}
        hung = self.base(i) == "acl" and GERUND.search(self.word(i).lower()) and bool(marks & {"of", "for"})
        return above if hung and 0 <= above < head < i and self.lemmas[above] in _words("blamed") else None

    def _dangles(self, i: int) -> bool:
        """Whether a parser hung on the nearest noun what the subject does: "fought in the war, leading a brigade"."""
        if not GERUND.search(self.word(i).lower()) or self.base(self.tokens[i].head) not in ("obl", "nmod"):
            return False
        return i > 0 and (self.word(i - 1) == "," or self.lemmas[i] in _words("saying")) and not self.kids(i, "aux")

    def _having(self, i: int) -> bool:
        """Whether what somebody did before stands behind a comma: "is a colonel, having served in the Guard"."""
        having = [k for k in self.kids(i, "aux") if self.word(k).lower() == "having"]
        return bool(having) and having[0] > 0 and self.word(having[0] - 1) == ","

    def _is_controlled(self, i: int) -> bool:
        """Whether a clause has no subject of its own: "leaving", "having left", "to leave"; not "for Ada to leave"."""
        before = {self.lemmas[m] for m in self.kids(i, "mark", "aux")}
        if {"for", "to"} <= before:
            return False
        having = any(self.word(m).lower() == "having" for m in self.kids(i, "aux"))
        return bool(GERUND.search(self.word(i).lower())) or "to" in before or having

    def children_named(self, i: int, *relations: str) -> list[Filler]:
        """The subjects of an adjective or noun that stands as a predicate ("he is suspected of having left")."""
        return [Filler(k, "subject") for k in self.children[i] if self.tokens[k].deprel in relations]

    def oblique(self, i: int, preposition: str) -> list[Filler]:
        """What stands with `preposition` under `i`, also under the first of its coordination when `i` has none."""
        found = [k for k in self.children[i] if self._is_oblique(k)]
        fitting = [Filler(k, preposition) for k in found if self.preposition(k) == preposition]
        if not fitting and preposition in ("of", "at") and self.tokens[i].upos in ("NOUN", "PROPN"):
            return self._shared(i, preposition)
        return fitting

    def _is_oblique(self, i: int) -> bool:
        """Whether a token stands with a preposition, also where a tree took it for a subject or an object."""
        if self.tokens[i].deprel in OBLIQUE or self.base(i) in ("obl", "nmod", "advcl"):
            return True
        return self.base(i) in ("obj", "iobj", "nsubj") and self.preposition(i) in _words("aside")

    def _shared(self, i: int, preposition: str) -> list[Filler]:
        """What hangs on another noun of the coordination: "founder and director of the firm".

        A noun that has its owner ("her sister, and two sons of Ada Mensah") shares nothing.
        """
        first = self.first_conjunct(i)
        if self.kids(i, "nmod:poss") or (i == first and self.kids(i, "nmod")) or self._placed(i):
            return []  # "the bombings in the suburbs and the murder of Duda"
        others = [
            k
            for k in (first, *self.kids(first, "conj"))
            if k != i and (self.tokens[k].upos == self.tokens[i].upos or self._is_deed(k, i))
        ]
        # "An MP and a member of the commission": what opens with "a" anew stands for itself.
        others = [o for o in others if o < i or not any(self.lemmas[d] in ("a", "an") for d in self.kids(o, "det"))]
        below = [k for o in others for k in self.children[o] if self.base(k) in ("nmod", "obl")]
        return [Filler(k, preposition) for k in below if self.preposition(k) == preposition]

    def _is_deed(self, i: int, noun: int) -> bool:
        """Whether a gerund ends a row of nouns for deeds: "the training, funding and equipping of guards"."""
        return self.tokens[i].xpos == "VBG" and bool(GERUND.search(self.word(noun).lower())) and not self.kids(i, "obj")

    def _placed(self, i: int) -> bool:
        """Whether a noun has its own body or place: "president of the club and a senior editor at the press"."""
        own = [k for k in self.kids(i, "nmod") if self.preposition(k) in ("of", "at", "for", "in")]
        return any(self.tokens[k].upos in ("NOUN", "PROPN") for k in own)

    def on_oneself(self, i: int) -> bool:
        """Whether verb `i` is done to oneself: "hanged himself", whatever the tree calls the pronoun."""
        own = (
            k for k in self.children[i] if k > i and self.base(k) in ("obj", "iobj", "obl") and not self.preposition(k)
        )
        return not self.is_passive(i) and any(self.word(k).lower() in ONESELF for k in own)

    def slot(self, i: int, name: str) -> list[Filler]:
        """Every filler of the slot `name` of trigger `i`; see docs/annotate/grammar.md for the names."""
        if name == "subject":
            return self.subjects(i)
        if name == "object":
            return self.objects(i)
        if name == "self":
            return [Filler(i, "self")]
        if name == "clause":
            found = self.kids(i, "ccomp", "xcomp")
            # "urged them to go": parsers take the infinitive for a purpose.
            found = found or [k for k in self.kids(i, "advcl") if k > i and self.lemmas[min(self.subtree(k))] == "to"]
            return [Filler(k, "clause") for k in found]
        if name == "with-ing":  # "charged with dumping oil", "fined for dumping oil"
            marked = [k for k in self.kids(i, "advcl", "ccomp") if k > i and GERUND.search(self.word(k).lower())]
            return [
                Filler(k, "clause")
                for k in marked
                if any(self.lemmas[m] in ("with", "of", "for") for m in self.kids(k, "mark"))
            ]
        if name == "acl":
            return [Filler(k, "acl") for k in self.kids(i, "acl") if self.tokens[k].deprel != "acl:relcl"]
        if name == "advclause":
            return [Filler(k, "advclause") for k in self.kids(i, "advcl")]
        if name == "poss":
            own = self.kids(i, "nmod:poss")
            shared = self.kids(self.first_conjunct(i), "nmod:poss") if not own and self.base(i) == "conj" else []
            return [Filler(k, "poss") for k in own or shared]
        if name == "governor":
            return [Filler(self.governor(i), "governor")] if self.governor(i) >= 0 else []
        if name in ("compound", "amod", "appos", "iobj", "nummod", "nmod:desc", "obl:npmod", "obl:unmarked"):
            return [Filler(k, name) for k in self.kids(i, name)]
        if name == "noun":
            return [Filler(self.tokens[i].head, "noun")] if self.base(i) in ("amod", "acl") else []
        return self.oblique(i, name)

    def path_up(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self.tokens[i].head >= 0:
            i = self.tokens[i].head
            yield i

    def at(self, start: int, end: int) -> list[int]:
        """Tokens that overlap the characters from `start` to `end`."""
        return [i for i, t in enumerate(self.tokens) if t.start < end and start < t.end]

    def head_of(self, start: int, end: int) -> int | None:
        """The token inside the range whose head lies outside it; None where no token stands there."""
        inside = self.at(start, end)
        members = set(inside)
        tops = [i for i in inside if self.tokens[i].head not in members and self.tokens[i].upos != "PUNCT"]
        return tops[0] if tops else (inside[0] if inside else None)
