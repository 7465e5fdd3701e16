"""The span layers of the model: names as the name sets mark them, noun phrases as GUM does, our corpus's own layers."""

NAMES = (
    "name.person",
    "name.organization",
    "name.place",
    "name.event",
    "name.work",
    "name.nationality",
    "name.role",
)
PHRASES = (
    "np.person",
    "np.organization",
    "np.place",
    "np.event",
    "np.time",
    "np.object",
    "np.abstract",
)
OWN = ("mention", "content")
SPANS = NAMES + PHRASES + OWN
TYPES = (
    "person",
    "organization",
    "place",
    "facility",
    "role",
    "nationality",
    "event",
    "law",
    "work",
    "weapon",
    "vehicle",
    "money",
    "quantity",
    "time",
)
FORMS = ("named", "nominal", "pronoun")
