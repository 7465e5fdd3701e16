"""Past or to come: the verbs around a bare day decide. The document is dated Thursday, 21 March 2013."""

import pytest

from whence.text.dates import find


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He said Monday that he will resign.", "2013-03-18"),
        ("He announced plans Tuesday to sell the unit.", "2013-03-19"),
        ("The meeting Friday will decide the issue.", "2013-03-22"),
        ("The game is Sunday.", "2013-03-24"),
        ("The festival kicks off Friday.", "2013-03-22"),
        ("He is to be sworn in Monday.", "2013-03-25"),
        ("They were to meet Tuesday but did not.", "2013-03-19"),
        ("He has until Wednesday to appeal.", "../2013-03-27"),
        ("The rule takes effect Monday.", "2013-03-25"),
        ("The change is effective April 1.", "2013-04-01"),
        ("As of Monday, ten had died.", "2013-03-18"),
        ("Police arrested two men Saturday.", "2013-03-16"),
        ("A hearing was set for April 4.", "2013-04-04"),
        ("The storm is expected to hit by Saturday.", "../2013-03-23"),
        ("In October, he was elected.", "2012-10"),
        ("In October, he will retire.", "2013-10"),
        ("The plane vanished on March 8.", "2013-03-08"),
        ("It expires on Dec. 31.", "2013-12-31"),
        ("The May election was a success.", "2012-05"),
        ("Authorities said they would release the report Friday.", "2013-03-22"),
    ],
)
def test_the_nearest_verb_decides(text: str, edtf: str) -> None:
    assert [e.edtf for e in find(text, published="2013-03-21")] == [edtf]
