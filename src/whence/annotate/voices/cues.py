"""Words of telling, and what makes a voice of one."""

from collections.abc import Mapping
from functools import cache

from whence.annotate.syntax import Parse
from whence.model import Maker
from whence.vocab import load_words

VERSION = "1"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SPEAKERS = frozenset({"person", "organization", "work"})
NO_VOICE = frozenset(
    """
    plan schedule need age size rank law custom tradition taste season ability merit weight height importance order
    principle rule type number date time it them this that preference circumstance requirement will rite mission
    commitment spirit formula arrangement timetable theory
    """.split()
)
CALLING = frozenset("call describe label brand dub portray denounce term".split())
SPOKEN = frozenset(
    """
    say tell add state announce declare explain note stress insist reply respond write tweet post warn proclaim
    remark comment ask conclude continue recall repeat argue claim describe call report publish quip joke shout
    advise stressed emphasise emphasize reiterate elaborate acknowledge urge reveal praise condemn criticise
    criticize observe complain go
    """.split()
)


@cache
def speech_verbs() -> Mapping[str, str]:
    """Verb of saying to the certainty that it lends."""
    return {verb: kind for kind, verbs in load_words("speech_cues.yaml").items() for verb in verbs}


def voice_by(rule: str) -> Maker:
    """The maker of a voice by a rule."""
    return Maker("annotate.voices", VERSION, rule)


def tells_nothing(parse: Parse, i: int) -> bool:
    """Whether one of them tells nothing here: with a particle, or "continued to advance"."""
    return done(parse, i) or (parse.lemmas[i] == "continue" and bool(parse.kids(i, "xcomp")))


def done(parse: Parse, i: int) -> bool:
    """Whether a particle makes another verb of one of saying: "carried out", "find out", "called off"."""
    with_particle = any(parse.lemmas[k] in ("out", "off", "up", "down", "on") for k in parse.kids(i, "compound:prt"))
    return with_particle and parse.lemmas[i] in (
        "carry",
        "find",
        "call",
        "hold",
        "learn",
        "tell",
        "show",
        "hear",
        "think",
    )
