"""The resolved scenario: units, dated values, shocks, and the tables (interfaces.md).

Money becomes whole kopecks, shares plain numbers, times months, hazards per month (details.md, section 1).
"""

import csv
import os
from decimal import Decimal

from .corridor import Corridor
from .reader import read_yaml


def month_number(text):
    """Months since January 1900, which is 0: 2010-01 is 1320 (section 4)."""
    year, month = text.split("-")
    return (int(year) - 1900) * 12 + int(month) - 1


def month_name(month):
    """The text of a month number."""
    return "%04d-%02d" % (1900 + month // 12, month % 12 + 1)


# Money that stays a number with a fraction, a month, and times rounded to whole months (details.md, section 1).
FLOATING = ("population.attachment.", "start.order_noise", "home.unrest", "rules.value.curvature",
            "rules.value.least_net", "rules.value.pooled", "rules.savings_target.reached", "rules.departure.noise",
            "rules.return_home.", "rules.moving_on.uprooting", "rules.status.noise", "rules.status.fear",
            "rules.status.norm_cost", "rules.status.crime_cost", "rules.residence.", "rules.naturalization.",
            "rules.consular.")
FLOATING_AT_ITS_END = (".psychic_cost", ".attachment")
WHOLE = ("permitted_stay", "permit.duration", "patent.duration", "highly_skilled.duration", "rules.pay.first_after",
         "deportation_ban", "expulsion_ban", "sanctions.record",
         "after_no_month", "after_four_months", "after_six_months", "after_nine_months", "forged_cards.duration",
         "shortest_term", "longest_term", "temporary_duration", "months_before_permanent", "clean_record",
         ".lawful_stay", ".residence", "passport_validity", "citizen_offer.open",
         "return_credit.months_abroad", "season_peak")
PROGRAMMES = ("home.courses.", "home.departure_credit.", "home.return_credit.", "home.repatriation.")


def rounded(x):
    """The nearest whole number, half to even: r(x)."""
    return round(x)


def scaled(amount, factor):
    """r(a f) of whole kopecks."""
    return round(amount * factor)


def in_base(number, unit, scenario, month):
    """An amount of a month in the first currency of the corridor, at the prices of its year."""
    word, money = unit.split("/")[0], scenario.corridor
    if word == money.base:
        return number
    if word in money.currencies:
        rate = money.currencies[word]
        at = scenario.raw("markets.exchange." + rate, month)
        number = number / at if rate.startswith(word.lower()) else number * at
    return number / scenario.raw("markets.exchange.price_level", month)


def is_money(unit, corridor):
    """Whether a unit is money."""
    return unit.startswith("nominal") or unit.split("/")[0] in corridor.currencies


def in_unit(text, scenario, month):
    """A number with its unit: money in the first currency, shares plain, hazards a month, times in months."""
    if text in ("true", "false"):
        return text == "true"
    number, _, unit = text.replace("_", "").partition(" ")
    try:
        value = float(number)
    except ValueError:
        return text
    if unit.startswith("%"):
        value = float(Decimal(number).scaleb(-2))
    if is_money(unit, scenario.corridor):
        return in_base(value, unit, scenario, month)
    if unit.endswith("/year") and not unit.startswith("persons"):
        return value / 12
    if unit == "days":
        return value / 30
    return value * 12 if unit == "years" else value


def meets(group, region, country):
    """Whether a shock is for people of this region: groups by region (origin) and by country."""
    for name, own in (("origin", region), ("country", country)):
        if name in group and own not in group[name]:
            return False
    return True


def weight_of(shock, month):
    """0 before `from` and from `until` on; else 1, or part of the ramp."""
    begin = month_number(shock["from"])
    if month < begin or "until" in shock and month >= month_number(shock["until"]):
        return 0
    n, ramp = month - begin + 1, int(shock.get("ramp", "0").split()[0])
    return 1 if n >= ramp else n / ramp


def shocked(value, shock, scenario, month):
    """A value under one shock."""
    w = weight_of(shock, month)
    if w == 0:
        return value
    if "set" in shock:
        target = in_unit(shock["set"], scenario, month)
    elif "scale" in shock:
        target = value * in_unit(shock["scale"], scenario, month)
    else:
        target = value + in_unit(shock["add"], scenario, month)
    return target if w == 1 else value + w * (target - value)


class Scenario:
    """Values by path, and the four tables."""

    def __init__(self, folder):
        self.tree = read_yaml(os.path.join(folder, "scenario.yaml"))
        self.folder = folder
        self.corridor = Corridor(os.path.join(folder, self.tree["corridor"]))
        self.start = month_number(self.tree["time"]["start"])
        self.warm_up = int(self.tree["time"]["warm_up"].split()[0])
        self.months = int(self.tree["time"]["months"])
        self.persons = int(self.tree["population"]["persons"])
        self.seed = int(self.tree["population"]["seed"])
        self.population_seed = int(self.tree["population"].get("population_seed", self.seed))
        self.asked = set()                  # paths of the parameters that the run has asked for
        self.shocks = {}
        for shock in sorted(self.tree.get("shocks", []), key=lambda one: month_number(one["from"])):
            self.shocks.setdefault(shock["lever"], []).append(shock)
        included = lambda country: self.text_of("origins.%s.included" % country, self.start) == "true"
        self.countries = [country for country in self.corridor.countries if included(country)]
        self.region = None
        self.at(self.start)

    def node(self, path):
        """What stands under a path, not converted."""
        node = self.tree
        for word in path.split("."):
            node = node[word]
        return node

    def at(self, month):
        """Let every value be that of the month from here on."""
        self.month, self.caches = month, {}
        self.of(self.region)

    def of(self, region):
        """Let every value be that for people of this region from here on."""
        self.region = region
        self.country = region.country if region else self.corridor.first
        self.known = self.caches.setdefault(region, {})
        return self

    def path_of(self, path):
        """Traits, stocks, unrest and the economy of other countries of origin stand under origins.NAME."""
        if self.country != self.corridor.first and path.startswith(("population.", "start.", "home.")):
            other = "origins.%s.%s" % (self.country, path)
            if self.has(other):
                return other
        return path

    def has(self, path):
        """Whether the scenario tells this."""
        try:
            self.node(path)
            return True
        except (KeyError, TypeError):
            return False

    def text_of(self, path, month):
        """The words of a value as they stand in the month."""
        node = self.node(path)
        self.asked.add(path)
        if isinstance(node, list):
            node = [entry for entry in node if month_number(entry["from"]) <= month][-1]
        return node["value"] if isinstance(node, dict) else node

    def raw(self, path, month):
        """The value of the month with shocks applied, money in the first currency."""
        path = self.path_of(path)
        value = in_unit(self.text_of(path, month), self, month)
        for shock in self.shocks.get(path, ()):
            if meets(shock.get("group", {}), self.region, self.country):
                value = shocked(value, shock, self, month)
        return value

    def value_at(self, path, month):
        """The value of a month in the units of the model: kopecks, whole months where they are asked for."""
        value = self.raw(path, month)
        node = self.node(self.path_of(path))
        text = (node[0] if isinstance(node, list) else node)
        text = text["value"] if isinstance(text, dict) else text
        if is_money(text.partition(" ")[2], self.corridor):
            is_floating = path.startswith(FLOATING) or path.endswith(FLOATING_AT_ITS_END)
            return value if is_floating else round(100 * value)
        return round(value) if path.endswith(WHOLE) else value

    def __getitem__(self, path):
        """The value under a path in the present month; of a programme, 0 where the state of origin has none."""
        if path not in self.known:
            has_none = path.startswith(PROGRAMMES) and "programmes" not in self.country.has
            self.known[path] = 0 if has_none else self.value_at(path, self.month)
        return self.known[path]

    def law(self, land, path, missing=0):
        """A number of the law of a jurisdiction; `missing` where it has none."""
        full = "jurisdictions.%s.%s" % (land, path.replace("ORIGIN", self.country))
        if full not in self.known:
            try:
                self[full]
            except KeyError:
                self.known[full] = missing
        return self.known[full]

    def names(self, path):
        """The words of a group, in their order."""
        return list(self.node(path))

    def table(self, path):
        """Rows of a table for the present country of origin."""
        self.asked.add(path)
        name = os.path.join(self.folder, self.node(path)["file"])
        return [row for row in csv.DictReader(open(name)) if row["country"] == self.country]
