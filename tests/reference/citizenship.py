"""Decisions abroad on citizenship and residence (details.md, section 12a, 4 and 5); `led`: value of the life now led."""

from .choice import Noise
from .places import NEVER, is_lawful
from .plans import money


def record_is_clean(p, now, months):
    """Not found for some months."""
    return p.found == NEVER or now - p.found > months


def may_seek_citizenship(c):
    """Meets the open route."""
    s, p, now = c.s, c.p, c.now
    route = c.law("naturalization.route", "closed")
    if (not c.open or p.right == "citizen" or p.queue != NEVER or not c.passport or not is_lawful(p)
            or p.papers != "genuine" or route == "closed"
            or not record_is_clean(p, now, c.law("naturalization.clean_record"))):
        return False
    if route == "simplified" and c.law("naturalization.agreements.ORIGIN"):
        stay = 0 if p.lawful_since == NEVER else now - p.lawful_since
        return stay >= c.law("naturalization.simplified.lawful_stay")
    months = 0 if p.residence_begin == NEVER else now - p.residence_begin
    r = "naturalization.reformed."
    return (months > 0 and months >= c.law(r + "residence") and (p.russian or not c.law(r + "language"))
            and (p.profession or not c.law(r + "profession")) and (not c.law(r + "address") or has_address(c)))


def has_address(c):
    """An address that can be registered, had for a spell."""
    return c.run.luck.draw(c.p.key, c.p.arrival, 512) < c.s["rules.naturalization.with_address"]


def citizenship(c, led):
    """Apply for citizenship (block 480); True if so."""
    s, p, life = c.s, c.p, c.life
    if not may_seek_citizenship(c):
        return False
    dual = c.law("naturalization.dual_citizenship")
    cost = c.law("naturalization.fee") + (0 if dual else s["home.renunciation.fee"]
                                          + s["home.renunciation.paperwork_cost"])
    if not c.covers(cost + c.living):
        return False
    queue = c.law("naturalization.%s.queue" % citizenship_route(c))
    wait = queue + (0 if dual else s["home.renunciation.paperwork_delay"])
    offered = p.offer_end != NEVER and p.offer_end - c.now >= wait
    x = life.citizen_by_offer(cost / 100) if offered else life.citizen(cost / 100)
    n = "rules.naturalization."
    value = (money(s, x) + s[n + "constant"]
             + s[n + "naturalized_ties"] * c.run.world.citizen_share[p.region, p.place]
             - (0 if dual else s[n + "home_passport"]) + s[n + "unrest_weight"] * s["home.unrest"])
    noise, scale = Noise(c.run.luck, p.key, c.now, 480), s[n + "noise"]
    if value + scale * noise.gumbel(1) <= led + scale * noise.gumbel(0):
        return False
    c.intend(9, "citizenship", cost, cost + c.living, list=(4, "moscow"))
    return True


def citizenship_route(c):
    """The simplified route needs an agreement."""
    simplified = c.law("naturalization.route") == "simplified" and c.law("naturalization.agreements.ORIGIN")
    return "simplified" if simplified else "reformed"


def residence(c, led):
    """Apply for temporary or permanent residence (block 464)."""
    s, p, life = c.s, c.p, c.life
    if (not c.law("residence.open", False) or not c.open
            or p.right not in ("permit", "free_movement", "temporary_resident") or not is_lawful(p)
            or p.papers != "genuine" or not c.passport
            or not record_is_clean(p, c.now, c.law("residence.clean_record"))):
        return
    permanent = p.right == "temporary_resident"
    if permanent and c.now - p.residence_begin < c.law("residence.months_before_permanent"):
        return
    fee = c.law("residence.permanent_fee" if permanent else "residence.temporary_fee")
    if not c.covers(fee + c.living):
        return
    months = int(life.H) if permanent else c.law("residence.temporary_duration")
    noise, scale = Noise(c.run.luck, p.key, c.now, 464), s["rules.residence.noise"]
    value = money(s, life.resident(fee / 100, months)) + s["rules.residence.constant"]
    if value + scale * noise.gumbel(1) > led + scale * noise.gumbel(0):
        c.intend(8, "residence", fee, fee + c.living, permanent=permanent,
                 list=(3 if permanent else 2, p.place))
