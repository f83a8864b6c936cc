"""What ends with the month (details.md, section 7)."""

from .places import NEVER, is_lawful, is_waiting, lose_right, overrun


def end_terms(run, p, now):
    """Passport, regime, waiting permit, right, forged papers, stay, queue of one person abroad."""
    s = run.s
    if p.presence == "prison":
        if p.prison_end <= now:
            run.intend(p, 2, "journey", removed=True)
        return
    if p.right == "citizen":
        return
    if p.passport_next == now:
        p.passport_next = NEVER
        p.passport_end = now + s["home.consulate.passport_validity"]
        run.tally("passports_renewed", p)
        p.must = True
    if p.passport_end + 1 == now:
        p.must = True
    change_regime(run, p, now)
    if p.permit_begin == now:
        p.permit_begin = p.residence_begin = NEVER
        p.right, p.worked_without, p.because = "permit", False, "never_reconsidered"
    if p.right in ("permit", "temporary_resident"):
        if p.permit_end == now:
            p.must = True
        if p.permit_end < now:
            run.tally("permits_lapsed" if p.right == "permit" else "residences_ended", p)
            lose_right(p, now)
            p.must = True
            if p.because == "never_reconsidered":
                p.because = "let_lapse"
    if p.papers != "genuine" and p.permit_end < now:
        if p.papers == "forged_unknowingly":
            p.because = "deceived"
        p.papers, p.permit_end, p.must = "genuine", NEVER, True
    if stay_runs_out(p, now):
        p.must = True
    if overrun(p, now):
        p.presence, p.lawful_since = "overstayed", NEVER
        run.tally("stays_overrun", p)
        if p.papers != "forged_unknowingly":
            p.must = True
    end_queue(run, p, now)


def stay_runs_out(p, now):
    """The last month of a lawful stay without a right, of who knows it."""
    return (p.stay_end == now and p.right == "none" and not is_waiting(p) and is_lawful(p)
            and p.papers != "forged_unknowingly")


def change_regime(run, p, now):
    """Free movement begins or ends."""
    s, land = run.s, p.place.land
    free = run.is_free(land)
    right_over = p.right in ("none", "permit") or p.right == "temporary_resident" and p.permit_end < now
    if free and right_over:
        if p.right == "temporary_resident":
            run.tally("residences_ended", p)
        p.right, p.papers, p.worked_without, p.must = "free_movement", "genuine", False, True
        p.permit_begin = p.permit_end = p.paid = p.residence_begin = NEVER
        p.because = "never_reconsidered"
        p.stay_begin = now - 1
        if p.presence in ("overstayed", "custody"):
            p.presence, p.lawful_since = "permitted", now
    elif not free and p.right == "free_movement":
        lose_right(p, now)
        p.because = "never_reconsidered"
        p.stay_begin = now - 1
        p.stay_end = now - 1 + s.law(land, "permitted_stay")
        p.must = True


def end_queue(run, p, now):
    """The queue for citizenship ends: sworn in this month, or denied."""
    if p.queue == NEVER or p.queue > now:
        return
    approved = run.luck.draw(p.key, now, 496) < run.s.law(p.place.land, "naturalization.approval")
    if approved and is_lawful(p) and p.papers == "genuine":
        p.queue = now
        run.intend(p, 1, "oath")
    else:
        p.queue, p.must = NEVER, True
        run.tally("citizenship_denied", p)


def courses(run, p, now):
    """In January adults at home learn."""
    s = run.s
    if not p.speaks and run.luck.draw(p.key, now, 672, 0) < s["home.courses.language"]:
        p.speaks = True
        run.tally("learnt_language", p)
    if not p.profession and run.luck.draw(p.key, now, 672, 1) < s["home.courses.profession"]:
        p.profession = True
        run.tally("learnt_profession", p)
