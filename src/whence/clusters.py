"""What resolution compares: the chains of one document with what its text says of their bearers."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whence.model import Chain, Claim, Cluster, Document, Held, Layers, Mention, Span
from whence.text.gazetteer import Surroundings, is_ambiguous, land_told
from whence.text.names.called import calls, tells_alias
from whence.text.names.words import is_honorific
from whence.text.sheets import IN_SHEETS

_BORN = {"born": "person", "formed": "body"}
_SURE = frozenset({"asserted", "reported", "almost_certain"})  # a name that somebody only claims is no other's
_NEE = re.compile(r"\bn[ée]e? $")
_NEAR = 3  # a title and a nationality stand before a name, rarely more


def clusters_of(doc: Document, layers: Layers) -> tuple[Cluster, ...]:
    """A cluster for each chain: names, and titles, posts, countries, dates and aliases that the text gives them."""
    mentions = {mention.span: mention for mention in layers.mentions}
    home = {span: chain.id for chain in layers.chains for span in chain.mentions}
    told = _told(doc, layers, home)
    held = _held(doc, layers, home)
    around = Surroundings(doc, layers)
    for chain in layers.chains:
        _beside(doc, chain, layers.mentions, told[chain.id])
        if chain.type == "place" and is_ambiguous(chain.name):
            told[chain.id]["countries"] = dict.fromkeys(_lands(doc, chain, around))
    return tuple(
        _cluster(doc, chain, mentions, told[chain.id], tuple(held.get(chain.id, ()))) for chain in layers.chains
    )


_Told = dict[str, dict[str, None]]
"""What is told of one chain: titles, posts, countries, dates, aliases, each in the order of the text."""


def _cluster(
    doc: Document, chain: Chain, mentions: Mapping[Span, Mention], told: _Told, held: tuple[Held, ...]
) -> Cluster:
    forms = [chain.name, *names_of(doc, chain, mentions)]
    more = {what: tuple(words) for what, words in told.items()}
    return Cluster(chain.id, doc.id, chain.type, chain.name, tuple(dict.fromkeys(forms)), held=held, **more)


def _lands(doc: Document, chain: Chain, around: Surroundings) -> list[str]:
    """The country in which a place with namesakes is, by the words around it wherever it is named.

    What stands right beside the name goes before what stands near it.
    """
    if told := Counter(land for span in chain.mentions if (land := land_told(doc.text, span))):
        return [told.most_common(1)[0][0]]
    found = Counter(w.place.country for span in chain.mentions if (w := around.where(span)).place)
    return [land for land, _ in found.most_common(1)]


def names_of(doc: Document, chain: Chain, mentions: Mapping[Span, Mention]) -> list[str]:
    """The surface forms of a chain that are names, each time they stand there; demonyms as their country."""
    out = []
    for span in chain.mentions:
        mention = mentions.get(span)
        if mention and mention.type == "nationality" and mention.value:
            out.append(mention.value)
        elif mention and mention.form == "name" and mention.type not in ("role", "nationality"):
            words = " ".join(doc.quote(span).split())
            if " " not in words and _NEE.search(doc.text[max(0, span.start - 5) : span.start]):
                continue  # nobody is called by the surname of birth alone
            out += dict.fromkeys((words, mention.value)) if mention.maker.rule in IN_SHEETS else (words,)
    return out


def _told(doc: Document, layers: Layers, home: Mapping[Span, str]) -> dict[str, _Told]:
    out: dict[str, _Told] = defaultdict(lambda: defaultdict(dict))
    names = {chain.id: chain.name for chain in layers.chains}
    for claim in layers.claims:
        if claim.polarity != "affirmed":
            continue
        for one, other in _kin(claim, home):
            out[one]["kin"][names[other]] = None
        for one, other in _perhaps(doc, claim, home):
            out[one]["maybe"][names[other]] = None
        for chain, what, words in _said(doc, claim, home):
            if words:
                out[chain][what][words] = None
    return out


def _held(doc: Document, layers: Layers, home: Mapping[Span, str]) -> dict[str, dict[Held, None]]:
    """The posts of each chain with the body or country and the time that the claim gives."""
    out: dict[str, dict[Held, None]] = defaultdict(dict)
    for claim in layers.claims:
        chain = _chain_of(claim, "holder", home)
        post = _words(doc, claim, "post")
        if claim.predicate == "holds_role" and claim.polarity == "affirmed" and chain and post:
            of = _words(doc, claim, "to") or _words(doc, claim, "of")
            out[chain][Held(post, of, claim.valid.start or "", claim.valid.end or "")] = None
    return out


def _chain_of(claim: Claim, role: str, home: Mapping[Span, str]) -> str | None:
    arg = claim.argument(role)
    return (home.get(arg.antecedent or arg.span) or home.get(arg.span)) if arg and arg.span else None


def _words(doc: Document, claim: Claim, role: str) -> str:
    arg = claim.argument(role)
    return (arg.value or (doc.quote(arg.span) if arg.span else "")) if arg else ""


def _said(doc: Document, claim: Claim, home: Mapping[Span, str]) -> Iterator[tuple[str, str, str]]:
    """What one claim tells of the bearers of chains: (chain, titles|posts|dates|aliases, words)."""

    holder = _chain_of(claim, "holder", home)
    if claim.predicate == "holds_role" and holder:
        yield holder, "posts", " of ".join(filter(None, [_words(doc, claim, "post"), _words(doc, claim, "of")]))
    if claim.predicate == "holds_rank" and holder:
        yield holder, "titles", _words(doc, claim, "rank")
    if claim.predicate in _BORN and claim.valid.start and not claim.valid.inferred:
        body = _chain_of(claim, _BORN[claim.predicate], home)
        if body:
            yield body, "dates", claim.valid.start
    if claim.predicate == "alias_of" and claim.certainty in _SURE and _is_alias(doc, claim):
        for one, other in (("bearer", "alias"), ("alias", "bearer")):
            born = _born(doc, claim) if other == "alias" else ""
            bearer, words = _chain_of(claim, one, home), born or _words(doc, claim, other)
            if bearer and not words.islower():  # "who", "she"
                yield bearer, "aliases", words


def _born(doc: Document, claim: Claim) -> str:
    """The given name of a bearer with the surname behind "née"; empty where none stands there."""
    bearer, alias = claim.argument("bearer"), claim.argument("alias")
    if not (bearer and alias and bearer.span and alias.span and " " in doc.quote(bearer.span)):
        return ""
    words = doc.quote(alias.span)
    behind = _NEE.search(doc.text[max(0, alias.span.start - 5) : alias.span.start])
    return f"{doc.quote(bearer.span).split()[0]} {words}" if behind and " " not in words else ""


def _kin(claim: Claim, home: Mapping[Span, str]) -> Iterator[tuple[str, str]]:
    """The chains of two relatives, either way round; none where a claim tells of no kin."""
    if claim.predicate == "family_of":
        one, other = _chain_of(claim, "person", home), _chain_of(claim, "relative", home)
        if one and other and one != other:
            yield from ((one, other), (other, one))


def _perhaps(doc: Document, claim: Claim, home: Mapping[Span, str]) -> Iterator[tuple[str, str]]:
    """The chains of two names of which a text says, without being sure, that they are one bearer's."""
    if claim.predicate == "alias_of" and claim.certainty not in _SURE and _is_alias(doc, claim):
        one, other = _chain_of(claim, "bearer", home), _chain_of(claim, "alias", home)
        if one and other and one != other:
            yield one, other


def _is_alias(doc: Document, claim: Claim) -> bool:
    """Whether a text gives one bearer two names: a word for that stands there, and the one does not call the other so.

    "Rosa Paz (PLN)" gives a party, "Paz called Lobo a liar" another person.
    """
    spans = [arg.span for role in ("bearer", "alias") if (arg := claim.argument(role)) and arg.span]
    if len(spans) < 2 or claim.status != "machine":
        return True
    if calls(doc.text[min(spans).end : max(spans).start]):
        return False
    return claim.maker.stage != "annotate.learned" or tells_alias(doc.quote(claim.evidence))


def _beside(doc: Document, chain: Chain, mentions: Sequence[Mention], told: _Told) -> None:
    """Titles and nationalities that stand right before a name: ``Norwegian finance minister Ingrid Solheim``."""
    starts = [m.span.start for m in mentions]
    for span in chain.mentions:
        at, edge = bisect_left(starts, span.start), span.start
        for mention in reversed(mentions[max(at - _NEAR, 0) : at]):
            gap = doc.text[mention.span.end : edge]
            if gap.strip(" \t\u00a0,") or "\n" in gap or mention.type not in ("role", "nationality"):
                break
            if mention.type == "nationality" and mention.value:
                told["countries"][mention.value] = None
            elif mention.type == "role":
                told["titles"][mention.value or doc.quote(mention.span)] = None
                if is_honorific(mention.value):
                    told["styled"][" ".join(doc.text[mention.span.start : span.end].split())] = None
            edge = mention.span.start
