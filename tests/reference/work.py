"""Jobs: sectors, finding, losing, contracts, pay (details.md, sections 5, 8 and 9)."""

from .elementary import exp
from .places import NEVER, is_regular, right_at_work

SECTORS = ["construction", "trade", "hotels", "hospitals", "other"]


def chance(hazard):
    """E(h): the chance of an event of this hazard within a month."""
    return 1 - exp(-hazard)


def sector_chances(s, p):
    """Size x factor without the language x factor by profession x factor by schooling, over their sum."""
    weights = []
    for sector in SECTORS:
        weight = s["rules.work.sectors." + sector]
        if not p.speaks:
            weight *= s["rules.work.without_%s.%s" % (s.corridor.language, sector)]
        if p.profession:
            weight *= s["rules.work.with_profession." + sector]
        if p.schooling != "secondary":
            weight *= s["rules.work.%s_schooling.%s" % (p.schooling, sector)]
        weights.append(weight)
    total = sum(weights)
    return [weight / total for weight in weights]


def draw_sector(s, p, u):
    """The first sector with u below the running sum; the last if none."""
    mark = 0.0
    for sector, part in zip(SECTORS, sector_chances(s, p)):
        mark += part
        if u < mark:
            return sector
    return SECTORS[-1]


def draw_employer(s, sector, u):
    """A private person for the household, or a firm."""
    return "household" if u < s["rules.work.by_households." + sector] else "firm"


def chance_of_household(s, p):
    """That a job yet to be found is one in a household."""
    total = 0.0
    for sector, part in zip(SECTORS, sector_chances(s, p)):
        total += part * s["rules.work.by_households." + sector]
    return total


def of_job(s, p, sector, t):
    """Premiums of the language, of a profession in the sector, of time in the job."""
    value = 1 + s["rules.pay.%s_premium" % s.corridor.language] if p.speaks else 1.0
    value *= 1 + s["rules.pay.profession_premium." + sector] if p.profession else 1.0
    return value * (1 + s["rules.pay.tenure_growth"] * min(max(0, t) / 12, s["rules.pay.tenure_limit"]))


def expected_pay(s, p):
    """Mean over the sectors of a job yet to be found."""
    total = 0.0
    for sector, part in zip(SECTORS, sector_chances(s, p)):
        total += part * s["markets.sectors.%s.wage" % sector] * of_job(s, p, sector, 0)
    return total


def of_status(s, right, contract):
    """Premiums of a right, of a contract for a part of the time, of citizenship."""
    if right in ("none", None):
        return 1.0
    value = (1 + s["rules.work.regular_premium"]) * (1 + s["rules.pay.contract_premium"] * contract)
    return value * (1 + s["rules.work.citizen_premium"]) if right == "citizen" else value


def base_pay(world, p, now):
    """Pay in RUB of the job held, without premiums of status."""
    s = world.s
    premium = 1 + s["rules.citizen_offer.premium"] if p.citizens_job else 1.0
    return (world.wage[p.place] * p.wage_factor * s["markets.sectors.%s.wage" % p.sector]
            * of_job(s, p, p.sector, now - p.job_begin) * premium)


def pay(world, p, now):
    """Pay of a month in kopecks."""
    contract = 1.0 if p.contract == "formal" else 0.0
    return round(100 * (base_pay(world, p, now) * of_status(world.s, right_at_work(p), contract)))


def months_paid(s, t):
    """Months of pay that come in the month t of a job: the first come late, together."""
    late = s["rules.pay.first_after"]
    return 0 if t < late else late + 1 if t == late else 1


def newness(s, p, now):
    """From 1 in the first month of the job to 0 of the settled; 1 without a job."""
    t = now - p.job_begin if p.contract != "none" else 0
    return min(1.0, max(0.0, 1 - t / s["rules.work.settled_after"]))


def work(run, p, now):
    """Section 8 for one person abroad."""
    s, world = run.s, run.world
    u = run.luck.draw(p.key, now, 0, 0, 2)
    if p.contract != "none":
        hazard = s["rules.work.loss"] * (1 + (s["rules.work.new_job_loss"] - 1) * newness(s, p, now))
        if u < chance(hazard):
            p.contract, p.job_begin, p.citizens_job, p.must = "none", NEVER, False, True
            run.tally("jobs_lost", p)
        elif p.contract == "informal" and right_at_work(p) != "none":
            if run.luck.draw(p.key, now, 352) < chance(s["rules.work.contract_offer"]):
                p.contract = "formal"
                run.tally("contracts_offered", p)
    elif u < finding_chance(world, p, now):
        p.sector = draw_sector(s, p, run.luck.draw(p.key, now, 368))
        p.employer = draw_employer(s, p.sector, run.luck.draw(p.key, now, 368, 1))
        p.contract, p.job_begin, p.citizens_job = "informal", now, False
        run.tally("jobs_found", p)
    if p.contract != "none" and right_at_work(p) == "none":
        p.worked_without = True
    offer_to_citizens(run, p, now)


def finding_chance(world, p, now):
    """Chance of finding work: by ties in the first month, then by the hazard."""
    s = world.s
    e = 1.0 if p.right != "none" else s.law(p.place.land, "employer_sanctions.job_finding", 1.0)
    if p.journey == now - 1:
        return e * world.chance(p.place, world.ties(p)[p.place])
    return chance(s["rules.work.finding"] * (s["destinations.%s.vacancies" % p.place] * e))


def offer_to_citizens(run, p, now):
    """A job that requires citizenship may be offered, where citizenship can be had."""
    s = run.s
    able = p.speaks and (p.profession or p.schooling != "basic")
    if (p.right == "citizen" or p.contract == "none" or not is_regular(p) or not p.place.land.is_whole
            or p.offer_end >= now or not able):
        return
    if run.luck.draw(p.key, now, 624) < chance(s["rules.citizen_offer.hazard"]):
        p.offer_end = now + s["rules.citizen_offer.open"]
        p.must = True
        run.tally("offers_to_citizens", p)
