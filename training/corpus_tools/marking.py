"""The source mark-up of one document, compiled to text and offsets. The mark-up is described in docs/annotation.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from training.corpus_tools.edtf import is_span, is_time

from whence.vocab import certainties, predicates
from whence.vocab.ontology import TEXT, Predicate

CODES = {
    "p": "person",
    "o": "organization",
    "l": "place",
    "f": "facility",
    "r": "role",
    "n": "nationality",
    "e": "event",
    "a": "law",
    "w": "work",
    "x": "weapon",
    "v": "vehicle",
    "m": "money",
    "q": "quantity",
    "t": "time",
}
NAMELESS = frozenset({"role", "quantity", "money", "time"})  # a title's capital letter makes no name
CLAIMING = ("headline", "byline", "dateline", "caption", "body")
SILENT = ("comment", "teaser", "tags", "about", "navigation")
HEADER = ("subject", "genre", "title", "publisher", "author", "date", "batch")
PRONOUNS = frozenset(
    """i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
    ourselves they them their theirs themselves who whom whose which that this these those one ones both all some many
    others each another none everyone anyone someone nobody""".split()
)
DENIES_AND_ACCUSES = {"denies": "speaker", "accuses": "accuser"}
_OPEN = re.compile(r"\[([a-z])(\d*)(~?)(?::(\S+))? ?")
_CHAIN = re.compile(r"(\^?)([a-z])(\d+)(?:\.(\d+))?")
_QUOTES = "\"'“”‘’«»„"
_CLOSERS = " .!?,;:" + _QUOTES + ")"


class BadMarking(ValueError):
    """A line of mark-up cannot be compiled; the text names the file, the line and what to do."""

    def __init__(self, where: str, line: int, problem: str, *others: str) -> None:
        super().__init__("\n".join((f"{where}:{line}: {problem}", *others)))


@dataclass(slots=True)
class Mention:
    start: int
    end: int
    type: str
    chain: str | None
    kind: str
    value: str | None = None
    id: str = ""


@dataclass(slots=True)
class Argument:
    role: str
    spans: list[tuple[int, int]]
    mention: Mention | None = None
    value: str | None = None
    inferred: bool = False


@dataclass(slots=True)
class Attribution:
    source: Argument | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    manner: str
    medium: Argument | None = None
    addressee: Argument | None = None
    inside: "Attribution | None" = None
    id: str = ""


@dataclass(slots=True)
class Claim:
    predicate: str
    trigger: tuple[int, int]
    args: list[Argument]
    sentence: int
    valid: str | None = None
    tense: str = ""
    time: Mention | None = None
    polarity: str = "affirmed"
    certainty: str = "asserted"
    cue: tuple[int, int] | None = None
    by: Attribution | None = None
    says: Attribution | None = None
    id: str = ""


@dataclass(slots=True)
class Region:
    kind: str
    start: int
    end: int = 0
    label: str = ""


@dataclass(slots=True)
class Marked:
    """One compiled document. Offsets are code points of `text`, half-open."""

    name: str
    meta: dict[str, str]
    text: str = ""
    regions: list[Region] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def quote(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def region_of(self, at: int) -> Region:
        return next(r for r in self.regions if r.start <= at < r.end)


def kind_of(words: str, plain: bool) -> str:
    """Named, nominal or pronoun: a pronoun by list, named by its capitals unless the marker put a tilde."""
    if words.lower() in PRONOUNS and not (len(words) > 1 and words.isupper()):  # "US" is a country
        return "pronoun"
    return "named" if not plain and any(c.isupper() or (c.isalpha() and not c.islower()) for c in words) else "nominal"


class _Compiler:
    def __init__(self, name: str, source: str) -> None:
        self.name, self.lines = name, source.split("\n")
        self.at = 0
        self.doc = Marked(name, {})
        self.pending: list[tuple[int, int, str]] = []  # line number, sentence, annotation line

    def fail(self, problem: str) -> BadMarking:
        return BadMarking(self.name, self.at, problem)

    def compile(self) -> Marked:
        glue = ""
        for number, line in enumerate(self.lines, 1):
            self.at = number
            if not self.doc.regions and not line.startswith("@"):
                self.header(line)
            elif line.startswith("@"):
                self.region(line)
                glue = "\n\n"
            elif line.startswith(">"):
                self.pending.append((self.at, len(self.doc.sentences) - 1, line))
            elif line.strip():
                glue = "" if line.startswith("+") else glue
                self.sentence(line.removeprefix("+"), glue if self.doc.text else "")
                glue = " "
            else:
                glue = "\n\n"
        self.close()
        return self.doc

    def header(self, line: str) -> None:
        if not line.strip():
            return
        key, colon, value = line.partition(":")
        if not colon or key not in HEADER:
            raise self.fail(f"a header line is `key: value` with a key of {', '.join(HEADER)}")
        self.doc.meta[key] = value.strip()

    def region(self, line: str) -> None:
        kind, _, label = line[1:].strip().partition(" ")
        if kind not in CLAIMING + SILENT:
            raise self.fail(f"there is no region @{kind}; use one of {', '.join(CLAIMING + SILENT)}")
        self.doc.regions.append(Region(kind, len(self.doc.text), label=label))

    def sentence(self, line: str, glue: str) -> None:
        self.doc.text += glue
        start = len(self.doc.text)
        if self.doc.regions[-1].end == 0:
            self.doc.regions[-1].start = start
        self.inline(line.rstrip())
        self.doc.sentences.append((start, len(self.doc.text)))
        self.doc.regions[-1].end = len(self.doc.text)

    def inline(self, line: str) -> None:
        out, base, stack, at = [], len(self.doc.text), list[tuple[int, re.Match[str]]](), 0
        size = 0
        while at < len(line):
            char = line[at]
            if char == "\\" and at + 1 < len(line):
                out.append(line[at + 1])
                size, at = size + 1, at + 2
            elif char == "[":
                match = _OPEN.match(line, at)
                if not match or match[1] not in CODES:
                    raise self.fail(f"cannot read the mention that opens at {line[at : at + 20]!r}")
                stack.append((size, match))
                at = match.end()
            elif char == "]":
                if not stack:
                    raise self.fail(f"a bracket closes nothing near {line[max(0, at - 20) : at + 1]!r}")
                start, match = stack.pop()
                words = "".join(out)[start:]
                self.mention(match, base + start, base + size, words)
                at += 1
            else:
                out.append(char)
                size, at = size + 1, at + 1
        if stack:
            raise self.fail(f"the mention {stack[-1][1][0]!r} is not closed")
        self.doc.text += "".join(out)

    def mention(self, match: re.Match[str], start: int, end: int, words: str) -> None:
        code, chain, tilde, value = match.groups()
        if not words or words != words.strip():
            raise self.fail(f"a mention is empty or has a space at its edge: {words!r}")
        if (code == "t") != (value is not None):
            raise self.fail(f"{words!r}: a time has a value, [t:2017-03 March], and nothing else has one")
        if value is not None and not is_time(value):
            raise self.fail(f"{value!r} is no EDTF value")
        kind = "nominal" if CODES[code] in NAMELESS else kind_of(words, bool(tilde))
        made = Mention(start, end, CODES[code], chain or None, kind, value)
        self.doc.mentions.append(made)

    def close(self) -> None:
        doc = self.doc
        doc.mentions.sort(key=lambda m: (m.start, -m.end))
        for number, mention in enumerate(doc.mentions, 1):
            mention.id = f"m{number}"
        wrong = []
        for at, sentence, line in self.pending:
            self.at = at
            try:
                self.annotation(sentence, line)
            except BadMarking as error:
                wrong.append((at, str(error).split(": ", 1)[1]))
        if wrong:
            others = [f"{self.name}:{where}: {problem}" for where, problem in wrong[1:]]
            raise BadMarking(self.name, *wrong[0], *others)
        self.nest()

    def annotation(self, sentence: int, line: str) -> None:
        if sentence < 0:
            raise self.fail("an annotation line stands before the first sentence")
        if line.startswith(">>"):
            self.attribution(sentence, line)
        else:
            self.claim(sentence, line)

    # arguments

    def find(self, words: str, low: int, high: int) -> tuple[int, int]:
        """The one place of `words` in the sentence; ``words#2`` is the second."""
        words, _, nth = words.partition("#") if re.search(r"#\d+$", words) else (words, "", "")
        bound = r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else ""
        found = [m.start() for m in re.finditer(bound[0] + re.escape(words) + bound[1], self.doc.text[low:high])]
        if not found or (nth and int(nth) > len(found)):
            raise self.fail(f"{words!r} does not stand in {self.doc.text[low:high]!r}")
        if len(found) > 1 and not nth:
            raise self.fail(f"{words!r} stands {len(found)} times in its sentence; write {words}#1 or so")
        start = low + found[int(nth or 1) - 1]
        return start, start + len(words)

    def content(self, value: str, low: int, high: int) -> list[tuple[int, int]]:
        """Spans of ``first ... last``, ``first ...`` (to the end), ``... last``, ``*`` (all), joined by `` + ``."""
        spans = []
        for part in value.split(" + "):
            first, dots, last = part.partition("...")
            if part.strip() == "*":
                first, dots, last = "", "...", ""
            if not dots:
                spans.append(self.find(part.strip(), low, high))
                continue
            start = self.find(first.strip(), low, high)[0] if first.strip() else low
            end = self.find(last.strip(), start, high)[1] if last.strip() else high
            if not first.strip():
                while self.doc.text[start] in _QUOTES + " ":
                    start += 1
            if not last.strip():
                while self.doc.text[end - 1] in _CLOSERS:
                    end -= 1
            spans.append((start, end))
        return spans

    def argument(self, role: str, value: str, sentence: int, near: int, texts: bool) -> Argument:
        low, high = self.doc.sentences[sentence]
        value, inferred = value.removeprefix("^"), value.startswith("^")
        match = _CHAIN.fullmatch(value)
        if match:
            return self.chained(role, match, low, high, near, inferred)
        inside = [m for m in self.doc.mentions if low <= m.start and m.end <= high]
        named = value.partition("#")[0]
        exact = [m for m in inside if self.doc.quote((m.start, m.end)) == named]
        if exact and value == named and len(exact) > 1:
            raise self.fail(f"{value!r} is {len(exact)} mentions of its sentence; write {value}#1 or so")
        if exact:
            span = self.find(value, low, high) if value != named else (exact[0].start, exact[0].end)
            chosen = next((m for m in exact if (m.start, m.end) == span), None)
            if chosen is not None:
                return Argument(role, [span], chosen)
        if not texts:
            raise self.fail(f"{role}={value!r} is no marked mention of its sentence")
        return Argument(role, self.content(value, low, high))

    def chained(self, role: str, match: re.Match[str], low: int, high: int, near: int, inferred: bool) -> Argument:
        _, code, chain, nth = match.groups()
        bearers = [m for m in self.doc.mentions if m.chain == chain and m.type == CODES[code]]
        if not bearers:
            raise self.fail(f"no mention is marked {code}{chain}")
        inside = [m for m in bearers if low <= m.start and m.end <= high]
        if inferred:
            pool = [m for m in bearers if m.start < near and m not in inside] or bearers
            chosen = max(pool, key=lambda m: m.start) if pool[0].start < near else pool[0]
        elif not inside:
            raise self.fail(f"{code}{chain} is not in this sentence; write ^{code}{chain} if it is understood")
        elif nth:
            if int(nth) > len(inside):
                raise self.fail(f"{code}{chain} has {len(inside)} mentions in this sentence")
            chosen = inside[int(nth) - 1]
        else:
            chosen = min(inside, key=lambda m: (min(abs(m.start - near), abs(m.end - near)), m.start))
        return Argument(role, [(chosen.start, chosen.end)], chosen, inferred=inferred)

    # annotation lines

    def split(self, line: str, keys: set[str]) -> tuple[str, list[tuple[str, str]]]:
        """``head key=value key=value``; values run to the next known key, so they may hold spaces."""
        parts = re.split(rf"(?:^|\s)({'|'.join(sorted(keys, key=len, reverse=True))})=", line)
        return parts[0].strip(), [(k, v.strip()) for k, v in zip(parts[1::2], parts[2::2], strict=True)]

    def attribution(self, sentence: int, line: str) -> None:
        silent = line.startswith(">>-")
        keys = {"source", "content", "medium", "addressee", "when", "cert"}
        cue_words, given = self.split(line.removeprefix(">>").removeprefix("-"), keys)
        low, high = self.doc.sentences[sentence]
        values = dict(given)
        if "content" not in values:
            raise self.fail("an attribution needs content=")
        cue = self.find(cue_words, low, high) if cue_words else None
        near = cue[0] if cue else low
        content = self.content(values["content"], low, high)

        def agent(role: str) -> Argument | None:
            texts = role == "medium"
            return self.argument(role, values[role], sentence, near, texts) if role in values else None

        made = Attribution(agent("source"), cue, content, self.manner(content), agent("medium"), agent("addressee"))
        self.doc.attributions.append(made)
        if cue is None or made.source is None or silent:
            return
        args = [Argument("speaker", made.source.spans, made.source.mention, inferred=made.source.inferred)]
        args.append(Argument("content", content))
        args += [a for a in (made.medium, made.addressee) if a]
        claim = Claim("says", cue, args, sentence, says=made)
        self.finish(claim, values, low, high)

    def manner(self, content: list[tuple[int, int]]) -> str:
        text = self.doc.text
        opened = [text[max(0, s - 1) : s + 1].strip()[:1] in tuple('"“«„‘`') for s, _ in content]
        if all(opened):
            return "direct"
        return "mixed" if any(c in '"“«`' for s, e in content for c in text[s:e]) else "indirect"

    def claim(self, sentence: int, line: str) -> None:
        head, _, rest = line[1:].strip().partition(" ")
        if head not in predicates():
            raise self.fail(f"there is no predicate {head!r}")
        predicate = predicates()[head]
        low, high = self.doc.sentences[sentence]
        trigger_words, given = self.split(rest, set(predicate.roles) | {"when", "cert", "by"})
        if trigger_words.endswith(" neg") or trigger_words == "neg":
            trigger_words, given = trigger_words.removesuffix("neg").strip(), [*given, ("neg", "1")]
        if given and given[-1][1].endswith(" neg"):
            given[-1:] = [(given[-1][0], given[-1][1].removesuffix(" neg")), ("neg", "1")]
        values = {k: v for k, v in given if k not in predicate.roles}
        trigger = self.trigger(predicate, trigger_words, dict(given), low, high)
        choices = []
        for role, value in given:
            if role in predicate.roles:
                texts = TEXT in predicate.roles[role].types
                options = value.split(" & ")
                choices.append([self.filled(predicate, role, v, sentence, trigger[0], texts) for v in options])
        for args in product(*choices):
            claim = Claim(head, trigger, list(args), sentence)
            self.finish(claim, values, low, high)
            if head in DENIES_AND_ACCUSES:
                self.spoken(claim)

    def filled(self, predicate: Predicate, role: str, value: str, sentence: int, near: int, texts: bool) -> Argument:
        normal = None
        if predicate.roles[role].values and ":" in value:
            normal, _, value = value.partition(":")
            if normal not in predicate.roles[role].values:
                raise self.fail(f"{role} has no value {normal!r}")
        made = self.argument(role, value, sentence, near, texts)
        made.value = normal
        allowed = predicate.roles[role].types
        if {"organization", "place"} & allowed:
            allowed = allowed | {"nationality"}  # "the Kenyan president": the adjective stands for the country
        if made.mention and made.mention.type not in allowed:
            if TEXT not in allowed:
                raise self.fail(f"{predicate.name}: {role} may not be a {made.mention.type}: {value!r}")
            made.mention = None
        return made

    def trigger(self, predicate: Predicate, words: str, given: dict[str, str], low: int, high: int) -> tuple[int, int]:
        if words:
            return self.find(words, low, high)
        for role in ("post", "rank", "kin", "number"):
            if role in predicate.roles and role in given:
                value = given[role].partition(":")[2] or given[role]
                match = _CHAIN.fullmatch(value)
                if match:
                    arg = self.chained(role, match, low, high, low, bool(match[1]))
                    return arg.spans[0]
                return self.find(value, low, high)
        raise self.fail(f"{predicate.name} needs trigger words after its name")

    def finish(self, claim: Claim, values: dict[str, str], low: int, high: int) -> None:
        claim.polarity = "denied" if "neg" in values else "affirmed"
        if "cert" in values:
            claim.certainty, colon, words = values["cert"].partition(":")
            if claim.certainty not in certainties():
                raise self.fail(f"there is no certainty {claim.certainty!r}")
            claim.cue = self.find(words, low, high) if colon else None
        self.valid(claim, values.get("when", ""), low, high)
        missing = [r.name for r in predicates()[claim.predicate].roles.values() if r.required]
        missing = [name for name in missing if name not in {a.role for a in claim.args}]
        if missing:
            raise self.fail(f"{claim.predicate} lacks {', '.join(missing)}")
        if self.doc.region_of(low).kind not in CLAIMING:
            raise self.fail(f"a {self.doc.region_of(low).kind} makes no claims")
        self.doc.claims.append(claim)

    def valid(self, claim: Claim, value: str, low: int, high: int) -> None:
        times = [m for m in self.doc.mentions if m.type == "time" and low <= m.start and m.end <= high]
        if value in ("past", "future"):
            claim.tense = value
            return
        if value == "@":
            if len(times) != 1:
                raise self.fail(f"when=@ needs exactly one time in the sentence, there are {len(times)}")
            value = times[0].value or ""
        if value and not is_span(value):
            raise self.fail(f"when={value!r} is no EDTF date or interval")
        claim.valid = value or None
        ends = {value, *value.split("/")} - {"", ".."}
        claim.time = next((m for m in times if m.value and ({m.value, *m.value.split("/")} & ends)), None)

    def spoken(self, claim: Claim) -> None:
        """Accusing and denying carry words of someone: they are attributions too."""
        by_role = {a.role: a for a in claim.args}
        content = by_role.get("content")
        if content is None:
            return
        source = by_role.get(DENIES_AND_ACCUSES[claim.predicate])
        made = Attribution(source, claim.trigger, content.spans, self.manner(content.spans))
        twin = next((a for a in self.doc.attributions if a.cue == made.cue and a.content == made.content), None)
        if twin is None:
            self.doc.attributions.append(made)

    def nest(self) -> None:
        """Hang each attribution and claim on the smallest content that its cue or trigger stands in."""
        doc = self.doc
        doc.attributions.sort(key=lambda a: (a.cue or a.content[0], a.content))
        for number, made in enumerate(doc.attributions, 1):
            made.id = f"a{number}"
        for made in doc.attributions:
            at = (made.cue or made.content[0])[0]
            made.inside = self.around(at, besides=made)
        doc.claims.sort(key=lambda c: (c.sentence, c.trigger, c.predicate))
        for number, claim in enumerate(doc.claims, 1):
            claim.id = f"c{number}"
            claim.by = claim.says or self.around(claim.trigger[0])

    def around(self, at: int, besides: Attribution | None = None) -> Attribution | None:
        def holds(a: Attribution) -> bool:
            return any(s <= at < e for s, e in a.content)

        def width(a: Attribution) -> int:
            return sum(e - s for s, e in a.content)

        pool = [a for a in self.doc.attributions if a is not besides and holds(a)]
        if besides is not None and besides.cue is None:
            pool = [a for a in pool if width(a) > width(besides)]
        return min(pool, key=width, default=None)


def compile_text(name: str, source: str) -> Marked:
    """The document that the mark-up `source` describes; raises `BadMarking` with file, line and what is wrong."""
    made = _Compiler(name, source).compile()
    made.meta.setdefault("batch", name.partition("/")[0])
    return made


def compile_file(path: Path, root: Path) -> Marked:
    """`compile_text` of a file; its name is its path under `root` without the suffix."""
    return compile_text(path.relative_to(root).with_suffix("").as_posix(), path.read_text("utf-8"))


def sources(root: Path) -> Iterator[Path]:
    """Every document of the corpus, in order of name."""
    yield from sorted(p for p in root.rglob("*.mark") if not {"first", "second"} & set(p.parts))
