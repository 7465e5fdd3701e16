"""Arguments that are somebody else's by the words of the sentence, and sentences that tell of no deed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments.around import head_at
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import nominals, noun_type
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.patterns import patterns
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, ValidTime
from whence.text.gazetteer import country_of_demonym
from whence.vocab import word_set

QUOTED_ALONE = re.compile(r"[\"“'‘]\s?\w+\s?[\"”'’]")
FIGURATIVE = frozenset({"bombs", "attacks", "kills", "invades", "captures", "abducts"})
DOERS = ("attacker", "killer", "injurer", "bomber", "abductor", "captor", "authority")
DEEDS = frozenset("attacks kills injures bombs abducts captures arrests".split())
MOVES = frozenset({"visits", "meets"})
PRESENT = frozenset({"VBP", "VBZ"})
FIRST_OF_SHORT = re.compile(r"\([A-Z][A-Za-z]{1,9}$")
SOME_OF = re.compile(r"\s+of\s+(?:its|their|the|his|her|our|my|these|those|them)\b")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$")
AND = re.compile(r"\s+and\s+(?!the\b|its\b|their\b)")
IN_SUM = re.compile(r"\s+(?:in|of)\s+")
GLUED = re.compile(r"\b[a-z]+-[a-z]+\s$")  # "pin-up queen"
# "(2006-14)" with two figures at its end is a time in a post and no life.
TENURE = re.compile(r"\(\d{4}\s?[-–]\s?\d\d\)")
JOINED_ON = re.compile(r"\s?[-‑]\s?(?!based\b)[a-z]{4,}")  # "Delta-related"
NEXT_NOUN = re.compile(
    r"\s(?:channel|show|series|programme|program|magazine|account|page|site|website|app|brand|car)s?\b"
)
UNTIL_DEATH = ("since", "until", "till", "before", "after", "at", "by", "following")
IN_TIME = re.compile(r"(?:\s\([^()]*\))?\s(?:in|on)\s(?:the\s)?")
BEHIND_DASH = re.compile(r"\([^()]*\b\d{3,4}\b[^()]*?[-–—]+\s*$")
HIS_OWN = frozenset({"DET", "PRON"})
ARTICLES = ("a", "an")
LOOSE = 2  # words that a short form leaves out
WORDS = 4  # of what a sum is for


def _words(key: str) -> frozenset[str]:
    return word_set("mistaken.yaml", key)


def is_mistaken(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the words at trigger `i` bear out another claim than this one, or none."""
    name = claim.predicate
    if name in DEEDS and _is_by_the_teller(parse, i, claim):
        return True
    if name == "supports":
        return _is_received(parse, i, claim)
    if name == "accuses":
        return _is_laid_at_another(parse, i, claim)
    if name == "praises":
        return _is_guest(parse, i, claim)
    if name == "asks":
        return _is_who_is_to_act(parse, i, claim)
    if name == "opposes":
        return _is_of_what_he_opposes(parse, i, claim)
    if name == "orders":
        return _is_only_told(parse, i, claim)
    if name == "designates":
        return _is_put_in_post(lookup, parse, i, claim)
    if name == "holds_role":
        return _is_doers(parse, claim) or _is_likened(parse, claim)
    if name == "counts":
        return _is_of_some_of(lookup, claim)
    if name == "born":
        return TENURE.match(parse.text, parse.tokens[i].start - 1) is not None or _ends_life(parse, claim)
    if name == "formed":
        return _only_consists(parse, i, claim)
    if name == "member_of":
        return (
            _is_short_form(lookup, claim)
            or _is_byname(lookup, claim)
            or _is_some_body(lookup, parse, claim)
            or _is_before_noun(lookup, parse, claim)
        )
    if name == "part_of":
        return claim.maker.rule == "part.possessive" and _is_half_a_name(lookup, claim)
    if name == "died":
        return _acts_afterwards(lookup, parse, i, claim)
    if name == "family_of":
        return _is_of_next_kin(parse, i, claim)
    if name == "kills" and (_is_asked_of(parse, i, claim) or _is_whom_it_is_laid_to(parse, i, claim)):
        return True
    if name in MOVES and _is_only_possible(parse, i):
        return True
    return name in FIGURATIVE and _is_figure(parse, i)


def with_own_arguments(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim without arguments that are another's, and a sum with what it is for."""
    if claim.predicate == "kills":
        return replace(claim, arguments=tuple(a for a in claim.arguments if not _is_people_as_weapon(lookup, parse, a)))
    if claim.predicate == "holds_role":
        own = (a for a in claim.arguments if not _is_of_next_post(parse, i, claim, a))
        return replace(claim, arguments=tuple(a for a in own if not _is_beside_holder(parse, claim, a)))
    if claim.predicate == "accuses" and parse.lemmas[i] in _words("laying"):
        return replace(claim, arguments=tuple(_of_deed(claim, a, parse.text) for a in claim.arguments))
    if claim.maker.rule == "died.funeral" and _is_of_telling(parse, i, claim):
        return replace(claim, valid=ValidTime())
    if claim.predicate == "member_of" and _is_before_leaving(parse, i, claim):
        return replace(claim, polarity="affirmed", certainty="asserted", certainty_cue=None, valid=ValidTime())
    if claim.predicate == "counts":
        return replace(claim, arguments=tuple(_for_what(lookup, parse, claim, a) for a in claim.arguments))
    return claim


def _argument(parse: Parse, claim: Claim, role: str) -> int | None:
    found = claim.argument(role)
    return head_at(parse, found.span) if found is not None else None


def _verbs_above(parse: Parse, i: int) -> Iterator[int]:
    return (k for k in parse.path_up(i) if parse.tokens[k].upos == "VERB")


def _is_by_the_teller(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether who tells of a deed is taken for who did it: "police said gunmen overran the post and burned it"."""
    doer = next((h for role in DOERS if (h := _argument(parse, claim, role)) is not None), None)
    if doer is None or doer > i or parse.tokens[doer].deprel != "nsubj":
        return False
    told = [k for k in (i, *parse.path_up(i)) if parse.base(k) == "ccomp"]
    above = any(parse.tokens[k].head == parse.tokens[doer].head for k in told)
    own = {f.token for f in parse.subjects(i)}
    return above and bool(own) and doer not in own and not parse.is_passive(i)


def _is_received(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the supporter is who gets the support: "Osh has received their support, and that of the guilds"."""
    verb = next(_verbs_above(parse, i), -1)
    doer = _argument(parse, claim, "supporter")
    if parse.tokens[i].upos != "NOUN" or verb < 0 or parse.lemmas[verb] not in _words("receiving"):
        return False
    return doer is not None and any(f.token == doer for f in parse.subjects(verb))


def _is_of_what_he_opposes(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the opponent only does what is opposed: "has been opposed to the closure of the canal by the army"."""
    opponent = claim.argument("opponent")
    inside = parse.word(i).lower() == "opposed" and i + 1 < len(parse.tokens) and parse.lemmas[i + 1] == "to"
    return inside and opponent is not None and opponent.span is not None and opponent.span.start > parse.tokens[i].end


def _is_who_is_to_act(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether what is asked for is only who is to do it: "called for the guild to pay its debts"."""
    content = claim.argument("content")
    head = head_at(parse, content.span) if content is not None else None
    if content is None or content.span is None or head is None or claim.argument("asked") is not None:
        return False
    kind = noun_type(parse.lemmas[head], parse.word(head).lower())
    acts = parse.tokens[head].upos == "PROPN" or kind in ("person", "organization")
    return acts and parse.tokens[head].head == i and parse.text.startswith(" to ", content.span.end)


def _is_guest(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is welcomed as one who comes, and is not praised: "was welcomed at the gate by the abbot"."""
    guest = claim.argument("praised")
    return parse.lemmas[i] in ("welcome", "greet", "receive") and guest is not None and guest.type == "person"


def _is_laid_at_another(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the accused is the victim ("attributed his murder to Vale"), or is charged."""
    accused = _argument(parse, claim, "accused")
    if any(parse.lemmas[f.token] == "indictment" for f in parse.subjects(i)) and parse.lemmas[i] == "accuse":
        return True  # who is indicted is charged
    if accused is None or parse.lemmas[i] not in _words("laying"):
        return False
    if parse.preposition(parse.first_conjunct(accused)) == "to":
        return False
    if parse.base(accused) == "compound" and parse.preposition(parse.tokens[accused].head) == "to":
        return True  # "attributed to the Duda faction"
    return any(accused in parse.subtree(f.token) for f in parse.objects(i))


def _is_whom_it_is_laid_to(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the victim is whom a killing is laid to: "attributed the killing of Brun to Vale"."""
    victim = _argument(parse, claim, "victim")
    if victim is None or parse.tokens[i].upos != "NOUN" or parse.preposition(victim) != "to":
        return False
    return any(parse.lemmas[k] in _words("laying") for k in _verbs_above(parse, i))


def _is_only_told(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether what is told stands before the telling, in quotation marks: it is said, and no order."""
    content = claim.argument("content")
    before = content is not None and content.span is not None and content.span.end <= parse.tokens[i].start
    return before and parse.lemmas[i] == "tell" and not parse.is_passive(i)


def _is_put_in_post(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody gets a post, and is put on no list: "was designated president of the court"."""
    if parse.lemmas[i] != "designate" or parse.tokens[i].upos != "VERB":
        return False
    told = [*parse.kids(i, "xcomp", "obj", "obl"), *(f.token for f in parse.oblique(i, "as"))]
    target = _argument(parse, claim, "target")
    posts = (k for k in told if k != target and k > i and parse.preposition(k) in ("", "as"))
    return any(m.type == "role" for k in posts for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end))


def _ends_life(parse: Parse, claim: Claim) -> bool:
    """Whether the day of a birth stands behind the dash of a life: of "(2 May 1871* -- 9 June 1944)" the second."""
    time = claim.valid.span
    before = BEHIND_DASH.search(parse.text, max(parse.start, time.start - 60), time.start) if time is not None else None
    return before is not None


def _only_consists(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a body is what its parts are, and nobody founds it: "nine judges make up the court"."""
    lemma = parse.lemmas[i]
    if lemma in _words("consisting"):
        return True
    founder = _argument(parse, claim, "founder")
    several = founder is not None and parse.tokens[founder].xpos == "NNS" and parse.tokens[i].xpos == "VBP"
    return lemma == "form" and several and parse.text[: parse.end].rstrip().endswith(".")


def _is_doers(parse: Parse, claim: Claim) -> bool:
    """Whether a post is that of who does something with its holder: "an interview with Duda by a reporter"."""
    post, holder = _argument(parse, claim, "post"), _argument(parse, claim, "holder")
    if post is None or holder is None or parse.preposition(post) != "by" or holder in parse.subtree(post):
        return False
    return holder < post and parse.preposition(holder) in ("with", "of")


def _is_likened(parse: Parse, claim: Claim) -> bool:
    """Whether the post is a likening: a "pin-up queen" rules nobody."""
    post = claim.argument("post")
    if post is None or post.span is None or parse.text[post.span.start : post.span.end] not in _words("likened"):
        return False
    return GLUED.search(parse.text, 0, post.span.start) is not None


def _is_of_some_of(lookup: Lookup, claim: Claim) -> bool:
    """Whether a number counts what stands behind it: "the shape of two of its bridges" counts no shape."""
    counted, number = claim.argument("counted"), claim.argument("number")
    if counted is None or number is None or counted.span is None or number.span is None:
        return False
    behind = counted.span.end <= number.span.start and SOME_OF.match(lookup.doc.text, number.span.end)
    return bool(behind) and lookup.doc.text[counted.span.end : number.span.start].split() == ["of"]


def _is_short_form(lookup: Lookup, claim: Claim) -> bool:
    """Whether letters in brackets shorten the words before them: "the Archive for Songs of Osh (ASO)"."""
    member, group = claim.argument("member"), claim.argument("group")
    if member is None or group is None or member.span is None or group.span is None:
        return False
    text = lookup.doc.text
    if not FIRST_OF_SHORT.search(text[member.span.end : group.span.end]) or group.span.start - member.span.end > 3:
        return False
    letters = [c for c in lookup.doc.quote(group.span) if c.isupper()]
    before = text[max(0, member.span.start - 80) : member.span.end]
    initials = [w[0] for w in re.findall(r"[A-Z][\w’'-]*", before)]
    if len(letters) > 1 and initials[-len(letters) :] == letters:
        return len(member_words(lookup, member)) < len(letters)
    every = [w[0].upper() for w in re.findall(r"[^\W\d_]+", before)][-len(letters) - LOOSE :]
    return len(letters) > 2 and any(_opens(every[k:], letters) for k in range(len(every)))


def _is_byname(lookup: Lookup, claim: Claim) -> bool:
    """Whether a bracket behind somebody ends in his first name, and is no body: "Ivo Duda (Long Ivo)"."""
    member, group = claim.argument("member"), claim.argument("group")
    if member is None or group is None or member.span is None or group.span is None:
        return False
    bracketed = lookup.doc.text[member.span.end : group.span.start] == " ("
    one, two = member_words(lookup, member), member_words(lookup, group)
    return bracketed and len(one) > 1 and len(two) > 1 and one[0] == two[-1]


def _opens(initials: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether words open with these letters, in their order and from the first on, small words left out."""
    rest = iter(initials)
    return initials[:1] == letters[:1] and all(c in rest for c in letters)


def member_words(lookup: Lookup, a: Argument) -> list[str]:
    """The words of an argument that begin with a capital."""
    return re.findall(r"\b[A-Z][\w’'-]*", lookup.doc.quote(a.span)) if a.span is not None else []


def _is_some_body(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether the group is any of its sort or one that its own words tell apart: "soldiers of an elite Battalion"."""
    group = claim.argument("group")
    head = _argument(parse, claim, "group")
    if group is None or group.span is None or head is None or lookup.doc.quote(group.span).lower() not in nominals():
        return False
    whose = [k for k in parse.kids(head, "nmod:poss") if parse.tokens[k].upos not in HIS_OWN]
    any_of_it = any(parse.lemmas[k] in ARTICLES for k in parse.kids(head, "det"))
    return parse.word(head)[:1].isupper() and (any_of_it or bool(whose))


def _is_before_noun(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a name only says which of its kind the next noun is: "left Delta-related work", "of the Osk district"."""
    group = claim.argument("group")
    if group is None or group.span is None or group.antecedent is not None:
        return False
    if JOINED_ON.match(lookup.doc.text, group.span.end):
        return True
    at = parse.at(group.span.start, group.span.end)
    noun = at[-1] + 1 if at else len(parse.tokens)
    if claim.maker.rule != "member.of_outlet" or noun >= len(parse.tokens) or parse.tokens[noun].upos != "NOUN":
        return False
    kind = noun_type(parse.lemmas[noun], parse.word(noun).lower())
    return parse.word(noun).islower() and kind in ("place", "") and parse.tokens[at[-1]].head == noun


def _is_of_telling(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the time beside a death is that of what is said of it: "commented on her death on Friday"."""
    time = claim.valid.span
    head = head_at(parse, time)
    if head is None or time is None or head in parse.subtree(i):
        return False
    who = claim.argument("person")
    behind = max(parse.tokens[i].end, who.span.end if who is not None and who.span is not None else 0)
    if parse.preposition(i) in UNTIL_DEATH and IN_TIME.fullmatch(parse.text, behind, time.start):
        return False  # "untouched since his death in 1950"
    verb = parse.governor(i)
    return verb < 0 or not i < head < verb


def _is_half_a_name(lookup: Lookup, claim: Claim) -> bool:
    """Whether a part is the second half of a name, or says which one: "the firm's Tube channel"."""
    part = claim.argument("part")
    if part is None or part.span is None:
        return False
    return (
        lookup.doc.quote(part.span).lower() in nominals() or NEXT_NOUN.match(lookup.doc.text, part.span.end) is not None
    )


def _is_before_leaving(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is to leave, or does not: "will step down from the board" - he is on it."""
    if (claim.polarity, claim.certainty) == ("affirmed", "asserted"):
        return False
    verb = i if parse.tokens[i].upos == "VERB" else parse.governor(i)
    told = claim.certainty in ("asserted", "intended", "hypothetical")
    return told and verb >= 0 and parse.lemmas[verb] in _words("leaving")


def _acts_afterwards(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody does something after the death that would be hers: "years after her death Ada Vale sang"."""
    person = claim.argument("person")
    if person is None or person.antecedent is None or parse.tokens[i].upos != "NOUN":
        return False
    above = [parse.lemmas[k] for k in (i, *parse.path_up(i))][:3]
    if parse.preposition(i) not in _words("afterwards") and not _words("days_of_death") & set(above):
        return False
    name = lookup.doc.quote(person.antecedent).split()
    doers = (f.token for k in _verbs_above(parse, i) if not parse.is_passive(k) for f in parse.subjects(k))
    acts = (k for k in doers if parse.lemmas[parse.governor(k)] not in _words("of_the_dead"))
    return any(parse.word(w) in name for k in acts for w in (k, *parse.kids(k, "flat")) if k != i)


def _is_of_next_kin(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a name stands behind another word for kin: of "his sons Ivo and Jan and his brother Luis" Luis."""
    person = _argument(parse, claim, "person")
    if person is None or person < i or parse.tokens[i].upos != "NOUN":
        return False
    between = range(i + 1, person)
    opened = 0
    for k in between:
        opened += parse.word(k) == "("
        opened -= parse.word(k) == ")"
        own = parse.kids(k, "nmod:poss", "det")
        if not opened and parse.lemmas[k] in _kin() and own and parse.tokens[k].upos == "NOUN":
            return True
    return False


def _kin() -> frozenset[str]:
    return next(p for p in patterns() if p.name == "family_of.noun").words("noun")


def _is_asked_of(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the killer is only asked about what killed: "what does the navy think of the mines that killed nine?"."""
    killer = _argument(parse, claim, "killer")
    if killer is None or not parse.text[: parse.end].rstrip(" \"”'’").endswith("?"):
        return False
    above = [k for k in _verbs_above(parse, killer) if k != i]
    verb = parse.tokens[killer].head
    asks = verb >= 0 and verb != i and parse.lemmas[verb] in _words("thinking") and bool(above)
    between = range(min(verb, i) + 1, max(verb, i)) if asks else ()
    return any(parse.lemmas[k] in ("about", "of") for k in between)


def _is_only_possible(parse: Parse, i: int) -> bool:
    """Whether a sentence only tells how something may be done: "the best way to travel to Osh is by boat"."""
    noun = parse.tokens[i].head
    if noun < 0 or parse.base(i) not in ("acl", "xcomp", "advcl", "ccomp"):
        return False
    for_whom = parse.tokens[noun].head if parse.preposition(noun) == "for" else -1
    ways = {parse.lemmas[k] for k in (noun, for_whom) if k >= 0}
    return parse.is_infinitive(i) and not ways.isdisjoint(_words("ways"))


def _is_figure(parse: Parse, i: int) -> bool:
    """Whether quotation marks around one verb set it apart as a figure: "he 'bombed' the walls with paint"."""
    start, end = parse.tokens[i].start, parse.tokens[i].end
    around = parse.text[max(parse.start, start - 2) : end + 2].strip()
    return parse.tokens[i].upos == "VERB" and QUOTED_ALONE.fullmatch(around) is not None


def _is_people_as_weapon(lookup: Lookup, parse: Parse, a: Argument) -> bool:
    """Whether somebody is taken for a weapon: "were killed together with four guests and a Peruvian"."""
    head = head_at(parse, a.span) if a.role == "weapon" else None
    if head is None or a.span is None:
        return False
    word = parse.word(head)
    people = country_of_demonym(word) is not None or a.type in ("person", "place", "organization")
    return people or noun_type(parse.lemmas[head], word.lower()) == "person"


def _is_of_next_post(parse: Parse, i: int, claim: Claim, a: Argument) -> bool:
    """Whether a body is that of the second post alone: "a tax inspector and chairwoman of the League"."""
    post = _argument(parse, claim, "post")
    if a.role != "of" or a.span is None or a.antecedent is not None or post is None or claim.predicate != "holds_role":
        return False
    body = head_at(parse, a.span)
    others = [k for k in parse.kids(post, "conj") if body is not None and body in parse.subtree(k) and k != body]
    if not others or parse.tokens[post].start > parse.tokens[others[0]].start:
        return False
    fields = [k for k in parse.kids(post, "compound", "amod") if parse.lemmas[k] not in _words("shared_fields")]
    fields = [k for k in fields if parse.word(k)[:1].isupper() or parse.base(k) == "compound"]
    named = claim.argument("post")
    words = parse.text[named.span.start : named.span.end].lower() if named is not None and named.span else ""
    trade = words in role_lists()["occupations"] or parse.lemmas[post] in role_lists()["occupations"]
    opened = any(parse.lemmas[k] in ARTICLES for k in parse.kids(post, "det"))
    return opened and (bool(fields) or trade)


def _is_beside_holder(parse: Parse, claim: Claim, a: Argument) -> bool:
    """Whether a body is joined to the holder of a post: "talks between the League and president Duda"."""
    holder = claim.argument("holder")
    if a.role != "of" or a.span is None or a.antecedent is not None or holder is None or holder.span is None:
        return False
    first, last = sorted((a.span, holder.span))
    opened = BETWEEN.search(parse.text, max(parse.start, first.start - 40), first.start)
    return opened is not None and AND.match(parse.text, first.end, last.start) is not None


def _of_deed(claim: Claim, a: Argument, text: str) -> Argument:
    """The deed without whom it is laid to: of "attributed the murder of Brun to Vale" the murder of Brun."""
    accused = claim.argument("accused")
    if a.role != "content" or a.span is None or accused is None or accused.span is None:
        return a
    to = text.rfind(" to ", a.span.start, accused.span.start)
    inside = a.span.start < accused.span.start < a.span.end
    return replace(a, span=replace(a.span, end=to)) if inside and to > 0 else a


def _for_what(lookup: Lookup, parse: Parse, claim: Claim, a: Argument) -> Argument:
    """What a sum is for or of, in the place of the sum: of "gave $2 million in legal aid" legal aid."""
    number = claim.argument("number")
    if a.role != "counted" or number is None or a.span is None or a.span != number.span or number.type != "money":
        return a
    behind = IN_SUM.match(parse.text, a.span.end)
    first = parse.at(behind.end(), behind.end() + 1) if behind else []
    if not first or parse.tokens[first[0]].upos not in ("NOUN", "ADJ"):
        return a
    noun = next((k for k in range(first[0], len(parse.tokens)) if _closes(parse, k)), first[0])
    if parse.tokens[noun].upos != "NOUN" or noun - first[0] > WORDS:
        return a
    return replace(a, span=lookup.doc.span(parse.tokens[first[0]].start, parse.tokens[noun].end), type="text")


def _closes(parse: Parse, k: int) -> bool:
    """Whether a noun is the last of its phrase: of "military and economic aid to Osh" the aid."""
    last = k + 1 >= len(parse.tokens) or parse.tokens[k + 1].upos not in ("NOUN", "ADJ", "PROPN", "CCONJ")
    return parse.tokens[k].upos == "NOUN" and last
