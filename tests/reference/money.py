"""Earn, be exploited, live, pay, repay, send home (details.md, section 9)."""

from .accounts import service
from .elementary import exp
from .places import NEVER, is_regular, lose_right, overrun
from .plans import exploitation_hazard, monthly_fee, weakness
from .scenario import scaled
from .work import chance, months_paid, newness, pay


def charge(run, p, amount, what):
    """Pay from cash; what is missing is owed, and marks the person."""
    run.tally(what, p, amount)
    paid = min(p.cash, amount)
    p.cash -= paid
    if amount > paid:
        p.debt += amount - paid
        run.tally("credit_taken", p, amount - paid)
        p.must = True


def earn_and_live(run, p, now):
    """The money of one person's month abroad."""
    s, world = run.s, run.world
    earned = 0
    if p.contract != "none":
        earned = pay(world, p, now) * months_paid(s, now - p.job_begin)
        p.cash += earned
        run.tally("wages", p, earned)
        earned = exploit(run, p, now, earned)
    if p.journey < now - 1:
        charge(run, p, world.living[p.place], "living_costs")
    pay_permit_by_month(run, p, now)
    if p.debt:
        p.debt, repaid = service(s, p.debt, p.cash, 1)
        p.cash -= repaid
    send_home(run, p, now, earned)
    spent = max(0, p.cash - s["rules.liquidity.most_cash"])
    p.cash -= spent
    run.tally("better_living", p, spent)


def exploit(run, p, now, earned):
    """Whether exploitation happens; the pay after it."""
    s, world = run.s, run.world
    unmet = world.unmet(world.ties(p)[p.place])
    weak = weakness(s, p, p.debt > 0, unmet, newness(s, p, now))
    standing = "citizen" if p.right == "citizen" else "regular" if is_regular(p) else "irregular"
    contract = 1.0 if p.contract == "formal" else 0.0
    if run.luck.draw(p.key, now, 0, 0, 3) >= chance(exploitation_hazard(s, standing, contract, p.client, weak)):
        return earned
    p.exploited, p.must = now, True
    run.tally("exploited", p)
    if standing == "irregular":
        run.tally("exploited_irregular", p)
    u = run.luck.draw(p.key, now, 608, 0)
    overtime = s["rules.exploitation.kinds.overtime"]
    if u < overtime or u >= overtime + s["rules.exploitation.kinds.pay_withheld"]:
        run.tally("unpaid_overtime" if u < overtime else "other_work", p)
        return earned
    run.tally("pay_withheld_cases", p)
    withheld = scaled(earned, s["rules.exploitation.worth.pay_withheld"])
    run.tally("pay_withheld", p, withheld)
    complains = run.luck.draw(p.key, now, 608, 1, 0) < s["rules.exploitation.complaints.made"]
    if standing != "irregular" and contract and complains:
        run.tally("complaints", p)
        if run.luck.draw(p.key, now, 608, 1, 1) < s["rules.exploitation.complaints.upheld"]:
            run.tally("complaints_upheld", p)
            run.tally("pay_recovered", p, withheld)
            return earned
    p.cash -= withheld
    return earned - withheld


def pay_permit_by_month(run, p, now):
    """A permit paid by the month; unpaid it lapses."""
    s = run.s
    if p.paid == NEVER or p.paid >= now or p.right != "permit":
        return
    payment = monthly_fee(s, p.place.land, p.scheme)
    if p.cash >= payment:
        charge(run, p, payment, "permit_fees")
        p.paid = now
        return
    lose_right(p, now)
    p.because = "could_not_pay"
    run.tally("permits_lapsed", p)
    p.permit_end = NEVER
    p.worked_without = p.contract != "none"
    p.must = True
    if overrun(p, now):
        p.presence, p.lawful_since = "overstayed", NEVER
        run.tally("stays_overrun", p)


def send_home(run, p, now, earned):
    """Remittance, if somebody of the household is at home."""
    s = run.s
    if earned <= 0 or not any(q.place == "home" for q in p.household.members):
        return
    factor = s["rules.remittance.of_pay"] * exp(-s["rules.remittance.decay"] * (now - p.arrival) / 12)
    factor *= 1.0 if is_regular(p) else 1 + s["rules.remittance.irregular"]
    amount = min(p.cash, scaled(earned, factor))
    if amount > 0:
        p.cash -= amount
        run.tally("remittances", p, amount)
        run.intend(p, 0, "receipt", amount=amount)
        p.sent = max(p.sent, min(s["rules.savings_target.sum"], p.sent + amount))
