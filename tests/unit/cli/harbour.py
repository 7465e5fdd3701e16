"""Three small articles about a harbour, for the commands by which a person decides."""

from pathlib import Path

ARTICLES = {
    "a.txt": """The board has a chair

By Lea Marsh

May 3, 2019

Joseph Okello has chaired the Kisumu Harbour Board since March 2017. Joseph Okello met Grace Wanjiru in Nairobi on \
2 May 2019. The board pays its debts, Grace Wanjiru said.
""",
    "b.txt": """A visit to the coast

By Omar Said

June 11, 2019

Joseph Okelli visited Mombasa on 9 June 2019. Joseph Okelli praised the Kisumu Harbour Board. Grace Wanjiru met \
Daniel Mutua in Mombasa.
""",
    "c.txt": """A trial begins

By Lea Marsh

July 20, 2019

Joseph Okello was arrested in Kampala on 18 July 2019. He is accused of theft. Daniel Mutua visited Kampala.
""",
    "d.txt": """The chair goes on

By Omar Said

August 2, 2019

Joseph Okelli visited Kampala on 1 August 2019. Joseph Okello met Daniel Mutua in Nairobi.
""",
    "e.txt": """A mixed name

By Lea Marsh

August 9, 2019

Reza Homeidani visited Nairobi on 1 August 2019. Ali Hamadani visited Mombasa on 2 August 2019. Governor Ali Homeidani \
met Grace Wanjiru in Kampala.
""",
}


def write(folder: Path, *names: str) -> Path:
    """The folder with the articles called `names`, or a, b and c."""
    folder.mkdir(exist_ok=True)
    for name in names or ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(ARTICLES[name], "utf-8")
    return folder
