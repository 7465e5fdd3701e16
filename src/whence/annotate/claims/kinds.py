"""What several modules of claims ask of a predicate, a rule or a type."""

import re

NUMERIC = frozenset({"quantity", "money"})
CLAIMING = frozenset({"person", "organization", "place", "facility"})
# What counts says least about its number, the least last: "killed 94 people" needs no second claim of 94.
BARE_COUNTS = {
    f"counts.{name}": tier
    for tier, names in enumerate(
        (
            "group crowd of_many measure joined joined_as worth_sum sum_before percent votes",
            "sum",
            "many few few_people",
        ),
        1,
    )
    for name in names.split()
}
GREAT = re.compile(r"\b(?:(?:great|grand|step|half|foster)-)+$", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ASIDE = frozenset({"holds_role", "holds_rank", "family_of", "alias_of"})
HARM = frozenset({"kills", "injures", "died", "attacks"})
