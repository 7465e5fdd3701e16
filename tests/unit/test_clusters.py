"""What a text says of the bearer of a name goes into the cluster that resolution compares."""

from whence.clusters import clusters_of
from whence.model import Argument, Chain, Claim, Document, Layers, Maker, Mention, Span, ValidTime

MAKER, NEVER = Maker("hand", "1"), ValidTime()
DOC = Document.of("Norwegian finance minister Ingrid Solheim, known as Inga, was born in 1961. She left.")


def span(words: str) -> Span:
    start = DOC.text.index(words)
    return DOC.span(start, start + len(words))


def claim(predicate: str, valid: ValidTime = NEVER, **args: str) -> Claim:
    filled = tuple(Argument(role, span(words)) for role, words in args.items())
    return Claim(predicate, filled, DOC.span(0, 75), "body", MAKER, valid=valid)


MENTIONS = (
    Mention(span("Norwegian"), "nationality", "name", MAKER, value="Norway"),
    Mention(span("finance minister"), "role", "nominal", MAKER),
    Mention(span("Ingrid Solheim"), "person", "name", MAKER),
    Mention(span("Inga"), "person", "name", MAKER),
    Mention(span("She"), "person", "pronoun", MAKER),
)
CHAIN = Chain("c", DOC.id, "person", "Ingrid Solheim", (span("Ingrid Solheim"), span("She")), MAKER)


def test_titles_and_countries_before_a_name_are_told_and_pronouns_are_no_names() -> None:
    (cluster,) = clusters_of(DOC, Layers(DOC.id, mentions=MENTIONS, chains=(CHAIN,)))

    assert cluster.names == ("Ingrid Solheim",)
    assert (cluster.titles, cluster.countries) == (("finance minister",), ("Norway",))


def test_claims_tell_posts_dates_and_aliases() -> None:
    claims = (
        claim("holds_role", holder="Ingrid Solheim", post="finance minister"),
        claim("born", ValidTime("1961", "1961", "1961"), person="Ingrid Solheim"),
        claim("alias_of", bearer="Ingrid Solheim", alias="Inga"),
    )
    (cluster,) = clusters_of(DOC, Layers(DOC.id, mentions=MENTIONS, chains=(CHAIN,), claims=claims))

    assert (cluster.posts, cluster.dates, cluster.aliases) == (("finance minister",), ("1961",), ("Inga",))


def test_a_title_on_another_line_belongs_to_another_name() -> None:
    doc = Document.of("The minister\n\nIngrid Solheim left.")
    role, name = doc.span(4, 12), doc.span(14, 28)
    mentions = (Mention(role, "role", "nominal", MAKER), Mention(name, "person", "name", MAKER))
    chain = Chain("c", doc.id, "person", "Ingrid Solheim", (name,), MAKER)
    (cluster,) = clusters_of(doc, Layers(doc.id, mentions=mentions, chains=(chain,)))

    assert cluster.titles == ()
