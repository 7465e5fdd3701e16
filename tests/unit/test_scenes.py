from whence.model import Claim, Document, Layers, Maker, Sentence, Span, TimeExpression
from whence.scenes import Scenes

MADE = Maker("test", "1", "hand")
TEXT = "The dam at Tirvale broke on 13 March. Norway sent boats. Nine people were killed."


def test_a_scene_has_the_names_and_days_of_its_sentence_and_of_those_before() -> None:
    doc = Document.of(TEXT, source="test")

    def at(words: str) -> Span:
        return doc.span(TEXT.index(words), TEXT.index(words) + len(words))

    parts = ("The dam at Tirvale broke on 13 March.", "Norway sent boats.", "Nine people were killed.")
    layers = Layers(
        doc.id,
        sentences=tuple(Sentence(at(part), "body", MADE) for part in parts),
        times=(TimeExpression(at("13 March"), "date", "2021-03-13", "day", "document", True, MADE),),
    )
    links = {at("Tirvale"): "t", at("Norway"): "n"}
    scenes = Scenes(doc, layers, links, {"t": "Tirvale", "n": "Norway"}, "2021-03-14")

    first, last = (scenes.of(Claim("kills", (), at(parts[i]), "body", MADE), {"t": "place"}) for i in (0, 2))

    assert (first.here, first.dates, first.places) == ({"t"}, ("2021-03-13",), {"t"})
    assert (last.here, last.near, last.told) == (set(), {"t"}, {"t"})  # a country is in no scene
    assert (last.dates, last.earlier, last.published) == ((), ("2021-03-13",), "2021-03-14")
    assert last.words == {"nine", "people", "were", "killed"}
