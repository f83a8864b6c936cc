"""What plans bring and what they are worth (details.md, section 12). Floats are RUB a month."""

from .elementary import exp, log
from .places import SCHEMES
from .work import base_pay, chance, newness, of_status


def horizon(s, p):
    """H: months over which one-off costs are spread."""
    return s["rules.value.horizon.settlers" if p.settler else "rules.value.horizon.savers"]


def money(s, net):
    """Worth of money."""
    if s["rules.kernel"] == "linear_flat":
        return max(net, s["rules.value.least_net"])
    c = s["rules.value.curvature"]
    return c * log((max(net, s["rules.value.least_net"]) + s["rules.value.pooled"]) / c)


def monthly_fee(s, land, scheme):
    """A month's part of the fee of a permit."""
    return round(100 * (s.law(land, scheme + ".fee") / 100 / s.law(land, scheme + ".duration")))


def first_payment(s, land, scheme):
    """What a permit asks for first: papers, and the fee or its first month."""
    monthly = s.law(land, scheme + ".payment") == "monthly"
    return s.law(land, scheme + ".papers") + (monthly_fee(s, land, scheme) if monthly else s.law(land, scheme + ".fee"))


def weakness(s, p, in_debt, unmet, new):
    """Debt, language, ties and newness in exploitation (section 9)."""
    f = 1.0
    x = "rules.exploitation.factors."
    if in_debt:
        f *= s[x + "debt"]
    if p.speaks:
        f *= s[x + s.corridor.language]
    f *= s[x + "many_ties"] + (1 - s[x + "many_ties"]) * unmet
    return f * (1 + (s[x + "new_job"] - 1) * new)


def exploitation_hazard(s, standing, contract, client, weak):
    """Hazard by standing, part of the time with a contract, client, weakness (section 9)."""
    x = "rules.exploitation.factors."
    factor = 1.0 if standing == "irregular" else s[x + standing]
    i = s[x + "intermediary"] if client else 1.0
    return s["rules.exploitation.hazard"] * (factor * (1 + contract * (s[x + "contract"] - 1)) * i * weak)


class Life:
    """Circumstances of a life at one destination, and the plans in it."""

    def __init__(self, run, p, place, now, ties, cost=0, on_credit=None):
        s = self.s = run.s
        world = run.world
        self.p, self.place, self.land = p, place, place.land
        self.H, self.q = horizon(s, p), p.risk
        self.home = world.income(p)
        n = ties[place]
        present = p.place == place
        self.employed = present and p.contract != "none"
        self.formal = self.employed and p.contract == "formal"
        self.client = present and p.client
        if self.employed:
            self.w = base_pay(world, p, now)
        else:
            wage = (world.wage if present else world.believed)[place]
            self.w = wage * p.wage_factor * world.expected_pay(p)
        self.in_household = world.in_household(p) if present else world.job_in_household(p)
        in_debt = p.debt > 0 if present else on_credit
        self.weak = weakness(s, p, in_debt, world.unmet(n), newness(s, p, now) if present else 1.0)
        self.living = world.living[place] / 100
        self.chance = 1.0 if self.employed else world.chance(place, n)
        self.K = cost / 100
        self.free = run.is_free(self.land)
        self.norm = s["rules.status.fear"] + s["rules.status.norm_cost"] * world.regular_share[p.region, place]
        self.prepare()

    def law(self, path, missing=0):
        """A number of the law here."""
        return self.s.law(self.land, path, missing)

    def rub(self, path):
        """An amount of the law in RUB."""
        return self.law(path) / 100

    def pay(self, right, contract, client):
        """Pay under a right, less what exploitation takes."""
        s = self.s
        standing = {"citizen": "citizen", "none": "irregular", "free_movement": "irregular"}.get(right, "regular")
        a, b = s["rules.exploitation.kinds.overtime"], s["rules.exploitation.kinds.pay_withheld"]
        x = "rules.exploitation.worth."
        c = 0.0 if standing == "irregular" else contract
        regained = c * s["rules.exploitation.complaints.made"] * s["rules.exploitation.complaints.upheld"]
        worth = (a * s[x + "overtime"] + b * s[x + "pay_withheld"] * (1 - regained)
                 + (1 - a - b) * s[x + "other_work"])
        taken = chance(exploitation_hazard(s, standing, contract, client, self.weak)) * worth
        return self.w * of_status(s, right, contract) * (1 - taken)

    def gross(self, right, client=None):
        """Pay by the chance of work, less living and one-off costs."""
        contract = 0.0 if right == "none" else self.y
        work = self.chance
        if right == "none" and not self.employed:
            work = self.chance * self.law("employer_sanctions.job_finding", 1.0)
        return work * self.pay(right, contract, self.client if client is None else client) - self.living - self.K / self.H

    def prepare(self):
        """What the plans have in common."""
        s = self.s
        o = s["rules.work.contract_offer"] * self.H
        self.y = 1.0 if self.formal else (1 - (1 - exp(-o)) / o if o else 0.0)
        self.irregular0 = self.gross("free_movement" if self.free else "none")
        self.fee = self.rub("registration.fee") / self.H if self.free else \
            self.cost("permit")
        self.with_right = self.gross("permit") - self.fee
        self.forgone = max(0, max(self.with_right, self.irregular0) - self.home)
        self.day = (self.q * s["law.checks.visibility.regular"] * (self.w * of_status(s, "permit", self.y))
                    * s["law.checks.days_lost"] / 30)
        self.months = max(1, self.law("permitted_stay"))
        self.loss_when_found()
        self.within_stay = self.irregular0 - self.q * s["law.checks.visibility.within_stay"] * self.L
        self.legal = self.with_right - self.day if self.free else self.best_permit()

    def may_have(self, scheme):
        """Whether such permits are given here, and to such pay."""
        return self.law(scheme + ".open", False) and self.w >= self.rub(scheme + ".least_pay")

    def cost(self, scheme):
        """Fee and papers by the months that they buy, RUB."""
        fee, papers = self.law(scheme + ".fee"), self.law(scheme + ".papers")
        return (fee + papers) / 100 / self.law(scheme + ".duration")

    def reach(self, scheme, employers=None):
        """Part of the work that a permit lets do; of one that is had, for work with those employers."""
        employers = employers or self.law(scheme + ".employers")
        return {"all": 1.0, "firms": 1.0 - self.in_household, "households": self.in_household}[employers]

    def with_permit(self, scheme, employers=None):
        """With a permit: work beyond its reach is irregular, within a lawful stay."""
        cost, lets = self.cost(scheme), self.reach(scheme, employers)
        reached = self.gross("permit") - cost - self.day
        return reached if lets == 1 else lets * reached + (1 - lets) * (self.within_stay - cost)

    def best_permit(self):
        """The best of the schemes that the person may have; what the permit would be worth where there is none."""
        given = [scheme for scheme in SCHEMES if self.may_have(scheme)]
        return max(self.with_permit(scheme) for scheme in given or ["permit"])

    def loss_when_found(self):
        """L, and the months banned that are to be expected."""
        D, X = self.law("sanctions.deportation_share"), self.law("sanctions.expulsion_share")
        self.banned = D * min(self.law("sanctions.deportation_ban"), self.H) \
            + X * min(self.law("sanctions.expulsion_ban"), self.H)
        if self.free:
            self.L = self.rub("sanctions.fine")
            return
        days = round(30 * self.law("sanctions.custody"))
        part = 0.5 * (1 + days) / 30 if days else 0
        removed = D + X
        self.L = (1 - removed) * self.rub("sanctions.fine") + removed * part * self.w + self.banned * self.forgone

    def amnesty(self, z):
        """What an expected amnesty adds."""
        hazard = self.law("amnesty.expected") * self.H
        g = hazard * (0.5 - hazard / 6) if hazard < 0.0001 else 1 - (1 - exp(-hazard)) / hazard
        return z + g * max(0, (self.legal - self.rub("amnesty.cost") / self.H) - z)

    def irregular(self):
        """Without a right."""
        return self.amnesty(self.irregular0 - self.q * self.L)

    def nothing(self):
        """Without a right and not registered."""
        f = (1 - min(self.law("registration.deadline.ORIGIN"), self.H) / self.H) * self.rub("registration.fine")
        return self.amnesty(self.irregular0 - self.q * (self.L + f))

    def registered_only(self):
        """Registered, without a right."""
        if self.free:
            return self.legal
        return self.amnesty(self.irregular0 - self.rub("registration.fee") / self.months - self.q * self.L)

    def intermediary(self):
        """A permit through an intermediary."""
        return self.gross("permit", True) - self.day - self.rub("intermediaries.price") / self.law("permit.duration")

    def forged_card(self, price):
        """A forged card at a price in RUB."""
        term = 0.5 * (self.law("criminal.shortest_term") + self.law("criminal.longest_term"))
        convicted = min(term, self.H) * (self.forgone + self.home) \
            + min(self.law("sanctions.expulsion_ban"), self.H) * self.forgone
        return self.amnesty(self.irregular0 - price / self.law("forged_cards.duration", 1)
                            - self.q * self.s["law.checks.visibility.forged_papers"] * self.L
                            - chance(self.law("criminal.database_check")) * convicted)

    def re_entry(self):
        """Leaving and coming back."""
        return self.within_stay - self.rub("re_entry.cost") / self.months

    def placed(self, price):
        """Placed by the state or an agency, at a price in RUB."""
        fee = 0 if self.free else self.cost("permit")
        return self.pay("permit", 1.0, self.client) - self.living - self.K / self.H - fee - price / self.H - self.day

    def resident(self, fee, months):
        """Resident, the fee in RUB over some months."""
        return self.gross("temporary_resident", False) - self.day - fee / months

    def citizen(self, cost):
        """Citizen, the cost in RUB over the horizon."""
        return self.gross("citizen", False) - cost / self.H

    def citizen_by_offer(self, cost):
        """Citizen in the job on offer."""
        return (self.pay("citizen", 1.0, False) * (1 + self.s["rules.citizen_offer.premium"]) - self.living
                - self.K / self.H - cost / self.H)
