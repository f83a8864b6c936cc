"""Decisions abroad (details.md, section 12a)."""

from .accounts import Means
from .choice import Noise, best, dissimilarity
from .citizenship import citizenship, residence
from .offers import offer
from .places import NEVER, RESIDENT, SCHEMES, has_passport, is_lawful, is_waiting
from .plans import Life, first_payment, money
from .reasons import reason_left
from .scenario import scaled

PERMIT, INTERMEDIARY, REGISTERED, NOTHING, FORGED, RE_ENTRY, PATENT, HIGHLY_SKILLED = range(8)
BY_ONESELF = dict(zip((PERMIT, PATENT, HIGHLY_SKILLED), SCHEMES))


class Case:
    """One person's situation when deciding abroad."""

    def __init__(self, run, p, now, lists_open):
        self.run, self.s, self.p, self.now, self.open = run, run.s, p, now, lists_open
        self.ties = run.world.ties(p)
        self.n = self.ties[p.place]
        self.means = Means(run, p, False)
        self.life = Life(run, p, p.place, now, self.ties)
        self.land = p.place.land
        self.free = self.life.free
        self.living = run.world.living[p.place]
        self.passport = has_passport(p, now)
        self.believes = p.papers == "forged_unknowingly" or is_waiting(p)
        ends = p.right in ("permit", "temporary_resident") and not self.free and p.permit_end == now
        self.right_ends = ends
        self.chooses_status = not self.believes and (
            p.right == "none" or ends or (p.right == "free_movement" and p.presence == "permitted"))
        self.within = is_lawful(p) and not self.free
        self.amnesty = bool(self.law("amnesty.open", False)) and (
            p.presence == "overstayed" or p.papers == "forged_knowingly")

    def covers(self, amount):
        """Whether means with the ties here cover an amount."""
        return self.means.all(self.n) >= amount

    def law(self, path, missing=0):
        """A number of the law here."""
        return self.s.law(self.land, path, missing)

    def intend(self, number, kind, amount, needed, **more):
        """Intend something that must be paid for, with the credit within reach now."""
        self.run.intend(self.p, number, kind, amount=amount, needed=needed, credit=self.means.credit(self.n), **more)


def value_of_nothing(c):
    """As before: with a card had already, within the stay, or overstayed or registered."""
    s, p, life = c.s, c.p, c.life
    if p.papers == "forged_knowingly":
        return money(s, life.forged_card(0)) - life.norm - s["rules.status.crime_cost"]
    return money(s, life.nothing() if p.presence == "permitted" else life.irregular()) - life.norm


def life_now_led(c):
    """Value of the life now led; of those with a status to choose it is asked for after the choice of nothing."""
    s, p, life = c.s, c.p, c.life
    if c.chooses_status:
        return value_of_nothing(c)
    if p.right == "citizen":
        return money(s, life.citizen(0))
    if p.right in RESIDENT:
        return money(s, life.resident(0, 1))
    return value_with_permit(c, p.scheme, p.permit_for) if p.right == "permit" else money(s, life.legal)


def part_secure(c):
    """Part of the horizon for which a right is sure."""
    p = c.p
    if p.right in ("permit", "temporary_resident") or c.believes:
        return min(1.0, max(0.0, (p.permit_end - c.now) / c.life.H))
    return 0.0 if p.right == "none" else 1.0


def worth_of_residence(c):
    """What those who hold it have beside its money."""
    s, p = c.s, c.p
    if p.right not in RESIDENT:
        return 0.0
    return s["rules.residence.constant"] - s["rules.residence.attachment"] * (p.attachment / 100)


def life_as_foreigner(c):
    """Value without another residence and citizenship: the right as long as it is sure, then as others have one."""
    s, p, life = c.s, c.p, c.life
    secure, led = part_secure(c), life_now_led(c) + worth_of_residence(c)
    if secure == 1 or p.right == "citizen":
        return led
    regular = 1 if c.free else c.run.world.regular_share[p.region, p.place]
    later = regular * value_of_law(c) + (1 - regular) * (money(s, life.irregular()) - life.norm)
    return secure * led + (1 - secure) * later


def fear_of_the_border(c):
    """What the bans that may await who leaves cost, RUB a month."""
    p, H = c.p, c.life.H
    on_exit = again = (0.0, 0)
    if p.presence == "overstayed" and p.papers != "forged_unknowingly" and c.law("exit_ban.chance"):
        on_exit = c.law("exit_ban.chance"), exit_ban_months(c.s, c.land, c.now - p.stay_end)
    if p.right != "citizen" and p.fined_again != NEVER:
        left = p.fined_again + c.law("repeat_ban.length") - c.now
        again = c.law("repeat_ban.chance"), max(0, left)
    (c1, b1), (c2, b2) = (on_exit, again) if on_exit[1] >= again[1] else (again, on_exit)
    m = c1 * min(b1, H) + (1 - c1) * c2 * min(b2, H)
    return m / H * c.life.forgone if m else 0.0


def exit_ban_months(s, land, overstay):
    """Length of the exit ban by months of overstay."""
    months = 0
    for since, name in ((1, "no_month"), (5, "four_months"), (7, "six_months"), (10, "nine_months")):
        if overstay >= since:
            months = s.law(land, "exit_ban.after_" + name)
    return months


def payment(c, scheme):
    """First payment of a permit, in an amnesty with its cost."""
    return first_payment(c.s, c.land, scheme) + (c.law("amnesty.cost") if c.amnesty else 0)


def can_be_had(c, scheme):
    """Whether the law lets the person ask for such a permit, whatever it costs."""
    quota = c.law(scheme + ".quota", False)
    return (c.life.may_have(scheme) and c.passport
            and (c.within and (c.open or not quota) or c.amnesty))


def value_with_permit(c, scheme, employers=None):
    """Worth of a permit: beyond its reach the norm weighs."""
    return (money(c.s, c.life.with_permit(scheme, employers))
            - (1 - c.life.reach(scheme, employers)) * c.life.norm)


def value_of_law(c):
    """Worth of the best permit that is given; what the permit would be worth where there is none."""
    if c.free:
        return money(c.s, c.life.legal)
    given = [scheme for scheme in SCHEMES if c.life.may_have(scheme)]
    return max(value_with_permit(c, scheme) for scheme in given or ["permit"])


def intermediary_is_lawful(c):
    """Who may go to an intermediary, whatever it costs."""
    return c.land.is_whole and c.life.may_have("permit") and c.passport and c.within and c.open


def status_plans(c):
    """Open plans by number, with their worth."""
    s, p, life = c.s, c.p, c.life
    no_right = p.right == "none" and not c.free
    plans = {number: value_with_permit(c, scheme) for number, scheme in BY_ONESELF.items()
             if can_be_had(c, scheme) and c.covers(payment(c, scheme) + c.living)}
    if intermediary_is_lawful(c) and c.covers(c.law("intermediaries.price") + c.living):
        plans[INTERMEDIARY] = money(s, life.intermediary())
    if c.passport and p.presence == "permitted" and c.covers(c.law("registration.fee")):
        plans[REGISTERED] = money(s, life.registered_only()) - (0 if c.free else life.norm)
    plans[NOTHING] = value_of_nothing(c)
    if c.land.is_whole and p.papers == "genuine" and no_right and c.covers(c.law("forged_cards.price")):
        plans[FORGED] = (money(s, life.forged_card(c.law("forged_cards.price") / 100)) - life.norm
                         - s["rules.status.crime_cost"])
    if (c.law("re_entry.open", False) and no_right and c.passport and p.stay_end <= c.now
            and c.covers(c.law("re_entry.cost"))):
        plans[RE_ENTRY] = money(s, life.re_entry()) - life.norm - fear_of_the_border(c)
    return dict(sorted(plans.items()))


def ways_into_law(c):
    """Plans that lead into the law, with their worth, open whatever they cost."""
    s, p, life = c.s, c.p, c.life
    ways = {number: value_with_permit(c, scheme) for number, scheme in BY_ONESELF.items()
            if can_be_had(c, scheme) and life.reach(scheme) > 0}
    if intermediary_is_lawful(c):
        ways[INTERMEDIARY] = money(s, life.intermediary())
    if c.free and c.passport and p.presence == "permitted":
        ways[REGISTERED] = money(s, life.registered_only())
    return ways


def decide_abroad(run, p, now, lists_open):
    """All decisions of an attentive person abroad, in their order."""
    c = Case(run, p, now, lists_open)
    plans = status_plans(c) if c.chooses_status else {}
    if where_to_live(c, plans) != "stay":
        return
    consulate(c)
    if c.chooses_status and choose_status(c, plans) != NOTHING:
        return
    led = life_as_foreigner(c)
    if not citizenship(c, led):
        residence(c, led)


def help_on_return(s, p, now):
    """What the state gives, lends, grants to who comes home by own choice."""
    given = lent = granted = 0
    amount = s["home.return_credit.amount"]
    if amount > 0 and now - p.arrival >= s["home.return_credit.months_abroad"] and not p.helped_by_credit:
        given = scaled(amount, s["home.return_credit.easy"])
        lent = amount - given
    if p.right == "citizen" and not p.helped_by_grant:
        granted = s["home.repatriation.grant"]
    return given, lent, granted


def value_of_home(c):
    """Home: money, attachment, what having come weighs, and what changes it."""
    s, p = c.s, c.p
    target = not p.settler and p.sent + p.cash >= s["rules.savings_target.sum"]
    given, _, granted = help_on_return(s, p, c.now)
    change = ((given + granted) / 100 / c.life.H - s["home.unrest"]
              + (s["rules.savings_target.reached"] if target else 0))
    a = s["rules.return_home.settlement"] if p.right == "citizen" else 0
    return (money(s, c.life.home) + p.attachment / 100 - a - s["rules.return_home.sunk_cost"] - fear_of_the_border(c)
            + change)


def where_to_live(c, plans):
    """Stay, return or move on (block 288)."""
    s, p = c.s, c.p
    noise = Noise(c.run.luck, p.key, c.now, 288)
    scale, l = s["rules.return_home.noise"], dissimilarity(s, "rules.moving_on.dissimilarity")
    staying = max(plans.values()) if c.chooses_status else life_now_led(c)
    values = {"stay": staying + scale * noise.gumbel(1), "home": value_of_home(c) + scale * noise.gumbel(0)}
    offers = other_destinations(c)
    for place, found in offers.items():
        G = noise.gumbel(1 + place.number)
        fear = 0.0 if place.land == c.land else fear_of_the_border(c)
        values[place] = (found.worth - fear - s["rules.moving_on.uprooting"]
                         + scale * (l * noise.stable(0, l) + l * G))
    choice = best(values)
    if choice == "home":
        c.run.intend(p, 2, "journey", removed=False)
    elif choice != "stay":
        c.run.intend(p, 7, "moving_on", amount=offers[choice].cost, needed=offers[choice].cost,
                     credit=offers[choice].credit, place=choice)
    return choice


def other_destinations(c):
    """Offers elsewhere, for who has no work, no permit or residence, and waits for nothing."""
    p = c.p
    if (p.contract != "none" or p.right not in ("none", "free_movement", "citizen") or c.believes
            or p.queue != NEVER):
        return {}
    found = {d: offer(c.run, p, d, c.now, c.ties, c.means, False) for d in c.s.corridor.destinations if d != p.place}
    return {d: o for d, o in found.items() if o}


def consulate(c):
    """Register with the consulate, renew the passport (block 448)."""
    s, p, life = c.s, c.p, c.life
    if p.right == "citizen":
        return
    needs_passport = not c.passport and p.passport_next == NEVER
    if not (p.arrival == c.now - 1 and not p.consulate) and not needs_passport:
        return
    registration = 0 if p.consulate else s["home.consulate.registration_fee"]
    passport = s["home.consulate.passport_fee"] if needs_passport else 0
    if not p.consulate:
        benefit = p.risk * s["home.consulate.help"] * life.banned * life.forgone
        if c.passport:
            benefit = benefit - s["home.consulate.registration_fee"] / 100 / life.H
        else:
            fees = (s["home.consulate.registration_fee"] + s["home.consulate.passport_fee"]) / 100
            law_is_open = max(0, value_of_law(c) - value_of_nothing(c))
            benefit = benefit + law_is_open - fees / life.H
        noise, scale = Noise(c.run.luck, p.key, c.now, 448), s["rules.consular.noise"]
        if benefit + s["rules.consular.constant"] + scale * noise.gumbel(1) <= scale * noise.gumbel(0):
            return
    c.intend(3, "consulate", registration + passport, registration + passport)


def choose_status(c, plans):
    """Permits got by oneself, the intermediary, and the lives without a permit (block 304)."""
    s, p = c.s, c.p
    noise = Noise(c.run.luck, p.key, c.now, 304)
    scale = s["rules.status.noise"]
    nests = {}
    for nest, name in ((2, "without"), (3, "with")):
        l = dissimilarity(s, "rules.status.%s_dissimilarity" % name)
        nests[nest] = l, l * noise.stable(nest, l)

    def unobserved(number):
        if number == INTERMEDIARY:
            return noise.gumbel(number)
        l, common = nests[3 if number in BY_ONESELF else 2]
        return common + l * noise.gumbel(number)

    def choose(among):
        return best({number: worth + scale * unobserved(number) for number, worth in among.items()})

    choice = choose(plans)
    p.because = reason_left(plans, ways_into_law(c), choice, choose, c.right_ends) or p.because
    intend_status(c, choice)
    return choice


def intend_status(c, choice):
    """What the chosen status asks for."""
    p = c.p
    if choice in BY_ONESELF:
        scheme = BY_ONESELF[choice]
        pay, in_quota = payment(c, scheme), c.law(scheme + ".quota", False) and not c.amnesty
        c.intend(10, "permit", pay, pay + c.living, scheme=scheme, amnesty=c.amnesty,
                 list=(0, p.place) if in_quota else None)
    elif choice == INTERMEDIARY:
        price = c.law("intermediaries.price")
        deceived = c.run.luck.draw(p.key, c.now, 384) < c.law("intermediaries.forged")
        in_quota = not deceived and c.law("permit.quota", False) and not c.amnesty
        c.intend(10, "permit", price, price + c.living, client=True, deceived=deceived,
                 list=(0, p.place) if in_quota else None)
    elif choice == REGISTERED:
        c.intend(4, "registration", c.law("registration.fee"), c.law("registration.fee"))
    elif choice == FORGED:
        c.intend(5, "forged_card", c.law("forged_cards.price"), c.law("forged_cards.price"))
    elif choice == RE_ENTRY:
        c.intend(6, "re_entry", c.law("re_entry.cost"), c.law("re_entry.cost"))
