"""An answer as text: sections of lines with citation numbers, and the citations below."""

from collections.abc import Iterator
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whence.ask.answers import Answer, Citation, Line, Section
from whence.ask.replies import Item, Reply
from whence.ask.wording import dated_in_words


def show(answer: Answer, out: IO[str] | None = None) -> None:
    """Print an answer; in colour and wrapped on a terminal, one line a statement elsewhere."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        for text in as_lines(answer):
            console.file.write(text + "\n")
        return
    console.print(Text(answer.title, style="bold"))
    for remark in answer.remarks:
        console.print(Text(remark, style="dim"))
    for section in answer.sections:
        console.print()
        console.print(Text(section.title, style="bold underline"))
        for line in section.lines:
            console.print(Padding(_styled(line), (0, 0, 0, 2)))
        if section.more:
            console.print(Padding(Text(_more(section), style="dim"), (0, 0, 0, 2)))
        if section.step and section.lines:
            console.print(Padding(Text(f"→ {section.step}", style="dim"), (0, 0, 0, 2)))
    if answer.citations:
        console.print()
        console.print(Text("Citations", style="bold underline"))
    for citation in answer.citations:
        console.print(Text(f"{f'[{citation.number}]':>5} {_place(citation)}", style="dim"))
        console.print(Padding(Text(f"“{_one_line(citation.quote)}”"), (0, 0, 0, 6)))


def show_reply(reply: Reply, out: IO[str] | None = None) -> None:
    """Print the answer to a question: the answers first, then what is less likely, then the sentences."""
    show(as_answer(reply), out)


def as_answer(reply: Reply) -> Answer:
    """A reply as sections of lines."""
    title = "Answer" if reply.sure else "Answer, not sure"
    sections = [
        Section(title, tuple(map(_item, reply.answer or ()))),
        Section("Less likely", tuple(map(_item, reply.runner_up))),
    ]
    return Answer(reply.question, tuple(s for s in sections if s.lines), reply.citations, reply.remarks)


def _item(item: Item) -> Line:
    note = "; ".join(filter(None, [f"according to {item.said_by}" if item.said_by else "", item.note]))
    return Line(item.text, note=note, claims=item.claims, citations=item.citations)


def as_lines(answer: Answer) -> Iterator[str]:
    """The answer as plain lines, without colour and without wrapping."""
    yield _one_line(answer.title)
    yield from answer.remarks
    for section in answer.sections:
        yield from ("", section.title)
        for line in section.lines:
            yield "  " + _plain(line)
        if section.more:
            yield "  " + _more(section)
        if section.step and section.lines:
            yield f"  → {section.step}"
    if answer.citations:
        yield from ("", "Citations")
    for citation in answer.citations:
        yield f"  [{citation.number}] “{_one_line(citation.quote)}” – {_place(citation)}"


def _plain(line: Line) -> str:
    when = f" ({line.when})" if line.when else ""
    note = f" – {line.note}" if line.note else ""
    return f"{_one_line(line.text)}{when}{note}{_marks(line)}"


def _styled(line: Line) -> Text:
    text = Text(_one_line(line.text))
    if line.when:
        text.append(f" ({line.when})", style="cyan")
    if line.note:
        text.append(f" – {line.note}", style="yellow")
    return text.append(_marks(line), style="dim")


def _marks(line: Line) -> str:
    numbers = "".join(mark for n in dict.fromkeys(line.citations) if (mark := f"[{n}]") not in line.note)
    return f" {numbers}" if numbers else ""


def _more(section: Section) -> str:
    return f"… and {section.more} more" + (f": {section.see}" if section.see else "")


def _place(citation: Citation) -> str:
    published = dated_in_words(citation.published, inferred=citation.published_inferred)
    who = ", ".join(filter(None, [citation.title, citation.publisher, published]))
    page = f"page {citation.page}, " if citation.page else ""
    sentence = f"sentence {citation.sentence}, " if citation.sentence else ""
    return f"{who}; {citation.source}, {page}{sentence}characters {citation.start}-{citation.end}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
