"""Trees put right: readers draw some things amiss again and again, and what stands there tells better.

Each mend knows one such mistake by its marks, says in its docstring where it occurs, and leaves other trees alone.
`HUNG` mends look at one token of the tree as the reader drew it, and the first that speaks says on what the token
hangs. `BUILT` mends follow, each on the whole tree that the one before left. A new mend is one function and one line.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from whence.annotate.lemmas import is_waited, verb_lemma
from whence.annotate.mentions.lexicon import heads, noun_type
from whence.annotate.relations import GERUND, PASSIVE, RELATIVE, SUBJECTS
from whence.reader import Token, Tree
from whence.text.gazetteer import is_place
from whence.vocab import word_set

NOUNS = ("NOUN", "PROPN")
BEHIND_DEATH = ("obl", "obj", "parataxis", "dep", "appos", "obl:unmarked", "nmod", "conj")
# What a reader takes a verb for, and what only a verb has below it.
MISREAD = frozenset({"NOUN", "PROPN", "PART", "ADJ", "X", "DET"})
FINITE = ("VBD", "VBZ", "VBP")
CLAUSE_BELOW = frozenset({"nsubj", "nsubj:pass", "ccomp", "xcomp", "advcl", "aux:pass"})
OF_NOUNS = frozenset({"by", "from", "to", "of", "for", "within", "between"})
FOUNDS = frozenset({"form", "forms", "formed", "found", "founds", "founded", "forming", "founding"})
ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "clear", "absolve"})
GOT = frozenset({"receives", "received", "got", "obtained", "accepted", "took", "collected", "bought", "acquired"})
SITED = frozenset({"based", "headquartered", "founded", "incorporated", "registered"})
HELD = frozenset("say rumour rumor report believe think allege suspect claim understand know".split())
ASKING = frozenset("appeal call plea request demand bid".split())
LEAVING = frozenset("pull drop opt back".split())
SUPPLYING = frozenset("supply provide equip arm furnish ply".split())
WHOLE = frozenset({"all", "both", "each"})
AIMS = frozenset("aim goal purpose object objective target".split())
HALF = ["and", "a", "half"]
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
NO_PERSON = frozenset({"work", "place", "event", "facility", "law"})


class Draft:
    """A tree while it is mended: `words` are its tokens in small letters, `children` those that hang on each."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.tokens: list[Token] = list(tree.tokens)
        self.words: Sequence[str] = [text[t.start : t.end].lower() for t in tree.tokens]
        self.children: list[list[int]] = []

    def count(self) -> None:
        """Set `children` from the heads."""
        self.children = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(i)

    def word(self, i: int) -> str:
        """The word of token `i` in small letters, "" behind the last."""
        return self.words[i] if i < len(self.words) else ""

    def case(self, i: int) -> int:
        """The first preposition that hangs on a token before it; the token itself where none does."""
        tokens = self.tokens
        return next((k for k in range(max(0, i - 8), i) if tokens[k].head == i and tokens[k].deprel == "case"), i)

    def above(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        return _above(self.tokens, i)

    def last(self, word: str, i: int, *, after: int = 0) -> int:
        """The last `word` before `i`, and behind `after`, that hangs on `i`; 0 where none does."""
        return next((k for k in range(i - 1, after, -1) if self.words[k] == word and self.tokens[k].head == i), 0)

    def relations(self, i: int) -> set[str]:
        """The relations in which tokens hang on `i`."""
        return {self.tokens[k].deprel for k in self.children[i]}

    def become(self, i: int, *, head: int | None = None, deprel: str) -> None:
        """Rename the relation of token `i`; its head, where one is given, without a change of `children`."""
        token = self.tokens[i]
        self.tokens[i] = replace(token, head=token.head if head is None else head, deprel=deprel)

    def hang(self, i: int, head: int, deprel: str) -> None:
        """Hang token `i` on another head; -1 makes it the root."""
        old = self.tokens[i].head
        if old >= 0:
            self.children[old].remove(i)
        if head >= 0:
            self.children[head] = sorted((*self.children[head], i))
        self.become(i, head=head, deprel=deprel)

    def head_instead(self, i: int, noun: int) -> None:
        """Let `i` stand where a noun stood, with all that hangs on it; the noun becomes its compound."""
        self.hang(i, self.tokens[noun].head, self.tokens[noun].deprel)
        for k in tuple(self.children[noun]):
            self.hang(k, i, self.tokens[k].deprel)
        self.hang(noun, i, "compound")

    def put_above(self, i: int, above: int) -> None:
        """Let `i` take the place of its head, which becomes its subject."""
        place = self.tokens[above]
        self.become(i, head=place.head, deprel=place.deprel)
        self.become(above, head=i, deprel="nsubj")
        self.children[above].remove(i)
        self.children[i].insert(0, above)
        if place.head >= 0:
            row = self.children[place.head]
            row[row.index(above)] = i


def mended(tree: Tree, text: str) -> Draft:
    """The tree with every mend applied; `text` is the whole document's."""
    draft = Draft(tree, text)
    draft.tokens = [_hung(draft, i) for i in range(len(draft.tokens))]
    while (i := _in_ring(draft.tokens, tree.tokens)) is not None:
        draft.tokens[i] = tree.tokens[i]
    draft.count()
    for build in BUILT:
        before = list(draft.tokens)
        build(draft)
        if _in_ring(draft.tokens, before) is not None:
            draft.tokens = before
            draft.count()
    return draft


def _above(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """The heads above a token, nearest first; none twice, should they stand in a ring."""
    for _ in tokens:
        i = tokens[i].head if i >= 0 else i
        if i < 0:
            return
        yield i


def _in_ring(tokens: Sequence[Token], before: Sequence[Token]) -> int | None:
    """The first token with a new head that stands below itself: mends that fit alone need not fit together."""
    moved = (i for i, (new, old) in enumerate(zip(tokens, before, strict=True)) if new.head != old.head)
    return next((i for i in moved if i in _above(tokens, i)), None)


def _hung(draft: Draft, i: int) -> Token:
    return next((token for mend in HUNG if (token := mend(draft, i)) is not None), draft.tokens[i])


def named_before_who(draft: Draft, i: int) -> Token | None:
    """The name right before "who" where a tree hung the clause on a noun not above it: "in Osh of Duda, who led"."""
    token = draft.tokens[i]
    who = draft.last("who", i, after=1) if token.deprel == "acl:relcl" else 0
    last = who - 2 if who and draft.words[who - 1] == "," else who - 1
    if who < 2 or draft.tokens[last].upos != "PROPN":
        return None
    head = draft.tokens[last].head if draft.tokens[last].deprel == "flat" else last
    apposed = last < who - 1 and head > 0 and draft.words[head - 1] == "," and draft.tokens[head].deprel == "appos"
    if apposed and token.head in draft.above(head) and token.head < head - 1 and not _plural(draft, i):
        return replace(token, head=head)  # "the husband of Ana Mor, Ivo, who died"
    noun = draft.words[token.head]
    if draft.tokens[head].upos != "PROPN" or noun_type(noun, noun) not in NO_PERSON:
        return None  # "the widow of Ivo Duda, who left": she may have left
    apart = token.head not in (head, last, *draft.above(head)) and i not in draft.above(head)
    return replace(token, head=head) if apart else None


def founded(draft: Draft, i: int) -> Token | None:
    """What is founded, drawn as if it were said of the founder: "broke away and formed the Salt Party"."""
    token = draft.tokens[i]
    said = token.deprel == "xcomp" and token.upos in NOUNS and 0 <= token.head < i and draft.case(i) == i
    if not said or draft.words[token.head] not in FOUNDS:
        return None
    others = {t.deprel for t in draft.tokens if t.head == token.head}
    return replace(token, deprel="obj") if not others & {"obj", "aux:pass", "nsubj:pass"} else None


def given_over(draft: Draft, i: int) -> Token | None:
    """What stands bare right behind a verb and its particle is the object: "handed over the keys to Duda"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i - 2 or draft.case(i) != i:
        return None
    first = next((k for k in range(verb + 1, i) if draft.tokens[k].head == i), i)
    particle = draft.tokens[first - 1]
    beside = particle.deprel == "compound:prt" and particle.head == verb == first - 2
    timed = any(draft.words[i] in word_set("dates.yaml", key) for key in ("unit", "units", "daypart", "season"))
    told = draft.tokens[first].upos in ("DET", "PRON", "NUM") and not timed
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if beside and told and alone else None


def got_from(draft: Draft, i: int) -> Token | None:
    """What stands bare behind "from" and a giver is the object: "received from the League four payments"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i - 2 or draft.case(i) != i:
        return None
    if draft.words[verb] not in GOT or draft.word(verb + 1) != "from":
        return None
    comma = next((k for k in range(verb, i) if draft.words[k] == ","), 0)
    if comma:  # "received from the League four payments, together nine dollars"
        noun = comma - 1
        summed = draft.word(comma + 1) == "together" and draft.tokens[noun].upos == "NOUN"
        return replace(token, head=noun, deprel="nmod") if summed else None
    timed = any(draft.words[i] in word_set("dates.yaml", key) for key in ("unit", "units", "daypart", "season"))
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if alone and not timed else None


def done_to_death(draft: Draft, i: int) -> Token | None:
    """Who stands right behind "to death" is killed: "gunmen shot to death a watchman"."""
    token = draft.tokens[i]
    if token.upos not in NOUNS or token.deprel not in BEHIND_DEATH or draft.case(i) != i:
        return None
    first = next((k for k in range(max(0, i - 8), i) if draft.tokens[k].head == i), i)
    if first < 3 or draft.words[first - 2 : first] != ["to", "death"]:
        return None
    verb = draft.tokens[first - 1].head
    if not 0 <= verb < first - 2 or draft.tokens[verb].upos != "VERB":
        return None
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, head=verb, deprel="obj") if alone else None


def asks_from_behind(draft: Draft, i: int) -> Token | None:
    """Whoever is behind "by" asks, and is not in what is asked: "was asked to mediate by the mayor"."""
    token, below = draft.tokens[i], draft.tokens[i].head
    if not token.deprel.startswith("obl") or token.upos not in NOUNS or not 0 <= below < i:
        return None
    inner, case = draft.tokens[below], draft.case(i)
    if draft.words[case] != "by" or inner.deprel != "xcomp" or inner.xpos != "VB" or not 0 <= inner.head < below:
        return None
    asked = any(t.head == inner.head and t.deprel == "aux:pass" for t in draft.tokens[:below])
    somebody = noun_type(token.lemma, draft.words[i]) in ("person", "organization") or token.upos == "PROPN"
    return replace(token, head=inner.head, deprel="obl:agent") if asked and somebody else None


def row_before_verb(draft: Draft, i: int) -> Token | None:
    """Behind a name and a comma two nouns with "the" are two more of a row: "Duda, the mayor and the clerk left"."""
    token, first = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "conj" or token.upos != "NOUN" or not 0 < first < i or draft.words[i - 1] != "the":
        return None
    other, after = draft.tokens[first], draft.tokens[i + 1] if i + 1 < len(draft.tokens) else None
    beside = other.deprel == "appos" and draft.words[first - 1] == "the" and draft.words[first - 2] == ","
    goes_on = after is not None and (after.xpos in FINITE or after.upos == "AUX")
    return replace(token, head=other.head) if beside and goes_on and other.head < first else None


def of_whom_accused(draft: Draft, i: int) -> Token | None:
    """What somebody is accused of hangs on the verb: "accused the mayor, Ivo Duda, of ordering the raid"."""
    token = draft.tokens[i]
    if token.deprel != "acl" or token.xpos != "VBG" or not 0 <= token.head < i or not draft.last("of", i):
        return None
    noun = token.head
    while draft.tokens[noun].deprel in ("appos", "flat") and draft.tokens[noun].head >= 0:
        noun = draft.tokens[noun].head
    verb = draft.tokens[noun].head
    if verb < 0 or draft.tokens[noun].deprel not in ("obj", "nsubj:pass"):
        return None
    accuses = verb_lemma(draft.words[verb], draft.tokens[verb].lemma.lower()) in ACCUSING
    return replace(token, head=verb, deprel="advcl") if accuses else None


def _plural(draft: Draft, i: int) -> bool:
    """Whether a clause tells of several: its verb or its auxiliary is a present plural."""
    return draft.tokens[i].xpos == "VBP" or any(t.head == i and t.xpos == "VBP" for t in draft.tokens)


def whose_subject(draft: Draft, i: int) -> Token | None:
    """The noun owned by "whose" is the subject of the relative clause: "Duda, whose wife runs the yard"."""
    token = draft.tokens[i]
    if token.deprel != "nsubj" or token.head >= i:
        return None
    owned = any(draft.words[k] == "whose" and draft.tokens[k].head == i for k in range(max(0, i - 4), i))
    later = range(i + 1, len(draft.tokens)) if owned else ()
    clauses = (k for k in later if draft.tokens[k].deprel == "acl:relcl" and draft.tokens[k].head == token.head)
    verb = next(clauses, -1)
    return replace(token, head=verb) if verb >= 0 else None


def told_before_and(draft: Draft, i: int) -> Token | None:
    """A time hangs on the predicate before it, not behind "and": "was dean until 2010 and has led it since"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or i >= above:
        return None
    joined = any(draft.words[k] in ("and", "but") and draft.tokens[k].head == above for k in range(i + 1, above))
    copular = {t.head for t in draft.tokens[:i] if t.deprel == "cop"} if joined else set()
    before = range(i - 1, -1, -1) if joined else ()
    told = next((k for k in before if draft.tokens[k].upos == "VERB" or k in copular), -1)
    return replace(token, head=told) if told >= 0 and i not in draft.above(told) else None


def tells_again(draft: Draft, i: int) -> Token | None:
    """A second verb of telling is of who tells, not of what is told: "said the pier was shut, and called it old"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if (
        token.deprel != "conj"
        or token.xpos not in ("VBD", "VBZ", "VBN")
        or not _tells(draft, i)
        or _tells(draft, above)
    ):
        return None
    told = next((k for k in (above, *draft.above(above)) if draft.tokens[k].deprel != "conj"), above)
    tells = draft.tokens[told].head
    if draft.tokens[told].deprel != "ccomp" or not tells < told or not _tells(draft, tells):
        return None
    own = {t.deprel for t in draft.tokens if t.head == i}
    joint = draft.last("and", i)
    bare = joint and not own & {"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark"}
    further = draft.words[i] == "added" and draft.word(i + 1) == "that"
    apart = draft.words[joint - 1] == "," or draft.words[i] == draft.words[tells]
    apart = apart or further or _is_past_after_will(draft, i, told)
    form = draft.tokens[tells].xpos
    same = form in ("VBD", "VBZ") and token.xpos in ((form, "VBN") if form == "VBD" else (form,))
    return replace(token, head=tells) if bare and same and (apart or _is_mute(draft, told)) else None


def _is_past_after_will(draft: Draft, i: int, told: int) -> bool:
    """Whether a past cannot go on with what is to come: "said the crew would be held and added that it was small"."""
    ahead = any(t.head == told and t.xpos == "MD" for t in draft.tokens)
    below = any(t.head == i and t.deprel in ("ccomp", "obj") for t in draft.tokens)
    return ahead and (draft.tokens[i].xpos == "VBD" or below)


def _tells(draft: Draft, i: int) -> bool:
    """Whether a word is a verb that only somebody who tells, writes or judges does."""
    if draft.tokens[i].upos not in ("VERB", "NOUN", "ADJ", "AUX"):
        return False
    return verb_lemma(draft.words[i], draft.tokens[i].lemma.lower()) in word_set("grammar.yaml", "telling")


def _is_mute(draft: Draft, verb: int) -> bool:
    """Whether what a verb tells is told of a thing, which says nothing: "the dam was drying the marsh"."""
    subjects = [k for k, t in enumerate(draft.tokens) if t.head == verb and t.deprel in ("nsubj", "nsubj:pass")]
    things = [k for k in subjects if draft.tokens[k].upos == "NOUN" or draft.words[k] in ("it", "this", "that")]
    return len(things) == 1 == len(subjects) and not any(_may_tell(draft, k) for k in things)


def _may_tell(draft: Draft, i: int) -> bool:
    return noun_type(draft.tokens[i].lemma.lower(), draft.words[i]) in ("person", "organization", "work")


def with_another_telling(draft: Draft, i: int) -> Token | None:
    """What another tells beside stands beside the telling: "said it was shut, with the Tide reporting a fire"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.xpos != "VBG" or token.deprel not in ("advcl", "acl", "conj") or not _tells(draft, i):
        return None
    doers = [k for k, t in enumerate(draft.tokens[:i]) if t.head == i and t.deprel == "nsubj"]
    opened = bool(doers) and any(
        draft.words[k] == "with" and draft.words[k - 1] == "," for k in range(above + 1, doers[-1])
    )
    told = next((k for k in (above, *draft.above(above)) if draft.tokens[k].deprel == "ccomp"), -1)
    tells = draft.tokens[told].head if told >= 0 else -1
    return replace(token, head=tells, deprel="advcl") if opened and 0 <= tells < told and _tells(draft, tells) else None


def behind_quote(draft: Draft, i: int) -> Token | None:
    """A verb behind a closed quotation is not in it: "warned that the clans “will shoot,” and called a vote"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    joint = draft.last("and", i) if token.deprel == "conj" and token.xpos in FINITE else 0
    if joint < 1 or draft.words[joint - 1] not in ("”", '"', "''") or not above < joint:
        return None
    tells = draft.tokens[above].head
    told = draft.tokens[above].deprel == "ccomp" and 0 <= tells < above and draft.tokens[tells].xpos in FINITE
    own = any(t.head == i and t.deprel in SUBJECTS | PASSIVE for t in draft.tokens)
    return replace(token, head=tells) if told and not own else None


def asked_by(draft: Draft, i: int) -> Token | None:
    """What stands behind "and by" is next to what the "by" before has: "Lind, asked by Duda and by the mayor, left"."""
    token, case = draft.tokens[i], draft.case(i)
    if (
        token.deprel not in (*SUBJECTS, "obl")
        or draft.words[case] != "by"
        or case == 0
        or draft.words[case - 1] != "and"
    ):
        return None
    by = next((k for k in range(case - 2, -1, -1) if draft.words[k] == "by" and draft.tokens[k].deprel == "case"), -1)
    other = draft.tokens[by].head if by >= 0 else i
    beside = by < other < case and other not in (token.head, i) and i not in draft.above(other)
    return replace(token, head=other, deprel="conj") if beside and token.head > i else None


def next_in_tally(draft: Draft, i: int) -> Token | None:
    """A name behind what another won goes on with the row, and was not won: "Delta won 41 seats, the Salt Party 25"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obj" or token.upos != "PROPN" or not 0 <= verb < i or draft.case(i) != i:
        return None
    objects = (k for k in range(verb + 1, i) if draft.tokens[k].head == verb and draft.tokens[k].deprel == "obj")
    won = next(objects, 0)
    counted = won and any(t.head == won and t.deprel == "nummod" for t in draft.tokens[verb:won])
    apart = counted and draft.word(won + 1) == ","
    return replace(token, deprel="conj") if apart else None


def suffers(draft: Draft, i: int) -> Token | None:
    """What stands bare right before "was" with a passive is its subject: "Ivo Duda was banned"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel not in ("obl:agent", "obj") or draft.case(i) != i:
        return None
    end = i + 1
    while end < len(tokens) and tokens[end].head == i and tokens[end].deprel in ("flat", "compound"):
        end += 1
    while end < len(tokens) and tokens[end].deprel == "aux" and tokens[end].head > end:
        end += 1
    if end == len(tokens) or tokens[end].deprel != "aux:pass" or tokens[end].head < end:
        return None
    verb = tokens[end].head
    # "A judge probing the firm was murdered": who was has been said.
    told = any(t.head == verb and t.deprel in SUBJECTS | PASSIVE for t in tokens[:i])
    return None if told or i in draft.above(verb) else replace(token, head=verb, deprel="nsubj:pass")


def in_which(draft: Draft, i: int) -> Token | None:
    """A clause with "in which" tells of the noun before it: "the job in which she followed Duda"."""
    token = draft.tokens[i]
    if token.deprel not in ("advcl", "advcl:relcl") or token.upos != "VERB":
        return None
    which = draft.last("which", i, after=1)
    noun = which - 2 if which and draft.words[which - 1] == "in" else -1
    if noun < 0 or draft.tokens[noun].upos != "NOUN" or i in draft.above(noun):
        return None
    return replace(token, head=noun, deprel="acl:relcl")


def told_first(draft: Draft, i: int) -> Token | None:
    """An -ing clause hangs on the clause told before it, not beside it: "He won, beating Vale, says the wire"."""
    token = draft.tokens[i]
    if token.deprel != "ccomp" or token.xpos != "VBG" or i > token.head:
        return None
    before = (k for k in range(i) if draft.tokens[k].head == token.head and draft.tokens[k].deprel == "ccomp")
    first = next(before, -1)
    return replace(token, head=first, deprel="advcl") if first >= 0 else None


def explained(draft: Draft, i: int) -> Token | None:
    """A noun between commas explains the name before it and is no second subject: "Duda, 58, a judge, left"."""
    token = draft.tokens[i]
    if token.deprel != "nsubj" or token.upos != "NOUN" or token.head < i:
        return None
    first = min((k for k in range(i) if draft.tokens[k].head == i), default=i)
    apart = first > 1 and draft.words[first - 1] == "," and draft.words[first] in ("a", "an", "the")
    named = (k for k in range(first) if draft.tokens[k].head == token.head and draft.tokens[k].deprel == "nsubj")
    bearer = next(named, -1) if apart else -1
    if bearer < 0 or draft.tokens[bearer].upos != "PROPN":
        return None
    return replace(token, head=bearer, deprel="appos")


def explains(draft: Draft, i: int) -> Token | None:
    """A name between commas is whom the noun before it means, no second subject: "Duda's ally, the Tide Club, left"."""
    token = draft.tokens[i]
    if token.deprel != "nsubj" or token.upos != "PROPN" or token.head < i:
        return None
    below = [k for k in range(len(draft.tokens)) if draft.tokens[k].head == i and draft.words[k] not in ",;:"]
    first, last = min((*below, i)), max((*below, i))
    apart = first > 1 and draft.words[first - 1] == "," and draft.word(last + 1) == ","
    if not apart or draft.tokens[first].upos not in ("DET", "PROPN"):
        return None  # "nine men, among them Duda, left"
    noun = first - 2
    other = draft.tokens[noun]
    same = other.deprel == "nsubj" and other.head == token.head and other.upos == "NOUN"
    return replace(token, head=noun, deprel="appos") if same else None


def of_the_post(draft: Draft, i: int) -> Token | None:
    """A person's name behind a post tells its holder, not its place: "the mayor of Lobos, Ana Mor, left"."""
    token, tokens = draft.tokens[i], draft.tokens
    place = token.head
    if token.deprel != "appos" or token.upos != "PROPN" or not 0 < place < i or tokens[place].deprel != "nmod":
        return None
    post, case = tokens[place].head, draft.case(place)
    held = 0 <= post < case and tokens[post].upos == "NOUN" and draft.words[case] in ("of", "for", "at")
    if not held or noun_type(tokens[post].lemma, draft.words[post]) != "person":
        return None
    name = [i, *(k for k in range(i + 1, len(tokens)) if tokens[k].head == i and tokens[k].deprel == "flat")]
    person = (
        len(name) > 1 and draft.words[i - 1] == "," and not is_place(" ".join(draft.words[k].title() for k in name))
    )
    return replace(token, head=post) if person else None


def tells_between(draft: Draft, i: int) -> Token | None:
    """Whoever stands bare before "told" tells what stands around it: "The pier, a clerk of the yard told us, leaks"."""
    token, tokens = draft.tokens[i], draft.tokens
    subject = token.head
    if token.deprel != "appos" or token.upos not in NOUNS or not 0 <= subject < i:
        return None
    told = tokens[subject].head if tokens[subject].deprel in SUBJECTS | PASSIVE else -1
    verb = tokens[told].head if told > i and tokens[told].deprel == "ccomp" else -1
    bare = i < verb < told and not any(t.upos in ("PUNCT", "VERB") for t in tokens[i:verb])
    named = any(t.head == verb and t.deprel in SUBJECTS | PASSIVE for t in tokens) if bare else True
    return replace(token, head=verb, deprel="nsubj") if not named else None


def figure_told(draft: Draft, i: int) -> Token | None:
    """A number right behind a verb and before a comma is its object: "The council said 4, doctors spoke of 11"."""
    token, tokens = draft.tokens[i], draft.tokens
    told = token.deprel in {*SUBJECTS, "obl:unmarked"} and token.upos == "NUM" and i > 0 and token.head > i
    if not told or draft.word(i + 1) != "," or tokens[i - 1].xpos not in FINITE:
        return None
    another = any(t.head == token.head and t.deprel in SUBJECTS for t in tokens[i + 1 : token.head])
    return replace(token, head=i - 1, deprel="obj") if another else None


def beside_subject(draft: Draft, i: int) -> Token | None:
    """What stands right between a subject and its verb is the subject's: "A statement by the Tide Club said"."""
    token, case = draft.tokens[i], draft.case(i)
    if token.deprel != "obl" or token.upos not in NOUNS or token.head < i or draft.words[case] not in OF_NOUNS:
        return None
    subject = draft.tokens[case - 1]
    its = subject.deprel.startswith("nsubj") and subject.upos == "NOUN" and subject.head == token.head
    return replace(token, head=case - 1, deprel="nmod") if 0 < case < i and its else None


def introduces(draft: Draft, i: int) -> Token | None:
    """A preposition belongs to the noun right behind it, not beside it: "steps in for Duda"."""
    token = draft.tokens[i]
    if token.deprel != "obl" or token.upos != "ADP" or i + 1 == len(draft.tokens):
        return None
    noun = draft.tokens[i + 1]
    bare = noun.deprel == "obl" and noun.head == token.head and draft.case(i + 1) == i + 1
    return replace(token, head=i + 1, deprel="case") if bare else None


def opens_the_name(draft: Draft, i: int) -> Token | None:
    """A preposition hangs on the head of the name behind it, not on its last word or on the noun before: "of Osh"."""
    token = draft.tokens[i]
    if token.deprel != "case" or token.upos != "ADP" or token.head < 0:
        return None
    above = draft.tokens[token.head]
    if token.head > i and above.deprel in ("flat", "compound") and above.head > i:
        return replace(token, head=above.head)
    if token.head != i - 1 or above.upos != "NOUN":
        return None
    behind = range(i + 1, min(i + 6, len(draft.tokens)))
    noun = next((k for k in behind if draft.tokens[k].head == i - 1 and draft.tokens[k].deprel == "nmod"), -1)
    return replace(token, head=noun) if noun > 0 and draft.case(noun) == noun else None


def for_one_to_act(draft: Draft, i: int) -> Token | None:
    """The one between "for" and "to" is who acts: "a call for the League to pay"."""
    token, words = draft.tokens[i], draft.words
    last = i
    while last + 1 < len(words) and draft.tokens[last + 1].head == i and draft.tokens[last + 1].deprel == "flat":
        last += 1
    if token.deprel not in ("nmod", "obl") or token.upos not in (*NOUNS, "PRON") or draft.word(last + 1) != "to":
        return None
    verb = draft.tokens[last + 1].head
    mark = next((k for k in range(i - 1, max(0, i - 6) - 1, -1) if words[k] == "for"), None)
    if verb <= last + 1 or mark is None or draft.tokens[mark].head != verb or draft.tokens[mark].deprel != "mark":
        return None
    return replace(token, head=verb, deprel="nsubj")


def kin_of_two(draft: Draft, i: int) -> Token | None:
    """Who is kin to one and to another is one: "the son of the poet Ivo Duda and a cousin of Ana Mor"."""
    token, kin = draft.tokens[i], word_set("grammar.yaml", "kin")
    if token.deprel != "conj" or draft.words[i] not in kin or draft.words[i - 1] not in ("a", "an", "the"):
        return None
    if i + 1 >= len(draft.tokens) or draft.words[i + 1] != "of":
        return None
    first = next((k for k in draft.above(i) if draft.words[k] in kin and k < i), -1)
    return replace(token, head=first) if first >= 0 and first != token.head else None


def other_parent(draft: Draft, i: int) -> Token | None:
    """Behind an aside stands the second parent: "daughter of Ivo Duda, son of Luis, and Ada Vale"."""
    token, kin = draft.tokens[i], word_set("grammar.yaml", "kin")
    joined = draft.last("and", i) if token.deprel == "conj" and token.upos == "PROPN" else 0
    if not joined or draft.words[joined - 1] != ",":
        return None
    above = [k for k in draft.above(i) if k < i]
    aside = next((k for k in above if draft.words[k] in kin and draft.tokens[k].deprel == "appos"), -1)
    name = draft.tokens[aside].head if aside >= 0 else -1
    own = draft.tokens[name].head if name >= 0 else -1
    told = own >= 0 and draft.tokens[name].deprel == "nmod" and draft.words[own] in ("son", "daughter", "child")
    return replace(token, head=name) if told and token.head > aside else None


def done_to_the_nearest(draft: Draft, i: int) -> Token | None:
    """A participle tells of the "a" noun right before it: "the widow of a clerk killed in Osh": the clerk was."""
    token = draft.tokens[i]
    if token.deprel != "acl" or token.xpos != "VBN" or i <= 3:
        return None
    noun = draft.tokens[i - 1]
    owned = draft.words[i - 2] in ("a", "an") and draft.words[i - 3] == "of"
    beside = noun.upos == "NOUN" and noun.head == token.head and noun.deprel == "nmod"
    return replace(token, head=i - 1) if owned and beside else None


def is_in_town(draft: Draft, i: int) -> Token | None:
    """What is based somewhere is the maker, not its goods: "a maker of engines based in Osh"."""
    token, goods = draft.tokens[i], draft.tokens[i].head
    sited = token.deprel == "acl" and token.xpos == "VBN" and draft.words[i] in SITED
    if not sited or not 0 < goods < i or draft.tokens[goods].deprel != "nmod" or draft.tokens[goods].xpos != "NNS":
        return None
    maker, case = draft.tokens[goods].head, draft.case(goods)
    if draft.words[case] != "of" or not 0 <= maker < case or draft.tokens[maker].xpos != "NN":
        return None
    lemma = draft.tokens[goods].lemma.lower()
    return replace(token, head=maker) if noun_type(lemma, lemma) not in ("organization", "facility") else None


def doubts_the_next(draft: Draft, i: int) -> Token | None:
    """An adverb between a comma and a preposition is of what follows: "sold it, apparently by mistake"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "advmod" or not 0 <= token.head < i - 1 or draft.words[i - 1] != "," or i + 1 == len(tokens):
        return None
    noun = tokens[i + 1].head if tokens[i + 1].deprel == "case" else -1
    own = noun > i and tokens[noun].deprel == "obl" and tokens[noun].head == token.head
    return replace(token, head=noun) if own else None


def without_its_verb(draft: Draft, i: int) -> Token | None:
    """A name with a number and no verb joins the verb before: "held for murder and Ivo Duda to 12 years"."""
    token, tokens = draft.tokens[i], draft.tokens
    last = i + 1
    while last < len(tokens) and tokens[last].deprel == "flat" and tokens[last].head == i:
        last += 1
    noun = token.head
    joined = token.deprel == "conj" and token.upos == "PROPN" and 0 <= noun < i and tokens[noun].upos == "NOUN"
    counted = last + 1 < len(tokens) and draft.words[last] in ("to", "for") and tokens[last + 1].upos == "NUM"
    if not joined or not counted:
        return None
    verb = next((k for k in draft.above(noun) if tokens[k].upos == "VERB"), -1)
    number = tokens[last + 1].head if tokens[last + 1].deprel == "nummod" else last + 1
    return replace(token, head=verb) if 0 <= verb < noun and tokens[number].head in (verb, i) else None


def of_the_last_named(draft: Draft, i: int) -> Token | None:
    """A bare number at the end of a row is of the name before it: "Delta won 61 seats and the Tide of Ivo Duda 25"."""
    token, tokens = draft.tokens[i], draft.tokens
    verb = token.head
    bare = token.upos == "NUM" and token.deprel in ("obj", "obl", "obl:unmarked") and 0 <= verb < i - 2
    if not bare or draft.case(i) != i or draft.word(i + 1) not in ("", ".", ",", ";", "and"):
        return None
    told = any(tokens[k].head == verb and tokens[k].deprel == "obj" for k in range(verb + 1, i))
    names = (k for k in draft.above(i - 1) if verb < k < i and tokens[k].upos == "PROPN")
    name = next((k for k in names if tokens[k].head == verb and tokens[k].deprel in ("conj", "parataxis")), -1)
    return replace(token, head=name, deprel="nmod:unmarked") if told and name > verb else None


def asked_too(draft: Draft, i: int) -> Token | None:
    """A bare verb behind "and" joins the infinitive, not the verb above it: "urged him to wait and order tea"."""
    token, tokens = draft.tokens[i], draft.tokens
    above = token.head
    if token.deprel != "conj" or token.xpos != "VB" or not 0 <= above < i:
        return None
    if tokens[above].xpos not in FINITE or any(t.head == i and t.deprel in ("aux", "mark", "nsubj") for t in tokens):
        return None
    below = (k for k in range(i - 1, above, -1) if tokens[k].head == above and tokens[k].deprel == "xcomp")
    infinitive = next((k for k in below if draft.last("to", k)), None)
    return replace(token, head=infinitive) if infinitive is not None else None


def right_before_who(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the noun before it, not of the sentence: "helpers of the gunman who killed"."""
    token = draft.tokens[i]
    who = draft.last("who", i) if token.deprel == "advcl:relcl" and token.upos == "VERB" else 0
    if not who or draft.tokens[who - 1].upos not in NOUNS:
        return None
    return replace(token, head=who - 1, deprel="acl:relcl")


def last_of_a_row(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the one right before it, the last of a row: "Duda and a clerk who died"."""
    token, tokens = draft.tokens[i], draft.tokens
    who = draft.last("who", i) if token.deprel == "acl:relcl" else 0
    one = who - 1
    if not who or token.head >= one or tokens[one].xpos != "NN" or tokens[one].upos != "NOUN":
        return None
    joined = any(t.head == one and t.deprel == "cc" for t in tokens[:one])
    person = noun_type(tokens[one].lemma, draft.words[one]) == "person"
    return replace(token, head=one) if joined and person else None


def held_to_be(draft: Draft, i: int) -> Token | None:
    """What somebody is held to be stands behind him and says it of him: "they hold the league responsible for it"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    told = token.deprel == "amod" and draft.words[i] in word_set("grammar.yaml", "answerable")
    if not told or not 0 <= above < i or draft.word(i + 1) not in ("for", "to", "of"):
        return None
    verb = draft.tokens[above].head
    holds = draft.tokens[above].deprel == "obj" and 0 <= verb < above
    holds = holds and draft.words[verb] in word_set("grammar.yaml", "holding")
    return replace(token, head=verb, deprel="xcomp") if holds else None


def held_to_have(draft: Draft, i: int) -> Token | None:
    """What somebody is held to do or have done is told by the verb before "to": "is rumoured to have sold the yard"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "advcl" or not 0 <= above < i or draft.word(above + 1) != "to":
        return None
    held = verb_lemma(draft.words[above], draft.tokens[above].lemma.lower()) in HELD
    below = {t.deprel: t for t in draft.tokens if t.head in (above, i)}
    passive = "aux:pass" in below and draft.tokens[above].xpos == "VBN"
    opened = draft.tokens[above + 1].head == i and not any(t.upos == "VERB" for t in draft.tokens[above + 1 : i])
    return replace(token, deprel="xcomp") if held and passive and opened else None


def refused_as(draft: Draft, i: int) -> Token | None:
    """What stands bare behind "as" and its word is the object: "dismissed as false the claim that he had paid"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "parataxis" or token.upos not in NOUNS or not 0 <= verb < i or draft.word(verb + 1) != "as":
        return None
    between = draft.tokens[verb + 1 : i]
    bare = draft.case(i) == i and not any(t.upos in ("PUNCT", "VERB", "AUX") for t in between)
    alone = not any(t.head == verb and t.deprel in ("obj", "aux:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if bare and alone else None


def whom_given(draft: Draft, i: int) -> Token | None:
    """Of two objects side by side the first is whom it is given: "denied the tenants a loan"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obj" or token.upos not in NOUNS or not 0 <= verb < i:
        return None
    other = next((k for k in range(i + 1, len(draft.tokens)) if draft.tokens[k].head == verb), -1)
    second = other > i and draft.tokens[other].deprel == "obj" and draft.tokens[other].upos in NOUNS
    beside = second and not any(t.upos in ("PUNCT", "ADP", "CCONJ") for t in draft.tokens[i:other])
    somebody = token.upos == "PROPN" or noun_type(token.lemma, draft.words[i]) in ("person", "organization")
    return replace(token, deprel="iobj") if beside and somebody else None


def asks_for_it(draft: Draft, i: int) -> Token | None:
    """What is asked for hangs on the asking, not on who asks: "an appeal by the board for helpers"."""
    token, asker = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "nmod" or token.upos not in NOUNS or not 0 < asker < i:
        return None
    asking = draft.tokens[asker].head
    by = draft.words[draft.case(asker)] in ("by", "from") and draft.words[draft.case(i)] == "for"
    asks = by and 0 <= asking < asker and draft.tokens[asking].lemma.lower() in ASKING
    return replace(token, head=asking) if asks else None


def pulled_out(draft: Draft, i: int) -> Token | None:
    """The word "out" goes with the verb before it where somebody leaves a body: "pulled out of the front"."""
    token = draft.tokens[i]
    out = draft.words[i] == "out" and token.deprel == "case" and draft.word(i + 1) == "of" and i > 0
    if not out or token.head <= i or draft.tokens[token.head].head != i - 1:
        return None
    leaves = verb_lemma(draft.words[i - 1], draft.tokens[i - 1].lemma.lower()) in LEAVING
    return replace(token, head=i - 1, deprel="compound:prt") if leaves else None


def sum_held(draft: Draft, i: int) -> Token | None:
    """A sum behind what holds it is in it, and no means of the verb: "was given an envelope with 5,000 dollars"."""
    token, verb, case = draft.tokens[i], draft.tokens[i].head, draft.case(i)
    if token.deprel != "obl" or not 0 <= verb < case - 1 or draft.words[case] not in ("with", "for", "worth"):
        return None
    noun = draft.tokens[case - 1]
    holds = noun.deprel == "obj" and noun.head == verb and noun.lemma.lower() in word_set("grammar.yaml", "sums")
    figure = any(t.head == i and t.deprel in ("nummod", "compound") and t.upos in ("NUM", "SYM") for t in draft.tokens)
    return replace(token, head=case - 1, deprel="nmod") if holds and figure else None


def supplied_with(draft: Draft, i: int) -> Token | None:
    """What somebody is supplied with hangs on the verb, not on whoever gets it: "supplied the guild with ropes"."""
    token, whom, case = draft.tokens[i], draft.tokens[i].head, draft.case(i)
    if token.deprel != "nmod" or token.upos != "NOUN" or not 0 <= whom < case or draft.words[case] != "with":
        return None
    got, verb = draft.tokens[whom], draft.tokens[whom].head
    supplies = got.deprel in ("obj", "iobj") and 0 <= verb < whom
    supplies = supplies and verb_lemma(draft.words[verb], draft.tokens[verb].lemma.lower()) in SUPPLYING
    somebody = got.upos == "PROPN" or noun_type(got.lemma, draft.words[whom]) in ("person", "organization")
    return replace(token, head=verb, deprel="obl") if supplies and somebody else None


def done_to_counted(draft: Draft, i: int) -> Token | None:
    """A participle between a number and its noun tells of the noun: "the return of 90 banned drivers"."""
    token, noun = draft.tokens[i], i + 1
    if token.xpos not in ("VBN", "VBD") or token.deprel == "amod" or not 0 < i < len(draft.tokens) - 1:
        return None
    number, counted = draft.tokens[i - 1], draft.tokens[noun]
    inside = number.deprel == "nummod" and number.head == noun and counted.upos == "NOUN" and counted.head != i
    alone = not any(t.head == i and t.upos != "PUNCT" for t in draft.tokens)
    return replace(token, head=noun, deprel="amod") if inside and alone and token.head >= 0 else None


def of_one_of_which(draft: Draft, i: int) -> Token | None:
    """A clause behind "one of which" tells of the one, not of them all: "two mills, one of which is shut"."""
    token = draft.tokens[i]
    if token.deprel != "acl:relcl" or token.head < 0:
        return None
    opens = (k for k in range(token.head + 2, i - 2) if draft.words[k + 1] == "of")
    one = next((k for k in opens if draft.words[k + 2] in ("which", "whom") and draft.tokens[k + 2].head == k), -1)
    apart = one > token.head and draft.words[one - 1] == "," and draft.words[one] not in WHOLE
    beside = apart and draft.tokens[one].deprel == "appos" and i not in draft.above(one)
    return replace(token, head=one) if beside else None


def of_the_aim(draft: Draft, i: int) -> Token | None:
    """What is named behind an aim is the aim, not what has it: "the aim of the raid, the arrest of Duda,"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "appos" or token.upos != "NOUN" or not 0 < above < i or draft.tokens[above].upos != "NOUN":
        return None
    aim = draft.tokens[above].head
    aims = 0 <= aim < above and draft.tokens[above].deprel == "nmod" and draft.tokens[aim].lemma.lower() in AIMS
    return replace(token, head=aim) if aims and draft.words[draft.case(above)] == "of" else None


def in_the_aside(draft: Draft, i: int) -> Token | None:
    """A time inside an aside is not the verb's behind it: "Ana Mor, mill director since June 2023, sued Duda"."""
    token, verb, case = draft.tokens[i], draft.tokens[i].head, draft.case(i)
    post = draft.tokens[case - 1] if 0 < case < i else None
    if token.deprel != "obl" or verb < i or post is None or draft.words[case] not in ("since", "from", "until", "till"):
        return None
    end = max((k for k in range(i, verb) if draft.tokens[k].head == i), default=i)
    aside = post.deprel == "appos" and post.head < case - 1 and draft.words[post.head + 1 : case].count(",") > 0
    closed = draft.word(end + 1) == "," and draft.tokens[post.head].head == verb
    return replace(token, head=case - 1, deprel="nmod") if aside and closed else None


def behind_but(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the name behind "but": "not the mayor but the clerk Ana Mor who was shot"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "acl:relcl" or not 0 <= token.head < i:
        return None
    who = next((k for k in range(token.head + 2, i) if draft.words[k] == "who" and tokens[k].head == i), 0)
    other = next((k for k in range(token.head + 1, who) if _joined_by_but(draft, k, token.head)), who)
    if other >= who - 1 or tokens[who - 1].upos != "PROPN":
        return None
    name = tokens[who - 1]
    return replace(token, head=name.head if name.deprel == "flat" else who - 1)


def _joined_by_but(draft: Draft, i: int, head: int) -> bool:
    """Whether "but" joins a token to the earlier `head`."""
    own = draft.tokens[i].deprel == "conj" and draft.tokens[i].head == head
    return own and any(draft.words[k] == "but" and draft.tokens[k].head == i for k in range(head + 1, i))


def as_amended(draft: Draft, i: int) -> Token | None:
    """What hangs on "as amended" belongs to what is above it: "under the Act, as amended, for having sold it"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.upos != "VERB" or above <= 0 or draft.words[above] != "amended" or draft.words[above - 1] != "as":
        return None
    return replace(token, head=draft.tokens[above].head)


def of_the_noun_before(draft: Draft, i: int) -> Token | None:
    """What stands with "of" is the noun's before it: "Duda was at the helm of the bank", the bank hung on Duda."""
    token = draft.tokens[i]
    if token.deprel != "nmod" or not 0 <= token.head < i:
        return None
    case = draft.case(i)
    owner = case - 1
    if draft.words[case] != "of" or owner <= token.head or draft.tokens[owner].upos != "NOUN":
        return None
    return None if token.head in draft.above(owner) else replace(token, head=owner)


def counts_the_next(draft: Draft, i: int) -> Token | None:
    """A number counts the noun right behind it: "wrote two months ago that he holds 74 shares" has no 74 months."""
    token = draft.tokens[i]
    far = token.deprel == "nummod" and token.head < i - 1
    far = far and draft.tokens[token.head].upos != "SYM"  # "a $6 billion dock"
    return replace(token, head=i + 1) if far and _is_before_noun(draft, i) else None


def according_to_whom(draft: Draft, i: int) -> Token | None:
    """ "According to" hangs on the title, not the name beside it: "sold, according to the clerk Ivo Duda, late"."""
    token, name = draft.tokens[i], draft.tokens[i].head
    if draft.words[i] != "according" or token.deprel != "case" or name <= i or draft.tokens[name].deprel != "appos":
        return None
    title = draft.tokens[name].head
    return replace(token, head=title) if i < title < name else None


def in_one_aside(draft: Draft, i: int) -> Token | None:
    """What "and" joins inside an aside: "the League, born in Osh, and counting nine clubs since two came, left"."""
    token = draft.tokens[i]
    joined = token.xpos == "VBG" and token.deprel == "conj" and token.head > i and draft.word(i - 1) == "and"
    if not joined:
        return None
    before = [k for k in range(i) if draft.tokens[k].deprel == "acl" and draft.tokens[k].xpos in ("VBN", "VBG")]
    opened = [k for k in before if k and draft.words[k - 1] == ","]
    return replace(token, head=opened[-1]) if opened else None


def between_two(draft: Draft, i: int) -> Token | None:
    """The second number counts what both bound: "between 10 and 12 men"."""
    token = draft.tokens[i]
    bound = _is_before_noun(draft, i) and draft.words[i - 1] == "and" and draft.words[i - 3] == "between"
    bound = bound and draft.tokens[i - 2].upos == "NUM"
    return replace(token, head=i + 1, deprel="nummod") if bound else None


def _is_before_noun(draft: Draft, i: int) -> bool:
    """Whether a token is a number, not among the first words, with a noun right behind it."""
    number = draft.tokens[i].upos == "NUM" and 2 < i < len(draft.tokens) - 1
    return number and draft.tokens[i + 1].upos == "NOUN"


def of_one_of_several(draft: Draft, i: int) -> Token | None:
    """A name between commas before the verb is whom "one" means: "one of the banks in Osh, Salt Trust, is shut"."""
    token, tokens = draft.tokens[i], draft.tokens
    joined = any(t.head == i and t.deprel == "cc" for t in tokens)
    if token.deprel not in ("appos", "conj") or token.upos != "PROPN" or joined:
        return None
    one = next((k for k in draft.above(i) if draft.words[k] == "one" and tokens[k].deprel in SUBJECTS | PASSIVE), -1)
    if not 0 <= one < token.head or draft.word(one + 1) != "of":
        return None
    below = [k for k in range(one, len(tokens)) if tokens[k].head == i and draft.words[k] not in ",;:"]
    first, last = min((*below, i)), max((*below, i))
    apart = draft.words[first - 1] == "," and draft.word(last + 1) == ","
    verb = apart and any(t.head == tokens[one].head and t.upos in ("AUX", "VERB") for t in tokens[last + 2 : last + 3])
    noun = next((k for k in range(one + 1, i) if tokens[k].head == one and tokens[k].deprel == "nmod"), token.head)
    return replace(token, head=noun, deprel="appos") if verb and noun != token.head else None


def both_posts(draft: Draft, i: int) -> Token | None:
    """A noun that "and" joins to the noun right before it explains the same name: "Duda, the owner and chief clerk"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "conj" or token.upos != "NOUN" or not 0 <= token.head < i:
        return None
    joins = next((k for k in range(i - 1, token.head, -1) if tokens[k].head == i and tokens[k].deprel == "cc"), 0)
    before = tokens[joins - 1]
    beside = joins > token.head + 2 and before.deprel == "appos" and before.upos == "NOUN"
    return replace(token, deprel="appos") if beside and before.head == token.head else None


def taken_prisoner(draft: Draft, i: int) -> Token | None:
    """Who is taken prisoner is the object of the verb, no word of a name: "they took Captain Ivo Duda hostage"."""
    token, noun = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "compound" or token.upos != "PROPN" or noun < i:
        return None
    held = draft.words[noun] in word_set("grammar.yaml", "held") and draft.tokens[noun].deprel in ("xcomp", "obj")
    verb = draft.tokens[noun].head
    return replace(token, head=verb, deprel="obj") if held and 0 <= verb < i else None


def given(draft: Draft, i: int) -> Token | None:
    """What stands bare behind the one to whom it is given is the object: "the club handed Duda a two-year ban"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i or draft.case(i) != i:
        return None
    if verb_lemma(draft.words[verb], draft.tokens[verb].lemma.lower()) not in word_set("grammar.yaml", "giving"):
        return None
    whom = any(draft.tokens[k].head == verb and draft.tokens[k].deprel in ("obj", "iobj") for k in range(verb + 1, i))
    opened = any(draft.tokens[k].head == i and draft.tokens[k].deprel in ("det", "nummod") for k in range(verb + 1, i))
    return replace(token, deprel="obj") if whom and opened else None


def stranded(draft: Draft, i: int) -> Token | None:
    """A preposition right before "by" is the verb's and opens no noun: "the feast was paid for by the guild"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "case" or token.head <= i or i == 0 or draft.word(i + 1) != "by":
        return None
    by, verb = tokens[i + 1], tokens[i - 1]
    done = by.deprel == "case" and by.head == token.head and verb.upos == "VERB" and verb.xpos == "VBN"
    return replace(token, head=i - 1, deprel="obl") if done and tokens[token.head].head == i - 1 else None


def stranded_by_question(draft: Draft, i: int) -> Token | None:
    """A preposition at a question's end opens the noun that is asked for: "which board does the club belong to?"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.upos != "ADP" or token.deprel == "case" or draft.word(i + 1) != "?" or not 0 <= token.head < i:
        return None
    asked = (k for k in range(1, i) if tokens[k].head == token.head and tokens[k].upos in ("NOUN", "PROPN"))
    noun = next((k for k in asked if draft.words[k - 1] in ("which", "what", "whose") and tokens[k - 1].head == k), -1)
    return replace(token, head=noun, deprel="case") if noun > 0 else None


def being_behind(draft: Draft, i: int) -> Token | None:
    """What somebody is behind says what he is, and its preposition does not: "denied being behind the murder"."""
    token, tokens = draft.tokens[i], draft.tokens
    place = tokens[token.head] if token.head > i else token
    if token.deprel != "cop" or place.deprel != "case" or place.upos != "ADP" or place.head <= token.head:
        return None
    return replace(token, head=place.head)


def and_a_half(draft: Draft, i: int) -> Token | None:
    """A number with a half is one, and counts the noun behind it: "two and a half thousand dockers"."""
    token, words = draft.tokens[i], draft.words
    if token.upos == "NUM" and list(words[i + 1 : i + 4]) == HALF and draft.word(i + 4) in SCALES:
        return replace(token, head=i + 4, deprel="compound")
    counts = token.upos == "NUM" and i > 3 and list(words[i - 3 : i]) == HALF and token.deprel != "nummod"
    noun = i + 1 < len(draft.tokens) and draft.tokens[i + 1].upos == "NOUN"
    return replace(token, head=i + 1, deprel="nummod") if counts and noun else None


def not_the_other(draft: Draft, i: int) -> Token | None:
    """What stands behind "and not" and an aside is denied, and no verb before: "it cost 4, and not, as they say, 7"."""
    token, tokens, words = draft.tokens[i], draft.tokens, draft.words
    if words[i] != "not" or not 0 <= token.head < i or draft.word(i + 1) != "," or words[i - 1] not in ("and", "but"):
        return None
    close = next((k for k in range(i + 2, len(tokens)) if words[k] == ","), len(tokens))
    other = next((k for k in range(close + 1, len(tokens)) if tokens[k].upos in ("NUM", "NOUN", "PROPN")), -1)
    return replace(token, head=other) if other > 0 and tokens[token.head].upos == "VERB" else None


def done_by(draft: Draft, i: int) -> Token | None:
    """A name with "by" behind a time is who acts, and what stands by its side is told of the verb.

    "It was led until 2014 by Duda and, after a year, from May by Ana Mor": May and Mor are none of the year's.
    """
    token, tokens, above = draft.tokens[i], draft.tokens, draft.tokens[i].head
    if token.deprel != "nmod" or not 0 <= above < i or tokens[above].deprel != "obl":
        return None
    verb, case = tokens[above].head, draft.case(i)
    passive = verb >= 0 and any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
    if not passive or verb > above or tokens[above].lemma.lower() not in word_set("grammar.yaml", "lasting"):
        return None
    if draft.words[case] == "by" and token.upos == "PROPN":
        return replace(token, head=verb, deprel="obl:agent")
    apart = case < i and draft.words[case - 1] == ","
    return replace(token, head=verb, deprel="obl") if apart else None


def some_number(draft: Draft, i: int) -> Token | None:
    """Before a number "some" tells how exact it is: "some 300 men" are not some of them."""
    token = draft.tokens[i]
    counts = token.deprel == "det" and draft.words[i] == "some" and draft.word(i + 1)[:1].isdigit()
    number = draft.tokens[i + 1] if counts else token
    return replace(token, head=i + 1, deprel="advmod") if counts and number.head == token.head else None


def turn_predicates(draft: Draft) -> None:
    """The noun after "is" is the predicate where a tree hung it on its subject: "Duda is head of a yard"."""
    for i, token in enumerate(tuple(draft.tokens)):
        above = token.head
        if token.deprel != "appos" or not 0 <= above < i or draft.tokens[above].upos not in NOUNS:
            continue
        below = [k for k in draft.children[i] if draft.tokens[k].upos != "PUNCT"]
        cop = next((k for k in below if draft.tokens[k].deprel == "cop"), -1)
        subjects = [draft.words[k] for k in below if draft.tokens[k].deprel in SUBJECTS]
        if cop > above and RELATIVE.intersection(subjects):
            draft.become(i, deprel="acl:relcl")  # "Duda, who was head of a yard,"
            continue
        bare = cop > above and not subjects and cop == min(below)
        if bare and (draft.tokens[above].deprel == "root" or _beside(draft, above, cop)):
            draft.put_above(i, above)


def _beside(draft: Draft, head: int, other: int) -> bool:
    """Whether only what belongs to the name `head` stands between it and a later token, and no comma."""
    return all(t.head == head and t.upos != "PUNCT" for t in draft.tokens[head + 1 : other])


def open_with_that(draft: Draft) -> None:
    """A clause with "that" and a subject is told, no infinitive and no object: "directed that Duda be held"."""
    for i, token in enumerate(tuple(draft.tokens)):
        if token.deprel not in ("xcomp", "obj"):
            continue
        marks = [k for k in draft.children[i] if draft.tokens[k].deprel == "mark"]
        if marks and draft.words[marks[-1]] == "that" and (SUBJECTS | PASSIVE) & draft.relations(i):
            draft.become(i, deprel="ccomp")


def join_past(draft: Draft) -> None:
    """A bare past right behind a verb and a comma is the next of a row: "the ministry founded, armed groups"."""
    for i, token in enumerate(tuple(draft.tokens)):
        below = draft.relations(i)
        past = token.xpos == "VBD" or (token.xpos == "VBN" and "obj" in below and not below & {"aux", "aux:pass"})
        beside = i > 1 and token.head == i - 2 and draft.words[i - 1] == "," and past
        if token.deprel == "ccomp" and beside and not (SUBJECTS | PASSIVE | {"mark"}) & below:
            draft.become(i, deprel="conj")
            draft.tokens[i] = replace(draft.tokens[i], xpos="VBD")


def read_left(draft: Draft) -> None:
    """Who is left dead is the object of the verb, however many they are: "the war left over 6,000 dead in Osh"."""
    hurt = word_set("grammar.yaml", "left")
    for verb, token in enumerate(tuple(draft.tokens)):
        if token.upos != "VERB" or draft.words[verb] not in ("left", "leave", "leaves", "leaving"):
            continue
        end = next((k for k in range(verb + 1, min(verb + 9, len(draft.words))) if draft.words[k] in hurt), 0)
        row = range(verb + 1, end)
        many = [k for k in row if draft.tokens[k].upos == "NUM" or draft.words[k] in word_set("grammar.yaml", "many")]
        if not many or any(draft.tokens[k].upos in ("VERB", "AUX", "PUNCT") for k in row):
            continue
        nouns = [k for k in row if k > many[-1] and draft.tokens[k].upos in NOUNS]
        who = nouns[-1] if nouns else many[-1]
        draft.hang(end, verb, "xcomp")
        draft.hang(who, verb, "obj")
        if nouns and draft.tokens[many[-1]].head not in (who, *many):
            draft.hang(many[-1], who, "nummod")
        for k in tuple(draft.children[end]):
            if k > end and draft.tokens[k].deprel == "obl":
                draft.hang(k, verb, "obl")


def read_tolls(draft: Draft) -> None:
    """A number right before "wounded" is who was: "two men were killed and 30 wounded"."""
    hurt = word_set("grammar.yaml", "hurt")
    for i, token in enumerate(tuple(draft.tokens)):
        if token.deprel != "conj" or draft.words[i] not in hurt or draft.tokens[token.head].xpos != "VBN":
            continue
        if i - 1 in draft.children[i] and draft.tokens[i - 1].upos == "NUM":
            draft.become(i - 1, deprel="nsubj:pass")
            draft.tokens[i] = replace(token, upos="VERB", xpos="VBN")


def read_nouns(draft: Draft) -> None:
    """A noun with a preposition right before it is no verb, nor "been" its passive: "have been on strike"."""
    for i, token in enumerate(tuple(draft.tokens)):
        opened = i > 0 and draft.tokens[i - 1].head == i and draft.tokens[i - 1].deprel == "case"
        if token.upos != "VERB" or token.xpos not in ("NN", "NNS") or not opened:
            continue
        draft.tokens[i] = replace(token, upos="NOUN")
        for k in draft.children[i]:
            if draft.tokens[k].deprel == "aux:pass":
                draft.become(k, deprel="cop")


def turn_round(draft: Draft) -> None:
    """Behind a participle that opens a sentence, and "was", stands its subject: "Also sunk was the ferry"."""
    verb = next((i for i, t in enumerate(draft.tokens) if t.upos not in ("ADV", "PUNCT")), 0)
    if draft.tokens[verb].xpos != "VBN" or (SUBJECTS | PASSIVE | {"aux"}) & draft.relations(verb):
        return
    root = draft.tokens[verb].deprel == "root"
    row = draft.children[verb] if root else [draft.tokens[verb].head]
    who = next((k for k in row if k > verb and _follows_was(draft, k) is not None), 0)
    was = _follows_was(draft, who) if who else None
    if was is None or draft.tokens[was].head not in (verb, who) or not (root or draft.tokens[who].deprel == "root"):
        return
    if not root:
        draft.hang(verb, -1, "root")
        draft.hang(who, verb, "nsubj:pass")
    draft.become(who, deprel="nsubj:pass")
    draft.hang(was, verb, "aux:pass")


def _follows_was(draft: Draft, i: int) -> int | None:
    """The "was" right before a bare noun without a subject, and the words that belong to it."""
    if draft.tokens[i].upos not in NOUNS or {"case", *SUBJECTS} & draft.relations(i):
        return None
    first = i
    while first > 0 and draft.tokens[first - 1].head == i and draft.tokens[first - 1].upos not in ("AUX", "PUNCT"):
        first -= 1
    return first - 1 if first and draft.words[first - 1] in ("was", "were", "is", "are") else None


def name_price(draft: Draft) -> None:
    """The word "worth" opens the sum behind it as a preposition does: "63 bets worth $1.8 million"."""
    for i, token in enumerate(tuple(draft.tokens[:-1])):
        money = draft.words[i] == "worth" and draft.tokens[i + 1].upos in ("SYM", "NUM")
        if not money or token.head < 0 or {"cop", *SUBJECTS} & draft.relations(i):
            continue
        whole = i + 1
        while draft.tokens[whole].deprel in ("nummod", "compound") and draft.tokens[whole].head > i:
            whole = draft.tokens[whole].head
        above = token.head if token.head != whole else draft.tokens[whole].head
        noun = draft.tokens[above].upos in NOUNS
        if draft.tokens[whole].head == i:
            draft.hang(whole, above, "nmod" if noun else "obl")
        for k in tuple(draft.children[i]):
            draft.hang(k, above, draft.tokens[k].deprel)
        draft.hang(i, whole, "case")


def bear_names(draft: Draft) -> None:
    """A ship's name stands for it, not the noun before: "the ferry Sea Petrel was held"."""
    for i, token in enumerate(tuple(draft.tokens)):
        noun = token.head
        first = min((k for k in draft.children[i] if draft.tokens[k].deprel in ("compound", "flat")), default=i)
        beside = (
            token.deprel == "appos"
            and token.upos == "PROPN"
            and noun == min(first, i) - 1
            and draft.words[noun] in heads()["ship_nouns"]
        )
        if not beside or draft.tokens[noun].upos != "NOUN":
            continue
        draft.head_instead(i, noun)


def own_kin(draft: Draft) -> None:
    """Before "'s" stands an owner, and what "and" joins is the noun behind: "the clerk Duda and Ana Mor's aunt"."""
    for i, token in enumerate(tuple(draft.tokens)):
        case = next((k for k in draft.children[i] if k > i and draft.words[k] in ("'s", "’s", "'", "’")), 0)
        if token.deprel != "conj" or token.upos != "PROPN" or not 0 <= token.head < i or not case:
            continue
        noun = next((k for k in range(case + 1, len(draft.tokens)) if draft.tokens[k].upos not in ("ADJ", "NUM")), i)
        owned = noun > i and draft.tokens[noun].upos == "NOUN" and draft.tokens[noun].head in (i, token.head)
        if not owned or draft.tokens[noun].deprel not in ("conj", "appos", "nmod", "dep"):
            continue
        for k in [c for c in draft.children[i] if draft.tokens[c].deprel == "cc"]:
            draft.hang(k, noun, "cc")
        first = draft.tokens[token.head]
        draft.hang(noun, first.head if first.deprel == "appos" and first.head >= 0 else token.head, "conj")
        draft.hang(i, noun, "nmod:poss")


def join_nouns(draft: Draft) -> None:
    """Of two nouns side by side the last is the head, where a tree makes a clause of it: "is a member state of"."""
    for i, token in enumerate(tuple(draft.tokens)):
        first = i - 1
        if first < 0 or token.upos != "NOUN" or draft.tokens[first].upos != "NOUN":
            continue
        place = draft.tokens[first]
        below = token.head == first and token.deprel in ("acl", "advcl", "xcomp", "nmod")
        if not below and not (token.deprel == "xcomp" == place.deprel and token.head == place.head):
            continue
        draft.head_instead(i, first)


def join_having(draft: Draft) -> None:
    """The verb "having" is the auxiliary of the participle it opens: "for having materially assisted the firm"."""
    for i, token in enumerate(tuple(draft.tokens)):
        if draft.words[i] != "having" or token.upos != "VERB":
            continue
        after = next((k for k in range(i + 1, len(draft.tokens)) if draft.tokens[k].upos != "ADV"), i)
        verb = draft.tokens[after]
        if verb.xpos != "VBN" or verb.head not in (i, token.head) or verb.head == after:
            continue
        for k in [c for c in draft.children[i] if c != after]:
            draft.hang(k, after, draft.tokens[k].deprel)
        draft.hang(after, token.head, token.deprel if verb.head == i else verb.deprel)
        draft.hang(i, after, "aux")


def raise_finite(draft: Draft) -> None:
    """The finite verb is the root, not the -ing clause behind it: "Vale, 29, became mayor, beating Duda"."""
    for i, token in enumerate(tuple(draft.tokens)):
        opened = token.deprel == "root" and i > 0 and draft.words[i - 1] == "," and GERUND.search(draft.words[i])
        if not opened or "aux" in draft.relations(i):
            continue
        names = (k for k in draft.children[i] if k < i and draft.tokens[k].deprel == "nsubj")
        told = next(((k, verb) for k in names if (verb := _bare_past(draft, k)) is not None), None)
        if told is not None:
            name, verb = told
            draft.hang(verb, -1, "root")
            draft.hang(name, verb, "nsubj")
            draft.hang(i, verb, "advcl")


def raise_told(draft: Draft) -> None:
    """A past with its object behind "who" and a comma is what is told: "Duda, who was ill, named Mor to follow him"."""
    for i, token in enumerate(tuple(draft.tokens)):
        noun = token.head
        past = token.deprel in ("acl", "acl:relcl") and token.xpos == "VBD" and draft.words[i - 1] == ","
        if not past or noun < 0 or draft.tokens[noun].deprel != "root" or draft.tokens[noun].upos not in NOUNS:
            continue
        below = draft.relations(i)
        bare = "obj" in below and not below & (SUBJECTS | PASSIVE | {"mark", "cop", "aux"})
        if bare and RELATIVE.isdisjoint(draft.words[k] for k in draft.children[i]) and _is_told_of(draft, noun, i):
            draft.put_above(i, noun)


def _is_told_of(draft: Draft, noun: int, end: int) -> bool:
    """Whether a clause with "who" tells of a noun before a later word."""
    clauses = (k for k in draft.children[noun] if noun < k < end and draft.tokens[k].deprel == "acl:relcl")
    return any(not RELATIVE.isdisjoint(draft.words[c] for c in draft.children[k]) for k in clauses)


def _bare_past(draft: Draft, name: int) -> int | None:
    """The past form that hangs on a name as a clause and has no subject or relative pronoun of its own."""
    for verb in draft.children[name]:
        if draft.tokens[verb].deprel != "acl:relcl" or draft.tokens[verb].xpos != "VBD":
            continue
        below = draft.children[verb]
        if not draft.relations(verb) & (SUBJECTS | PASSIVE) and RELATIVE.isdisjoint(draft.words[k] for k in below):
            return verb
    return None


def read_verbs(draft: Draft) -> None:
    """A word with a clause or a subject below it is a verb, whatever it was read as: "denied" is no noun there."""
    for i, token in enumerate(draft.tokens):
        word = draft.words[i]
        if (
            token.upos not in MISREAD
            or not word.endswith(("ed", "ies"))
            or not is_waited(verb_lemma(word, token.lemma))
        ):
            continue
        below = draft.relations(i)
        if below & CLAUSE_BELOW and not below & {"cop", "det", "case", "amod", "nmod:poss"}:
            draft.tokens[i] = replace(token, upos="VERB", xpos="VBN" if below & {"aux", "aux:pass"} else "VBD")


def act_of_founding(draft: Draft) -> None:
    """Whoever forms a thing is not formed: "the Salt Party formed a government", drawn as a passive participle."""
    for i, token in enumerate(draft.tokens):
        below = draft.relations(i)
        if token.xpos == "VBN" and draft.words[i] in FOUNDS and "obj" in below:
            joined = token.deprel == "conj" and draft.tokens[token.head].xpos in FINITE
            if ("nsubj" in below or joined) and not below & {"aux", "aux:pass", "nsubj:pass"}:
                draft.tokens[i] = replace(token, xpos="VBD")


def join_explained(draft: Draft) -> None:
    """What "and" joins to a name does not explain it: "Ada Mensah and the chairman"."""
    draft.tokens = [
        replace(token, deprel="conj") if _is_joined(draft, i) else token for i, token in enumerate(draft.tokens)
    ]


def _is_joined(draft: Draft, i: int) -> bool:
    """Whether "and" or "or", with no comma before it, joins an apposition to what it hangs on."""
    token = draft.tokens[i]
    joins = (
        [k for k in draft.children[i] if k < i and draft.tokens[k].deprel == "cc"] if token.deprel == "appos" else []
    )
    if not joins or token.head > i or draft.words[joins[0]] not in ("and", "or"):
        return False
    # "Ada Mensah, the owner and director of the yard": what "and" joins are two posts.
    both = any(token.head < k < i and draft.tokens[k].deprel == "appos" for k in draft.children[token.head])
    return not both and (joins[0] == 0 or not draft.words[joins[0] - 1].endswith(","))


Hang = Callable[[Draft, int], Token | None]
Build = Callable[[Draft], None]
HUNG: Sequence[Hang] = (
    tells_again,
    with_another_telling,
    behind_quote,
    asked_by,
    next_in_tally,
    founded,
    given_over,
    got_from,
    done_to_death,
    asks_from_behind,
    row_before_verb,
    named_before_who,
    of_whom_accused,
    whose_subject,
    told_before_and,
    suffers,
    in_which,
    told_first,
    explained,
    explains,
    of_the_post,
    tells_between,
    figure_told,
    held_to_have,
    refused_as,
    whom_given,
    asks_for_it,
    pulled_out,
    sum_held,
    supplied_with,
    done_to_counted,
    of_one_of_which,
    of_the_aim,
    in_the_aside,
    beside_subject,
    introduces,
    opens_the_name,
    for_one_to_act,
    kin_of_two,
    other_parent,
    done_to_the_nearest,
    is_in_town,
    doubts_the_next,
    without_its_verb,
    of_the_last_named,
    asked_too,
    right_before_who,
    last_of_a_row,
    held_to_be,
    behind_but,
    as_amended,
    of_the_noun_before,
    counts_the_next,
    in_one_aside,
    according_to_whom,
    between_two,
    of_one_of_several,
    both_posts,
    taken_prisoner,
    given,
    stranded,
    stranded_by_question,
    being_behind,
    and_a_half,
    not_the_other,
    done_by,
    some_number,
)
"""Asked in this order of every token of the tree as it was drawn; the first that gives a token has it."""
BUILT: Sequence[Build] = (
    turn_predicates,
    open_with_that,
    join_past,
    read_left,
    read_tolls,
    read_nouns,
    turn_round,
    name_price,
    bear_names,
    own_kin,
    join_nouns,
    join_having,
    raise_finite,
    raise_told,
    read_verbs,
    act_of_founding,
    join_explained,
)
"""Applied in this order, each to the tree that the one before left."""
