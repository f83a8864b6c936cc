"""The month (model.md, section 3; details.md, sections 6, 11, 15)."""

from .abroad import decide_abroad
from .accounts import Books, count_earners, hand_over, open_account, settle
from .carry import carry_out
from .checks import check, learn
from .draws import Luck, SYNTHESIS
from .home import join, leave_for_work
from .households import make_households
from .lots import Lists, draw_lots
from .money import earn_and_live
from .places import NEVER, groups, is_abroad, is_adult, is_detained, is_lawful
from .population import persons_of_the_start
from .scenario import scaled
from .start import set_home, start_abroad
from .stays import Stays
from .terms import courses, end_terms
from .vital import plan_lives
from .work import chance, work
from .world import Counts, World


class Intent:
    """What a person intends to do this month."""

    def __init__(self, p, number, kind, more):
        self.p, self.number, self.kind = p, number, kind
        self.list = self.place = self.why = None
        self.client = self.deceived = self.placed = self.removed = self.permanent = self.amnesty = False
        self.scheme = "permit"
        self.credit = self.amount = self.needed = 0
        self.__dict__.update(more)


class Run:
    """One run: everybody, and the tables."""

    def __init__(self, s):
        self.s = s
        self.luck = Luck(s.seed, 0)
        started = persons_of_the_start(s)
        born = plan_lives(s, started)
        start_abroad(s, started)
        self.households = make_households(s, started, Luck(s.population_seed, SYNTHESIS))
        self.add_children(born)
        self.persons = [p for h in self.households for p in h.members]
        self.world = World(s, self.persons)
        self.books = Books(s)
        for h in self.households:
            h.intents = []
            h.told = h.on_remittances = False
            open_account(s, h)
        self.lists = Lists(s, self.luck)
        self.economies = [country for country in s.countries if "economy" in country.has]
        self.capital = dict.fromkeys(self.economies, 0)
        self.past = []
        self.now = s.start

    def add_children(self, born):
        """Who will be born stands behind the members of the start, by birth and mother's key."""
        for child in sorted(born, key=lambda c: c.birth):
            set_home(child, self.s)
            child.place = "nowhere"
            child.household = child.mother.household
            child.household.members.append(child)
        for h in self.households:
            old = [p for p in h.members if p.mother is None]
            young = [p for p in h.members if p.mother is not None]
            h.members = old + sorted(young, key=lambda c: (c.birth, c.mother.key))

    def is_free(self, land):
        """Free movement, for who comes from the present country: a member of the union, where it is that of one."""
        return (self.s.law(land, "regime") == "free_movement"
                and (not land.is_union or self.s.law(land, "union_members.ORIGIN")))

    def intend(self, p, number, kind, **more):
        """Note an intention."""
        p.household.intents.append(Intent(p, number, kind, more))

    def tally(self, measure, p, amount=1, place=None):
        """Count a flow: in all, by origin, by destination."""
        if amount and self.flows is not None:
            for by in groups(p, place or p.place):
                self.flows[measure, by] = self.flows.get((measure, by), 0) + amount

    def month(self):
        """One month, in the order of the document."""
        now, s = self.now, self.s
        s.at(now)
        self.remitted = dict.fromkeys(self.economies, 0)
        self.invested = dict.fromkeys(self.economies, 0)
        self.flows, self.stays = {}, Stays()
        self.found = dict.fromkeys(s.corridor.regions, 0)
        self.irregular_months = dict.fromkeys(s.corridor.regions, 0)
        self.world.see(now)
        self.lists.open_month(now, now == s.start)
        self.strike_bans_off(now)
        for h in self.households:
            self.live(h, now)
        draw_lots(self, now)
        for h in self.households:
            carry_out(self, h, now)
        self.close(now)
        self.now += 1

    def strike_bans_off(self, now):
        """An amnesty may strike bans off the list, and what the law there knows of fines (section 7)."""
        self.s.of(None)
        for land in self.s.corridor.jurisdictions:
            share = self.s.law(land, "amnesty.struck_off")
            for p in self.persons if share else ():
                there, listed = is_abroad(p) and p.place.land == land, p.ban[land] >= now
                if (there or listed) and self.luck.draw(p.key, now, 752, land.number) < share:
                    p.ban[land] = NEVER if listed else p.ban[land]
                    p.fined_again = NEVER if there else p.fined_again

    def live(self, h, now):
        """All steps of one household before the lots."""
        self.s.of(h.region)
        newborn, dying, abroad, leaving, joining = self.luck_of(h, now)
        for p in newborn:
            p.place, p.news = "home", self.world.months
            self.tally("births", p)
            settle(self.s, h, self.books)
            count_earners(h, now)
        for p in dying:
            self.die(p, now)
        for p in abroad:
            end_terms(self, p, now)
        if now % 12 == 0:
            for p in h.members:
                if p.place == "home" and is_adult(p, now):
                    courses(self, p, now)
        free = [p for p in abroad if p.presence != "prison"]
        for p in free:
            work(self, p, now)
        for p in free:
            earn_and_live(self, p, now)
        for p in abroad:
            self.tally("months_abroad", p)
            self.stays.count(p, "months", now)
            if p.right != "citizen":
                self.tally("foreigner_months", p)
            if p.right != "citizen" and is_lawful(p):
                self.tally("lawful_months", p)
        found = [p for p in free if p.right != "citizen" and check(self, p, now)]
        self.found[h.region] += len(found)
        learn(self, h, found, now)
        self.decide(abroad, leaving, joining, now)

    def luck_of(self, h, now):
        """Who is born, dies, lives abroad, considers leaving, may join (section 6)."""
        s = self.s
        newborn, dying, abroad, leaving, joining = [], [], [], [], []
        at_home = s["rules.attention.at_home"] * self.world.season
        join_chance = chance(s["rules.joining.family"] + s["rules.joining.study"])
        for p in h.members:
            if p.place == "nowhere":
                if p.birth == now:
                    newborn.append(p)
            elif p.death == now:
                dying.append(p)
            elif is_abroad(p):
                abroad.append(p)
            elif is_adult(p, now):
                words = self.luck.words(p.key, now, 0)
                if p.must or (words[0] + 0.5) * 2.0 ** -32 < at_home:
                    leaving.append(p)
                if (words[2] + 0.5) * 2.0 ** -32 < join_chance:
                    joining.append(p)
        return newborn, dying, abroad, leaving, joining

    def die(self, p, now):
        """Bans are struck, money passes to the household, nothing remains."""
        settle(self.s, p.household, self.books)
        self.tally("deaths", p)
        if is_abroad(p):
            self.tally("deaths_abroad", p)
            self.stays.count(p, "died", now)
        if p.queue != NEVER:
            self.tally("citizenship_abandoned", p)
        hand_over(p)
        p.place, p.must = "nowhere", False
        p.ban = dict.fromkeys(p.ban, NEVER)
        count_earners(p.household, now)

    def decide(self, abroad, leaving, joining, now):
        """Decisions abroad, then at home (sections 12a, 12b)."""
        for p in abroad:
            attentive = p.must or self.luck.draw(p.key, now, 0, 0, 0) < self.s["rules.attention.abroad"]
            if attentive and p.queue != now and not is_detained(p):
                p.must = False
                decide_abroad(self, p, now, True)
        left = {p for p in joining if join(self, p, now)}
        for p in leaving:
            p.must = False
            self.world.tell(p)
            if p not in left:
                self.tally("considered_leaving", p)
                leave_for_work(self, p, now, True)

    def close(self, now):
        """Counts, product, capital; the savings of the month are closed (section 15)."""
        s, w = self.s.of(None), self.world
        w.counts = Counts(s.corridor, self.persons, now)
        w.found, w.irregular_months = self.found, self.irregular_months
        for country in self.economies:
            self.close_economy(country)
        self.books.close_month(w.level)

    def close_economy(self, country):
        """Product and capital of a country, by the remittances to it."""
        s, w = self.s.of(country.regions[0]), self.world
        weight, sent, capital = self.s.weight, self.remitted[country], self.capital[country]
        base = s["home.gdp.base"] / 100
        product = max(0, base + (s["home.gdp.multiplier"] * (sent / 100 * weight
                                                             - s["home.gdp.reference_remittances"] / 100)
                                 + s["home.capital.yield"] * (capital / 100 * weight)))
        w.gdp[country], w.gdp_base[country] = round(100 * (product / weight)), round(100 * (base / weight))
        self.capital[country] += self.invested[country] - scaled(capital, s["home.capital.depreciation"])
