"""What tests share: a sentence read as an article's body."""

from dataclasses import replace

from whence.annotate.claims import find_frames
from whence.annotate.proof import Ground
from whence.annotate.syntax import Parse
from whence.annotate.times import find_times
from whence.model import Claim, Document, Layers, Maker, Region, Sentence
from whence.pipeline import read_layers, read_scene
from whence.reader import Token, Tree
from whence.segment import find_sentences

MAKER = Maker("test", "1")


def read_body(text: str, *, published: str | None = None) -> tuple[Document, Layers]:
    """`text` read as the body of an article, through every stage that needs the reader."""
    doc = Document.of(text, source="test")
    region = Region(doc.span(0, len(text)), "body", MAKER)
    sentences = find_sentences(doc, (region,)) or (Sentence(region.span, "body", MAKER),)
    times = tuple(find_times(doc, published=published))
    return doc, read_layers(doc, Layers(doc.id, regions=(region,), sentences=sentences, times=times))


def ground_of(text: str, *, published: str | None = None) -> Ground:
    """What the claims of `text`, read as the body of an article, are checked against."""
    doc, layers = read_body(text, published=published)
    scene = replace(read_scene(doc, layers), published=published)
    return Ground(scene, find_frames(scene))


def words(doc: Document, claim: Claim) -> dict[str, list[str]]:
    """The words, values and antecedents of each role of a claim."""
    found: dict[str, list[str]] = {}
    for a in claim.arguments:
        own = [doc.quote(span) for span in (a.span, a.antecedent) if span]
        found.setdefault(a.role, []).extend([*own, *([a.value] if a.value else [])])
    return found


def holds(doc: Document, claim: Claim, wanted: dict[str, str]) -> bool:
    """Whether each role of the claim holds the words that are wanted of it."""
    own = words(doc, claim)
    return all(any(value in got or got in value for got in own.get(role, ())) for role, value in wanted.items())


def drawn(say: str, rows: list[str]) -> Parse:
    """The parse of a sentence as the rows draw it: word, UPOS, tag, head, relation and, where it differs, lemma."""
    tokens, at = [], 0
    for row in rows:
        word, upos, xpos, head, deprel, *lemma = row.split()
        at = say.index(word, at)
        tokens.append(Token(at, at + len(word), (lemma or [word])[0], upos, deprel, int(head), xpos))
        at += len(word)
    return Parse(Tree(0, len(say), tuple(tokens)), say)
