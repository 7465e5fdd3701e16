"""The open sets in one form: sentences of words with a tree or without, spans, and which span types are marked."""

import gzip
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from training.casing import plain as in_ordinary_case
from training.corpus_tools import standoff
from training.corpus_tools.load import documents
from training.layers import NAMES, OWN, PHRASES

from whence.annotate.patterns import patterns
from whence.annotate.sequences import sequence_patterns
from whence.model import Document, Maker, Region
from whence.reader.words import words
from whence.segment import find_sentences
from whence.vocab import predicates

if TYPE_CHECKING:
    from torch import Tensor

_GUM = {
    "person": "np.person",
    "place": "np.place",
    "organization": "np.organization",
    "event": "np.event",
    "time": "np.time",
    "abstract": "np.abstract",
} | dict.fromkeys(("object", "substance", "animal", "plant"), "np.object")
_PLAIN = {"PER": "name.person", "ORG": "name.organization", "LOC": "name.place"}
_WNUT = {
    "person": "name.person",
    "location": "name.place",
    "group": "name.organization",
    "corporation": "name.organization",
    "creative-work": "name.work",
}
_CROSSNER = (
    dict.fromkeys(("person", "politician", "writer", "scientist", "musicalartist", "researcher"), "name.person")
    | dict.fromkeys(("organisation", "politicalparty", "university", "band"), "name.organization")
    | dict.fromkeys(("location", "country"), "name.place")
    | dict.fromkeys(("event", "election"), "name.event")
    | dict.fromkeys(("book", "poem", "album", "song", "magazine", "academicjournal"), "name.work")
)
_TREES = Path(__file__).parent / "trees"
_WIRES = 600  # of 1,300
_SAINT = ("St.", "St", "Saint")
_CORE = frozenset(("name.person", "name.organization", "name.place"))


@dataclass(frozen=True)
class Mark:
    """A mention: words, the last included, type (None: not told), form, and the number of its chain in the text."""

    first: int
    last: int
    type: str | None
    form: str | None
    chain: str | None = None
    apart: bool = False


@dataclass(frozen=True)
class Frame:
    """A claim, or words of speech (`attributes`): the trigger word, roles held by mentions, polarity, certainty.

    `told` are the ranges of words, the last included, that a word of speech gives as told.
    """

    trigger: int
    predicate: str
    args: tuple[tuple[str, int, int], ...]
    polarity: str | None = None
    certainty: str | None = None
    told: tuple[tuple[int, int], ...] = ()


@dataclass
class Sentence:
    """Words with the space before each, a tree or None, and spans of word numbers, last word included."""

    forms: list[str]
    spaced: list[bool]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    spans: set[tuple[int, int, str]] = field(default_factory=set)
    known: frozenset[str] = frozenset()
    id: str = ""
    marks: list[Mark] = field(default_factory=list)
    frames: list[Frame] | None = None
    asked: frozenset[str] | None = None  # the predicates of which `frames` tell all; None: every one
    soft: "Soft | None" = None

    @classmethod
    def cut(cls, text: str, places: Sequence[tuple[int, int]]) -> "Sentence":
        """The words at `places` of a text, with the space before each."""
        return cls([text[a:b] for a, b in places], [a == 0 or text[a - 1].isspace() for a, _ in places])


@dataclass(frozen=True)
class Soft:
    """What teachers make of a sentence of n words that nobody parsed: numbers of classes and their shares, [n, k] each.

    Heads count from the root, which is 0; labels belong to the likeliest head.
    """

    heads: "tuple[Tensor, Tensor]"
    deprels: "tuple[Tensor, Tensor]"
    upos: "tuple[Tensor, Tensor]"
    xpos: "tuple[Tensor, Tensor]"


@dataclass
class Text:
    """Sentences that stand after one another."""

    name: str
    sentences: list[Sentence]


def read_conllu(path: Path) -> Iterator[Text]:
    """Yield the documents of a treebank."""
    text: Text | None = None
    rows: list[list[str]] = []
    sent_id = ""
    raw = path.read_bytes()
    for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if text:
                yield text
            text = Text(line.split("=", 1)[1].strip(), [])
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            assert text is not None
            text.sentences.append(_tree(rows, sent_id))
            rows = []
    if text:
        yield text


def _tree(rows: list[list[str]], sent_id: str) -> Sentence:
    s = Sentence([], [], [], [], [], [], [], id=sent_id)
    spaced, inside, after = True, 0, True
    for row in rows:
        if "-" in row[0]:
            inside = int(row[0].split("-")[1])
            after = "SpaceAfter=No" not in row[9]
            continue
        if "." in row[0]:
            continue
        s.forms.append(row[1])
        s.spaced.append(spaced)
        s.lemmas.append(row[2])
        s.upos.append(row[3])
        s.xpos.append(row[4])
        s.heads.append(int(row[6]) - 1)
        s.deprels.append(row[7])
        number = int(row[0])
        spaced = "SpaceAfter=No" not in row[9] if number > inside else (after if number == inside else False)
    return s


def silver(sentences: Iterable[Sentence], peoples: frozenset[str]) -> None:
    """Mark nationalities and titles before names where the trees show them."""
    for s in sentences:
        for i in range(len(s.forms)):
            if is_people(s, i, peoples):
                s.spans.add((i, i, "name.nationality"))
            if (
                s.deprels[i] == "nmod:desc"
                and s.heads[i] > i
                and s.upos[s.heads[i]] == "PROPN"
                and s.forms[i] not in _SAINT
            ):
                s.spans.add((_title_start(s, i), i, "name.role"))
        s.known |= {"name.nationality", "name.role"}


def peoples_of(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Lemmas with a capital that stand as adjectives: the words for peoples, faiths and origins."""
    counts: Counter[str] = Counter()
    for s in sentences:
        for form, lemma, xpos in zip(s.forms, s.lemmas, s.xpos, strict=True):
            if xpos == "JJ" and lemma[:1].isupper() and lemma.isalpha() and len(lemma) > 3 and not form.isupper():
                counts[lemma] += 1
    return frozenset(counts)


def is_people(s: Sentence, i: int, peoples: frozenset[str]) -> bool:
    """Whether a word is one of the words for peoples, and no part of a longer name."""
    alone = s.xpos[i] != "NNP" or (s.deprels[i] not in ("compound", "flat", "amod") and not _parted(s, i))
    return alone and s.lemmas[i] in peoples and s.forms[i][0].isupper() and s.upos[i] in ("ADJ", "NOUN", "PROPN")


def _parted(s: Sentence, i: int) -> bool:
    return any(h == i and d in ("compound", "flat") for h, d in zip(s.heads, s.deprels, strict=True))


def _title_start(s: Sentence, i: int) -> int:
    start = i
    while start > 0 and s.heads[start - 1] == i and s.deprels[start - 1] in ("compound", "flat", "nmod:desc", "amod"):
        if s.deprels[start - 1] == "amod" and not s.forms[start - 1][0].isupper():
            break
        start -= 1
    return start


def read_jsonl(path: Path) -> Iterator[dict]:
    for line in path.open(encoding="utf-8"):
        yield json.loads(line)


def plain(
    text: str, ranges: list[list[int]], entities: list[tuple[int, int, str]], known: frozenset[str]
) -> list[Sentence]:
    """Sentences without trees, in our own words; a span that is no whole number of words is left out."""
    found = []
    for start, end in ranges:
        places = list(words(text, start, end))
        if not places:
            continue
        s = Sentence.cut(text, places)
        s.known = known
        starts = {a: n for n, (a, _) in enumerate(places)}
        ends = {b: n for n, (_, b) in enumerate(places)}
        for a, b, kind in entities:
            if kind in known and a in starts and b in ends and start <= a and b <= end:
                s.spans.add((starts[a], ends[b], kind))
        found.append(s)
    return found


def ewt(root: Path, part: str) -> list[Text]:
    """EWT's trees with the names of Universal NER on the same sentences."""
    marks = {r["doc_id"].split("/", 1)[1]: r for r in read_jsonl(root / f"uner_ewt/{part}.jsonl")}
    texts = list(read_conllu(root / f"ewt/{part}.conllu.gz"))
    for text in texts:
        for s in text.sentences:
            record = marks.get(s.id)
            if record is None or len(record["tokens"]) != len(s.forms):
                continue
            starts = {a: n for n, (a, _) in enumerate(record["tokens"])}
            ends = {b: n for n, (_, b) in enumerate(record["tokens"])}
            s.spans |= {
                (starts[e["start"]], ends[e["end"]], _PLAIN[e["type"]])
                for e in record["entities"]
                if e["type"] in _PLAIN and e["start"] in starts and e["end"] in ends
            }
            s.known |= _CORE
    return texts


def gum(root: Path, part: str) -> list[Text]:
    """GUM's trees with its nested entities on the same sentences."""
    records = {r["doc_id"].split("/", 1)[1]: r for r in read_jsonl(root / f"gum/{part}.jsonl")}
    texts = [t for t in read_conllu(root / "gum/gum_open_genres.conllu.gz") if t.name in records]
    assert len(texts) == len(records), (len(texts), len(records))
    for text in texts:
        _mark_gum(text, records[text.name])
    return texts


def own_trees(part: str) -> list[Text]:
    """Our own trees of questions, short news, headlines and wire prose: every fifth sentence of a file is "dev".

    Each sentence is a text of its own, for they do not belong together. They mark trees, tags and lemmas and no spans.
    """
    return [
        Text(s.id, [s])
        for path in sorted(_TREES.glob("*.conllu"))
        for text in read_conllu(path)
        for n, s in enumerate(text.sentences)
        if (part == "dev") == (n % 5 == 4)
    ]


def offsets(text: Text, raw: str) -> list[list[tuple[int, int]]]:
    """Where each word of each sentence stands in the raw text of its document."""
    at, found = 0, []
    for s in text.sentences:
        row = []
        for form in s.forms:
            start = raw.find(form, at)
            assert 0 <= start <= at + 40, (text.name, form, raw[at : at + 40])
            at = start + len(form)
            row.append((start, at))
        found.append(row)
    return found


def _mark_gum(text: Text, record: dict) -> None:
    starts: dict[int, tuple[int, int]] = {}
    ends: dict[int, tuple[int, int]] = {}
    for n, row in enumerate(offsets(text, record["text"])):
        starts |= {a: (n, i) for i, (a, _) in enumerate(row)}
        ends |= {b: (n, i) for i, (_, b) in enumerate(row)}
    for e in record["entities"]:
        first, last = starts.get(e["start"]), ends.get(e["end"])
        if first and last and first[0] == last[0]:
            text.sentences[first[0]].spans.add((first[1], last[1], _GUM[e["type"]]))
    for s in text.sentences:
        s.known |= frozenset(PHRASES)
    chain = {tuple(m[k] for k in ("start", "end")): str(n) for n, c in enumerate(record["coref_ontogum"]) for m in c}
    for e in record["entities"]:
        first, last = starts.get(e["start"]), ends.get(e["end"])
        if first and last and first[0] == last[0]:
            # OntoNotes chains, and alone what is in none of them.
            number = chain.get((e["start"], e["end"]))
            form = {"named": "named", "pronoun": "pronoun"}.get(e["mention"], "nominal")
            text.sentences[first[0]].marks.append(Mark(first[1], last[1], None, form, number))


def near_misses() -> Iterator[Text]:
    """The sentences that a pattern must leave alone: no word of them says its predicate; of others nothing is told."""
    absent: dict[str, set[str]] = {}
    for pattern in (*patterns(), *sequence_patterns()):
        for say in pattern.near_misses:
            absent.setdefault(say, set()).add(pattern.predicate.name)
    for say, names in sorted(absent.items()):
        places = list(words(say, 0, len(say)))
        s = Sentence.cut(say, places)
        s.frames, s.asked = [], frozenset(names & set(predicates()))
        if s.asked:
            yield Text(say, [s])


def gap(root: Path, part: str) -> Iterator[Text]:
    """Snippets with one pronoun and two names: the pronoun's chain, of three mentions that stand apart from others."""
    for r in read_jsonl(root / f"gap/{part}.jsonl"):
        ends = [m.end() for m in re.finditer(r"[.!?][\"')\u201d]* +(?=[\"'(\u201c]?[A-Z])", r["text"])]
        cuts = [0, *ends, len(r["text"])]
        sentences = plain(r["text"], [[a, b] for a, b in itertools.pairwise(cuts)], [], frozenset())
        places = list(_places(sentences, r["text"]))
        for e in r["entities"]:
            held = [
                (n, i) for n, row in enumerate(places) for i, (a, b) in enumerate(row) if e["start"] <= a < e["end"]
            ]
            if held and held[0][0] == held[-1][0]:
                chain = "1" if e["id"] == "p" or e["coref_with_pronoun"] else e["id"]
                form = "pronoun" if e["id"] == "p" else "named"
                sentences[held[0][0]].marks.append(Mark(held[0][1], held[-1][1], None, form, chain, True))
        yield Text(r["doc_id"], sentences)


def _places(sentences: list[Sentence], raw: str) -> Iterator[list[tuple[int, int]]]:
    at = 0
    for s in sentences:
        row = []
        for form in s.forms:
            start = raw.index(form, at)
            at = start + len(form)
            row.append((start, at))
        yield row


def corpus(split: str) -> Iterator[Text]:
    """Our teaching corpus: mentions, chains, contents of speech, claims; its named mentions are names too."""
    return map(_marked, documents(split))


def real(root: Path, split: str) -> Iterator[Text]:
    """Texts of the shared sets that are marked as the teaching corpus is (`training/real`)."""
    return map(_marked, standoff.documents(split, root))


def _marked(r: dict) -> Text:
    sentences = []
    chain = {m: str(n) for n, c in enumerate(r["coref"]) for m in c}
    for start, end in r["sentences"]:
        places = list(words(r["text"], start, end))
        if places:
            sentences.append(_own(r, start, end, places, chain))
    return Text(r["doc_id"], sentences)


_NAMED = {"person": "name.person", "organization": "name.organization", "nationality": "name.nationality"}
_NAMED |= dict.fromkeys(("place", "facility"), "name.place")


def _own(r: dict, start: int, end: int, places: list[tuple[int, int]], chain: dict[str, str]) -> Sentence:
    text = r["text"]
    s = Sentence.cut(text, places)
    s.known = frozenset(OWN) | _CORE | {"name.nationality"}

    def span(m: dict) -> tuple[int, int] | None:
        held = [n for n, (a, b) in enumerate(places) if m["start"] < b and a < m["end"]]
        return (held[0], held[-1]) if held and start <= m["start"] and m["end"] <= end else None

    for e in r["entities"]:
        if at := span(e):
            s.marks.append(Mark(*at, e["type"], e["mention"], chain.get(e["id"], e["id"])))
            s.spans.add((*at, "mention"))
            if e["mention"] == "named" and e["type"] in _NAMED:
                s.spans.add((*at, _NAMED[e["type"]]))
    frames: dict[tuple[int, str], Frame] = {}

    def add(
        trigger: dict,
        predicate: str,
        args: list[dict],
        polarity: str | None = None,
        certainty: str | None = None,
        told: tuple[tuple[int, int], ...] = (),
    ) -> None:
        if at := span(trigger):
            held = tuple((a["role"], *w) for a in args if "mention" in a and (w := span(a)))
            old = frames.get((at[0], predicate))
            held = tuple(sorted({*held, *(old.args if old else ())}))
            told = tuple(sorted({*told, *(old.told if old else ())}))
            frames[at[0], predicate] = Frame(at[0], predicate, held, polarity, certainty, told)

    for c in r["claims"]:
        add(c["trigger"], c["predicate"], c["args"], c["polarity"], c["certainty"])
    for a in r["attributions"]:
        told = tuple(at for content in a["content_spans"] if (at := span(content)))
        s.spans |= {(*at, "content") for at in told}
        for cue in a["cue_spans"]:
            add(cue, "attributes", [a[k] for k in ("source", "addressee", "medium") if k in a], told=told)
    s.frames = sorted(frames.values(), key=lambda f: (f.trigger, f.predicate))
    return s


def pages(root: Path, peoples: frozenset[str]) -> Iterator[Text]:
    """Encyclopedia text with names only: Wikigold, CrossNER, Re-DocRED."""
    for r in read_jsonl(root / "wikigold/train.jsonl"):
        yield _one(r, _PLAIN, _CORE)
    for part in ("train", "dev"):
        for r in read_jsonl(root / f"crossner/{part}.jsonl"):
            known = set(_CORE)
            known |= {"name.event"} if r["domain"] != "ai" else set()
            known |= {"name.work"} if r["domain"] in ("literature", "music") else set()
            yield _one(r, _CROSSNER, frozenset(known))
    for r in read_jsonl(root / "redocred/dev.jsonl"):
        spans = []
        for e in r["entities"]:
            if e["type"] == "LOC" and e["text"] in peoples:
                spans.append((e["start"], e["end"], "name.nationality"))
            elif e["type"] in _PLAIN:
                spans.append((e["start"], e["end"], _PLAIN[e["type"]]))
        yield Text(r["doc_id"], plain(r["text"], r["sentences"], spans, _CORE | {"name.nationality"}))


def tweets(root: Path) -> Iterator[Text]:
    """Short messages with names only: Broad Twitter Corpus, WNUT17."""
    for part in ("train", "dev"):
        for r in read_jsonl(root / f"btc/{part}.jsonl"):
            yield _one(r, _PLAIN, _CORE)
        for r in read_jsonl(root / f"wnut17/{part}.jsonl"):
            yield _one(r, _WNUT, _CORE | {"name.work"})


def news(root: Path) -> Iterator[Text]:
    """News that marks nothing here: the wires of MUC-4 in ordinary case, the stories of ECB+."""
    for r in itertools.islice(read_jsonl(root / "muc4/train.jsonl"), _WIRES):
        yield Text(r["doc_id"], _parted_text(in_ordinary_case(r["text"], root)))
    for r in read_jsonl(root / "ecbplus/train.jsonl"):
        yield Text(r["doc_id"], plain(r["text"], r["sentences"], [], frozenset()))


def _parted_text(text: str) -> list[Sentence]:
    doc = Document.of(text)
    found = find_sentences(doc, (Region(doc.span(0, len(text)), "body", Maker("news", "1")),))
    return plain(text, [[s.span.start, s.span.end] for s in found], [], frozenset())


def _one(record: dict, types: dict[str, str], known: frozenset[str]) -> Text:
    """A record that is one sentence, its types mapped to ours."""
    spans = [(e["start"], e["end"], types[e["type"]]) for e in record["entities"] if e["type"] in types]
    return Text(record["doc_id"], plain(record["text"], [[0, len(record["text"])]], spans, known))


def windows(texts: Iterable[Text], most_pieces: int, count, rng: random.Random | None = None) -> list[list[Sentence]]:
    """Runs of neighbouring sentences of at most so many pieces; with `rng`, cut at another place each time."""
    found: list[list[Sentence]] = []
    for text in texts:
        now: list[Sentence] = []
        size = 0
        limit = most_pieces if rng is None else rng.randint(most_pieces // 3, most_pieces)
        for s in text.sentences:
            weight = count(s) + 1
            if weight > most_pieces:
                continue
            if now and size + weight > limit:
                found.append(now)
                now, size = [], 0
                limit = most_pieces if rng is None else rng.randint(most_pieces // 3, most_pieces)
            now.append(s)
            size += weight
        if now:
            found.append(now)
    return found


assert set(NAMES) >= _CORE
