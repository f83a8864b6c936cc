"""Who is abroad when the run begins, and with which papers (details.md, section 4)."""

from .draws import Luck, SYNTHESIS
from .elementary import log
from .population import float32, largest_remainders, normal
from .scenario import scaled
from .places import NEVER
from .work import draw_employer, draw_sector


def set_home(person, scenario):
    """The state of a person at home who never left."""
    p = person
    p.place, p.presence, p.right, p.contract, p.papers, p.sector = "home", "home", "none", "none", "genuine", None
    p.employer, p.scheme, p.permit_for = "firm", "permit", "all"
    p.job_begin = p.arrival = p.journey = p.stay_begin = p.stay_end = p.lawful_since = NEVER
    p.permit_begin = p.permit_end = p.paid = p.residence_begin = p.queue = NEVER
    p.offer_end = p.exploited = p.found = p.offended = p.fined_again = p.removed = p.prison_end = NEVER
    p.passport_end = p.passport_next = NEVER
    p.citizens_job = p.client = p.consulate = p.renounced = p.worked_without = p.must = False
    p.helped_by_credit = p.helped_by_grant = False
    p.ban = dict.fromkeys(scenario.corridor.jurisdictions, NEVER)
    p.ban_known = set()
    p.cash = p.debt = p.sent = p.trips = p.news = 0
    p.risk = float32(scenario["rules.risk_belief.initial"])


def is_candidate(person, scenario):
    """Aged 19 to 50."""
    return 228 <= scenario.start - person.birth < 612


def knows_migration(region):
    """Told apart from other regions of the country; all of a country that tells none apart."""
    return region in region.country.apart or not region.country.apart


def numbers_abroad(scenario, persons):
    """How many of each region of the present country are abroad."""
    stock = scenario["start.foreigners"] + scenario["start.naturalized"]
    everybody = round(stock / scenario.weight)
    country = scenario.country
    apart = [r for r in country.regions if r in country.apart]
    rest = [r for r in country.regions if r not in country.apart]
    told_apart = round(everybody * scenario["start." + country.key]) if apart else 0
    numbers = {}
    for group, number in ((apart, told_apart), (rest, everybody - told_apart)):
        adults = [sum(1 for p in persons if p.region == r and is_candidate(p, scenario)) for r in group]
        if sum(adults):
            numbers.update(zip(group, largest_remainders(adults, number)))
    return numbers


def emigrants(scenario, persons, luck):
    """The adults of lowest attachment plus noise, by region."""
    def order(p):
        noise = scenario.of(p.region)["start.order_noise"]
        return (p.attachment / 100 + noise * normal(luck.draw(p.key, 0, 1072), luck.draw(p.key, 0, 1072, 0, 1)),
                p.key)

    chosen = set()
    for country in scenario.countries:
        scenario.of(country.regions[0])
        for region, number in numbers_abroad(scenario, persons).items():
            candidates = [p for p in persons if p.region == region and is_candidate(p, scenario)]
            chosen.update(sorted(candidates, key=order)[:number])
    return chosen


def destination(scenario, citizen, u):
    """The first with u s < running sum of the shares; for the naturalized in the main jurisdiction alone."""
    places = scenario.corridor.destinations
    shares = [scenario["start.destinations." + d] if d.land.is_main or not citizen else 0.0 for d in places]
    total = sum(shares)
    mark = 0.0
    for place, share in zip(places, shares):
        mark += share
        if u * total < mark:
            return place
    return places[0]


def send_abroad(person, scenario, luck):
    """Place, status, job and money of one who is abroad at the start."""
    s, p, start = scenario.of(person.region), person, scenario.start
    draw = lambda block, lane, index=0: luck.draw(p.key, 0, block, index, lane)
    foreigners, naturalized = s["start.foreigners"], s["start.naturalized"]
    citizen = draw(1080, 0) * (foreigners + naturalized) < naturalized
    p.place = destination(s, citizen, draw(1080, 1))
    land = p.place.land
    spell = min(1 + int(s["start.mean_spell"] * -log(draw(1080, 2))), 240, start - p.birth - 192)
    p.arrival = p.journey = p.stay_begin = start - spell
    holder = not citizen and draw(1080, 3) < s["start.with_permit"]
    p.renounced = citizen and not s.law(s.corridor.main, "naturalization.dual_citizenship")
    p.stay_end = p.arrival + s.law(land, "permitted_stay")
    p.right = "citizen" if citizen else "permit" if holder else "none"
    late = p.stay_end < start - 1
    p.presence = "registered" if p.right != "none" else "overstayed" if late else "permitted"
    p.lawful_since = NEVER if p.presence == "overstayed" else p.arrival
    if holder:
        p.permit_end = start + int(draw(1088, 0) * 12)
        p.paid = start - 1 if s.law(land, "permit.payment") == "monthly" else NEVER
    give_work(p, s, draw, spell)
    p.passport_end = start + int(draw(1104, 0) * s["home.consulate.passport_validity"])
    p.cash = scaled(s["start.cash"], 2 * draw(1088, 2))
    p.trips = 1


def give_work(p, s, draw, spell):
    """Job of the start, and what was sent home so far."""
    p.sector = draw_sector(s, p, draw(1104, 2))
    if draw(1088, 1) < s["start.employed"]:
        formal = p.right != "none" and draw(1104, 1) < s["start.with_contract"]
        p.contract = "formal" if formal else "informal"
        p.employer = draw_employer(s, p.sector, draw(1104, 0, 1))
        p.job_begin = s.start - 1 - int(draw(1104, 3) * (s.start - p.arrival))
        p.worked_without = p.right == "none"
        wage = s["destinations.%s.wage" % p.place] / 100
        pay = round(100 * (wage * s["markets.sectors.%s.wage" % p.sector] * p.wage_factor))
        p.sent = min(s["rules.savings_target.sum"], scaled(pay, s["rules.remittance.of_pay"]) * spell)


def start_abroad(scenario, persons):
    """Everybody's state when the run begins."""
    luck = Luck(scenario.population_seed, SYNTHESIS)
    for person in persons:
        set_home(person, scenario)
    chosen = emigrants(scenario, persons, luck)
    for p in persons:
        if p in chosen:
            send_abroad(p, scenario, luck)
        elif knows_migration(p.region) and is_candidate(p, scenario):
            p.trips = int(luck.draw(p.key, 0, 1088, 0, 3) < scenario.of(p.region)["start.earlier_trip"])
