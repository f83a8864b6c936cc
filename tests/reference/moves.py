"""Journeys: home, back in, on, and away (details.md, section 14)."""

from .abroad import exit_ban_months, help_on_return
from .accounts import hand_over, pay_intention
from .money import charge
from .offers import permit_of_placement, registration_fee
from .places import NEVER, end_status, is_abroad, set_ban
from .scenario import scaled
from .work import draw_sector


def paid(run, p, now, i, amount=None):
    """Pay an intention."""
    return pay_intention(run, p, i.amount if amount is None else amount, i.needed, i.credit, now, i.place)


def exit_ban(run, p, now):
    """The border sets a ban on an overstayer who leaves."""
    s, land = run.s, p.place.land
    if p.presence == "overstayed" and run.luck.draw(p.key, now, 416, 0) < s.law(land, "exit_ban.chance"):
        set_ban(p, land, exit_ban_months(s, land, now - p.stay_end), now)


def journey(run, p, now, i):
    """Come home, by own choice or removed."""
    s = run.s
    abandon_queue(run, p)
    run.stays.count(p, "left", now)
    if i.removed:
        run.tally("removals", p)
        if p.presence == "prison":
            run.tally("released", p)
        p.removed = now
    else:
        run.tally("returns", p)
        run.tally("returns_by_choice", p)
        charge(run, p, s["destinations.%s.fare" % p.place], "fares")
        exit_ban(run, p, now)
        given, lent, granted = help_on_return(s, p, now)
        run.tally("return_credits", p, int(given + lent > 0))
        run.tally("return_loans", p, lent)
        run.tally("return_transfers", p, given)
        run.tally("repatriations", p, int(granted > 0))
        run.tally("repatriation_grants", p, granted)
        p.household.cash += lent + given + granted
        p.household.debt += lent
        p.helped_by_credit = p.helped_by_credit or given + lent > 0
        p.helped_by_grant = p.helped_by_grant or granted > 0
    hand_over(p)
    end_status(p)


def put_card_away(p):
    """A card forged knowingly is put away."""
    if p.papers == "forged_knowingly":
        p.papers, p.permit_end = "genuine", NEVER


def abandon_queue(run, p):
    """Count who leaves the queue for citizenship with the country."""
    if p.queue != NEVER:
        run.tally("citizenship_abandoned", p)


def turned_back(run, p, place, now):
    """Whether the border refuses entry."""
    land = place.land
    return (p.right != "citizen" and p.ban[land] >= now
            and run.luck.draw(p.key, now, 416, 1) < run.s.law(land, "exit_ban.turned_back"))


def sent_back(run, p, place, now):
    """The ban is known now; money to the household, status ends."""
    abandon_queue(run, p)
    run.stays.count(p, "left", now)
    p.ban_known.add(place.land)
    hand_over(p)
    end_status(p)


def re_entry(run, p, now, i):
    """Leave and come back for a new permitted stay."""
    if not paid(run, p, now, i):
        return
    run.tally("re_entry_costs", p, i.amount)
    exit_ban(run, p, now)
    if turned_back(run, p, p.place, now):
        run.tally("turned_back", p)
        run.tally("turned_back_abroad", p)
        run.tally("returns", p)
        sent_back(run, p, p.place, now)
        return
    run.tally("re_entries", p)
    if p.presence == "overstayed":
        p.lawful_since = now
    p.presence = "permitted"
    put_card_away(p)
    p.stay_begin = now
    p.stay_end = now + run.s.law(p.place.land, "permitted_stay")
    p.fined_again = NEVER
    p.must = True


def begin_stay(run, p, place, now):
    """A stay begins."""
    land = place.land
    p.presence = "registered" if p.right == "citizen" else "permitted"
    p.because = "never_reconsidered"
    p.stay_begin = p.lawful_since = now
    p.stay_end = now + run.s.law(land, "permitted_stay")
    if run.is_free(land) and p.right != "citizen":
        p.right = "free_movement"


def tally_way(run, p, i, fare, back):
    """Fare, and the first month's bed and food."""
    run.tally("fares", p, fare, p.place if is_abroad(p) else i.place)
    if not back:
        placed = run.s["destinations.%s.placement.price" % i.place] if i.placed else 0
        permit_fee = permit_of_placement(run, i.place) if i.placed else 0
        first = i.amount - fare - registration_fee(run.s, p, i.place) - placed - permit_fee
        run.tally("living_costs", p, first, i.place)
        registered = registration_fee(run.s, p, i.place) if i.placed else 0
        run.tally("permit_fees", p, permit_fee + placed + registered, i.place)


def moving_on(run, p, now, i):
    """Move on within the country or across a border."""
    s = run.s
    border = p.place.land != i.place.land
    back = border and turned_back(run, p, i.place, now)
    fare = scaled(s["destinations.%s.fare" % i.place], s["rules.moving_on.fare"])
    if not paid(run, p, now, i, fare if back else i.amount):
        return
    tally_way(run, p, i, fare, back)
    if border:
        exit_ban(run, p, now)
    if back:
        run.tally("turned_back", p, 1, i.place)
        run.tally("turned_back_abroad", p)
        run.tally("returns", p)
        sent_back(run, p, i.place, now)
        return
    run.tally("moves_out", p)
    run.tally("moves_in", p, 1, i.place)
    p.cash += registration_fee(s, p, i.place)
    if border:
        abandon_queue(run, p)
        kept = p.passport_next, p.consulate, p.worked_without
        end_status(p)
        p.passport_next, p.consulate, p.worked_without = kept
        begin_stay(run, p, i.place, now)
    elif p.right != "citizen":
        p.stay_begin = now
        if p.presence == "registered":
            p.presence = "permitted"
    p.place, p.journey, p.must = i.place, now, True


def departure(run, p, now, i):
    """Leave home."""
    s, land = run.s, i.place.land
    back = turned_back(run, p, i.place, now)
    fare = s["destinations.%s.fare" % i.place]
    if not paid(run, p, now, i, fare if back else i.amount):
        run.tally("departures_without_purse", p, 1, i.place)
        run.tally("placements_unused", p, int(i.placed), i.place)
        return
    tally_way(run, p, i, fare, back)
    if back:
        run.tally("placements_unused", p, int(i.placed), i.place)
        run.tally("turned_back", p, 1, i.place)
        sent_back(run, p, i.place, now)
        return
    begin_stay(run, p, i.place, now)
    p.place = i.place
    run.tally("departures", p)
    if i.why:
        run.tally("departures_to_" + i.why, p)
    if i.placed:
        run.tally("placed", p)
    p.arrival = p.journey = now
    p.must = True
    p.trips = min(255, p.trips + 1)
    if p.passport_end <= now + 12:
        p.passport_end = now + s["home.consulate.passport_validity"]
    if not i.placed:
        p.cash += registration_fee(s, p, i.place)
        return
    p.presence = "registered"
    if not run.is_free(land):
        p.right, p.residence_begin, p.worked_without = "permit", NEVER, False
        p.scheme, p.permit_for = "permit", s.law(land, "permit.employers")
        p.permit_end = now + s.law(land, "permit.duration")
    p.sector = draw_sector(s, p, run.luck.draw(p.key, now, 368))
    p.contract, p.job_begin, p.citizens_job, p.employer = "formal", now + 1, False, "firm"
