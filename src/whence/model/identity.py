"""What resolution takes in: the chains of one document, with what the text says of their bearers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A post of a body (or to a country), and when a text says it was held: EDTF, empty where it does not say."""

    post: str
    of: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Cluster:
    """A chain of one document as a local entity.

    `names`: every surface form that is a name, canonical (fullest) first. `titles` and `posts`: role words and posts in
    context ("commander of X"). `countries`: countries it is said to belong to. `dates`: birth or founding, in EDTF.
    `aliases`: names that the text states to be the same bearer (in brackets, "also known as"). `held`: its posts with
    their times. `styled`: names with the title of respect before them ("Daw Mya Thein"). `kin`: names of people whom
    the text calls its relatives. `maybe`: names of chains of the text that it says may be the same bearer, unsure.
    """

    id: str
    doc_id: str
    type: str
    name: str
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    styled: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name of the bearer, once, canonical first."""
        return tuple(dict.fromkeys((self.name, *self.names, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Alarm:
    """A form that cannot be joined to anyone without a person: both readings, and why.

    `kind`: blend (the last name of `left`, the first of `right`) or post (the name of `left`, the post of `right`).
    """

    kind: str
    cluster: str
    name: str
    left: str
    right: str
    reasons: tuple[str, ...]
