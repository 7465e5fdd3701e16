"""Claims as reconciliation and wording want them: entities, names and voices put in."""

from collections.abc import Iterable, Iterator, Mapping

from whence.ask.sources import About, about
from whence.model import Argument, Claim, Document, Filled, Span, Statement
from whence.store import CaseView
from whence.text.gazetteer import vague_before
from whence.vocab import predicates

_BEFORE = 60  # characters before a place in which "some 20 km north of" may stand


def statement(
    claim: Claim, doc: Document, roles: Mapping[str, str], names: Mapping[str, str], origin: str
) -> Statement:
    """One claim with the entities of its places (`roles`) and their `names`."""
    return Statement(
        claim=claim.id,
        predicate=claim.predicate,
        args=tuple(_filled(arg, doc, roles.get(f"args.{i}"), names, claim) for i, arg in enumerate(claim.arguments)),
        evidence=claim.evidence,
        start=claim.valid.start,
        end=claim.valid.end,
        starts=claim.valid.starts,
        ends=claim.valid.ends,
        inferred=claim.valid.inferred,
        polarity=claim.polarity,
        certainty=claim.certainty,
        own_voice=claim.own_voice,
        origin=_agency(claim, doc, roles, names) or origin,
        person=claim.status != "machine",
        voice=_voice(claim, doc, roles, names),
    )


def _voice(claim: Claim, doc: Document, roles: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Who says it, innermost: the entity, else the folded words."""
    if claim.own_voice or not claim.attribution:
        return ""
    return roles.get("attribution.0") or voices(claim, doc, roles, names)[0].casefold()


def _agency(claim: Claim, doc: Document, roles: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The agency from which a picture and its caption come, whoever prints them; '' for all else."""
    if not claim.attribution or not claim.own_voice:
        return ""
    link = claim.attribution[-1]
    return names.get(roles.get(f"attribution.{len(claim.attribution) - 1}", "")) or _words(link.span, doc)


def _filled(arg: Argument, doc: Document, entity: str | None, names: Mapping[str, str], claim: Claim) -> Filled:
    own = claim.predicate == "alias_of" and arg.role == "alias"  # "is also called ABC", by whatever name ABC is kept
    if _is_post(claim.predicate, arg.role):
        own, entity = True, None  # "Ana Duarte, who was the chair": the words are of her, and the post is chair
    known = "" if own else names.get(entity or "")
    behind = "" if own else _words(arg.antecedent, doc)
    words = known or arg.value or behind or _words(arg.span, doc)
    vague, by_context = _vagueness(arg, doc), claim.by_context(arg)
    return Filled(arg.role, entity, words, arg.best, arg.low, arg.high, vague, by_context, arg.unit)


def _is_post(predicate: str, role: str) -> bool:
    """Whether a role holds the words of a post or rank, never somebody."""
    known = predicates().get(predicate)
    return known is not None and role in known.roles and known.roles[role].types == {"role"}


def _vagueness(arg: Argument, doc: Document) -> str:
    """The words before a place or a building that leave it open: "near", "20 km north of"."""
    if arg.type not in ("place", "facility") or arg.span is None or arg.span.doc_id != doc.id:
        return ""
    return " ".join(vague_before(doc.text[max(arg.span.start - _BEFORE, 0) : arg.span.start]).split())


def _words(span: Span | None, doc: Document) -> str:
    return doc.quote(span) if span and span.doc_id == doc.id else ""


def voices(claim: Claim, doc: Document, roles: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those through whom a claim comes, innermost first; a voice without a name is *someone*."""
    out = []
    for i, link in enumerate(claim.attribution):
        name = names.get(roles.get(f"attribution.{i}", ""))
        out.append(name or _words(link.antecedent, doc) or _words(link.span, doc) or "someone")
    return tuple(out)


class Reader:
    """Turns the claims of a case into statements; keeps names and document data at hand."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._names = {entity.id: entity.name for entity in view.entities()}
        self._about: dict[str, About] = {}
        self._doc: Document | None = None

    def about(self, doc_id: str) -> About:
        """What is known about a document."""
        if doc_id not in self._about:
            self._about[doc_id] = about(self._view, doc_id)
        return self._about[doc_id]

    def name(self, entity: str) -> str:
        """The name of an entity."""
        return self._names[entity]

    def is_entity(self, key: str) -> bool:
        """Whether `key` is the id of an entity, not plain words."""
        return key in self._names

    def statements(self, claims: Iterable[Claim]) -> Iterator[Statement]:
        """Yield each claim as a statement."""
        for claim in claims:
            roles = self._view.roles_of(claim.id)
            doc = self._document(claim.evidence.doc_id)
            yield statement(claim, doc, roles, self._names, self.about(doc.id).origin)

    def voices(self, claim: Claim) -> tuple[str, ...]:
        """Through whom a claim comes, innermost first."""
        if not claim.attribution:
            return ()
        roles = self._view.roles_of(claim.id)
        return voices(claim, self._document(claim.evidence.doc_id), roles, self._names)

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self._document(span.doc_id).quote(span)

    def before(self, span: Span, length: int) -> str:
        """The last `length` characters before a span."""
        return self._document(span.doc_id).text[max(span.start - length, 0) : span.start]

    def after(self, span: Span, length: int) -> str:
        """The first `length` characters behind a span."""
        return self._document(span.doc_id).text[span.end : span.end + length]

    def _document(self, doc_id: str) -> Document:
        if self._doc is None or self._doc.id != doc_id:
            self._doc = self._view.document(doc_id)
        return self._doc
