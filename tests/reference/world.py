"""What can be seen of last month: wages, beliefs, checks, ties, news (details.md, section 5)."""

from .elementary import cos_pi, exp, log
from .places import is_abroad, is_adult, is_detained, is_regular
from .population import float32
from .scenario import scaled
from .work import chance_of_household, expected_pay


class Counts:
    """Persons by region and destination at a month's end, ages as of then."""

    def __init__(self, corridor, persons, month):
        self.corridor = corridor
        self.adults = dict.fromkeys(corridor.regions, 0)
        pairs = [(r, d) for r in corridor.regions for d in corridor.destinations]
        self.there, self.citizens, self.workers, self.regular = (dict.fromkeys(pairs, 0) for _ in range(4))
        for p in persons:
            if p.place == "nowhere":
                continue
            where = (p.region, p.place)
            if is_adult(p, month):
                self.adults[p.region] += 1
                if is_abroad(p):
                    self.there[where] += 1
                    self.citizens[where] += p.right == "citizen"
            if is_abroad(p) and p.right != "citizen" and not is_detained(p) and 180 <= month - p.birth < 780:
                self.workers[where] += 1
                self.regular[where] += is_regular(p)


def part(some, whole):
    """A share; 0 of nothing."""
    return some / whole if whole else 0.0


def shares_abroad(c):
    """(region, destination) -> share of the region's adults there, drawn towards the country's (section 5)."""
    shares = {k: part(c.there[k], c.adults[k[0]]) for k in c.there}
    for country in c.corridor.countries:
        regions = [r for r in country.regions if c.adults[r]]
        for d in c.corridor.destinations:
            n = [float(c.adults[r]) for r in regions]
            mean = part(sum(c.there[r, d] for r in regions), sum(n))
            chance = mean * (1 - mean)
            if len(n) < 2 or chance == 0:
                continue
            apart = 0.0
            for r in regions:
                apart += c.adults[r] * (shares[r, d] - mean) * (shares[r, d] - mean)
            between = max(0.0, (apart - (len(n) - 1) * chance) / (sum(n) - sum(m * m for m in n) / sum(n)))
            for r in regions:
                own = between / (between + chance / c.adults[r])
                shares[r, d] = mean + own * (shares[r, d] - mean)
    return shares


class World:
    """The small tables that persons see in a month."""

    def __init__(self, s, persons):
        self.s, self.persons = s, persons
        self.regions, self.destinations = s.corridor.regions, s.corridor.destinations
        self.counts = Counts(s.corridor, persons, s.start - 1)
        self.months = 0                                     # months of the run, the present one included
        self.told = dict.fromkeys(self.regions, s["rules.risk_belief.initial"])
        self.found = dict.fromkeys(self.regions, 0)              # of last month
        self.irregular_months = dict.fromkeys(self.regions, 0)
        self.C = {r: [0.0] for r in self.regions}
        self.F = [1.0]
        self.believed = None
        self.gdp, self.gdp_base = {}, {}                         # by country, of those with an economy
        self.expected, self.households = {}, {}

    def see(self, now):
        """The tables of the month, in their order."""
        s, c = self.s, self.counts
        self.months += 1
        self.expected, self.households = {}, {}
        self.hear_news()
        self.level = {r: self.level_of(s.of(r), r) for r in self.regions}
        s.of(None)
        self.see_markets()
        self.share_there = shares_abroad(c)
        self.regular_share = {k: part(c.regular[k], c.workers[k]) for k in c.there}
        self.citizen_share = {k: part(c.citizens[k], c.there[k]) for k in c.there}
        self.check = {d: self.street_check(d) for d in self.destinations}
        self.season = exp(s["rules.attention.season_amplitude"]
                          * cos_pi((now % 12 + 1 - s["rules.attention.season_peak"]) / 6))

    def level_of(self, s, r):
        """Level of income at home; the product moves that of a country with an economy."""
        if r.country not in self.gdp:
            return s["home.income"]
        P, B = self.gdp[r.country] / 100 * s.weight, self.gdp_base[r.country] / 100 * s.weight
        return s["home.income"] * max(0, 1 + s["home.income_elasticity"] * (P / B - 1))

    def hear_news(self):
        """r of last month's irregular persons, and the cumulated sums."""
        w = self.s["rules.risk_belief.news"]
        for r in self.regions:
            if self.irregular_months[r]:
                self.told[r] = self.found[r] / self.irregular_months[r]
            self.C[r].append((1 - w) * self.C[r][-1] + w * self.told[r])
        self.F.append(self.F[-1] * (1 - w))

    def tell(self, p):
        """A person hears the news up to this month."""
        C, k = self.C[p.region], self.months
        if p.news < k:
            p.risk = float32(self.F[k - p.news] * (p.risk - C[p.news]) + C[k])
            p.news = k

    def see_markets(self):
        """Wages in RUB, lodging in kopecks, beliefs (section 5)."""
        s = self.s
        self.wage, self.first_bed, self.living = {}, {}, {}
        for d in self.destinations:
            M = sum(self.counts.workers[r, d] for r in self.regions) * s.weight
            everybody = max(1, M + s["destinations.%s.labour.other" % d])
            g = log(everybody / s["destinations.%s.labour.reference" % d])
            e, dearer = s["markets.wage_elasticity"], s["markets.lodging_elasticity"]
            self.wage[d] = s["destinations.%s.wage" % d] / 100 * (exp(-e * g) if e else 1.0)
            f = exp(dearer * g) if dearer else 1.0
            self.first_bed[d] = scaled(s["destinations.%s.first_bed" % d], f)
            self.living[d] = scaled(s["destinations.%s.lodging" % d], f) + s["destinations.%s.food" % d]
        if self.believed is None:
            self.believed = dict(self.wage)
        weight = s["markets.belief_weight"]
        self.believed = {d: b + weight * (self.wage[d] - b) for d, b in self.believed.items()}

    def street_check(self, d):
        """Hazard of a street check of visibility 1."""
        s, c = self.s, self.counts
        irregular = sum(c.workers[r, d] - c.regular[r, d] for r in self.regions) * s.weight
        rel = (irregular + s["destinations.%s.checks.other_irregulars" % d]) \
            / s["destinations.%s.checks.reference_irregulars" % d]
        crowding = s["law.checks.crowding"]
        return s["law.checks.hazard"] * (s["destinations.%s.checks.capacity" % d] * (1 + crowding)
                                         / (1 + crowding * rel))

    def ties(self, p):
        """Ties n at each destination (section 8)."""
        weight, faded = self.s["rules.ties.region_weight"], 1 - self.s["rules.ties.of_citizens"]
        d = {}
        for place in self.destinations:
            members = sum(1 for q in p.household.members if q is not p and q.place == place)
            share, citizens = self.share_there[p.region, place], self.citizen_share[p.region, place]
            d[place] = members + weight * (share * (1 - faded * citizens))
        S = 0.0
        for place in self.s.corridor.main.destinations:
            S += d[place]
        other = self.s["rules.ties.other_" + self.s.corridor.adjective]
        return {place: n + other * (S - n) if place.land.is_main else n for place, n in d.items()}

    def citizens_of(self, region, land):
        """Share of a region's adults who are citizens of a jurisdiction and live there."""
        share = 0.0
        for place in self.destinations:
            if place.land == land:
                share += self.share_there[region, place] * self.citizen_share[region, place]
        return share

    def unmet(self, n):
        """exp(-n / n0)."""
        return exp(-n / self.s["rules.ties.half_way"])

    def chance(self, place, n):
        """Chance of work in the first month."""
        p0 = self.s["rules.ties.work_without"]
        return min(1, self.s["destinations.%s.vacancies" % place] * (p0 + (1 - p0) * (1 - self.unmet(n))))

    def cost_factor(self, n):
        """Part of the first month's list price."""
        k = self.s["rules.ties.cost_with_many"]
        return k + (1 - k) * self.unmet(n)

    def expected_pay(self, p):
        """Expected pay of a job to be found, by learning."""
        kind = (p.speaks, p.profession, p.schooling)
        if kind not in self.expected:
            self.expected[kind] = expected_pay(self.s, p)
        return self.expected[kind]

    def in_household(self, p):
        """Chance that the work is for a household: known in a job, else by learning."""
        if p.contract != "none":
            return 1.0 if p.employer == "household" else 0.0
        return self.job_in_household(p)

    def job_in_household(self, p):
        """Chance that a job to be found is one in a household, by learning."""
        kind = (p.speaks, p.profession, p.schooling)
        if kind not in self.households:
            self.households[kind] = chance_of_household(self.s, p)
        return self.households[kind]

    def income(self, p):
        """Income in RUB of an adult at home (section 2)."""
        return income(self.s, p, self.level[p.region])


def income(s, p, level):
    """R(wage of the region) x level x wage factor, less for who has no wage job."""
    value = s["regions.%s.wage" % p.region] / 100 * level * p.wage_factor
    return value if p.wage_job else value * s["home.income_without_wage_job"]
