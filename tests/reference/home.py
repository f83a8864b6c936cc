"""Decisions at home: family and study, leaving for work (details.md, section 12b)."""

from .accounts import Means
from .choice import Noise, best, dissimilarity
from .offers import cost_of, entry_is_free, may_go, offer
from .places import is_abroad
from .plans import money
from .work import chance


def hazards_of_joining(s, p, now):
    """Of joining family, of leaving to study."""
    family = s["rules.joining.family"] if any(is_abroad(q) for q in p.household.members) else 0.0
    study = s["rules.joining.study"] if 204 <= now - p.birth < 300 else 0.0
    return family, study


def join(run, p, now):
    """Leave for family or study; True if so."""
    s = run.s
    f, g = hazards_of_joining(s, p, now)
    c = chance(f + g)
    u = run.luck.draw(p.key, now, 0, 0, 2)
    if u >= c:
        return False
    place = where_family_is(s, p) if u * (f + g) < c * f else place_of_study(run, p, now)
    if place is None or not may_go(p, place, now):
        return False
    if not entry_is_free(s, p, place) and p.right != "citizen":
        return False
    n = run.world.ties(p)[place]
    cost, means = cost_of(run, p, place, n), Means(run, p, True)
    if means.all(n, means.added) < cost:
        return False
    run.intend(p, 11, "departure", amount=cost, needed=cost, credit=means.credit(n, means.added), place=place,
               why="join_family" if u * (f + g) < c * f else "study")
    return True


def where_family_is(s, p):
    """Where most members of the household are; the first of places alike."""
    numbers = {d: sum(1 for q in p.household.members if q.place == d) for d in s.corridor.destinations}
    return best(numbers)


def place_of_study(run, p, now):
    """By the region's shares at the destinations."""
    shares = {d: run.world.share_there[p.region, d] for d in run.s.corridor.destinations}
    total, mark = sum(shares.values()), 0.0
    u = run.luck.draw(p.key, now, 720)
    for d, share in shares.items():
        mark += share
        if u * total < mark:
            return d
    return None


def leave_for_work(run, p, now, lists_open):
    """Consider all destinations; intend to leave for one or stay."""
    s, world = run.s, run.world
    ties, means, home = world.ties(p), Means(run, p, True), world.income(p)
    hurdle = s["rules.departure.later_trip_hurdle" if p.trips else "rules.departure.first_trip_hurdle"]
    offers = {}
    for place in s.corridor.destinations:
        found = offer(run, p, place, now, ties, means, lists_open)
        if found and found.pay > home * hurdle:
            offers[place] = found
    place = choose(run, p, now, home, offers) if offers else None
    if place:
        chosen = offers[place]
        run.intend(p, 11, "departure", amount=chosen.amount, needed=chosen.amount, credit=chosen.credit,
                   place=place, placed=chosen.placed, list=(1, place) if chosen.placed else None)


def choose(run, p, now, home, offers):
    """Home (None) or a destination: an exact nested logit of three levels (block 272)."""
    s = run.s
    noise = Noise(run.luck, p.key, now, 272)
    scale, l = s["rules.departure.noise"], dissimilarity(s, "rules.departure.going_dissimilarity")
    l_main = dissimilarity(s, "rules.departure.%s_dissimilarity" % s.corridor.adjective)
    A, B = l * noise.stable(0, l), l_main * noise.stable(1, l_main / l)
    values = {None: money(s, home) + p.attachment / 100 - s["home.unrest"] + scale * noise.gumbel(0)}
    for place, found in offers.items():
        G = noise.gumbel(place.number)
        values[place] = found.worth + scale * (A + B + l_main * G if place.land.is_main else A + l * G)
    return best(values)
