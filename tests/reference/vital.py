"""Births and deaths, all known when a run begins (model.md, section 8)."""

from .draws import Luck, SYNTHESIS, child_key
from .elementary import exp
from .population import NOBODY, Person, set_traits

BIRTH, DEATH, SEX = 560, 576, 592


class Rates:
    """Yearly rates by calendar year and age, times the lever of the year."""

    def __init__(self, scenario):
        self.births, self.deaths = {}, {}
        for row in scenario.table("population.birth_rates"):
            self.put(self.births, row, (), float(row["births"]) / 1000)
        for row in scenario.table("population.death_rates"):
            self.put(self.deaths, row, (row["sex"] == "female",), float(row["deaths"]))
        self.scenario, self.levers = scenario, {}

    @staticmethod
    def put(table, row, more, rate):
        for year in range(int(row["year_from"]), int(row["year_to"]) + 1):
            for age in range(int(row["age_from"]), int(row["age_to"]) + 1):
                table[(year, age) + more] = rate

    def lever(self, path, year):
        """A lever as it stands in January."""
        if (path, year) not in self.levers:
            january = max((year - 1900) * 12, self.scenario.start)
            self.levers[path, year] = self.scenario.value_at(path, january)
        return self.levers[path, year]

    def birth(self, person, year, age):
        """Births a year of a woman of this age."""
        return self.lever("population.fertility", year) * self.births.get((year, age), 0.0)

    def death(self, person, year, age):
        """Deaths a year of a person of this age; beyond the table that of the oldest age."""
        oldest = max(a for y, a, sex in self.deaths if y == year) if (year, age, person.female) not in self.deaths else age
        return self.lever("population.mortality", year) * self.deaths[year, oldest, person.female]


def mean_rate(rate, person, year):
    """Mean over the months of a year of the rate at the age in the month."""
    age, m0 = year - (1900 + person.birth // 12), person.birth % 12
    if m0 == 0:
        return rate(person, year, age)
    return (m0 * rate(person, year, age - 1) + (12 - m0) * rate(person, year, age)) / 12


def month_of_death(person, rates, luck, start, end):
    """The first year in which u < q in a month of the run."""
    born = person.birth // 12
    for year in range(max(start // 12, born), end // 12 + 1):
        n = 11 - person.birth % 12 if year == born else 12
        if n == 0:
            continue
        rate = rates.death(person, 1900 + year, 0) if year == born else mean_rate(rates.death, person, 1900 + year)
        q = 1 - exp(-rate * n / 12)
        u = luck.draw(person.key, year * 12, DEATH)
        if u < q:
            month = year * 12 + 12 - n + min(int(n * (u / q)), n - 1)
            if start <= month <= end:
                return month
    return NOBODY


def births_of(mother, rates, luck, start, end):
    """Months in which a woman gives birth, up to that of her death."""
    months = []
    for year in range(max(start // 12, mother.birth // 12 + 1), end // 12 + 1):
        if year * 12 > mother.death:
            break
        q = min(1, mean_rate(rates.birth, mother, 1900 + year))
        u = luck.draw(mother.key, year * 12, BIRTH)
        if q > 0 and u < q:
            month = year * 12 + min(int(12 * (u / q)), 11)
            if start <= month <= min(mother.death, end):
                months.append(month)
    return months


def children_of(mothers, scenario, rates, run, synthesis, start, end):
    """The children that these women have in the run."""
    ratio = scenario.of(mothers[0].region)["population.boys_per_girl"] if mothers else 1
    boys = ratio / (1 + ratio)
    children = []
    for mother in mothers:
        for order, month in enumerate(births_of(mother, rates, run, start, end)):
            key = child_key(mother.key, order + 1)
            child = Person(key, mother.region, synthesis.draw(key, 0, SEX) >= boys, month)
            child.mother = mother
            set_traits(child, scenario, synthesis)
            child.death = month_of_death(child, rates, run, start, end)
            children.append(child)
    return children


def plan_lives(scenario, persons):
    """Deaths of everybody, and everybody who will be born, country by country, generation by generation."""
    run = Luck(scenario.seed, 0)
    synthesis = Luck(scenario.population_seed, SYNTHESIS)
    start, end = scenario.start, scenario.start + scenario.warm_up + scenario.months - 1
    born = []
    for country in scenario.countries:
        scenario.of(country.regions[0])
        rates = Rates(scenario)
        generation = [p for p in persons if p.region.country == country]
        for person in generation:
            person.death = month_of_death(person, rates, run, start, end)
        while generation:
            mothers = [p for p in generation if p.female]
            generation = children_of(mothers, scenario, rates, run, synthesis, start, end)
            born += generation
    return born
