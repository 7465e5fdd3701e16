"""Where a phrase stands in its sentence."""

from tests.support import read_body

from whence.link.sites import Sites
from whence.reader import read


def test_roles_and_verbs_of_a_sentence() -> None:
    text = "When Ivo Duda left, Emilia Santos sold his boat to Oto Vale."
    doc, _ = read_body(text)
    sites = Sites(read(text, [(0, len(text))]), [0])

    def site(words: str):  # type: ignore[no-untyped-def]
        return sites.site(doc.span(text.index(words), text.index(words) + len(words)))

    assert site("Ivo Duda").role == "subject"
    assert site("his").role == "owner"
    assert site("his").verb == site("Emilia Santos").verb == text.index("sold")
    assert text.index("sold") in site("Ivo Duda").reach
    assert text.index("boat") in site("his").above
