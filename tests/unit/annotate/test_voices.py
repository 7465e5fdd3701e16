"""Who says what, how much of it is told, and whose the time and the hedge are."""

import pytest
from tests.support import read_body, words

from whence.annotate.voices.quotes import find_quotes
from whence.model import Claim


def claims(text: str, predicate: str) -> list[tuple[Claim, dict[str, list[str]]]]:
    doc, layers = read_body(text, published="2014-05-12")
    return [(c, words(doc, c)) for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The ministry said in a report that Tomas Okafor had met Ana Duarte in Lima.",
            "The ministry",
            "Tomas Okafor had met Ana Duarte in Lima",
        ),
        ("Human rights monitors said on Friday that Tomas Okafor met Ana Duarte in Lima.", "Human rights monitors", ""),
        ("The confessor, Gocha Shonia, told his lawyer that he had been beaten in Osh.", "Gocha Shonia", ""),
        (
            "Kovac said that the pier, which was built in 2001, is unsafe, and that it would be closed.",
            "Kovac",
            "the pier, which was built in 2001, is unsafe, and that it would be closed",
        ),
        (
            "The opposition bloc, whose candidate in Osh is an aunt of two, says the arrests are wrong.",
            "opposition bloc",
            "the arrests are wrong",
        ),
        ("The pier is unsafe, Kovac said, and it should be closed.", "Kovac", "The pier is unsafe"),
        ("Kovac said that the pier is unsafe; the mayor denied it.", "Kovac", "the pier is unsafe"),
        ("The mayor left; the pier is unsafe, Kovac said.", "Kovac", "the pier is unsafe"),
        (
            "Kovac said that the pier is unsafe; that it leaks; and that it would be closed.",
            "Kovac",
            "the pier is unsafe; that it leaks; and that it would be closed",
        ),
        (
            "The publisher, Gocha Shonia, a cement dealer, said the pier is unsafe.",
            "Gocha Shonia",
            "the pier is unsafe",
        ),
        (
            "Kovac told Dock Radio through his press secretary, Gocha Shonia, that the pier was unsafe.",
            "Kovac",
            "the pier was unsafe",
        ),
        (
            "The pier, a former member of the board told reporters, was closed by Kovac.",
            "a former member of the board",
            "The pier, a former member of the board told reporters, was closed by Kovac",
        ),
        (
            "The pier is owned, according to the register, by Kovac.",
            "register",
            "The pier is owned, according to the register, by Kovac",
        ),
        ("The pier was sold, according to Kovac, the mayor of Lobos, in May.", "Kovac", "The pier was sold"),
        ("The pier was described by Kovac as a front for the army.", "Kovac", "a front for the army"),
        (
            "It is the gendarmerie which affirms that two members of the Salt League are among the dead.",
            "gendarmerie",
            "two members of the Salt League are among the dead",
        ),
        (
            "According to the ledger kept by the witness Hasan, 640,000 dollars were handed to Okafor in cash.",
            "ledger",
            "640,000 dollars were handed to Okafor in cash",
        ),
        (
            "Our colleagues reached Ivan Petrov, the chief of mission at Lobos: “We protect, we do not attack.”",
            "Ivan Petrov",
            "We protect, we do not attack.",
        ),
        ("Kovac called the allegation “a fairy tale told by losers”.", "Kovac", "a fairy tale told by losers"),
        # The day of the telling, and the place that a report is of, are nobody who speaks.
        ("A clerk of the mill today reported in Lobos that it was shut.", "A clerk of the mill", "it was shut"),
        ("Another report from northern Lobos says that it was shut.", "Another report", "it was shut"),
        (
            "Kovac adds, “The bell of the mill, cast in tin” was later sold.",
            "Kovac",
            "The bell of the mill, cast in tin” was later sold",
        ),
        # What is told ends where its teller goes on.
        (
            "Kovac argued that the dam was drying the marsh and condemned its sale.",
            "Kovac",
            "the dam was drying the marsh",
        ),
        (
            "Clerks told Dock Radio the pier was shut, with the Tide reporting that it burned.",
            "Clerks",
            "the pier was shut",
        ),
        ("The council said that the mill was shut and added that it had burned.", "The council", "the mill was shut"),
    ],
)
def test_a_saying_has_its_speaker_and_all_that_is_told(text: str, speaker: str, content: str) -> None:
    found = [args for _, args in claims(text, "says")]

    assert speaker in found[0]["speaker"][0]
    assert content == "" or content in [said["content"][0] for said in found]


def test_an_alarm_that_is_declared_is_not_what_was_said() -> None:
    assert claims("Kovac today declared a “general alert” after a call.", "says") == []


def test_what_a_report_tells_stands_in_the_voice_of_its_teller() -> None:
    [(claim, _)] = claims("The ministry said in a report that Tomas Okafor had met Ana Duarte in Lima.", "meets")

    assert [link.cue for link in claim.attribution] == ["said"]


def test_what_another_paper_reports_beside_is_its_own_telling() -> None:
    found = claims("Clerks told Dock Radio the pier was shut, with the Salt Herald reporting it had burned.", "says")

    assert [w["speaker"] for _, w in found] == [["Clerks"], ["Salt Herald"]]
    assert all(claim.certainty == "asserted" for claim, _ in found)
    assert [len([k for k in claim.attribution if k.manner != "medium"]) for claim, _ in found] == [1, 1]


def test_the_day_of_the_telling_is_not_the_day_of_what_is_told() -> None:
    text = "Human rights monitors said on Friday that Tomas Okafor met Ana Duarte in Lima."

    [(met, _)] = claims(text, "meets")
    [(said, _)] = claims(text, "says")

    assert met.valid.edtf is None
    assert said.valid.edtf == "2014-05-09"


def test_the_year_of_a_comparison_is_no_date() -> None:
    [(claim, _)] = claims("Rebels launched the largest attack since 2010 on the Lobos airfield.", "attacks")

    assert claim.valid.edtf is None


def test_the_years_after_a_title_are_not_those_of_what_its_holder_heads() -> None:
    [(claim, _), *_] = claims(
        "The Harvest Party bloc headed by former prime minister Ana Duarte (2006-14) walked out.", "commands"
    )

    assert claim.valid.edtf is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tomas Okafor was killed in combat near Osh.", "weapon"),
        ("The ongoing protests in Peru challenge the party, killing hundreds of protesters and activists.", "killer"),
    ],
)
def test_a_battle_is_no_weapon_and_a_protest_no_killer(text: str, role: str) -> None:
    found = [args for _, args in claims(text, "kills")]

    assert found
    assert all(role not in args for args in found)


def test_what_is_told_of_the_past_is_no_plan() -> None:
    [(claim, _)] = claims("Kovac told reporters on Friday that police had arrested Luis Ortega in May.", "arrests")

    assert claim.certainty == "asserted"
    assert claim.valid.edtf == "2014-05"


def test_a_year_in_a_relative_clause_is_not_that_of_the_saying() -> None:
    [(claim, _)] = claims("Mr Okafor, who was minister until 2010, promised to review the contract.", "says")

    assert claim.valid.edtf is None


def test_a_name_in_the_quotation_is_not_its_speaker() -> None:
    text = (
        "In May Okafor praised the keeper of the Salt League, Ada Mensah, and said: “Keeper Mensah and I never argued.”"
    )

    found = [roles["speaker"] for _, roles in claims(text, "says")]

    assert found == [["Okafor"]]


def test_whoever_is_told_of_as_telling_tells() -> None:
    found = claims("Ada Kovac said that Gocha Shonia had rung her and told her that two men had asked for him.", "says")
    assert [w["speaker"] for _, w in found if w["content"] == ["two men had asked for him"]] == [["Gocha Shonia"]]


def test_a_quotation_that_ends_with_its_telling_is_told_by_that_voice() -> None:
    text = (
        "The mayor, Ana Duarte, said the pier was safe. The dockers' leader, Tomas Okafor, disagreed. "
        "“We had asked for an inspection. Does one inspect what one has closed?” Okafor said, and laughed."
    )
    found = {w["content"][0]: w["speaker"][0] for _, w in claims(text, "says") if "“" not in w["content"][0]}
    assert found["We had asked for an inspection."] == "Okafor"


def test_a_telling_behind_a_quotation_has_a_quotation_of_its_own() -> None:
    text = "“They came by night,” said Tomas Okafor, who added that the men “spoke a language of the East” among them."
    assert {w["content"][0].strip(",") for _, w in claims(text, "says")} >= {"They came by night"}


def test_whoever_is_nobody_by_name_or_kind_says_nothing() -> None:
    text = "They are guarded by a company whose owner says he does not own it."
    assert all(w["speaker"] != ["whose owner"] for _, w in claims(text, "says"))


def test_what_is_told_leaves_out_where_it_is_told() -> None:
    text = "Tomas Okafor told mourners in the province of Osh on May 1 that the pier was safe, Dock Radio wrote."
    found = {w["speaker"][0]: w["content"][0] for _, w in claims(text, "says")}
    assert found["Tomas Okafor"] == "the pier was safe"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kovac said the pier had been “unlucky”.", ["the pier had been “unlucky”"]),
        ("Kovac said the pier stood for ages (until 1930).", ["the pier stood for ages (until 1930)"]),
        (
            "The guards call themselves “the Friends of Osh,” and they stress that the raid “was a warning.”",
            ["the Friends of Osh,", "the raid “was a warning.”"],
        ),
        ("“We lost,” Kovac said, and added: “Duda sold the boats.”", ["We lost,", "Duda sold the boats."]),
        ("Kovac became a monk when he responded to the call “to serve the whole town.”", []),
        ("The guards say that Kovac owns the pier, but he does not.", ["Kovac owns the pier"]),
        ("While the price falls, Finns respond more slowly.", []),
        ("Fees differ according to the time period in which a boat lies there.", []),
        ("Kovac dubbed the crew the “Old Salts”, and left.", []),
    ],
)
def test_how_much_is_told(text: str, told: list[str]) -> None:
    assert [w["content"][0] for _, w in claims(text, "says")] == told


def test_the_second_half_of_a_quotation_is_told_by_the_same_speaker() -> None:
    doc, layers = read_body("“We lost the boats,” Kovac told Dock Radio, “and Duda killed Mor.”")
    (killed,) = (c for c in layers.claims if c.predicate == "kills")

    assert [doc.quote(k.span) for k in killed.attribution if k.span] == ["Kovac", "Dock Radio"]


def test_a_comma_within_a_number_parts_nothing() -> None:
    text = "The Delta Union called the arrests of men paid 90,000 rupees a month a show and urged calm."
    assert all("000" not in w["speaker"][0][:3] for _, w in claims(text, "says"))


def test_a_quotation_that_never_closes_ends_before_the_next_one_opens() -> None:
    text = 'Mor said. "We wait for rain. A clerk left the pier. "It is dry," said Duda. The mayor went home.'

    quotes = [text[q.start : q.end] for q in find_quotes(text, 0, len(text))]

    assert quotes == ["We wait for rain.", "It is dry,"]


def test_a_quotation_within_a_quotation_does_not_turn_the_marks() -> None:
    text = 'Duda said: "I find the sale of the "old pier," unwise," and left. The mayor stayed. "Stay," he said.'

    quotes = [text[q.start : q.end] for q in find_quotes(text, 0, len(text))]

    assert not any("mayor" in q for q in quotes)


def test_two_single_marks_are_a_double_one() -> None:
    text = "“We wait,’’ said Mor. The mayor left. ‘’It is dry,” said Duda. ''Rain came,'' said Mor. Clerks' pay rose."

    quotes = [text[q.start : q.end] for q in find_quotes(text, 0, len(text))]

    assert quotes == ["We wait,", "It is dry,", "Rain came,"]


def test_a_country_whose_paper_was_told_is_not_the_medium() -> None:
    (told,) = claims("Kovac told Peru’s English daily The Lima Herald that the pier is unsafe.", "says")

    assert told[1].get("medium") == ["Lima Herald"]
