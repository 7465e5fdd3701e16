"""Mends of nouns and names that explain, own or follow another."""

from dataclasses import replace

from whence.annotate.mends.draft import FINITE, NOUNS, Draft
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import PASSIVE, SUBJECTS
from whence.reader import Token
from whence.text.gazetteer import is_place
from whence.vocab import word_set

OF_NOUNS = frozenset({"by", "from", "to", "of", "for", "within", "between"})


def row_before_verb(draft: Draft, i: int) -> Token | None:
    """Behind a name and a comma two nouns with "the" are two more of a row: "Duda, the mayor and the clerk left"."""
    token, first = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "conj" or token.upos != "NOUN" or not 0 < first < i or draft.words[i - 1] != "the":
        return None
    other = draft.tokens[first]
    beside = other.deprel == "appos" and draft.words[first - 1] == "the" and draft.words[first - 2] == ","
    return replace(token, head=other.head) if beside and _goes_on(draft, i) and other.head < first else None


def _goes_on(draft: Draft, i: int) -> bool:
    """Whether a noun with "the" has its verb right behind it, with no comma to close what explains a name."""
    after = draft.tokens[i + 1] if i + 1 < len(draft.tokens) else None
    return draft.words[i - 1] == "the" and after is not None and (after.xpos in FINITE or after.upos == "AUX")


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


def beside_subject(draft: Draft, i: int) -> Token | None:
    """What stands right between a subject and its verb is the subject's: "A statement by the Tide Club said"."""
    token, case = draft.tokens[i], draft.case(i)
    if token.deprel != "obl" or token.upos not in NOUNS or token.head < i or draft.words[case] not in OF_NOUNS:
        return None
    subject = draft.tokens[case - 1]
    its = subject.deprel.startswith("nsubj") and subject.upos == "NOUN" and subject.head == token.head
    return replace(token, head=case - 1, deprel="nmod") if 0 < case < i and its else None


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


def of_the_aim(draft: Draft, i: int) -> Token | None:
    """What is named behind an aim is the aim, not what has it: "the aim of the raid, the arrest of Duda,"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "appos" or token.upos != "NOUN" or not 0 < above < i or draft.tokens[above].upos != "NOUN":
        return None
    aim = draft.tokens[above].head
    aims = (
        0 <= aim < above
        and draft.tokens[above].deprel == "nmod"
        and draft.tokens[aim].lemma.lower() in word_set("grammar.yaml", "aims")
    )
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
    if token.deprel != "conj" or token.upos != "NOUN" or not 0 <= token.head < i or _goes_on(draft, i):
        return None
    joins = next((k for k in range(i - 1, token.head, -1) if tokens[k].head == i and tokens[k].deprel == "cc"), 0)
    before = tokens[joins - 1]
    beside = joins > token.head + 2 and before.deprel == "appos" and before.upos == "NOUN"
    return replace(token, deprel="appos") if beside and before.head == token.head else None
