"""Carrying out, household by household (details.md, section 14)."""

from .accounts import count_earners, settle
from .moves import departure, journey, moving_on, paid, put_card_away, re_entry
from .places import NEVER, has_passport, is_lawful, lose_right, reaches_job
from .scenario import scaled

MOVES = ("journey", "departure", "re_entry", "moving_on")


def carry_out(run, h, now):
    """All intentions of one household in their order."""
    s = run.s.of(h.region)
    if now % 12 == 0:
        settle(s, h, run.books)
        if now > s.start:
            h.told = any(p.place == "home" for p in h.members)
            h.on_remittances = h.told and h.received > h.earned
        h.received = h.earned = 0
        count_earners(h, now)
    if not h.intents:
        return
    settle(s, h, run.books)
    row = {p: i for i, p in enumerate(h.members)}

    def order(i):
        if i.number <= 2:
            return i.number, 0.0, row[i.p], i.number
        return 3, run.luck.draw(i.p.key, now, 256), row[i.p], i.number

    intents = sorted(h.intents, key=order)
    for i in intents:
        ACTIONS[i.kind](run, i.p, now, i)
    if any(i.kind in MOVES for i in intents):
        count_earners(h, now)
    h.intents = []


def delay(run, p, now, d, i):
    """Whole months, and one more with the chance of the rest."""
    whole = int(d)
    return whole + 1 if run.luck.draw(p.key, now, 400, i) < d - whole else whole


def receipt(run, p, now, i):
    """A remittance arrives."""
    s, h = run.s, p.household
    saved = scaled(i.amount, s["rules.remittance.saved"])
    h.cash += saved
    h.received += i.amount
    if "economy" in s.country.has:
        invested = min(i.amount - saved, scaled(i.amount, s["home.investment.of_remittances"]))
        run.remitted[s.country] += i.amount
        run.invested[s.country] += invested
        run.tally("remittances_invested", p, invested)


def oath(run, p, now, i):
    """Sworn in, unless in custody."""
    p.queue = NEVER
    if p.presence == "custody":
        p.must = True
        run.tally("citizenship_denied", p)
        return
    run.tally("naturalizations", p)
    run.stays.count(p, "naturalized", now)
    p.right, p.presence, p.papers, p.worked_without = "citizen", "registered", "genuine", False
    p.renounced = p.renounced or not run.s.law(p.place.land, "naturalization.dual_citizenship")
    p.permit_begin = p.permit_end = p.paid = p.residence_begin = NEVER
    p.client = False
    if p.offer_end >= now:
        run.tally("offers_taken", p)
        p.job_begin, p.contract, p.citizens_job, p.employer = now + 1, "formal", True, "firm"
    p.offer_end = NEVER


def consulate(run, p, now, i):
    """Registered; a new passport is on its way."""
    if paid(run, p, now, i):
        run.tally("consular_fees", p, i.amount)
        if not p.consulate:
            run.tally("consular_registrations", p)
        p.consulate = True
        if not has_passport(p, now):
            p.passport_next = now + 1 + delay(run, p, now, run.s["home.consulate.passport_delay"], 2)


def registration(run, p, now, i):
    """Registered with the authorities; where nobody needs a permit, the way into the law."""
    if not paid(run, p, now, i):
        if p.right == "free_movement":
            p.because = "could_not_pay"
    else:
        run.tally("registrations", p)
        run.tally("registration_fees", p, i.amount)
        p.presence = "registered"
        put_card_away(p)


def show_forged(p, papers, months, now):
    """Forged papers shown for some months."""
    p.papers = papers
    if p.right != "none":
        lose_right(p, now + 1)
    p.permit_begin, p.permit_end = NEVER, now + months


def forged_card(run, p, now, i):
    """A forged card bought."""
    if paid(run, p, now, i):
        run.tally("forged_bought", p)
        run.tally("forged_papers_paid", p, i.amount)
        show_forged(p, "forged_knowingly", run.s.law(p.place.land, "forged_cards.duration"), now)


def permit(run, p, now, i):
    """A permit of a scheme, by own devices or through an intermediary."""
    if not paid(run, p, now, i):
        p.because = "could_not_pay"
        run.tally("permits_without_purse", p, int(i.list is not None))
        return
    s, land = run.s, p.place.land
    duration = s.law(land, i.scheme + ".duration")
    p.client = i.client
    run.tally("intermediary_fees" if i.client else "permit_fees", p, i.amount)
    if i.deceived:
        run.tally("forged_sold", p)
        show_forged(p, "forged_unknowingly", duration, now)
        return
    run.tally("permits_bought", p)
    run.tally("patents_bought", p, int(i.scheme == "patent"))
    run.tally("permits_by_amnesty", p, int(i.amnesty))
    run.tally("permits_outside_quota", p, int(not i.amnesty and i.list is None))
    run.tally("permits_through_intermediary", p, int(i.client))
    p.scheme, p.permit_for = i.scheme, s.law(land, i.scheme + ".employers")
    wait = 0 if i.client or p.right != "none" else delay(run, p, now, s.law(land, i.scheme + ".red_tape"), 0)
    if not is_lawful(p):
        p.lawful_since = now
    p.presence, p.papers = "registered", "genuine"
    if wait > 0:
        p.permit_begin = now + wait + 1
    else:
        p.right, p.residence_begin, p.worked_without = "permit", NEVER, False
        p.because = "never_reconsidered"
        if p.contract == "formal" and not reaches_job(p):
            p.contract = "informal"
    p.permit_end = now + wait + duration
    monthly = s.law(land, i.scheme + ".payment") == "monthly" and not i.client
    p.paid = now + wait + 1 if monthly else NEVER


def residence(run, p, now, i):
    """Temporary or permanent residence."""
    if not paid(run, p, now, i):
        run.tally("residence_without_purse", p, int(i.list is not None))
        return
    run.tally("residences_obtained", p)
    run.tally("residences_outside_quota", p, int(i.list is None))
    if not i.permanent:
        run.tally("temporary_residences_obtained", p)
    run.tally("residence_fees", p, i.amount)
    p.presence, p.worked_without, p.client = "registered", False, False
    p.because = "never_reconsidered"
    p.permit_begin = p.paid = NEVER
    if i.permanent:
        p.right, p.permit_end = "permanent_resident", NEVER
    else:
        p.right, p.residence_begin = "temporary_resident", now
        p.permit_end = now + run.s.law(p.place.land, "residence.temporary_duration")


def citizenship(run, p, now, i):
    """Enter the queue."""
    if not paid(run, p, now, i):
        run.tally("citizenship_without_purse", p)
        return
    s = run.s
    dual = s.law(p.place.land, "naturalization.dual_citizenship")
    months = delay(run, p, now, i.queue, 1) + (0 if dual else delay(run, p, now, s["home.renunciation.paperwork_delay"], 3))
    run.tally("citizenship_queued", p)
    run.tally("citizenship_fees", p, i.amount)
    p.queue = now + max(1, months)


ACTIONS = {"receipt": receipt, "oath": oath, "journey": journey, "consulate": consulate,
           "registration": registration, "forged_card": forged_card, "re_entry": re_entry,
           "moving_on": moving_on, "residence": residence, "citizenship": citizenship, "permit": permit,
           "departure": departure}
