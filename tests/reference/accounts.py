"""Household accounts: settlement, service of debts, purse, means, payment (details.md, sections 2, 9, 12, 14)."""

from .draws import Luck, SYNTHESIS, thing_key
from .places import is_adult
from .population import lognormal
from .scenario import scaled
from .world import income


class Books:
    """The regions' sums of savings and income per earner (with a wage job, without), by months closed."""

    def __init__(self, s):
        self.s = s
        self.saved = {r: [(0, 0)] for r in s.corridor.regions}
        self.earned = {r: [(0, 0)] for r in s.corridor.regions}

    @property
    def closed(self):
        """Months of the run closed so far."""
        return len(next(iter(self.saved.values()))) - 1

    def close_month(self, levels):
        """Add the month's savings and income of an earner."""
        share, less = self.s["home.saving_share"], self.s["home.income_without_wage_job"]
        for r in self.saved:
            W = self.s["regions.%s.wage" % r] / 100 * levels[r]
            a, b = self.saved[r][-1]
            self.saved[r].append((a + round(100 * (W * share)), b + round(100 * (W * share * less))))
            a, b = self.earned[r][-1]
            self.earned[r].append((a + round(100 * W), b + round(100 * (W * less))))


def count_earners(h, month):
    """Members at home aged 16-64, with a wage job and without."""
    home = [p.wage_job for p in h.members if p.place == "home" and is_adult(p, month)]
    h.earners = (sum(home), len(home) - sum(home))


def open_account(s, h):
    """Cash of the start (section 2, Household cash)."""
    s.of(h.region)
    luck = Luck(s.population_seed, SYNTHESIS)
    key = thing_key(1, h.members[0].key)
    total = 0.0
    for p in h.members:
        if p.place == "home" and is_adult(p, s.start):
            total += income(s, p, s["home.income"])
    factor = lognormal(s["population.household_cash.spread"], luck.draw(key, 0, 1064), luck.draw(key, 0, 1064, 0, 1))
    h.cash = round(100 * (total * s["population.household_cash.mean"] * factor))
    h.debt = h.included = h.received = h.earned = 0
    h.gave = None                       # month in which the purse gave
    h.last_payer, h.borrowed = None, 0
    count_earners(h, s.start)


def service(s, debt, cash, months):
    """(new debt, repaid) of a debt over some months (section 9)."""
    interest = scaled(debt, s["rules.liquidity.interest"] * months)
    owed = debt + interest
    repaid = min(owed, scaled(max(0, cash - s["rules.liquidity.keep"]), s["rules.liquidity.repaid"]))
    written_off = max(0, owed - repaid - s["rules.liquidity.most_debt"])
    return owed - repaid - written_off, repaid


def settled(s, h, books):
    """(cash, debt, earned) of the account settled to the end of last month (section 14)."""
    m = books.closed - h.included
    if m == 0:
        return h.cash, h.debt, 0
    def since(table):
        now, then = table[h.region][-1], table[h.region][h.included]
        return (now[0] - then[0]) * h.earners[0] + (now[1] - then[1]) * h.earners[1]
    cash = h.cash + since(books.saved)
    debt, repaid = service(s, h.debt, cash, m)
    cash = min(cash - repaid, max(s["rules.liquidity.most_household_cash"], 0))
    return cash, debt, since(books.earned)


def settle(s, h, books):
    """Bring the account to the end of last month."""
    h.cash, h.debt, earned = settled(s, h, books)
    h.earned += earned
    h.included = books.closed


def purse_of(s, cash, p):
    """What a household gives a member at most: less of it reaches one abroad."""
    purse = max(0, scaled(cash, s["rules.liquidity.purse_share"]))
    return purse if p.place == "home" else scaled(purse, s["rules.liquidity.sent_abroad"])


class Means:
    """Own cash, purse and credit of a person, from the account of last month (section 12)."""

    def __init__(self, run, p, at_home):
        s, h = run.s, p.household
        self.s, self.p = s, p
        self.cash, self.debt, _ = settled(s, h, run.books)
        self.purse = purse_of(s, self.cash, p)
        self.added = 0
        if at_home and s["home.departure_credit.amount"]:
            W = s["regions.%s.wage" % p.region] / 100 * run.world.level[h.region]
            e = h.earners[0] + h.earners[1] * s["home.income_without_wage_job"]
            if self.cash + 6 * round(100 * (W * e)) < s["home.departure_credit.below"]:
                self.added = s["home.departure_credit.amount"]

    def credit(self, n, added=0):
        """Credit with n ties, less debts."""
        s = self.s
        factor = 1 + s["rules.liquidity.credit_per_tie"] * min(n, s["rules.liquidity.most_ties"])
        return max(0, scaled(s["rules.liquidity.credit"], factor) + added - (self.p.debt + self.debt))

    def own(self):
        """Without credit."""
        return self.p.cash + self.purse

    def all(self, n, added=0):
        """Means with n ties."""
        return self.own() + self.credit(n, added)


def pay_intention(run, p, amount, needed, credit, now, place=None):
    """Pay what was intended; False and a mark if means fall short (section 14, Paying)."""
    s, h = run.s, p.household
    purse = 0 if h.gave == now else purse_of(s, h.cash, p)
    borrowed = h.borrowed if h.last_payer == (p, now) else 0
    credit = max(0, credit - borrowed)
    if p.cash + purse + credit < needed:
        p.must = True
        return False
    own = min(p.cash, amount)
    given = min(purse, amount - own)
    lent = amount - own - given
    p.cash -= own
    h.cash -= given
    p.debt += lent
    if given:
        h.gave = now
    h.last_payer, h.borrowed = (p, now), borrowed + lent
    run.tally("credit_taken", p, lent, place)
    return True


def hand_over(p):
    """Cash and debt pass to the household."""
    p.household.cash += p.cash
    p.household.debt += p.debt
    p.cash = p.debt = p.sent = 0
