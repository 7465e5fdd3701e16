"""What a name is made of."""

from dataclasses import dataclass, field

from whence.text.fold import fold

PERSON, ORGANIZATION = "person", "organization"


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name, or words that belong together: folded, in Latin letters, and what it does there.

    Roles of a person's parts: given, middle, patronymic, kunya, family, nisba, nickname, initial, only (the single
    part). Roles of a body's parts: type, stem, place, number, acronym, form (legal form).
    """

    word: str
    role: str
    shown: str = ""
    meaning: str = ""  # what the part stands for in any language: a type word's class, a country, a number

    @property
    def raw(self) -> str:
        """The part in its own script, folded."""
        return fold(self.shown)

    def __str__(self) -> str:
        return self.shown or self.word


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed name. `parts` are what is compared; titles, particles and suffixes are kept beside them."""

    text: str
    kind: str
    parts: tuple[Part, ...]
    titles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()  # stated in brackets
    initials: tuple[str, ...] = ()  # what the words of a body's name would be shortened to
    forms: tuple[str, ...] = ()  # classes of legal form
    script: str = "LATIN"
    family_first: bool = False
    sons: tuple[int, ...] = field(default=())  # numbers of the parts that follow "bin", "ibn", "ben"

    def role(self, role: str) -> tuple[Part, ...]:
        """The parts in `role`, in order."""
        return tuple(p for p in self.parts if p.role == role)

    @property
    def words(self) -> tuple[str, ...]:
        """The compared words, in order."""
        return tuple(p.word for p in self.parts)

    @property
    def is_acronym(self) -> bool:
        """Whether it is made of acronyms and nothing else."""
        return bool(self.parts) and all(p.role == "acronym" for p in self.parts)

    def __str__(self) -> str:
        return self.text
