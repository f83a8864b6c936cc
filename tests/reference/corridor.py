"""The corridor of a run: who may go where, and under whose law (interfaces.md, Corridors).

Each of its parts is its own name, and knows what belongs to it: p.region.country, p.place.land.is_whole.
"""

from .reader import read_yaml


OWN = ["economy", "unrest_by_region", "programmes"]


class Country(str):
    """A country of origin: its regions, those of them whose emigrants of the start are told apart under a key, and
    what it has for itself.
    """

    def __init__(self, name):
        self.regions = self.apart = ()
        self.key = None
        self.has = OWN


class Region(str):
    """A region of origin, with its country."""


class Jurisdiction(str):
    """Whose law rules: its number, its destinations, whether it is the main one, told whole, that of a union."""


class Destination(str):
    """Where one may go: its number (home is 0), and the land whose law rules there."""


class Corridor:
    """Countries, regions, jurisdictions and destinations in their order, and the words in which keys speak of them."""

    def __init__(self, path):
        tree = read_yaml(path)
        self.language, self.adjective = tree["language"], tree["adjective"]
        self.countries, self.regions, self.jurisdictions, self.destinations = [], [], [], []
        for name, about in tree["countries"].items():
            self.add_country(Country(name), about)
        for name, about in tree["jurisdictions"].items():
            self.add_jurisdiction(Jurisdiction(name), about)
        # Codes, the first that of all results; those exchanged have the key of their rate.
        self.currencies = {code: about.get("rate") for code, about in tree["currencies"].items()}
        self.base = next(iter(self.currencies))
        self.first = self.countries[0]      # whose own keys stand at the top of a scenario
        self.main = self.jurisdictions[0]   # whose citizens the naturalized are

    def add_country(self, country, about):
        """A country with its regions."""
        country.regions = [Region(name) for name in about["regions"]]
        for region in country.regions:
            region.country = country
        country.has = about.get("has", ["programmes"] if self.countries else OWN)
        if "told_apart" in about:
            country.apart = about["groups"][about["told_apart"]["group"]]
            country.key = about["told_apart"]["key"]
        self.countries.append(country)
        self.regions += country.regions

    def add_jurisdiction(self, land, about):
        """A jurisdiction with its destinations."""
        land.number, land.is_main = len(self.jurisdictions), not self.jurisdictions
        land.is_whole, land.is_union = about.get("law") == "whole", about.get("union") == "true"
        land.destinations = [Destination(name) for name in about["destinations"]]
        for number, place in enumerate(land.destinations, len(self.destinations) + 1):
            place.number, place.land = number, land
        self.jurisdictions.append(land)
        self.destinations += land.destinations
