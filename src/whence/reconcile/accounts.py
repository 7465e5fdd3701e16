"""What one voice says in one sentence: its words, and who is meant where in them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from whence.model import Statement
from whence.reconcile.blame import lowered
from whence.reconcile.events import HAPPENED

_SPEECH = ("says", "denies")
_OWN = frozenset({"his", "her", "its", "their", "whose", "my", "our"})
# Who stands behind one of these is not the one of whom a sentence tells: "the brother of Ana died".
_BESIDE = re.compile(
    r"\b(?:of|for|with|by|to|from|at|in|near|against|about|on|over)(?: the| a| an)?\s*$", re.IGNORECASE
)
_LAST = ("holds_rank", "holds_role", "counts", "based_in", "part_of", "member_of", "family_of", "alias_of")


@dataclass(frozen=True, slots=True)
class Account:
    """What one voice says in one sentence.

    `statement` is the claim that stands for it, `voice` who says it ('' for the document itself), and `named` says from
    where to where in `text` which entity is meant. `denied`: the words are what somebody says is not so.
    """

    statement: Statement
    text: str
    named: tuple[tuple[int, int, str], ...]
    voice: str
    denied: bool = False

    @property
    def document(self) -> str:
        """The document in which it stands."""
        return self.statement.evidence.doc_id

    @property
    def affirmed(self) -> bool:
        """Whether it tells what is so; of a sentence in which all is denied nothing else is asked than what is not."""
        return not self.denied and self.statement.polarity == "affirmed"

    @property
    def day(self) -> str:
        """When it was said."""
        return self.statement.scene.published

    def subject(self, at: int, among: Collection[str] | None = None, *, of: bool = False) -> str:
        """Of whom something is said that begins at `at`: who is named right before it, or before an aside; "" if none.

        `among`: only one of these will do. `of`: whose men it is said of will do too, "fighters of the Guard".
        """
        for before in before_aside(self.text[:at]):
            for start, end, entity in self.named:
                own = self.text[start:end].casefold() in _OWN or (not of and _BESIDE.search(self.text[:start]))
                if end == len(before) and not own and (among is None or entity in among):
                    return entity
        return ""


def before_aside(text: str) -> list[str]:
    """A text, and the text without what stands in commas or brackets at its end."""
    text = re.sub(r"\s(?:who|which|that)$", "", text.rstrip()).rstrip()
    cuts = (re.search(pattern, text) for pattern in (r",[^,;:.|]*,$", r",[^;:.|]*,$", r"\s*\([^)]*\)$"))
    return [text.rstrip(","), *(text[: cut.start()].rstrip() for cut in cuts if cut)]


def find_accounts(statements: Iterable[Statement]) -> list[Account]:
    """Every account, in the order of documents."""
    sentences: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in sorted(statements, key=lambda s: (s.evidence, s.claim)):
        if s.scene.quote:
            sentences[s.evidence.doc_id, s.scene.quote].append(s)
    return [account for said in sentences.values() for account in _of_sentence(said)]


def _of_sentence(said: Sequence[Statement]) -> Iterator[Account]:
    """The contents of speech in a sentence, and what is left of it."""
    scene = said[0].scene
    rest = scene.quote
    for s in said:
        content = s.get("content") if s.predicate in _SPEECH else None
        speaker = s.get("speaker")
        at = scene.quote.find(content.words) if content and content.words else -1
        if content is None or at < 0 or speaker is None:
            continue
        end = at + len(content.words)
        rest = rest[:at] + "|" * (end - at) + rest[end:]
        inside = tuple((a - at, b - at, e) for a, b, e in scene.named if at <= a and b <= end)
        if s.predicate == "says" and s.certainty in HAPPENED:
            yield Account(s, content.words, inside, speaker.key)
        elif s.predicate == "denies":
            yield Account(s, content.words, inside, speaker.key, denied=True)
    own = [s for s in said if s.predicate not in _SPEECH and s.certainty in (*HAPPENED, "accused")]
    if own and not scene.quote.rstrip(' "”').endswith("?"):
        best = min(own, key=lambda s: (s.polarity != "affirmed", s.predicate in _LAST, s.claim))
        yield Account(best, rest, scene.named, _voice(best))


def teller(account: Account, *roles: str) -> str:
    """ ", says X" with whoever holds one of the roles; '' where the document itself tells it."""
    speaker = next((w for role in roles if (w := account.statement.get(role))), None)
    return f", says {lowered(speaker)}" if speaker and account.voice else ""


def _voice(s: Statement) -> str:
    accuser = s.get("accuser")
    return accuser.key if s.predicate == "accuses" and accuser else s.voice
