"""The queue: what would change most comes first; labels and the meaning of judgements."""

from collections import Counter
from dataclasses import replace

from whence.doubts import Now, doubts, judged, labels
from whence.model import Cluster, Judgement, Span
from whence.resolve import resolve

NAMES = ("Joseph Okello", "Joseph Okelli", "Grace Wanjiru", "Grace Wanjira")


def now(mentions: dict[str, int], *judgements: Judgement) -> Now:
    clusters = [Cluster(f"{i}/{n}", str(i), "person", n, (n,)) for i, n in enumerate(NAMES)]
    found = resolve(clusters, judgements)
    names = {e.id: e.name for e in found.entities}
    counts = Counter({e: mentions.get(n, 1) for e, n in names.items()})
    spans = {c.id: [Span(c.doc_id, 0, 5), Span(c.doc_id, 10, 23)] for c in clusters}
    return Now(found, clusters, spans, judgements, counts, Counter())


def test_what_would_move_most_is_asked_first() -> None:
    small = doubts(now({"Grace Wanjiru": 9, "Grace Wanjira": 8}))
    large = doubts(now({"Joseph Okello": 9, "Joseph Okelli": 8}))

    assert [q.names[0].split()[0] for q in small] == ["Grace", "Joseph"]
    assert [q.names[0].split()[0] for q in large] == ["Joseph", "Grace"]
    assert small[0].weight > small[1].weight


def test_a_question_shows_where_each_name_stands_in_full() -> None:
    doubt = doubts(now({}))[0]

    assert all(place[0][1:] == (10, 23) for place in doubt.places)
    assert len(doubt.places) == len(doubt.subjects) == 2


def test_a_question_shows_the_name_and_no_longer_words_for_its_bearer() -> None:
    made = now({})
    longer = {chain: [Span("0", 30, 70), *spans] for chain, spans in made.spans.items()}  # "the master of the harbour"

    assert all(place[0][1:] == (10, 23) for place in doubts(replace(made, spans=longer))[0].places)


def test_the_latest_label_is_printed_and_a_withdrawn_one_is_not() -> None:
    def label(words: str, when: str, verdict: str = "positive", who: str = "Ines") -> Judgement:
        return Judgement("label", "Joseph Okello", words, verdict, who, when)

    first, second = label("Joe", "2026-01"), label("The chair", "2026-02", who="Bo")
    undo = label("The chair", "2026-03", "withdrawn", "Bo")

    assert list(labels(now({}, first, second)).values()) == ["The chair"]
    assert list(labels(now({}, first, second, undo)).values()) == ["Joe"]


def test_a_judgement_about_somebody_who_is_gone_means_nobody() -> None:
    row = Judgement("identity", "Joseph Okello", "Ana Duarte", "positive", "Ines", "2026")

    assert [(j, side) for j, side, _ in judged(now({}, row))] == [(row.id, "subject")]
