"""The span layers of the model: names as the name sets mark them, and noun phrases as GUM marks them."""

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
SPANS = NAMES + PHRASES
