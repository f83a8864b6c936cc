"""The synthetic population: who there is at the start, with which traits (model.md, sections 4 and 8)."""

import math
import struct

from .draws import Luck, SYNTHESIS
from .elementary import cos_pi, exp, log

NOBODY = 10 ** 9            # a month that never comes


def float32(x):
    """The nearest single."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def normal(u0, u1):
    """A standard normal draw of two uniform ones."""
    return math.sqrt(-2 * log(u0)) * cos_pi(2 * u1)


def lognormal(spread, u0, u1):
    """exp(s z - s s / 2), z normal."""
    return exp(spread * normal(u0, u1) - spread * spread / 2)


class Person:
    """One agent: traits and the state that the month moves."""

    def __init__(self, key, region, female, birth):
        self.key = key
        self.region = region
        self.female = female
        self.birth = birth
        self.death = NOBODY
        self.mother = None
        self.household = None
        self.because = "never_reconsidered"

    def age(self, month):
        """Completed years."""
        return (month - self.birth) // 12


def largest_remainders(weights, total):
    """Whole numbers in proportion to weights; remainders to the largest, ties to the first."""
    everything = sum(weights)
    exact = [weight * total / everything for weight in weights]
    whole = [int(x) for x in exact]
    order = sorted(range(len(weights)), key=lambda i: (whole[i] - exact[i], i))
    for i in order[:total - sum(whole)]:
        whole[i] += 1
    return whole


def mid_year(year):
    """The month, counted from January 1900, at whose beginning the year's people are counted."""
    return 12 * (year - 1900) + 6


def around(years, month):
    """The two years of a table around a month, or nearest to it, and the weight of the later (section 8)."""
    if len(years) == 1:
        return years[0], years[0], 0.0
    later = next((k for k, year in enumerate(years) if mid_year(year) >= month), len(years) - 1)
    before, after = years[max(later, 1) - 1], years[max(later, 1)]
    return before, after, (month - mid_year(before)) / (mid_year(after) - mid_year(before))


def region_shares(scenario):
    """Shares of regions, between two counts in a straight line, outside them as in the nearest (section 8)."""
    counts = {}
    for row in scenario.table("population.regions"):
        counts.setdefault(int(row["year"]), {})[row["region"]] = int(row["persons"])
    before, after, part = around(sorted(counts), scenario.start)
    part = min(max(part, 0.0), 1.0)
    regions = scenario.country.regions
    share = {y: {r: counts[y][r] / sum(counts[y].values()) for r in regions} for y in (before, after)}
    return [share[before][r] + part * (share[after][r] - share[before][r]) for r in regions]


def pyramid(scenario):
    """Rows (female, lowest age, ages in the group, persons) of the start, in a straight line between two years."""
    rows = scenario.table("population.age_sex")
    before, after, w = around(sorted({int(row["year"]) for row in rows}), scenario.start)
    of = {y: [row for row in rows if int(row["year"]) == y] for y in (before, after)}
    return [(a["sex"] == "female", int(a["age_from"]), int(a["age_to"]) - int(a["age_from"]) + 1,
             max(int(a["persons"]) + w * (int(b["persons"]) - int(a["persons"])), 0.0))
            for a, b in zip(of[before], of[after])]


def set_traits(person, scenario, luck):
    """Wage factor, attachment, wage job, learning and aim from a person's own key (sections 4, 8)."""
    s = scenario.of(person.region)
    draw = lambda block, lane=0: luck.draw(person.key, 0, block, 0, lane)
    person.wage_factor = float32(lognormal(s["population.wage_factor_spread"], draw(1032), draw(1032, 1)))
    mean = (s["population.attachment.mean"] + (s["population.attachment.women"] if person.female else 0)
            + s["regions.%s.attachment" % person.region])
    person.attachment = round(100 * (mean + s["population.attachment.spread"]
                                     * normal(draw(1040), draw(1040, 1))))
    person.wage_job = draw(1048) < s["regions.%s.wage_job_share" % person.region]
    person.speaks = draw(1096, 0) < s["population." + s.corridor.language]
    person.profession = draw(1096, 1) < s["population.profession"]
    person.schooling = schooling(draw(1096, 2), s["population.schooling.secondary"], s["population.schooling.higher"])
    person.settler = draw(1120) < s["population.settlers"]


def schooling(u, secondary, higher):
    """Higher below the first mark, then secondary, then basic."""
    return "higher" if u < higher else "secondary" if u < higher + secondary else "basic"


def persons_of_the_start(scenario):
    """Everybody alive at the start, country by country, in the order of the running numbers."""
    persons = []
    for country in scenario.countries:
        scenario.of(country.regions[0])
        persons += persons_of_country(scenario, country)
    return persons


def persons_of_country(scenario, country):
    """The agents of one country; those of the first that is included set the weight of an agent."""
    luck = Luck(scenario.population_seed, SYNTHESIS)
    groups = pyramid(scenario)
    everybody = sum(group[3] for group in groups)
    leads = country == scenario.countries[0]
    if leads:
        scenario.weight = everybody / scenario.persons
    agents = scenario.persons if leads else round(everybody / scenario.weight)
    cells = [(region, group) for region in country.regions for group in groups]
    weights = [share * group[3] for share in region_shares(scenario) for group in groups]
    persons = []
    for (region, (female, age, ages, _)), number in zip(cells, largest_remainders(weights, agents)):
        for _ in range(number):
            key = scenario.corridor.countries.index(country) * 2 ** 40 + len(persons)
            months = 12 * age + int(luck.draw(key, 0, 1024) * 12 * ages)
            person = Person(key, region, female, scenario.start - months)
            set_traits(person, scenario, luck)
            persons.append(person)
    return persons
