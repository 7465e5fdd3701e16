"""Relations of a dependency tree and the little words of grammar, by the names under which patterns ask for them."""

import re

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE = frozenset({"nsubj:pass", "csubj:pass"})
OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked", "nmod:unmarked", "obl:tmod", "nmod:tmod"})
# A token of these relations never belongs to the words that name or describe its head.
LOOSE = frozenset(
    {"punct", "acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "cop", "nsubj", "mark", "dep"}
)
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
GERUND = re.compile(r"ing$")
