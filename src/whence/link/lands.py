"""Places of one name in one text, told apart by the land that the text gives each: "Tripoli, Lebanon"."""

from whence.link.homes import Group, Known, key_of
from whence.model import Document, Mention
from whence.text.gazetteer import land_told, locate, places


def of_its_land(doc: Document, mention: Mention, home: Group, known: Known) -> Group | None:
    """The group of a place that has namesakes, where `home` is that of its name; None where it is named anew.

    A place whose land the text does not give is the one that it names most; of equals the better known.
    """
    if len({p.country for p in places(doc.quote(mention.span))}) < 2:
        return home
    own = key_of(doc, mention)
    same = [g for g in known.having(home.type, own.split()[0]) if own in g.keys] or [home]
    land = land_told(doc.text, mention.span)
    told = [(g, {land_told(doc.text, m.span) for m in g.members} - {""}) for g in same]
    if not land:
        place = locate(doc.quote(mention.span)).place
        return max(told, key=lambda t: (len(t[0].members), place is not None and place.country in t[1]))[0]
    return next((g for g, lands in told if land in lands), next((g for g, lands in told if not lands), None))
