"""Stays of foreigners by completed year since the arrival, and the rates of a year (glossary, Measured)."""

from .elementary import exp
from .places import groups, is_abroad

YEARS = 10
WITHIN = {"naturalized_within_1_year": 1, "naturalized_within_3_years": 3, "naturalized_within_5_years": 5,
          "naturalized_within_10_years": 10}
RATES = ["naturalization_rate", "naturalization_rate_lawful", "naturalizations_per_departure"] + list(WITHIN)


class Stays:
    """What became of stays in a month: (kind, year, group) -> persons; kinds: months, naturalized, left, died."""

    def __init__(self):
        self.counts = {}

    def count(self, p, kind, now):
        """Count a foreigner abroad; the twelve months after that of the arrival are year 0."""
        year = (now - p.arrival - 1) // 12
        if is_abroad(p) and p.right != "citizen" and 0 <= year < YEARS:
            for by in groups(p, p.place):
                self.counts[kind, year, by] = self.counts.get((kind, year, by), 0) + 1


def total(months, what):
    """A count summed over months."""
    return sum(month.get(what, 0) for month in months)


def incidence(stays, by, years):
    """Share naturalized within so many years, leaving and death competing; None: a year was lived by nobody."""
    naturalized, remaining = 0.0, 1.0
    for year in range(years):
        months = total(stays, ("months", year, by))
        if months == 0:
            return None
        chosen = total(stays, ("naturalized", year, by))
        ended = chosen + total(stays, ("left", year, by)) + total(stays, ("died", year, by))
        if ended:
            remains = exp(-12.0 * ended / months)
            naturalized += remaining * (chosen / ended * (1.0 - remains))
            remaining *= remains
    return naturalized


def rates_of(past, by):
    """Rates of the last twelve months, given the measures and stays of each: what has no value is left out."""
    flows, stays = [measures for measures, _ in past], [counts for _, counts in past]
    acquired = total(flows, ("naturalizations", by))
    below = {"naturalization_rate": (1200, "foreigners_abroad"),
             "naturalization_rate_lawful": (12000, "lawful_months"),
             "naturalizations_per_departure": (100, "departures")}
    for rate, (per, measure) in below.items():
        if total(flows, (measure, by)):
            yield rate, per * acquired / total(flows, (measure, by))
    for measure, years in WITHIN.items():
        share = incidence(stays, by, years)
        if share is not None:
            yield measure, share
