"""Checks, sanctions, and what they teach (details.md, sections 10 and 11)."""

from .money import charge
from .places import NEVER, is_abroad, is_detained, is_lawful, is_regular, set_ban
from .population import float32
from .scenario import scaled
from .work import chance, pay


def visibility(s, p):
    """v by status, for who works times that of the sector."""
    v = s["law.checks.visibility.sectors." + p.sector] if p.contract != "none" else 1.0
    if p.papers != "genuine":
        return v * s["law.checks.visibility.forged_papers"]
    if is_regular(p):
        return v * s["law.checks.visibility.regular"]
    return v * s["law.checks.visibility.within_stay"] if is_lawful(p) else v


def check(run, p, now):
    """One person's checks of the month; True if found."""
    s, land = run.s, p.place.land
    draw = lambda block, index=0, lane=0: run.luck.draw(p.key, now, block, index, lane)
    regular = is_regular(p)
    if not regular and not is_detained(p):
        run.irregular_months[p.region] += 1
        run.tally("irregular_months", p)
    street = run.world.check[p.place] * visibility(s, p)
    shown = p.right == "permit" or p.papers != "genuine"
    database = s.law(land, "criminal.database_check") if shown else 0.0
    offence = s.law(land, "offences.hazard")
    if draw(0, 0, 1) >= chance(street + database + offence):
        return False
    which = draw(336, 0) * (street + database + offence)
    if which >= street + database:
        run.tally("offences", p)
        charge(run, p, s.law(land, "offences.fine"), "fines_paid")
        enter_in_register(run, p, now, land, draw)
        return False
    p.must = True
    run.tally("checks", p)
    earned = pay(run.world, p, now) if p.contract != "none" else 0
    if which < street:
        if not regular:
            return found_on_street(run, p, now, land, draw, earned)
        charge(run, p, scaled(earned, s["law.checks.days_lost"] / 30), "pay_lost")
        late_registration(run, p, now, land, draw)
        return False
    if p.papers != "genuine":
        run.tally("convictions", p)
        convict(run, p, now, land, draw)
        return True
    if draw(336, 1) < s.law(land, "criminal.false_suspicion"):
        run.tally("acquittals", p)
        hold(run, p, land, draw, earned)
    return False


def hold(run, p, land, draw, earned):
    """Custody costs its pay."""
    longest = round(30 * run.s.law(land, "sanctions.custody"))
    days = 1 + int(draw(320, 1) * longest) if longest else 0
    run.tally("custody", p)
    run.tally("custody_days", p, days)
    charge(run, p, scaled(earned, days / 30), "pay_lost")


def late_registration(run, p, now, land, draw):
    """A fine of its own for who has not registered in time."""
    s = run.s
    if p.presence != "permitted":
        return
    late = min(1, max(0, now - p.stay_begin - 1 - s.law(land, "registration.deadline.ORIGIN")))
    if draw(320, 3) < late:
        run.tally("registration_fines", p)
        charge(run, p, s.law(land, "registration.fine"), "fines_paid")


def found_on_street(run, p, now, land, draw, earned):
    """Fined, deported or expelled."""
    s = run.s
    soiled = p.found != NEVER and now - p.found <= s.law(land, "sanctions.record")
    p.found = now
    D = s.law(land, "sanctions.deportation_share")
    X = min(1 - D, (s.law(land, "sanctions.repeat_factor") if soiled else 1) * s.law(land, "sanctions.expulsion_share"))
    u = draw(320, 0)
    removed = u < X + D and (soiled or not run.is_free(land))
    saved = removed and p.consulate and draw(320, 2) < s["home.consulate.help"]
    if saved:
        run.tally("saved_by_consulate", p)
    if removed and not saved:
        run.tally("expulsions" if u < X else "deportations", p)
        hold(run, p, land, draw, earned)
        bar(p, land, s.law(land, "sanctions.expulsion_ban" if u < X else "sanctions.deportation_ban"), now)
        p.presence = "custody"
        run.intend(p, 2, "journey", removed=True)
    else:
        run.tally("fines", p)
        charge(run, p, s.law(land, "sanctions.fine"), "fines_paid")
        late_registration(run, p, now, land, draw)
        enter_in_register(run, p, now, land, draw)
    return True


def enter_in_register(run, p, now, land, draw):
    """A fine of any kind; entry may be closed to those who were fined before."""
    s = run.s
    if not land.is_whole:
        return
    before, p.offended = p.offended, now
    if before == NEVER or now - before > s.law(land, "repeat_ban.within"):
        return
    p.fined_again = now
    months = s.law(land, "repeat_ban.length")
    if months > 0 and draw(320, 4) < s.law(land, "repeat_ban.chance"):
        run.tally("repeat_bans", p)
        set_ban(p, land, months, now)


def bar(p, land, months, now):
    """Set a ban of which the person knows."""
    set_ban(p, land, months, now)
    if months > 0:
        p.ban_known.add(land)


def convict(run, p, now, land, draw):
    """Prison for forged papers."""
    s = run.s
    if p.queue != NEVER:
        run.tally("citizenship_abandoned", p)
    shortest, longest = s.law(land, "criminal.shortest_term"), s.law(land, "criminal.longest_term")
    term = shortest + int(draw(336, 2) * (longest - shortest + 1))
    p.found, p.presence, p.prison_end = now, "prison", now + term
    p.contract, p.job_begin, p.citizens_job = "none", NEVER, False
    p.lawful_since = p.queue = NEVER
    bar(p, land, term + s.law(land, "sanctions.expulsion_ban"), now)


def learn(run, h, found, now):
    """News, own detection, a quiet month; then what members learn."""
    s, world = run.s, run.world
    for p in h.members:
        if is_abroad(p) and (not is_detained(p) or p in found):
            world.tell(p)
            if p in found:
                p.risk = float32(p.risk + s["rules.risk_belief.own_detection"] * (1 - p.risk))
            else:
                p.risk = float32(p.risk * (1 - s["rules.risk_belief.quiet_month"]))
    for p in found:
        for q in h.members:
            if q is not p and q.place != "nowhere" and not is_detained(q):
                world.tell(q)
                q.risk = float32(q.risk + s["rules.risk_belief.member_detected"] * (1 - q.risk))
