from itertools import permutations

import pytest

from whence.model import Cluster, Held, Judgement
from whence.resolve import Resolution, resolve


def cluster(doc: str, name: str, *more: str, kind: str = "person", **told: tuple[str, ...]) -> Cluster:
    return Cluster(f"{doc}/{name}", doc, kind, name, (name, *more), **told)


def body(doc: str, name: str, *more: str, **told: tuple[str, ...]) -> Cluster:
    return cluster(doc, name, *more, kind="organization", **told)


def groups(found: Resolution) -> set[frozenset[str]]:
    return {frozenset(e.chains) for e in found.entities}


def together(found: Resolution, *ids: str) -> bool:
    return any(set(ids) <= g for g in groups(found))


def test_spellings_of_one_name_are_joined_and_the_pair_says_why() -> None:
    found = resolve([cluster("a", "Youssef Karimi"), cluster("b", "Yusuf al-Karimi")])

    assert len(found.entities) == 1
    (pair,) = found.pairs
    assert pair.verdict == "same" and any("spellings" in r for r in pair.reasons)


def test_a_name_is_shown_with_its_accents() -> None:
    def shown(*names: str) -> str:
        found = resolve([cluster(str(n), name) for n, name in enumerate(names)])
        return found.entities[0].name

    assert shown("Goran Kostić", "Goran Kostic") == "Goran Kostić"
    assert shown("Goran Kostic", "GORAN KOSTIĆ") == "Goran Kostic"


def test_people_of_one_family_stay_apart() -> None:
    found = resolve([cluster("a", "Hassan Haddad"), cluster("b", "Hussein Haddad"), cluster("c", "Karim Haddad")])

    assert len(found.entities) == 3


def test_a_surname_alone_goes_to_the_one_bearer() -> None:
    found = resolve([cluster("a", "Joseph Okello"), cluster("b", "Okello")])

    assert len(found.entities) == 1


def test_a_surname_alone_beside_a_full_name_that_the_text_does_not_tie_to_it_stays_apart() -> None:
    found = resolve([cluster("a", "Okello"), cluster("a", "Young Okello")])
    styled = resolve([cluster("a", "Okello", titles=("mr",)), cluster("a", "Joseph Okello")])

    told = {"titles": ("commander",)}
    ranked = resolve([cluster("a", "Okello", **told), cluster("a", "Joseph Okello", **told)])

    assert len(found.entities) == 2
    assert len(styled.entities) == len(ranked.entities) == 1


def test_one_text_that_spells_a_name_in_two_ways_tells_of_two() -> None:
    found = resolve([cluster("a", "Youssef Karimi"), cluster("a", "Yusif Karimi")])
    doubled = resolve([cluster("a", "Yasser Karimi"), cluster("a", "Yaser Karimi")])

    assert len(found.entities) == 2
    assert len(doubled.entities) == 1


def test_a_surname_alone_in_a_text_of_other_people_may_be_anybody_s() -> None:
    others = [cluster("a", "Petra Lund"), cluster("a", "Ida Marrow"), cluster("b", "Jon Vik"), cluster("b", "Rosa Paz")]
    found = resolve([cluster("a", "Joseph Okello"), cluster("b", "Okello"), *others])
    known = resolve([cluster("a", "Joseph Okello"), cluster("b", "Okello"), *others, cluster("b", "Ida Marrow")])

    assert not together(found, "a/Joseph Okello", "b/Okello")
    assert together(known, "a/Joseph Okello", "b/Okello")


def test_one_word_that_means_the_same_in_two_languages_makes_no_two_bodies_one() -> None:
    assert len(resolve([body("a", "Labour"), body("b", "AMEL")]).entities) == 2


@pytest.mark.parametrize(("short", "long"), [("Scott Lind", "F. Scott Lind"), ("Fred Larsen", "Frederick Olaf Larsen")])
def test_a_leading_initial_or_a_short_given_name_is_no_other_person(short: str, long: str) -> None:
    for other in ("a", "b"):  # also where one text has both, in its headline and below
        assert len(resolve([cluster("a", short), cluster(other, long)]).entities) == 1


def test_the_beginning_of_a_body_s_name_is_the_one_whose_letters_its_text_has() -> None:
    long = body("a", "Tarnau Harvest Services", "THS")
    service = body("a", "State Harbour Service of Georgia", "SHSG")

    assert together(resolve([long, body("b", "Tarnau"), body("b", "THS")]), f"a/{long.name}", "b/Tarnau")
    assert not together(resolve([long, body("b", "Tarnau")]), f"a/{long.name}", "b/Tarnau")
    found = resolve([service, body("b", "State Harbour Service"), body("b", "SHSG")])
    assert together(found, f"a/{service.name}", "b/State Harbour Service")


def test_the_beginning_of_a_burmese_name_needs_the_title_of_its_bearer() -> None:
    long = cluster("a", "Zaw Lin Htut", titles=("Major",))

    assert len(resolve([long, cluster("b", "Zaw Lin", titles=("Major",))]).entities) == 1
    assert len(resolve([long, cluster("b", "Zaw Lin")]).entities) == 2


def test_a_jose_in_front_may_be_left_off() -> None:
    assert len(resolve([cluster("a", "José Raimundo Tarnes"), cluster("b", "Raimundo Tarnes")]).entities) == 1
    assert len(resolve([cluster("a", "Luis Raimundo Tarnes"), cluster("b", "Raimundo Tarnes")]).entities) == 2


def test_a_nickname_with_the_last_name_is_a_person_s_whatever_a_text_took_it_for() -> None:
    found = resolve([cluster("a", 'Ana Rosa "Tuca" Tarnes'), body("b", "Tuca Tarnes"), body("c", "Tuca")])

    assert len(found.entities) == 1


def test_a_body_s_name_in_another_language_is_its_own() -> None:
    found = resolve([body("a", "Andean Renewal Alliance"), body("b", "Alianza de Renovación Andina")])

    assert len(found.entities) == 1


def test_a_name_without_its_middle_is_not_sure_beside_one_that_ends_with_it() -> None:
    two = [cluster("a", "Muhammad Asif Tararwala"), cluster("a", "Asif Karim Tararwala")]
    short = cluster("b", "Asif Tararwala")

    assert len(resolve([*two, short]).entities) == 3
    assert len(resolve([two[1], short]).entities) == 1


def test_three_common_names_in_one_order_are_one_person_s_in_two_spellings() -> None:
    assert len(resolve([cluster("a", "Ibrahim Mahmoud Hassan"), cluster("b", "Ibrahim Mahmud Hasan")]).entities) == 1


def test_what_one_text_takes_for_a_body_is_the_person_of_whose_name_it_is_the_ends() -> None:
    found = resolve([cluster("a", "Hamid Abdulkadir Ture"), body("b", "Hamid Ture")])

    assert len(found.entities) == 1


def test_ben_in_front_is_a_given_name_and_no_son_of() -> None:
    assert len(resolve([cluster("a", "Ben Carter"), cluster("b", "Rosa Carter"), cluster("c", "Carter")]).entities) == 3
    assert len(resolve([cluster("a", "Ahmed Ben Ali"), cluster("b", "Ben Ali")]).entities) == 1


def test_a_nickname_of_two_makes_nobody_one() -> None:
    found = resolve([cluster("a", 'Marko "Owl" Tarn'), cluster("b", 'Ivo "Owl" Pell'), cluster("c", "Owl")])

    assert len(found.entities) == 3


def test_whom_a_text_calls_kin_are_two_however_alike_their_names() -> None:
    sisters = (cluster("a", "Maria Elena Tarn", kin=("Maria Helena Tarn",)), cluster("a", "Maria Helena Tarn"))

    assert len(resolve(sisters).entities) == 2


def test_a_junior_and_a_senior_never_share_a_nickname_s_bearer() -> None:
    found = resolve(
        [
            cluster("a", "Rosendo Cruz Jr", "Bebot"),
            cluster("a", "Rosendo Cruz Sr"),
            cluster("b", 'Rosendo "Bebot" Cruz'),
        ]
    )

    assert not together(found, "a/Rosendo Cruz Jr", "a/Rosendo Cruz Sr")
    assert together(found, "a/Rosendo Cruz Jr", 'b/Rosendo "Bebot" Cruz')


def test_an_initial_that_leaves_out_a_name_before_it_is_another_person_s() -> None:
    assert len(resolve([cluster("a", "Walter L Quist"), cluster("b", "Walter Henry Lee Quist")]).entities) == 2
    assert len(resolve([cluster("a", "Walter H Quist"), cluster("b", "Walter Henry Lee Quist")]).entities) == 1


def test_dotted_initials_are_no_family_name_in_front() -> None:
    assert len(resolve([cluster("a", "A.C. Tarnau"), cluster("b", "Antonio Carlos Tarnau")]).entities) == 1


def test_a_last_name_is_one_with_or_without_its_hyphen() -> None:
    assert len(resolve([cluster("a", "Gholamreza Farahi-Nia"), cluster("b", "Farahinia")]).entities) == 1


def test_half_of_a_double_last_name_is_nobody_s() -> None:
    assert len(resolve([cluster("a", "Claire Moor-Reed"), cluster("b", "Moor")]).entities) == 2
    assert len(resolve([cluster("a", "Claire Moor-Reed"), cluster("b", "Reed")]).entities) == 1


def test_initials_beside_the_name_that_they_shorten_keep_nobody_apart() -> None:
    ids = ("a/Gennadiy Lukin", "b/Gennady Petrovich Lukin", "a/G. P. Lukin")

    assert together(resolve([cluster(*i.split("/")) for i in ids]), *ids)


def test_whom_a_text_only_believes_to_be_one_a_person_is_asked_about() -> None:
    owl = cluster("a", "Night Owl", maybe=("Ana Mor",))
    found = resolve([owl, cluster("a", "Ana Mor"), cluster("b", "Ana Mor")])

    assert not together(found, "a/Night Owl", "a/Ana Mor")
    (asked,) = found.review
    assert set(asked.names) == {"Night Owl", "Ana Mor"} and "without being sure" in asked.reasons[1]


def test_a_slip_in_the_last_name_of_whom_the_text_names_in_full_is_asked_about() -> None:
    found = resolve([cluster("a", "Radu Olteanu"), cluster("a", "Oltean")])

    assert len(found.entities) == 2 and set(found.review[0].names) == {"Radu Olteanu", "Oltean"}
    assert resolve([cluster("a", "Radu Olteanu"), cluster("b", "Oltean")]).review == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lutsenko Gennady", "Gennady Lutsenko"),
        ("Marchenko Olena", "Olena Marchenko"),
        ("Saakadze Mikheil", "Mikheil Saakadze"),
        ("Ko Zin Latt", "Zin Latt"),
    ],
)
def test_a_name_turned_round_or_behind_a_word_of_respect_is_the_same(one: str, other: str) -> None:
    assert len(resolve([cluster("a", one), cluster("b", other)]).entities) == 1


@pytest.mark.parametrize(("one", "other"), [("Kent Thomas", "Thomas Kent"), ("Ko Young Min", "Young Min")])
def test_elsewhere_it_need_not_be(one: str, other: str) -> None:
    assert len(resolve([cluster("a", one), cluster("b", other)]).entities) == 2


def test_a_father_named_in_a_son_s_name_is_another_man() -> None:
    son = ("Sami Nader bin Hadi Amir", "Sami Nader Hadi Amir")
    found = resolve([*(cluster(doc, name) for doc, name in zip("ab", son, strict=True)), cluster("c", "Hadi Amir")])

    assert groups(found) == {
        frozenset({"a/Sami Nader bin Hadi Amir", "b/Sami Nader Hadi Amir"}),
        frozenset({"c/Hadi Amir"}),
    }


def test_a_father_who_shares_a_name_with_his_son_is_another_man() -> None:
    son = [cluster("a", "Sami Nader", "Sami Nader bin Sami Amir"), cluster("b", "Sami Nader Sami Amir")]
    found = resolve([*son, cluster("c", "Sami Amir")])

    assert frozenset({"c/Sami Amir"}) in groups(found)


@pytest.mark.parametrize(
    "son",
    [
        pytest.param(("Sami Nader bin Hadi Amir",), id="his name"),
        pytest.param(("Saami Nader bin Haadi Amir",), id="in another spelling"),
        pytest.param(("Sami Nader", "Sami Nader bin Hadi Amir"), id="a longer form"),
    ],
)
def test_a_father_is_no_surname_of_a_son_who_is_known_by_other_forms(son: tuple[str, ...]) -> None:
    found = resolve([cluster("a", *son), cluster("b", "Sami Nader Hadi Amir"), cluster("c", "Hadi Amir")])

    assert frozenset({"c/Hadi Amir"}) in groups(found)


@pytest.mark.parametrize(
    ("long", "title", "one"),
    [
        pytest.param("Sami Nader bin Hadi Amir", "", True, id="the father is marked"),
        pytest.param("Sami Nader Hadi Amir", "minister", True, id="one post"),
        pytest.param("Sami Nader Hadi Amir", "", False, id="nothing ties them"),
        pytest.param("Sami Nader Hadi Amir", "sheikh", False, id="many are called so"),
    ],
)
def test_a_text_with_a_name_and_its_beginning_has_one_person_where_something_ties_them(
    long: str, title: str, one: bool
) -> None:
    told = (title,) if title else ()
    found = resolve([cluster("a", "Sami Nader", titles=told), cluster("a", long, titles=told)])

    assert (len(found.entities) == 1) == one


def test_a_text_with_the_other_name_of_a_person_and_one_that_goes_on_from_the_first_has_two_people() -> None:
    known = cluster("a", "Besim Kolari", "Ujku Zi", aliases=("Ujku Zi",))
    found = resolve([known, cluster("b", "Ujku Zi"), cluster("b", "Besim Kolari Hoxhaj")])

    assert len(found.entities) == 2


def test_a_nickname_that_is_a_given_name_makes_no_full_name_with_the_surname() -> None:
    known = cluster("a", "Ana Tordoya", "Rocío", aliases=("Rocío",))

    assert len(resolve([known, cluster("b", "Rocío Tordoya")]).entities) == 2
    assert (
        len(resolve([cluster("a", "Tordoya", "Rocío", aliases=("Rocío",)), cluster("b", "Rocío Tordoya")]).entities)
        == 1
    )


def test_a_sort_more_and_another_order_make_another_body() -> None:
    assert len(resolve([body("a", "Northern Shield"), body("b", "Shield of the North Battalion")]).entities) == 2


def test_a_text_with_two_given_names_and_one_initial_has_two_people() -> None:
    assert len(resolve([cluster("a", "Scott Lind"), cluster("a", "Maria Scott Lind")]).entities) == 2


def test_a_surname_that_fits_two_waits_for_a_person() -> None:
    found = resolve([cluster("a", "Joseph Okello"), cluster("b", "Grace Okello"), cluster("c", "Okello")])

    assert len(found.entities) == 3
    assert {p.verdict for p in found.pairs} >= {"unsure"}
    assert any("fits 2 known bearers" in r for p in found.review for r in p.reasons)


def test_a_given_name_alone_joins_nobody() -> None:
    assert len(resolve([cluster("a", "Hassan Haddad"), cluster("b", "Hassan")]).entities) == 2


def test_a_slip_is_proposed_and_not_joined() -> None:
    found = resolve([cluster("a", "Joseph Okello"), cluster("b", "Joseph Okelli")])

    assert len(found.entities) == 2
    assert found.review[0].verdict == "unsure" and "slip" in " ".join(found.review[0].reasons)


def test_a_blend_of_two_people_raises_an_alarm_and_joins_nobody() -> None:
    known = [
        cluster("a", "Ali Hamadani"),
        cluster("a", "Reza Homeidani"),
        cluster("b", "Ali Hamadani", titles=("Governor",)),
    ]
    blend = cluster("c", "Ali Homeidani", titles=("Governor",))
    found = resolve([*known, blend, cluster("d", "Homeidani")])

    (alarm,) = found.alarms
    assert {alarm.left, alarm.right} == {"Reza Homeidani", "Ali Hamadani"} and alarm.cluster == blend.id
    assert any("governor" in r for r in alarm.reasons)
    assert frozenset({blend.id}) in groups(found)


def test_brothers_of_one_family_name_are_no_blend() -> None:
    people = ["Andrei Voronin", "Arkady Voronin", "Arkadi Woronin"]
    assert not resolve([cluster(str(i), name) for i, name in enumerate(people)]).alarms


def test_an_alias_in_one_text_ties_two_names_everywhere() -> None:
    stated = cluster("a", "Karim Youssef Haddad", aliases=("Abu Salim al-Tunisi",))
    found = resolve([stated, cluster("b", "Abou Salim al-Tounsi"), cluster("c", "Karim Youssef Haddad")])

    assert together(found, stated.id, "c/Karim Youssef Haddad")


def test_two_forms_in_one_chain_that_contradict_do_not_tie_others() -> None:
    careless = cluster("a", "Hassan Haddad", "Hussein Haddad")
    found = resolve([careless, cluster("b", "Hussein Haddad")])

    assert len(found.entities) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tawhid Brigades", "Liwa al-Tawhid"),
        ("National Front of Nowhere", "NFN"),
        ("Harbourne Holdings GmbH", "Harbourne Holdings"),
        ("Organisation for Growth", "Organization for Growth"),
    ],
)
def test_one_body_in_two_texts(a: str, b: str) -> None:
    assert len(resolve([body("a", a), body("b", b)]).entities) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tawhid", "Lebanese Tawhid"),
        ("Harbourne FZE", "Harbourne Ltd"),
        ("27th Brigade", "28th Brigade"),
        ("Green Party", "Green Party Youth"),
        ("Ministry of Health", "Ministry of Health"),
    ],
)
def test_two_bodies_stay_two(a: str, b: str) -> None:
    assert len(resolve([body("a", a), body("b", b)]).entities) == 2


def test_ministries_of_one_name_are_told_apart_by_country() -> None:
    kenya = [body(d, "Ministry of Health", countries=("Kenya",)) for d in "ab"]
    uganda = body("c", "Ministry of Health", countries=("Uganda",))
    found = resolve([*kenya, uganda])

    assert groups(found) == {frozenset(c.id for c in kenya), frozenset({uganda.id})}


def test_a_name_that_fits_two_companies_is_joined_to_neither() -> None:
    found = resolve([body("a", "Harbourne FZE"), body("b", "Harbourne Ltd"), body("c", "Harbourne")])

    assert len(found.entities) == 3


def test_a_country_is_one_whether_it_acts_or_lies_there_and_its_capital_acts_for_it() -> None:
    acts, lies = body("a", "U.S."), cluster("b", "United States", kind="place")
    found = resolve([acts, lies, body("c", "Washington"), cluster("d", "Nairobi", kind="place"), body("e", "Kenya")])

    assert groups(found) == {
        frozenset({"a/U.S.", "b/United States", "c/Washington"}),
        frozenset({"d/Nairobi"}),
        frozenset({"e/Kenya"}),
    }


def test_a_judgement_outranks_every_rule() -> None:
    people = [cluster("a", "Joseph Okello"), cluster("b", "Joseph Okelo"), cluster("c", "J. Okello")]
    apart = resolve(people, [("Joseph Okello", "J. Okello", "negative"), ("Joseph Okello", "Joseph Okelo", "positive")])

    assert groups(apart) == {frozenset({"a/Joseph Okello", "b/Joseph Okelo"}), frozenset({"c/J. Okello"})}


def test_of_two_judgements_the_later_holds_and_a_persons_before_a_rules() -> None:
    people = [cluster("a", "Joseph Okello"), cluster("b", "J. Okello")]

    def said(verdict: str, when: str, *, person: bool) -> Judgement:
        return Judgement("identity", "Joseph Okello", "J. Okello", verdict, "someone", when, person=person)

    old, new, rule = said("positive", "2026-01-01", person=True), said("negative", "2026-02-01", person=True), None
    rule = said("positive", "2026-03-01", person=False)
    for order in permutations([old, new, rule]):
        assert len(resolve(people, order).entities) == 2


def test_a_judgement_about_a_cluster_splits_two_of_one_name() -> None:
    people = [cluster("a", "Joseph Okello"), cluster("b", "Joseph Okello")]

    assert len(resolve(people).entities) == 1
    assert len(resolve(people, [("a/Joseph Okello", "b/Joseph Okello", "negative")]).entities) == 2


def test_namesakes_with_other_years_of_birth_stay_two() -> None:
    people = [cluster("a", "Joseph Okello", dates=("1950",)), cluster("b", "Joseph Okello", dates=("1985-02",))]

    assert len(resolve(people).entities) == 2


def test_the_order_of_the_clusters_does_not_matter() -> None:
    people = [
        cluster("a", "Hamed Karimi"),
        cluster("b", "Hamid Karimi"),
        cluster("c", "Hamad Karimi"),
        cluster("d", "Karimi"),
        cluster("e", "Hamid al-Karimi"),
    ]
    results = {repr(resolve(order)) for order in permutations(people)}

    assert len(results) == 1
    assert not together(resolve(people), "b/Hamid Karimi", "c/Hamad Karimi")


def test_nothing_gives_nothing() -> None:
    assert resolve([]) == Resolution((), (), ())


def test_documents_together_know_better_what_a_name_is() -> None:
    guesses = [
        cluster("a", "Liwa al-Tawhid", kind="place"),
        body("b", "Tawhid Brigades"),
        cluster("c", "Liwa al-Tawhid"),
    ]

    assert len(resolve(guesses).entities) == 1


def test_a_long_names_head_is_the_country_of_its_documents() -> None:
    kingdom = body("a", "Hashemite Kingdom")
    lands = [body("a", "Jordan"), body("b", "Jordan"), body("b", "Kenya")]

    assert together(resolve([kingdom, *lands]), kingdom.id, "a/Jordan", "b/Jordan")


def test_acronyms_that_differ_in_a_letter_are_two_bodies() -> None:
    found = resolve([body("a", "NFN"), body("b", "NFM")])

    assert len(found.entities) == 2 and not found.review


def test_a_single_word_that_begins_a_bodys_name_and_ends_nobodys_is_short_for_the_body() -> None:
    short, full = cluster("a", "Harbourne"), body("b", "Harbourne Minerals SARL")

    assert together(resolve([short, full]), short.id, full.id)
    assert not together(resolve([short, full, cluster("c", "Lucy Harbourne")]), short.id, full.id)


def test_letters_that_two_spelled_out_bodies_share_do_not_join_them() -> None:
    football = body("a", "Lakeside Football Confederation", "LFC")
    fishing = body("b", "Lakeside Fisheries Commission")

    assert len(resolve([football, fishing]).entities) == 2
    assert len(resolve([football, body("b", "Lakeside Fisheries Commission", "LFC")]).entities) == 2


def test_a_translated_name_with_the_acronym_of_the_original_is_one_body() -> None:
    found = resolve(
        [body("a", "Coalition of the South", "CDS"), body("b", "Coalition du Sud", "CDS"), body("c", "CDS")]
    )

    assert len(found.entities) == 1


def test_the_first_word_of_a_firm_is_the_firm_in_the_text_that_spells_it_out() -> None:
    firm = [body("a", "Elsa Marine Services GmbH"), body("a", "Elsa")]

    assert len(resolve(firm).entities) == 1
    assert len(resolve([*firm, cluster("b", "Ines Elsa")]).entities) == 3, "it is somebody's family name too"


def company_of(doc: str) -> list[Cluster]:
    return [cluster(doc, "Olga Sidorova"), cluster(doc, "Pawel Nowicki"), body(doc, "Lakeside Football Confederation")]


def test_two_outlets_with_spellings_of_their_own_in_one_company_are_joined() -> None:
    beside = [c for doc in "abcd" for c in company_of(doc)]
    one_letter = [*(cluster(d, "Rustam Mirzayev") for d in "ab"), *(cluster(d, "Rustam Mirzoyev") for d in "cd")]
    found = resolve([*one_letter, *beside])

    assert together(found, *(c.id for c in one_letter))
    assert any("Two habits of spelling" in r for p in found.pairs for r in p.reasons)


@pytest.mark.parametrize("docs", ["abca", "abc"], ids=["one text has both", "a slip of one text"])
def test_a_slip_of_one_text_stays_a_question(docs: str) -> None:
    beside = [c for doc in "abc" for c in company_of(doc)]
    names = [cluster(d, "Rustam Mirzayev" if i < 2 else "Rustam Mirzoyev") for i, d in enumerate(docs)]
    found = resolve([*names, *beside])

    assert not together(found, *(c.id for c in names))
    assert any(p.verdict == "unsure" and "slip" in " ".join(p.reasons) for p in found.pairs)


def test_a_patronymic_joins_the_son_of_a_known_father() -> None:
    family = [cluster("a", "Askar Sadykov"), cluster("b", "Timur Sadykov")]

    assert len(resolve([*family, cluster("c", "Timur Askarovich")]).entities) == 2
    assert len(resolve([*family, cluster("c", "Timur Olegovich")]).entities) == 3


def test_one_name_and_one_post_of_two_bodies_at_one_time_are_two_people() -> None:
    one = cluster("a", "Paul Otieno", held=(Held("ambassador", "Ghana", "2015-03", "2019-01"),))
    other = cluster("b", "Paul Otieno", held=(Held("ambassador", "Peru", "2016-05-01", "2018-02"),))
    later = cluster("c", "Paul Otieno", held=(Held("ambassador", "Peru", "2019-05-01"),))
    found = resolve([one, other])

    assert len(found.entities) == 2
    assert any("ambassador of Ghana and of Peru at one time" in r for p in found.pairs for r in p.reasons)
    assert len(resolve([one, later]).entities) == 1


def test_two_people_of_one_name_in_one_text_stay_two() -> None:
    people = [cluster("a", "Farid Aliyev"), Cluster("a/2", "a", "person", "Farid Aliyev", ("Farid Aliyev",))]
    found = resolve(people)

    assert len(found.entities) == 2
    assert any("tells them apart" in r for p in found.pairs for r in p.reasons)


def test_a_post_that_fits_another_person_than_the_name_raises_an_alarm() -> None:
    known = [
        *(cluster(d, "Rauno Mirzayev", posts=("president of the federation",)) for d in "ab"),
        *(cluster(d, "Sergei Abramov") for d in "ab"),
    ]
    mixed = cluster("c", "Sergei Mirzoyev", posts=("president of the federation",))
    found = resolve([*known, mixed])

    (alarm,) = found.alarms
    assert {alarm.left, alarm.right} == {"Rauno Mirzayev", "Sergei Abramov"}
    assert frozenset({mixed.id}) in groups(found)


def test_a_surname_that_one_sentence_took_for_a_body_is_the_persons() -> None:
    assert len(resolve([cluster("a", "Giorgi Lomidze"), body("b", "Lomidze")]).entities) == 1


def test_letters_that_no_word_explains_are_a_bodys_name_where_a_text_has_both() -> None:
    known = body("a", "Botan Self-Defence Forces", "KXB")

    assert len(resolve([known, body("b", "KXB")]).entities) == 1


def test_letters_behind_a_persons_name_are_a_partys() -> None:
    found = resolve([cluster("a", "Rosa Paz Lobo", aliases=("PLN",)), cluster("b", "PLN"), cluster("c", "Rosa Lobo")])

    assert not together(found, "a/Rosa Paz Lobo", "b/PLN") and not together(found, "c/Rosa Lobo", "b/PLN")


def test_a_nickname_taken_for_a_body_is_a_persons() -> None:
    found = resolve([cluster("a", "Ana “Tibu” Costa"), body("b", "Tibu"), cluster("c", "Ana Tibu")])

    assert len(found.entities) == 1


def test_a_firm_and_its_sister_in_one_text_wait_for_a_person() -> None:
    texts = [body("a", "Sonda Marine"), body("a", "Sonda Marine Engineering"), body("b", "Sonda Marine Engineering")]

    assert not together(resolve(texts), "a/Sonda Marine", "a/Sonda Marine Engineering")


def test_what_a_body_stands_for_is_left_out_where_two_others_are_named_beside_it() -> None:
    beside = [body(doc, name) for doc in "ab" for name in ("Kilindi Council", "Sonda Shipping")]
    front, short = body("a", "Zumbo Liberation Front"), body("b", "Zumbo Front")

    assert together(resolve([front, short, *beside]), "a/Zumbo Liberation Front", "b/Zumbo Front")
    assert not together(resolve([front, short]), "a/Zumbo Liberation Front", "b/Zumbo Front")


def test_bodies_in_two_languages_are_one_by_letters_that_one_name_does_not_make() -> None:
    spanish = body("a", "Ejército Popular de los Llanos", "EPL-L")

    assert len(resolve([spanish, body("b", "Popular Army of the Plains", "EPL-L")]).entities) == 1


def test_letters_that_both_names_make_join_nobody() -> None:
    union = body("a", "Kilindi Peoples Union", "KPU")

    assert len(resolve([union, body("b", "Kampala Ports Union", "KPU")]).entities) == 2


def test_of_two_given_names_and_two_surnames_the_first_of_each_is_the_everyday_name() -> None:
    found = resolve([cluster("a", "Martha Lucía Ardila Gómez"), cluster("b", "Martha Ardila")])

    assert len(found.entities) == 1


def test_what_a_text_tells_of_a_bare_sort_of_body_is_no_name_of_it() -> None:
    found = resolve([body("a", "Movement", aliases=("FAN",)), body("b", "FAN")])

    assert len(found.entities) == 2


def test_a_body_without_its_beginning_is_the_one_whose_place_the_text_names() -> None:
    known = [body("a", "Mersin Port Authority"), body("b", "Izmir Port Authority"), body("c", "Port Authority")]

    assert not together(resolve(known), "a/Mersin Port Authority", "c/Port Authority")
    told = resolve([*known, cluster("c", "Mersin", kind="place")])
    assert together(told, "a/Mersin Port Authority", "c/Port Authority")
    assert not together(told, "b/Izmir Port Authority", "c/Port Authority")


def test_a_port_is_not_the_authority_that_runs_it() -> None:
    assert len(resolve([body("a", "Kilindi Port"), body("b", "Kilindi Ports Authority")]).entities) == 2


@pytest.mark.parametrize(
    ("docs", "one", "other", "same"),
    [
        ("ab", "People’s List", "List for the People", False),
        ("ab", "Ministry of Health", "Health Ministry", True),
        ("ab", "Centre for Lobos Studies", "Lobos Studies Centre", True),
        ("aa", "Centre for Lobos Studies", "Lobos Studies Centre", False),
    ],
)
def test_the_same_words_in_another_order_are_one_body_unless_they_are_common_or_in_one_text(
    docs: str, one: str, other: str, same: bool
) -> None:
    found = resolve([body(docs[0], one, countries=("Peru",)), body(docs[1], other, countries=("Peru",))])

    assert (len(found.entities) == 1) == same


def test_a_body_is_known_by_its_name_in_another_language() -> None:
    assert len(resolve([body("a", "Parti Pekerja Progresif"), body("b", "Progressive Workers' Party")]).entities) == 1


def test_two_full_names_of_one_text_stay_two_though_one_goes_on_where_the_other_ends() -> None:
    both = [cluster("a", "Kwame Asante Boateng"), cluster("a", "Kwame Asante")]

    assert len(resolve(both).entities) == 2


def test_a_splinter_with_a_letter_more_is_not_the_front() -> None:
    front = body("a", "Kamwina Defence Front", "FDK")

    assert len(resolve([front, body("b", "FDK"), body("b", "FDK-A"), body("c", "FDK-A")]).entities) == 2


def test_a_town_of_datelines_is_not_the_club_that_is_named_after_it() -> None:
    found = resolve(
        [
            cluster("a", "BIRAM", kind="place"),
            cluster("a", "Biram", kind="place"),
            body("b", "Biram United"),
            cluster("b", "Biram", kind="place"),
        ]
    )

    assert {e.name for e in found.entities if e.type == "organization"} == {"Biram United"}
    assert not found.review


def test_both_last_names_taken_for_a_body_are_the_person_of_the_text() -> None:
    found = resolve([cluster("a", "Elsa Rojas Vera"), body("a", "Rojas Vera"), cluster("b", "Elsa Rojas Tito")])

    assert together(found, "a/Elsa Rojas Vera", "a/Rojas Vera")


def test_a_fathers_name_inside_the_sons_is_not_the_son() -> None:
    found = resolve([cluster("a", "Idris Salim Bakari"), cluster("a", "Salim Bakari")])

    assert len(found.entities) == 2


def test_two_names_that_one_text_keeps_apart_are_not_joined_through_initials_in_another() -> None:
    texts = [cluster("a", "Kofi Mensah"), cluster("a", "Kofi Daniel Mensah"), cluster("b", "K. D. Mensah")]
    found = resolve(texts)

    assert together(found, "a/Kofi Daniel Mensah", "b/K. D. Mensah")
    assert not together(found, "a/Kofi Mensah", "a/Kofi Daniel Mensah")


def test_a_numbered_unit_may_leave_out_its_arm_of_service_and_never_its_number() -> None:
    found = resolve([body("a", "58th Airborne Brigade"), body("b", "58th Brigade"), body("c", "85th Brigade")])

    assert together(found, "a/58th Airborne Brigade", "b/58th Brigade")
    assert len(found.entities) == 2


def test_the_plural_of_a_common_noun_makes_no_other_body() -> None:
    assert len(resolve([body("a", "Kilindi Ports Authority"), body("b", "Kilindi Port Authority")]).entities) == 1


def test_a_persons_name_is_shown_spelled_out_and_never_as_a_nickname() -> None:
    short = [cluster(doc, "D. Mutua") for doc in "ab"]
    (shown,) = resolve([*short, cluster("c", "Daniel Mutua")]).entities
    (known,) = resolve([cluster("a", "Daniel Mutua", "Black Simba"), cluster("b", "Black Simba")]).entities

    assert (shown.name, known.name) == ("Daniel Mutua", "Daniel Mutua")


def place(doc: str, name: str) -> Cluster:
    return cluster(doc, name, kind="place")


@pytest.mark.parametrize(
    ("short", "long"), [("Tandag", "Tandag City"), ("Kalawi", "Province of Kalawi"), ("Kalawi", "Kalawi District")]
)
def test_a_place_is_itself_with_the_word_for_its_sort(short: str, long: str) -> None:
    assert len(resolve([place("a", short), place("b", long)]).entities) == 1


def test_a_city_is_not_the_land_of_its_name() -> None:
    assert len(resolve([place("a", "Mexico"), place("b", "Mexico City")]).entities) == 2
    lands = [place("a", "Kalawi"), place("b", "Kalawi City"), place("c", "Province of Kalawi")]
    assert len(resolve(lands).entities) == 3


def test_a_town_stays_a_place_beside_the_college_named_after_it() -> None:
    found = resolve([place("a", "Kalawi"), body("a", "Kalawi State College")])

    assert {e.name: e.type for e in found.entities}["Kalawi"] == "place"


def test_whom_a_brigade_is_named_after_is_no_brigade() -> None:
    found = resolve([cluster("a", "Pedro Lucero"), body("b", "Pedro Lucero Brigade")])

    assert len(found.entities) == 2


def test_the_letters_of_a_party_are_not_the_state_that_has_them_too() -> None:
    found = resolve([body("a", "Partido de la Raza Civil", "PRC"), body("b", "Civil Raza Party")])

    assert "China" not in {e.name for e in found.entities}


@pytest.mark.parametrize("other", ["Commercial Bank of Zambia", "Development Bank of Zambia", "Central Bank of Zambia"])
def test_of_the_banks_of_a_country_none_is_another(other: str) -> None:
    assert len(resolve([body("a", "Bank of Zambia"), body("b", other)]).entities) == 2


def test_a_burmese_name_with_a_syllable_more_is_another() -> None:
    assert len(resolve([cluster("a", "Win Maung"), cluster("b", "Win Maung Tun")]).entities) == 2
    assert len(resolve([cluster("a", "Deng Alor"), cluster("b", "Deng Alor Kuol")]).entities) == 1


def test_a_word_in_the_middle_of_a_name_of_its_own_text_is_another_person() -> None:
    assert len(resolve([cluster("a", "Duarte"), cluster("a", "Amina Duarte Lind")]).entities) == 2


def test_a_body_and_a_national_one_are_two_where_nothing_else_joins_their_texts() -> None:
    assert len(resolve([body("a", "Democratic Party"), body("b", "National Democratic Party")]).entities) == 2


def test_a_given_name_of_a_relative_is_the_one_of_the_family() -> None:
    known = [cluster("a", "Silvio Oropeza"), cluster("a", "Silvio Mendes")]
    kin = cluster("b", "Silvio", kin=("Fermin Oropeza",))

    assert together(resolve([*known, kin]), kin.id, "a/Silvio Oropeza")


@pytest.mark.parametrize(
    ("others", "kin"),
    [
        pytest.param(["Silvio Oropeza"], "Silvio Oropeza", id="a son of his father's name"),
        pytest.param(["Silvio Oropeza Paz", "Silvio Oropeza Lima"], "Fermin Oropeza", id="two of the family"),
    ],
)
def test_a_relative_who_may_be_two_waits(others: list[str], kin: str) -> None:
    known = [cluster(str(i), name) for i, name in enumerate(others)]
    found = resolve([*known, cluster("b", "Silvio", kin=(kin,))])

    assert not any(together(found, "b/Silvio", c.id) for c in known)


def test_a_second_name_stands_before_the_last_name_too() -> None:
    stated = cluster("a", "Mario Ticona", "El Zurdo", aliases=("El Zurdo",))

    assert together(resolve([stated, cluster("b", "Zurdo Ticona")]), stated.id, "b/Zurdo Ticona")


def test_a_house_of_a_town_is_the_house_of_texts_that_speak_of_the_town() -> None:
    house = [body("a", "Samaria House"), place("a", "Tumbes"), body("b", "Samaria House of Tumbes")]
    assert together(resolve(house), house[0].id, house[2].id)
    others = [*house, body("c", "Samaria House of Piura")]
    assert not together(resolve(others), house[0].id, others[3].id)


def test_a_chapter_is_not_the_brotherhood() -> None:
    found = [body("a", "Nahda Brotherhood"), place("a", "Homs"), body("b", "Nahda Brotherhood of Homs")]

    assert not together(resolve(found), found[0].id, found[2].id)


def test_letters_and_an_initial_are_the_faction_spelled_out_but_not_the_party() -> None:
    found = resolve([body("a", "KFN"), body("a", "KFN-Renewal"), body("b", "KFN-R")])

    assert groups(found) == {frozenset({"a/KFN"}), frozenset({"a/KFN-Renewal", "b/KFN-R"})}


def test_two_letters_go_to_the_body_that_has_them_in_the_same_company() -> None:
    beside = [cluster(d, name) for d in "ab" for name in ("Eusebio Luque", "Ana Sosa", "Ivo Duda")]
    union = body("a", "Peasant Union", "UC")

    assert together(resolve([union, body("b", "UC"), *beside]), union.id, "b/UC")
    assert not together(resolve([union, body("b", "UC")]), union.id, "b/UC")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Delta Shipping", "Delta Shipping Insurance", id="a sister firm of another trade"),
        pytest.param("Grupo Wisla S.A.", "Grupo W S.A.", id="one letter"),
        pytest.param(
            "Halberd Petrochemical Company", "Halberd Petrochemical Company (UK) Limited", id="a branch abroad"
        ),
    ],
)
def test_what_makes_another_firm(one: str, other: str) -> None:
    assert len(resolve([body("a", one), body("b", other)]).entities) == 2


def test_a_founder_with_a_post_is_not_the_firm_named_after_him() -> None:
    founder = cluster("a", "Behrad Shahvari", posts=("chairman",))
    found = resolve([founder, body("a", "Behrad Shahvari Trading Company")])

    assert len(found.entities) == 2


def test_two_syllables_are_not_the_korean_with_three() -> None:
    assert len(resolve([cluster("a", "Kyu Kim"), cluster("b", "Ho Kyu Kim")]).entities) == 2
