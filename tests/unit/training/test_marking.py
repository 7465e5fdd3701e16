"""The mark-up compiles to what it says, and says where it does not."""

import pytest
from training.corpus_tools.agreement import f1, mentions
from training.corpus_tools.edtf import is_span, is_time
from training.corpus_tools.load import documents, record
from training.corpus_tools.marking import BadMarking, Marked, compile_text
from training.corpus_tools.near import near_duplicates

HEAD = "subject: football\ngenre: wire\npublisher: P\ndate: 2019\n@body\n"


def compiled(body: str) -> Marked:
    return compile_text("b00/test", HEAD + body)


def claim(doc: Marked, number: int = 0) -> dict[str, str]:
    return {a.role: doc.text[a.spans[0][0] : a.spans[-1][1]] for a in doc.claims[number].args}


def test_brackets_leave_the_text_and_become_offsets() -> None:
    doc = compiled("The [o [l Lagos] Dockers' Union] met \\[sic\\].\n")

    assert doc.text == "The Lagos Dockers' Union met [sic]."
    assert [(doc.quote((m.start, m.end)), m.type) for m in doc.mentions] == [
        ("Lagos Dockers' Union", "organization"),
        ("Lagos", "place"),
    ]


def test_a_country_in_capitals_is_no_pronoun() -> None:
    doc = compiled("A [n US] court asked [p1 us].\n")

    assert [m.kind for m in doc.mentions] == ["named", "pronoun"]


def test_lines_of_a_paragraph_are_joined_and_regions_set_apart() -> None:
    doc = compiled("One.\nTwo.\n+Three.\n\nFour.\n@caption\nFive.\n")

    assert doc.text == "One. Two.Three.\n\nFour.\n\nFive."
    assert [(r.kind, doc.text[r.start : r.end]) for r in doc.regions] == [
        ("body", "One. Two.Three.\n\nFour."),
        ("caption", "Five."),
    ]


def test_a_chain_number_takes_the_mention_nearest_the_trigger() -> None:
    doc = compiled("[p1 Ada Brandt] said [p1 she] met [p2 Hoa].\n> meets met participant=p1 counterpart=p2\n")

    assert claim(doc) == {"participant": "she", "counterpart": "Hoa"}


def test_an_understood_argument_is_marked_as_inferred() -> None:
    doc = compiled("[p1 Brandt] came.\nWas arrested.\n> arrests arrested target=^p1\n")

    assert doc.claims[0].args[0].inferred and claim(doc) == {"target": "Brandt"}


def test_a_list_of_fillers_is_a_claim_each() -> None:
    doc = compiled("[p Hoa], [p Dahir] were arrested.\n> arrests arrested target=Hoa & Dahir\n")

    assert [claim(doc, n)["target"] for n in (0, 1)] == ["Hoa", "Dahir"]


def test_speech_yields_a_says_claim_and_what_stands_in_it_is_attributed() -> None:
    doc = compiled(
        "[p Hoa] said [p Dahir] claimed that [p3 Nur] was arrested.\n"
        ">> said source=Hoa content=Dahir claimed ...\n"
        ">> claimed source=Dahir content=Nur was arrested\n"
        "> arrests arrested target=p3\n"
    )
    made = record(doc)

    assert [c["predicate"] for c in made["claims"]] == ["says", "says", "arrests"]
    assert made["claims"][2]["attribution"] == ["a2", "a1"]
    assert made["claims"][0]["args"][1]["text"] == "Dahir claimed that Nur was arrested"


def test_denying_is_an_attribution_too() -> None:
    doc = compiled("[p Hoa] denied taking money.\n> denies denied speaker=Hoa content=taking money\n")

    assert [doc.quote(a.content[0]) for a in doc.attributions] == ["taking money"]


def test_the_antecedent_of_a_pronoun_is_the_name_of_its_chain() -> None:
    doc = compiled("[p1 Ada Brandt] left.\n[p1 She] died.\n> died died person=She\n")

    assert record(doc)["claims"][0]["args"][0]["antecedent"]["text"] == "Ada Brandt"


def test_an_adjective_of_a_country_may_stand_for_it() -> None:
    doc = compiled("[n3 Kenyan] [r president] [p Wafula]\n> holds_role holder=Wafula post=president of=n3\n")

    assert claim(doc)["of"] == "Kenyan"


def test_the_time_of_a_claim_is_linked_to_its_words() -> None:
    doc = compiled("[p Hoa] died in [t:2011 2011].\n> died died person=Hoa when=@\n")

    assert doc.claims[0].valid == "2011" and doc.claims[0].time is not None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("> arrests arrested target=Nobody", "no marked mention"),
        ("> arrests seized target=Hoa", "does not stand in"),
        ("> arrests arrested", "lacks target"),
        ("> arests arrested target=Hoa", "no predicate"),
        ("> holds_role holder=Hoa post=Hoa", "may not be a person"),
        ("> arrests arrested target=p9", "no mention is marked"),
        ("> arrests arrested target=Hoa when=2019-13", "no EDTF"),
        ("> arrests arrested target=Hoa cert=perhaps", "no certainty"),
        ("> arrests was target=Hoa", "stands 2 times"),
    ],
)
def test_what_cannot_be_compiled_is_named_with_its_line(line: str, problem: str) -> None:
    with pytest.raises(BadMarking, match=problem) as caught:
        compiled(f"[p Hoa] was where [q ten] others was arrested.\n{line}\n")
    assert "b00/test:7:" in str(caught.value)


def test_a_comment_makes_no_claims() -> None:
    with pytest.raises(BadMarking, match="comment makes no claims"):
        compiled("Text.\n@comment Ann\n[p Hoa] died.\n> died died person=Hoa\n")


@pytest.mark.parametrize("value", ["2019", "2019-02", "2019-02-28", "199X", "2011~", "2015-22", "2016-05/..", "/2014"])
def test_spans_of_time_that_may_be_written(value: str) -> None:
    assert is_span(value)


@pytest.mark.parametrize("value", ["2019-02-30", "2019-13", "may", "", "..", "../..", "19", "2015-22-01", "P"])
def test_spans_of_time_that_may_not(value: str) -> None:
    assert not is_span(value) and not is_time(value)


def test_durations_are_times_but_no_spans() -> None:
    assert is_time("P3M") and is_time("PT2H") and not is_span("P3M")


def test_near_duplicates_are_found_by_their_trigrams() -> None:
    one = "The minister of ports resigned on Monday after the strike"
    assert len(near_duplicates([one, one + " ended", "Nobody knows how many ships were in the bay"])) == 1


def test_agreement_counts_what_two_markers_share() -> None:
    first, second = compiled("[p Hoa] met [o the union].\n"), compiled("[p Hoa] met the [o union].\n")

    assert f1(mentions(first), mentions(second)) == (1, 1, 1)


def test_the_corpus_loads_with_sound_offsets() -> None:
    made = next(iter(documents()))

    assert all(made["text"][e["start"] : e["end"]] == e["text"] for e in made["entities"])
    assert all(
        made["text"][c["trigger"]["start"] : c["trigger"]["end"]] == c["trigger"]["text"] for c in made["claims"]
    )
