"""Where somebody says that it is not so, in other words than those by which it was told.

Every denial has a core: the words that it puts in doubt. It gainsays a sentence that holds one of them and names the
denier, or whom the denial is about.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from whence.model import Conflict, Span, Statement
from whence.reconcile.blame import charge, disclaims, distance, kind_of, leaders, leading, lowered, words_of
from whence.reconcile.dates import agree
from whence.reconcile.events import HAPPENED
from whence.reconcile.figures import of_one_time
from whence.reconcile.kindred import is_common, kindred, plain_words
from whence.reconcile.sides import conflict
from whence.vocab import load_words, predicate

_CLOSE = 800  # characters: the paragraph of a denial and the one before it
_NEXT = 200  # characters: the sentence before, or the one before that
_LINE = 110  # characters of a question
_REACH = 6  # words behind a "not" that it can deny
_FEW = 3  # words of a denial that is short enough for one of them to say what it is of
_TOKEN = re.compile(r"n't\b|[^\W\d_]+(?=n't)|[^\W\d_]+|[,;:.–—]")
_NOTHING_TO_DO = re.compile(
    r"\b(?:nothing to do with|not behind|no part in) (?:it|this|that|the (?:attack|affair|matter))\b"
)
_WORDED = frozenset({"text", "event", "law", "work"})
_TOLD = HAPPENED | {"accused", "suspected"}
# What describes who somebody is, and tells of no deed that could be denied.
_ASIDE = frozenset(
    {"holds_rank", "based_in", "alias_of", "family_of", "part_of", "denies", "asks", "counts", "threatens"}
)


@dataclass(frozen=True, slots=True)
class _Denial:
    """A claim by which somebody says that something is not so.

    `core` are the words of what is denied, and `focus` those of them on which it turns; `about` is for whom it speaks.
    """

    statement: Statement
    core: frozenset[str]
    focus: frozenset[str]
    about: frozenset[str]


def gainsaid(statements: Sequence[Statement], opposed: Collection[frozenset[Span]] = ()) -> Iterator[Conflict]:
    """What somebody says, and somebody else says is not so; but for sentences that are `opposed` already."""
    leads = leaders(statements)
    told = _told(statements)
    found: dict[tuple[Span, ...], tuple[list[Statement], dict[Span, Statement]]] = {}
    for denial in (d for s in statements if (d := _denial(s, leads))):
        n = denial.statement
        answered = [s for s in _candidates(denial, told) if _answers(denial, s)]
        answered = [s for s in answered if frozenset((s.evidence, n.evidence)) not in opposed]
        if answered:
            places = tuple(sorted({s.evidence for s in answered}))
            _, denials = found.setdefault(places, (answered, {}))
            if n.predicate == "denies" or n.evidence not in denials:
                denials[n.evidence] = n
    for answered, denials in found.values():
        yield _asked(answered, [denials[place] for place in sorted(denials)])


def _denial(s: Statement, leads: Mapping[str, set[str]]) -> _Denial | None:
    content, speaker = s.get("content"), s.get("speaker") or s.get("authority")
    if s.predicate not in ("denies", "says", "orders") or s.polarity != "affirmed" or not speaker:
        return None
    if content is None:
        whom = frozenset({speaker.key, *leads.get(speaker.entity or "", ())})
        return _Denial(s, frozenset(), frozenset(), whom) if s.predicate == "denies" else None
    if s.predicate == "orders" and not content.words.casefold().startswith("no "):
        return None
    if _NOTHING_TO_DO.search(content.words):
        return _Denial(s, frozenset(), frozenset(), frozenset({speaker.key, *leads.get(speaker.entity or "", ())}))
    if disclaims(content.words):
        return None
    clauses = [_TOKEN.findall(content.words)] if s.predicate == "denies" else list(_denied(content.words))
    core = frozenset(word for clause in clauses for word in _plain(clause))
    focus = frozenset(word for clause in clauses for word in _focus(clause, s.predicate == "denies"))
    bare = s.predicate == "denies" and not focus and {w.casefold() for c in clauses for w in c} <= _words("bare")
    return (
        _Denial(s, core, focus, frozenset({speaker.key, *leads.get(speaker.entity or "", ())}))
        if focus or bare
        else None
    )


def _denied(words: str) -> Iterator[list[str]]:
    """The words behind each "not" that it puts in doubt."""
    tokens = _TOKEN.findall(words.replace("’", "'"))
    for i, token in enumerate(tokens):
        if token.casefold() in _words("not") and not _open(tokens, i):
            behind = tokens[i + 1 : i + 1 + _REACH]
            stop = next((k for k, word in enumerate(behind) if not word[0].isalpha()), len(behind))
            yield behind[:stop]


def _open(tokens: Sequence[str], i: int) -> bool:
    """Whether a "not" leaves it open: "would not resign", "not only"."""
    return any(t.casefold() in _words("open") for t in (*tokens[max(i - 2, 0) : i], *tokens[i + 1 : i + 3]))


def _focus(clause: Sequence[str], whole: bool) -> list[str]:
    """The words on which a denial turns: *bury* in "drums had been buried", *escort* in "never escorted a tree"."""
    turns = [w for v, w in pairwise(clause) if v.casefold() in _words("auxiliaries") and _plain([w])] if whole else []
    helped = next((i for i, w in enumerate(clause) if w.casefold() in _words("auxiliaries")), -1) if whole else -1
    return _plain(turns) or _plain(clause[helped + 1 :])[: 1 if whole else 2] or _plain(clause)[: 1 if whole else 2]


def _plain(words: Iterable[str]) -> list[str]:
    return [plain for word in words if word[0].islower() and len(word) > 2 for plain in kindred([word])]


def _told(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """What is told as so, by the names in it, by its document and by the words in which somebody says it."""
    out: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        if s.predicate not in _ASIDE and s.polarity == "affirmed" and s.certainty in _TOLD and not _is_negated(s):
            words = _words_told(s) if s.predicate == "says" else ()
            for key in {*_named(s), f"in {s.evidence.doc_id}", *(f"of {word}" for word in words)}:
                out[key].append(s)
    return out


def _is_negated(s: Statement) -> bool:
    content = s.get("content")
    words = set(_TOKEN.findall(content.words.casefold())) if content else s.scene.words
    return bool(words & _words("not")) or "denied" in words


def _candidates(denial: _Denial, told: Mapping[str, Sequence[Statement]]) -> list[Statement]:
    """What may be gainsaid: whatever names the denier, what was told right before, and what is said in its words."""
    near = (s for s in told[f"in {denial.statement.evidence.doc_id}"] if 0 <= _gap(s, denial) <= _CLOSE)
    keys = denial.about | {f"of {word}" for word in denial.focus}
    found = {s.claim: s for s in (*near, *(s for key in keys for s in told.get(key, ())))}
    return sorted(found.values(), key=lambda s: (s.evidence, s.claim))


def _gap(s: Statement, denial: _Denial) -> int:
    """How far before a denial a sentence of its document stands; -1 behind it or elsewhere."""
    mine = denial.statement.evidence
    return distance(s, denial.statement) if s.evidence.doc_id == mine.doc_id and s.evidence.end <= mine.start else -1


def _answers(denial: _Denial, s: Statement) -> bool:
    """Whether a denial is of what a sentence tells."""
    n = denial.statement
    speaker = n.get("speaker") or n.get("authority")
    if speaker is None or speaker.key in (s.voice, *(a.key for a in s.args if a.role in ("speaker", "accuser"))):
        return False
    if s.predicate == "orders" and s.args[0].key not in denial.about:
        return False
    if not denial.focus:
        return (
            0 <= _gap(s, denial) <= _NEXT
            and s.voice != ""
            and bool(denial.about & _named(s) or _for_whom(n) & _said(s))
        )
    if s.predicate == "accuses" and n.predicate == "denies" and speaker.key in _accused(s):
        return bool(denial.core & kindred(s.scene.small)) and of_one_time(n, s)
    words = _words_told(s)
    if not denial.focus & words or (s.predicate != "says" and not agree(n.start, s.start)):
        return False
    several = len(denial.core & words) > 1
    names = bool(denial.about & _named(s))
    if 0 <= _gap(s, denial) <= _CLOSE:
        of_it_all = denial.core == denial.focus or n.predicate != "denies"
        return names or several or (_gap(s, denial) <= _NEXT and s.voice != "" and of_it_all)
    if n.evidence.doc_id == s.evidence.doc_id:
        return False
    if s.args[0].key in denial.about and s.predicate != "says":
        return several or _of_the_rest(s, n)
    return (several and names) or (denial.core <= words and (bool(_capitals(n) & _capitals(s)) or _alike(n, s)))


def _for_whom(s: Statement) -> set[str]:
    """The nouns of a speaker without a name: *police* of "a police spokeswoman"."""
    speaker = s.get("speaker")
    words = set(speaker.words.casefold().split()) if speaker and not speaker.entity else set()
    return {word for word in words if word not in _words("posts") and len(word) > _FEW}


def _said(s: Statement) -> set[str]:
    content = s.get("content")
    return set(_TOKEN.findall(content.words.casefold())) if content else set()


def _alike(n: Statement, s: Statement) -> bool:
    """Whether two contents have words enough in common to be of one thing, within a season."""
    mine, theirs = n.get("content"), s.get("content") if s.predicate == "says" else None
    if mine is None or theirs is None or not of_one_time(n, s):
        return False
    return len(plain_words(mine.words) & plain_words(theirs.words)) >= _FEW


def _capitals(s: Statement) -> set[str]:
    """The names in what somebody says."""
    content = s.get("content") if s.predicate in ("says", "denies") else None
    words = _TOKEN.findall(content.words) if content else []
    return {word for word in words if word[0].isupper() and not is_common(word)}


def _accused(s: Statement) -> set[str]:
    return {a.key for a in s.args if a.role == "accused"}


def _of_the_rest(s: Statement, denial: Statement) -> bool:
    """Whether a denial names whom else a claim is about, if anybody."""
    rest = {a.entity for a in s.args[1:] if a.entity and a.role in leading(s.predicate)}
    concerning = {a.entity for a in denial.args if a.entity and a.role == "concerning"}
    if concerning:
        return bool(rest & concerning)
    return rest <= denial.scene.near


def _named(s: Statement) -> set[str]:
    """Whom a claim names; of what somebody says, whom its sentence names."""
    return {a.key for a in s.args} | (set(s.scene.here) if s.predicate == "says" else set())


def _words_told(s: Statement) -> frozenset[str]:
    """What a claim says, in plain words: its content, its predicate, and what it says in words of its own."""
    if s.predicate == "says":
        content = s.get("content")
        return plain_words(content.words) if content else frozenset()
    roles = predicate(s.predicate).roles
    own = [a.words for a in s.args if not a.entity and (roles[a.role].types & _WORDED or s.predicate == "holds_role")]
    return plain_words(" ".join(own)) | _said_by(s.predicate)


@cache
def _said_by(name: str) -> frozenset[str]:
    """The plain words of a predicate: *own* of "owns"."""
    words = [
        *([] if "_" in name else [name]),
        *load_words("done.yaml").get(name, ()),
        *load_words("denied.yaml").get(name, ()),
    ]
    return kindred(words)


def _asked(told: Sequence[Statement], denials: Sequence[Statement]) -> Conflict:
    first = denials[0]
    here = first.evidence.doc_id
    best = min(told, key=lambda s: (s.evidence.doc_id != here, s.evidence, s.predicate != "says", s.claim))
    speaker = first.get("speaker")
    deeds = [s.predicate for s in told if s.predicate != "says"]
    kind = "responsibility" if first.predicate == "denies" else kind_of(deeds[0] if deeds else "says")
    denied = f"no, says {lowered(speaker)}" if speaker else "no"
    sides = [(_teller(best), list(told)), (denied, list(denials))]
    return conflict(kind, f"whether {_in_words(best)}", sides)


def _in_words(s: Statement) -> str:
    content, accused = s.get("content"), s.get("accused")
    if accused:
        return f"{accused.words} is to blame{f': {charge(clipped(content.words))}' if content else ''}"
    return clipped(content.words) if content and s.predicate == "says" else words_of(s)


def clipped(words: str) -> str:
    """What somebody says in a line: cut behind a clause where it is long."""
    words = " ".join(words.split()).strip(' ,.;:“”"')
    words = words[:1].lower() + words[1:] if is_common(words.split(" ")[0]) else words
    if len(words) <= _LINE:
        return words
    return f"{words[:_LINE].rpartition(',' if ',' in words[_LINE // 2 : _LINE] else ' ')[0]} ..."


def _teller(s: Statement) -> str:
    speaker = s.get("speaker") or s.get("accuser")
    return f"yes, says {lowered(speaker)}" if speaker else "yes"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("gainsaid.yaml")[key])
