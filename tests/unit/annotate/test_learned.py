"""From frames of the reader to claims: what is said of one, lists, men and their body, denials."""

from dataclasses import replace

import pytest
from tests.support import read_body

from whence.annotate.learned import find_learned
from whence.annotate.learned.doubts import ANOTHER_SPEAKS, doubted
from whence.annotate.learned.vote import vote
from whence.model import Argument, Claim, Maker, Span
from whence.pipeline import read_scene
from whence.reader import Filler, Frame


def learned(
    text: str,
    predicate: str,
    cue: str,
    score: float = 0.95,
    denied: bool = False,
    *,
    fillers: dict[str, tuple[str, float]] | None = None,
    **roles: str,
) -> list[Claim]:
    """What one frame makes of a text: `cue` says the predicate, each role is filled by these words.

    `fillers` have a score each, `roles` that of the predicate.
    """
    doc, layers = read_body(text)
    scene = read_scene(doc, layers)
    every = {**{role: (w, score) for role, w in roles.items()}, **(fillers or {})}
    held = tuple(Filler(role, text.index(w), text.index(w) + len(w), chance) for role, (w, chance) in every.items())
    at = text.index(cue)
    frame = Frame(at, at + len(cue), predicate, score, denied, 0.9, "asserted", 0.9, held)
    return list(find_learned(replace(scene, learned=(frame,))))


def words(text: str, claims: list[Claim]) -> list[dict[str, str]]:
    """The words of every argument of every claim."""
    return [{a.role: text[a.span.start : a.span.end] for a in c.arguments if a.span} for c in claims]


def test_a_name_alone_may_be_hurt_freed_or_charged() -> None:
    text = "Renata Silva was injured on Monday."

    assert words(text, learned(text, "injures", "injured", victim="Renata Silva")) == [{"victim": "Renata Silva"}]


@pytest.mark.parametrize(
    ("text", "predicate", "cue", "role", "filler", "score"),
    [
        ("Renata Silva was injured on Monday.", "injures", "injured", "victim", "Renata Silva", 0.6),
        ("Nine dockers were injured on Monday.", "injures", "injured", "victim", "dockers", 0.95),
        ("Renata Silva asked again.", "asks", "asked", "asker", "Renata Silva", 0.95),
    ],
)
def test_what_is_unsure_nameless_or_says_nothing_alone_is_no_claim(
    text: str, predicate: str, cue: str, role: str, filler: str, score: float
) -> None:
    assert learned(text, predicate, cue, score, **{role: filler}) == []


def test_what_a_nameless_speaker_calls_his_own_needs_a_name_beside_it() -> None:
    text = "The same man bought our bus firm, and the same man bought a tram firm."

    ours = learned(text, "owns", "bought", 0.99, owner="The same man", owned="our bus firm")

    assert ours == []


def test_a_denial_takes_the_words_below_its_verb() -> None:
    text = "Renata Silva denied having met the smugglers."

    found = words(text, learned(text, "denies", "denied", speaker="Renata Silva"))

    assert found == [{"speaker": "Renata Silva", "content": "having met the smugglers"}]


def test_what_befalls_one_of_a_list_befalls_each() -> None:
    text = "Renata Silva and Tomas Okafor were kidnapped by gunmen."

    found = words(text, learned(text, "abducts", "kidnapped", abductor="gunmen", victim="Tomas Okafor"))

    assert sorted(row["victim"] for row in found) == ["Renata Silva", "Tomas Okafor"]


def test_officers_are_one_argument_and_their_body_another() -> None:
    text = "Six officers of the Coastal Patrol left the pier."

    found = words(text, learned(text, "member_of", "of", member="officers", group="Coastal Patrol"))

    assert [row["group"] for row in found] == ["Coastal Patrol"]
    assert "Patrol" not in found[0]["member"]


def test_two_names_of_one_bearer_are_an_alias() -> None:
    text = "The Coastal Patrol (CP) bought two boats."

    found = words(text, learned(text, "alias_of", "(", bearer="Coastal Patrol", alias="CP"))

    assert found == [{"bearer": "Coastal Patrol", "alias": "CP"}]


def test_nothing_is_denied_without_a_word_for_it() -> None:
    text = "Renata Silva met Tomas Okafor perhaps twice."

    (claim,) = learned(text, "meets", "met", denied=True, participant="Renata Silva", counterpart="Tomas Okafor")

    assert claim.polarity == "affirmed"


def test_dockers_without_a_name_count_when_they_are_counted() -> None:
    text = "Some 200 boatmen blocked the bridge."

    assert learned(text, "protests", "blocked", 0.75, protester="boatmen", place="bridge") == []
    assert len(learned(text, "protests", "blocked", 0.75, protester="boatmen", place="bridge", count="200")) == 1


def test_without_names_a_claim_must_be_sure_and_of_more_than_kinship() -> None:
    text = "The harbour committee annulled the decree; the baker's wife cheered."

    assert len(learned(text, "issues", "annulled", issuer="harbour committee", issued="decree")) == 1
    assert learned(text, "issues", "annulled", 0.75, issuer="harbour committee", issued="decree") == []
    assert learned(text, "family_of", "wife", person="wife", relative="baker") == []


@pytest.mark.parametrize(("score", "post"), [(0.95, ["resident dredger"]), (0.55, [])])
def test_a_title_that_is_in_no_list_is_one_where_the_reader_is_sure(score: float, post: list[str]) -> None:
    text = "The Coastal Patrol wrote to its resident dredger, Renata Silva."
    fillers = {"holder": ("Renata Silva", 0.95), "post": ("resident dredger", score), "of": ("Coastal Patrol", 0.95)}

    found = words(text, learned(text, "holds_role", "dredger", 0.95, fillers=fillers))

    assert [row["post"] for row in found] == post


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Renata Silva, a former major of the Coastal Patrol, left.", "major", 1),
        ("The beauty queen Renata Silva left.", "queen", 0),
        ("Renata Silva is a master of arts from the Harbour College.", "master", 0),
    ],
)
def test_a_word_of_a_post_that_is_a_byname_or_a_degree_is_no_post(text: str, cue: str, expected: int) -> None:
    rank = cue == "major"
    fillers = {"holder": ("Renata Silva", 0.95), "rank" if rank else "post": (cue, 0.95)}

    assert len(learned(text, "holds_rank" if rank else "holds_role", cue, fillers=fillers)) == expected


@pytest.mark.parametrize(("score", "found"), [(0.95, ["string of boatmen"]), (0.6, [])])
def test_what_no_list_knows_as_a_body_acts_where_the_reader_is_sure(score: float, found: list[str]) -> None:
    text = "A string of boatmen kidnapped Renata Silva."
    fillers = {"abductor": ("string", score), "victim": ("Renata Silva", 0.95)}

    claims = words(text, learned(text, "abducts", "kidnapped", 0.95, fillers=fillers))

    assert [row["abductor"].removeprefix("A ") for row in claims if "abductor" in row] == found


def test_a_title_that_a_pattern_gives_to_somebody_is_his() -> None:
    text = "The clerk Renata Silva, once mayor, met Tomas Okafor."

    (claim,) = learned(text, "holds_role", "mayor", holder="Renata Silva", post="mayor")

    assert claim.predicate == "holds_role"
    assert learned(text, "holds_role", "mayor", 0.7, holder="Renata Silva", post="mayor") == []


def test_a_bracket_takes_no_time_from_its_sentence() -> None:
    text = "In May 2012 the Coastal Patrol (CP) bought two boats."

    (claim,) = learned(text, "alias_of", "(", bearer="Coastal Patrol", alias="CP")

    assert claim.valid.edtf is None


@pytest.mark.parametrize(
    ("text", "predicate", "cue", "roles", "content"),
    [
        ("Renata Silva asked for an inquiry.", "asks", "asked", {"asker": "Renata Silva"}, "an inquiry"),
        ("Dockers accuse Renata Silva of theft.", "accuses", "accuse", {"accused": "Renata Silva"}, "theft"),
    ],
)
def test_what_is_asked_for_or_blamed_stands_behind_its_preposition(
    text: str, predicate: str, cue: str, roles: dict[str, str], content: str
) -> None:
    (found,) = words(text, learned(text, predicate, cue, **roles))

    assert found == {**roles, "content": content}


LUNCH = "Renata Silva, met at a lunch of the Coastal Patrol, called the boats junk."


@pytest.mark.parametrize(
    ("speaker", "score", "behind", "kept"),
    [
        ("Renata Silva", 0.9, (), False),
        ("Renata Silva", 0.5, (), True),  # not sure
        ("Renata Silva", 0.9, ("Coastal Patrol",), True),  # the reader finds it possible
        ("a lunch", 0.9, (), True),  # no name
        ("the Coastal Patrol", 0.9, (), True),
    ],
)
def test_what_is_said_has_the_speaker_whom_the_reader_surely_hears(
    speaker: str, score: float, behind: tuple[str, ...], kept: bool
) -> None:
    doc, layers = read_body(LUNCH)
    scene = read_scene(doc, layers)

    def span(words: str) -> Span:
        return doc.span(LUNCH.index(words), LUNCH.index(words) + len(words))

    def held(words: str, by: float) -> Filler:
        return Filler("speaker", span(words).start, span(words).end, by)

    called = span("called")
    frame = Frame(
        *(called.start, called.end, "says", 0.9, False, 0.9, "asserted", 0.9),
        fillers=(held(speaker, score),),
        behind=tuple(held(words, 0.3) for words in behind),
    )
    claim = Claim(
        predicate="says",
        arguments=(Argument("speaker", span("Coastal Patrol"), None, "organization"),),
        evidence=layers.sentences[0].span,
        region="body",
        maker=Maker("annotate.claims", "1", "says.called"),
        trigger=called,
    )

    claims, proposals = doubted(replace(scene, learned=(frame,)), (claim,))

    assert (claims == (claim,)) is kept
    assert [p.reasons for p in proposals] == ([] if kept else [(ANOTHER_SPEAKS,)])


@pytest.mark.parametrize(("say", "kin"), [("her brother-in-law", "brother-in-law"), ("her three sons", "sons")])
def test_kinship_is_the_word_that_says_it(say: str, kin: str) -> None:
    text = f"Renata Silva and {say} own two boats."

    (found,) = words(text, learned(text, "family_of", kin, person=kin, relative="Renata Silva"))

    assert found["kin"] == kin


def test_a_noun_beside_a_name_is_its_bearer() -> None:
    text = "Orla Maguire's cousin, Ada Mensah, left the port on Monday."

    found = words(text, learned(text, "family_of", "cousin", person="cousin", relative="Orla Maguire"))

    assert [row["person"] for row in found] == ["Ada Mensah"]


def test_kin_in_law_are_kin_and_half_a_word_is_not() -> None:
    text = "Ada Mensah is the daughter-in-law of Tomas Okafor."
    half = "Ada Mensah is the half-sister of Tomas Okafor."

    found = words(text, learned(text, "family_of", "daughter", person="Ada Mensah", relative="Tomas Okafor"))

    assert [row["kin"] for row in found] == ["daughter-in-law"]
    assert learned(half, "family_of", "half", person="Ada Mensah", relative="Tomas Okafor") == []


def test_whom_a_number_counts_may_act_with_it_alone() -> None:
    text = "Two hundred dockers stood outside the Salt Institute."

    found = words(text, learned(text, "protests", "stood", protester="dockers", count="Two hundred"))

    assert [row["count"] for row in found] == ["Two hundred"]


def test_of_a_group_led_by_somebody_the_group_acts() -> None:
    text = "Nine dockers, led by Ada Mensah, sat down at the gate and threatened Tomas Okafor."

    found = words(text, learned(text, "threatens", "threatened", threatener="Ada Mensah", threatened="Tomas Okafor"))

    assert [row["threatener"] for row in found] == ["Nine dockers"]


def test_two_denials_of_one_sentence_are_two() -> None:
    text = "Renata Silva denied owning the mill and denied having met the smugglers."
    doc, layers = read_body(text)
    scene = read_scene(doc, layers)
    cues = [n for n in range(len(text)) if text.startswith("denied", n)]
    held = (Filler("speaker", 0, 12, 0.95),)
    frames = tuple(Frame(n, n + 6, "denies", 0.95, False, 0.9, "asserted", 0.9, held) for n in cues)

    found = words(text, list(find_learned(replace(scene, learned=frames))))

    assert [row["content"] for row in found] == ["owning the mill", "having met the smugglers"]


@pytest.mark.parametrize(("score", "kept"), [(0.85, True), (0.75, False)])
def test_of_a_doubtful_reading_the_word_itself_must_be_sure(score: float, kept: bool) -> None:
    text = "Renata Silva has, as the harbour papers of that spring show, financed the Coastal League."
    doc, layers = read_body(text)
    scene = read_scene(doc, layers)
    held = (Filler("supporter", 0, 12, 0.6), Filler("supported", text.index("Coastal"), len(text) - 1, 0.7))
    at = text.index("financed")
    frame = Frame(at, at + 8, "supports", score, False, 0.9, "asserted", 0.9, held)
    scene = replace(scene, learned=(frame,))

    assert bool(vote(scene, (), find_learned(scene))) is kept


@pytest.mark.parametrize(("score", "groups"), [(0.9, ["guards"]), (0.6, [])])
def test_men_are_a_body_where_the_reader_is_sure_of_their_role(score: float, groups: list[str]) -> None:
    text = "Renata Silva and seven members of her guards left."
    fillers = {"member": ("members", 0.95), "group": ("guards", score)}

    assert [row["group"] for row in words(text, learned(text, "member_of", "members", fillers=fillers))] == groups
