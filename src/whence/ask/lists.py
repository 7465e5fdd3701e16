"""Posts, timeline, conflicts, network, search, problems: one question each."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from math import log

from whence.ask.answers import Answer, Line, Section
from whence.ask.cite import Citer
from whence.ask.dates import held, parse_day
from whence.ask.dossier import UNDATED, by_time
from whence.ask.judgements import between
from whence.ask.lines import TAKE_SIDES, Teller
from whence.ask.names import find_entity
from whence.ask.offices import on_day
from whence.ask.review import line, section, waiting
from whence.ask.where import section as placed
from whence.ask.wording import counted, in_words
from whence.errors import UnknownName
from whence.model import Entity, Fact, Pair, Span, Statement, Tenure
from whence.store import CaseView
from whence.text.fold import fold
from whence.text.names import ORGANIZATION, PERSON, compare
from whence.vocab import predicate

ASKED = 20  # doubts shown among the disagreements; `whence review` has them all


def posts(view: CaseView, name: str | None = None, *, as_of: str | None = None) -> Answer:
    """Who held which post when: of one body or of one post (`name`), or all; on one day where `as_of` is given.

    Raises `UnknownName`, `BadDate`.
    """
    teller, day = Teller(view), parse_day(as_of)
    found = _tenures(view, name)
    doubts = dict(on_day(found, day)) if day else dict.fromkeys(found, "")
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in doubts:
        where = " to ".join(filter(None, teller.where(tenure)))
        groups[where or "of no body that is named"].append(tenure)
    sections = tuple(
        Section(title, tuple(teller.tenure(t, doubts[t]) for t in sorted(group, key=_by_post)))
        for title, group in sorted(groups.items())
    )
    title = f"Posts{f': {name}' if name else ''}{f' as of {as_of}' if as_of else ''}"
    return Answer(title, sections, teller.citer.citations(), _undated_posts(found) if day else ())


def _undated_posts(tenures: list[Tenure]) -> tuple[str, ...]:
    undated = sum(not (t.first or t.last) for t in tenures)
    return (f"{undated} posts are not dated in the texts and left out.",) if undated else ()


def _by_post(tenure: Tenure) -> tuple[str, str, str]:
    return tenure.post, tenure.first or tenure.last or "9999", tenure.id


def _tenures(view: CaseView, name: str | None) -> list[Tenure]:
    everything = list(view.tenures())
    if name is None:
        return everything
    of_post = [t for t in everything if fold(name) in fold(t.post)]
    try:
        entity, _ = find_entity(view, name)
    except UnknownName:
        if of_post:
            return of_post
        raise UnknownName("post, body or person", name, [*view.names(), *{t.post for t in everything}]) from None
    found = [t for t in everything if entity.id in (t.body, t.to, t.holder)]
    return found or of_post


def timeline(view: CaseView, name: str | None = None) -> Answer:
    """What is dated, in order of time, of the whole case or of one entity: a post as one spell, however often told.

    What only the day of its text dates is counted, not shown. Raises `UnknownName`.
    """
    teller = Teller(view)
    facts, tenures = list(view.facts()), list(view.tenures())
    if name:
        entity, _ = find_entity(view, name)
        facts = [f for f in facts if any(a.entity == entity.id for a in f.args)]
        tenures = [t for t in tenures if entity.id in (t.holder, t.body, t.to)]
        name = entity.name
    held = {c for t in tenures for c in t.claims}
    facts = [f for f in facts if f.predicate != "holds_role" or not held.issuperset(f.claims)]
    rows: list[tuple[tuple[str, str, str], Fact | Tenure]] = [(by_time(f), f) for f in facts]
    rows += [(_spell(t), t) for t in tenures]
    dated = sorted((row for row in rows if row[0][0] != UNDATED), key=lambda row: row[0])
    told = [what for _, what in dated if not _by_its_text(view, what)]
    lines = tuple(teller.fact(what) if isinstance(what, Fact) else teller.tenure(what) for what in told)
    remark = f"{counted(len(rows) - len(dated), 'fact')} not dated in the text"
    late = len(dated) - len(told)
    remark += f", {late} only by the day of the text that tells it." if late else "."
    title = f"Timeline{f': {name}' if name else ''}"
    return Answer(title, (Section("Dated", lines),) if lines else (), teller.citer.citations(), (remark,))


def _spell(tenure: Tenure) -> tuple[str, str, str]:
    return tenure.first or tenure.last or UNDATED, "holds_role", tenure.id


def _by_its_text(view: CaseView, what: Fact | Tenure) -> bool:
    """Whether a state is dated by nothing but the day on which its text came out."""
    if isinstance(what, Fact) and not predicate(what.predicate).lasts:
        return False
    valid = [c.valid for c in view.claims(what.claims)]
    return all(v.inferred and not v.starts and not v.ends for v in valid if v.start or v.end)


def conflicts(view: CaseView) -> Answer:
    """Where claims cannot all be right, by kind, each side with its proof; and names that may be one bearer's."""
    teller = Teller(view)
    groups: dict[str, list[Line]] = defaultdict(list)
    for conflict in view.conflicts():
        groups[conflict.kind].append(teller.conflict(conflict))
    sections = [Section(kind.capitalize(), tuple(lines), step=TAKE_SIDES) for kind, lines in sorted(groups.items())]
    asked = section(view, teller.citer, ASKED, "same")
    if asked.lines:
        sections.append(replace(asked, title="One or two? Waiting for a person"))
    none = () if groups else ("No two claims of this case contradict each other.",)
    return Answer("Disagreements", tuple(sections), teller.citer.citations(), none)


def edges(view: CaseView, as_of: str | None = None) -> list[Fact]:
    """Facts that tie two entities, on a day where one is given (what is not dated stays). Raises `BadDate`."""
    day = parse_day(as_of)
    return [f for f in view.facts() if _ties(f) and (day is None or held(_as_statement(f), day) is not False)]


def _ties(fact: Fact) -> bool:
    return len({a.entity for a in fact.args if a.entity}) > 1 and predicate(fact.predicate).group != "speech"


def _as_statement(fact: Fact) -> Statement:
    return Statement("", fact.predicate, fact.args, Span("", 0, 0), start=fact.start, end=fact.end)


def network(view: CaseView, as_of: str | None = None) -> Answer:
    """Who is tied to whom and how: the ties of each entity, the most connected first."""
    teller = Teller(view)
    ties = edges(view, as_of)
    degree = Counter(e for f in ties for e in {a.entity for a in f.args if a.entity})
    lines: dict[str, list[Fact]] = defaultdict(list)
    for fact in ties:
        lines[_hub(fact, degree)].append(fact)
    ranked = sorted(lines, key=lambda e: (-degree[e], e))
    sections = tuple(Section(teller.reader.name(e), teller.facts(sorted(lines[e], key=by_time))) for e in ranked)
    remark = f"{len(degree)} entities, {len(ties)} ties" + (f" as of {as_of}, undated ones kept" if as_of else "")
    return Answer("Network", sections, teller.citer.citations(), (remark + ".",))


def _hub(fact: Fact, degree: Counter[str]) -> str:
    return max((a.entity for a in fact.args if a.entity), key=lambda e: (degree[e], e))


def search(view: CaseView, words: str, *, limit: int = 20) -> Answer:
    """Sentences that hold all the words (a phrase in quotation marks stands together), best first.

    Where no sentence holds them all, the documents that do. No words find nothing.
    """
    teller = Teller(view)
    query = _fts(words)
    spans = view.search_sentences(query, limit) if query else []
    lines = [Line(" ".join(teller.citer.quote(s).split()), citations=(teller.citer.cite(s),)) for s in spans]
    sections = [Section(counted(len(lines), "sentence"), tuple(lines))] if lines else []
    if query and not lines:
        found = [view.document(i) for i in view.search_documents(query, limit)]
        described = [(teller.reader.about(d.id), d) for d in found]
        documents = tuple(Line(a.title or d.source, note=d.source, when=a.published, status=d.id) for a, d in described)
        sections = (
            [Section(f"{counted(len(documents), 'document')}, no single sentence", documents)] if documents else []
        )
    remarks = () if sections else (f"Nothing in the case holds {words!r}.",)
    return Answer(f"Search: {words}", tuple(sections), teller.citer.citations(), remarks)


def _fts(words: str) -> str:
    """An FTS5 query in which every character that FTS5 would read as syntax is quoted."""
    parts = re.findall(r'"([^"]+)"|(\S+)', words)
    terms = [re.sub(r"[^\w]+", " ", phrase or word).strip() for phrase, word in parts]
    return " ".join(f'"{term}"' for term in terms if term)


def list_problems(view: CaseView) -> Answer:
    """What could not be read, why, and what to do next."""
    lines = tuple(Line(f"{p.source}: {p.reason}", note=p.next_step, status=p.kind) for p in view.problems())
    unproven = sum(view.proposal_counts().values())
    none = "is no claim" if unproven == 1 else "are no claims"
    remarks = (f"{counted(unproven, 'reading')} could not be proven and {none}: whence proposals",) if unproven else ()
    return Answer("Problems", (Section(counted(len(lines), "problem"), lines),), remarks=remarks)


def list_proposals(view: CaseView) -> Answer:
    """What was read and its sentence does not license, by document, each with the reason and its quote."""
    teller = Teller(view)
    groups: dict[str, list[Line]] = defaultdict(list)
    for proposal in view.proposals():
        (said,) = teller.reader.statements([proposal.claim])
        groups[view.document(proposal.span.doc_id).source].append(
            Line(
                text=in_words(proposal.claim.predicate, said.args, proposal.claim.polarity),
                note="; ".join(proposal.reasons),
                status=proposal.failed,
                citations=(teller.citer.cite(proposal.span),),
            )
        )
    sections = tuple(Section(source, tuple(lines)) for source, lines in groups.items())
    title = f"{sum(map(len, groups.values()))} proposals: read, not proven, no claims"
    return Answer(title, sections, teller.citer.citations())


def why(view: CaseView, left: str, right: str) -> Answer:
    """Why two names are one entity, or are not: decisions, comparisons on record, and what the names themselves say.

    Of one entity with many names, the comparisons that speak of the two names asked about where there are any.
    Raises `UnknownName`.
    """
    one, _ = find_entity(view, left)
    other, _ = find_entity(view, right)
    typed = left, right
    left, right = (name.rpartition("@")[0] or name for name in typed)
    same = one.id == other.id
    pairs = [p for p in view.pairs(one.id) if {p.left, p.right} == {one.id, other.id} and not p.by]
    named = [p for p in pairs if all(fold(name) in fold(" ".join(p.reasons)) for name in (left, right))]
    lines = tuple(_compared(p) for p in named or pairs)
    decided = between(view, one.id, other.id)
    asked = [i for i in waiting(view, "same") if {s.entity for s in i.sides} == {one.id, other.id}]
    citer = Citer(view)
    found = (
        Section("Judgements", decided),
        Section("Reasons", lines),
        _both_placed(view, one, other, citer),
        Section("Waiting for a person", tuple(line(i, citer) for i in asked)),
        _features(left, right, one.type, other.type),
    )
    title = f"{typed[0]} and {typed[1]} are {'one' if same else 'two'}: {one.name}" + (
        "" if same else f" and {other.name}"
    )
    remarks = () if lines or decided or found[2].lines else (_unrecorded(left, right, same=same),)
    return Answer(title, tuple(s for s in found if s.lines), citer.citations(), remarks)


def _both_placed(view: CaseView, one: Entity, other: Entity, citer: Citer) -> Section:
    """Where two places are; nothing where one of the two is no place."""
    found = [placed(view, e, citer).lines for e in dict.fromkeys((one, other))]
    return Section("Where", tuple(chain.from_iterable(found)) if all(found) else ())


def _features(left: str, right: str, *kinds: str) -> Section:
    """What of the two names speaks for one bearer and what against, each with what it adds to the log-odds."""
    if len(set(kinds)) > 1 or kinds[0] not in (PERSON, ORGANIZATION) or fold(left) == fold(right):
        return Section("The names", ())
    found = compare(left, right, kind=kinds[0])
    weights = sorted((w for _, w in found.weights if abs(w) >= 0.05), key=lambda w: -abs(w))
    added = [f"{w:+.2f}" for w in weights] if len(weights) == len(found.reasons) else [""] * len(found.reasons)
    title = f"The names by themselves: {found.score:.2f} that they mean one bearer"
    lines = [Line(r, when=w) for r, w in zip(found.reasons, added, strict=True)]
    if 0 < found.score < 1 and any(added):
        start = log(found.score / (1 - found.score)) - sum(w for _, w in found.weights)
        lines.append(Line("Where two names start, before anything is counted.", when=f"{start:+.2f}"))
    return Section(title, tuple(lines))


def _compared(pair: Pair) -> Line:
    names, *reasons = pair.reasons or ("",)
    return Line(names, note=" ".join(reasons), status=pair.verdict, when=f"{pair.score:.2f}")


def _unrecorded(left: str, right: str, *, same: bool) -> str:
    if same and fold(left) == fold(right):
        return "They are written alike."
    if same:
        return "They were joined within one document: a short form after the full name, or the same words."
    return "No comparison of the two is on record: nothing put them near each other."
