"""Decisions abroad on citizenship and residence (details.md, section 12a, 4 and 5); `led`: value of a life as a foreigner."""

from .choice import Noise
from .elementary import exp, log
from .places import NEVER, is_abroad, is_lawful
from .plans import money

TO_CITIZENSHIP = ("simplified", "agreement", "reformed")
TO_RESIDENCE = ("by_quota", "by_agreement")


def record_is_clean(p, now, months):
    """Not found for some months."""
    return p.found == NEVER or now - p.found > months


def has_address(c):
    """An address that can be registered, had for a spell."""
    return c.run.luck.draw(c.p.key, c.p.arrival, 512) < c.s["rules.naturalization.with_address"]


def has_relative(c):
    """A close relative who is a citizen here: of the household, or outside it, known for a spell."""
    p = c.p
    for q in p.household.members:
        if q is not p and q.right == "citizen" and is_abroad(q) and q.place.land == c.land:
            return True
    relatives, share = c.s["rules.naturalization.relatives"], c.run.world.citizens_of(p.region, c.land)
    if share >= 1:
        return relatives > 0
    return c.run.luck.draw(p.key, p.arrival, 736) < 1 - exp(relatives * log(1 - share))


def months_since(date, now):
    """Months since a date, 0 if never."""
    return 0 if date == NEVER else now - date


def path_admits(c, path):
    """Whether the person meets what a path to citizenship asks for."""
    p, asks = c.p, lambda what: c.law("naturalization.%s.%s" % (path, what), False)
    resident, asked = months_since(p.residence_begin, c.now), asks("residence")
    return (asks("open") and asks("countries.ORIGIN") and months_since(p.lawful_since, c.now) >= asks("lawful_stay")
            and resident >= asked and (resident > 0 or asked == 0)
            and (not asks("relative") or has_relative(c)) and (p.speaks or not asks("language"))
            and (p.profession or not asks("profession")) and (not asks("address") or has_address(c)))


def shortest_queue(c):
    """The shortest queue of the paths to citizenship that admit the person; None where none does."""
    p = c.p
    if (not c.open or p.right == "citizen" or p.queue != NEVER or not c.passport or not is_lawful(p)
            or p.papers != "genuine" or not record_is_clean(p, c.now, c.law("naturalization.clean_record"))):
        return None
    queues = [c.law("naturalization.%s.queue" % path) for path in TO_CITIZENSHIP if path_admits(c, path)]
    return min(queues) if queues else None


def citizenship(c, led):
    """Apply for citizenship (block 480); True if so."""
    s, p, life = c.s, c.p, c.life
    queue = shortest_queue(c)
    dual = c.law("naturalization.dual_citizenship")
    cost = c.law("naturalization.fee") + (0 if dual else s["home.renunciation.fee"]
                                          + s["home.renunciation.paperwork_cost"])
    if queue is None or not c.covers(cost + c.living):
        return False
    wait = queue + (0 if dual else s["home.renunciation.paperwork_delay"])
    offered = p.offer_end != NEVER and p.offer_end - c.now >= wait
    x = life.citizen_by_offer(cost / 100) if offered else life.citizen(cost / 100)
    n = "rules.naturalization."
    value = (money(s, x) + s[n + "constant"]
             + s[n + "naturalized_ties"] * c.run.world.citizen_share[p.region, p.place]
             - s[n + "attachment"] * (p.attachment / 100)
             - (0 if dual else s[n + "home_passport"]) + s[n + "unrest_weight"] * s["home.unrest"])
    noise, scale = Noise(c.run.luck, p.key, c.now, 480), s[n + "noise"]
    if value + scale * noise.gumbel(1) <= led + scale * noise.gumbel(0):
        return False
    c.intend(9, "citizenship", cost, cost + c.living, list=(4, c.land.destinations[0]), queue=queue)
    return True


def residence_in_quota(c):
    """None where no path to residence admits the person; else whether each that does takes a place."""
    p, takes = c.p, []
    for path in TO_RESIDENCE:
        asks = lambda what: c.law("residence.%s.%s" % (path, what), False)
        if (asks("open") and asks("countries.ORIGIN") and (not asks("relative") or has_relative(c))
                and (p.right != "none" or not asks("work_right")) and (c.open or not asks("quota"))):
            takes.append(asks("quota"))
    return all(takes) if takes else None


def may_seek_residence(c, permanent):
    """Whether the law lets the person apply for residence, whatever it costs."""
    p = c.p
    if permanent and c.now - p.residence_begin < c.law("residence.months_before_permanent"):
        return False
    return (p.right not in ("citizen", "permanent_resident") and not c.believes and is_lawful(p)
            and p.papers == "genuine" and c.passport
            and record_is_clean(p, c.now, c.law("residence.clean_record")))


def residence(c, led):
    """Apply for temporary or permanent residence (block 464)."""
    s, p, life = c.s, c.p, c.life
    permanent = p.right == "temporary_resident"
    in_quota = residence_in_quota(c)
    if in_quota is None or not may_seek_residence(c, permanent):
        return
    fee = c.law("residence.permanent_fee" if permanent else "residence.temporary_fee")
    if not c.covers(fee + c.living):
        return
    months = int(life.H) if permanent else c.law("residence.temporary_duration")
    noise, scale = Noise(c.run.luck, p.key, c.now, 464), s["rules.residence.noise"]
    value = (money(s, life.resident(fee / 100, months)) + s["rules.residence.constant"]
             - s["rules.residence.attachment"] * (p.attachment / 100))
    if value + scale * noise.gumbel(1) > led + scale * noise.gumbel(0):
        c.intend(8, "residence", fee, fee + c.living, permanent=permanent,
                 list=(3 if permanent else 2, p.place) if in_quota else None)
