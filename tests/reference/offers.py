"""Offers of destinations: cost, whether one may go, what it is worth (details.md, section 12)."""

from .places import SCHEMES, is_abroad, is_lawful
from .plans import Life, first_payment, money
from .scenario import scaled


class Offer:
    """What going to a destination costs and brings."""

    def __init__(self, pay, worth, cost, credit, placed=False, amount=None):
        self.pay, self.worth, self.cost, self.credit, self.placed = pay, worth, cost, credit, placed
        self.amount = cost if amount is None else amount


def within_country(p, place):
    """Abroad in the same jurisdiction."""
    return is_abroad(p) and p.place.land == place.land


def fare(s, p, place):
    """Kopecks from the present place."""
    amount = s["destinations.%s.fare" % place]
    return scaled(amount, s["rules.moving_on.fare"]) if is_abroad(p) else amount


def registration_fee(s, p, place):
    """Fee of registration there; nothing for citizens."""
    return 0 if p.right == "citizen" else s.law(place.land, "registration.fee")


def cost_of(run, p, place, n):
    """Fare, registration, the first month's bed and food."""
    s, world = run.s, run.world
    first = scaled(world.first_bed[place] + s["destinations.%s.food" % place], world.cost_factor(n))
    return fare(s, p, place) + registration_fee(s, p, place) + first


def may_go(p, place, now):
    """No ban known bars, and citizens go to the main jurisdiction alone."""
    if within_country(p, place):
        return True
    land = place.land
    if p.right == "citizen":
        return land.is_main
    return not (p.ban[land] >= now and land in p.ban_known)


def entry_is_free(s, p, place):
    """Within the country, or entry for everybody."""
    return within_country(p, place) or s.law(place.land, "entry") == "free"


def ways_to_be_legal(s, life, left):
    """Worth of each way into the law that what is left can pay for first."""
    if life.free:
        if left >= 0:
            yield money(s, life.legal)
        return
    for scheme in SCHEMES:
        if life.may_have(scheme) and left >= first_payment(s, life.land, scheme):
            yield money(s, life.with_permit(scheme)) - (1 - life.reach(scheme)) * life.norm


def offer(run, p, place, now, ties, means, lists_open):
    """The offer of a destination, or None."""
    s = run.s
    n = ties[place]
    cost = cost_of(run, p, place, n)
    everything = means.all(n, means.added)
    if not may_go(p, place, now) or everything < cost:
        return None
    credit = means.credit(n, means.added)
    life = Life(run, p, place, now, ties, cost, on_credit=means.own() < cost)
    pay, strange = life.chance * life.w, s["destinations.%s.psychic_cost" % place]
    if p.right == "citizen":
        return Offer(pay, money(s, life.citizen(0)) - strange, cost, credit)
    found = None
    if entry_is_free(s, p, place):
        worth = money(s, life.nothing()) - life.norm
        lawful_here = not within_country(p, place) or (is_lawful(p) and p.papers == "genuine")
        if lawful_here:
            worth = max([worth] + list(ways_to_be_legal(s, life, everything - max(cost, means.added))))
        found = Offer(pay, worth - strange, cost, credit)
    if lists_open and not is_abroad(p):
        found = placement(run, p, place, now, life, everything, cost, credit, found)
    return found


def placement(run, p, place, now, life, everything, cost, credit, found):
    """The better of the own way and a placement."""
    s = run.s
    if not s["destinations.%s.placement.places" % place]:
        return found
    u = run.luck.draw(p.key, now - now % 12, 432, place.number)
    if u >= s["destinations.%s.placement.test_passed" % place]:
        return found
    price = s["destinations.%s.placement.price" % place]
    amount = cost + price + permit_of_placement(run, place)
    if everything < amount:
        return found
    worth = money(s, life.placed(price / 100)) - s["destinations.%s.psychic_cost" % place]
    if found and found.worth >= worth:
        return found
    return Offer(life.w, worth, cost, credit, True, amount)


def permit_of_placement(run, place):
    """Fee and papers of the permit that comes with a placement."""
    land = place.land
    return 0 if run.is_free(land) else run.s.law(land, "permit.fee") + run.s.law(land, "permit.papers")
