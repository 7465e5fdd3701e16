"""Where in the world: countries with their demonyms and capitals, regions, cities with coordinates.

Countries and regions are vocabulary (`vocab/data/countries.yaml`, `regions.yaml`). Cities come from GeoNames
(https://www.geonames.org, CC BY 4.0), trimmed by `tools/build_gazetteer.py`; see NOTICE.
"""

from whence.text.gazetteer.abbreviated import find_regions, region_in_full
from whence.text.gazetteer.countries import (
    Country,
    capital_of,
    countries,
    country,
    country_of,
    country_of_capital,
    country_of_demonym,
    is_country,
)
from whence.text.gazetteer.places import (
    Place,
    Whereabouts,
    is_ambiguous,
    is_beside,
    is_place,
    is_region,
    locate,
    may_begin,
    places,
    vague_before,
)
from whence.text.gazetteer.whereabouts import Surroundings, land_told

__all__ = [
    "Country",
    "Place",
    "Surroundings",
    "Whereabouts",
    "capital_of",
    "countries",
    "country",
    "country_of",
    "country_of_capital",
    "country_of_demonym",
    "find_regions",
    "is_ambiguous",
    "is_beside",
    "is_country",
    "is_place",
    "is_region",
    "land_told",
    "locate",
    "may_begin",
    "places",
    "region_in_full",
    "vague_before",
]
