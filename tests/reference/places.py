"""What is asked of a person's state everywhere (details.md, sections 1 and 5)."""

NEVER = -10 ** 9
RESIDENT = ("temporary_resident", "permanent_resident")
SCHEMES = ["permit", "patent", "highly_skilled"]

ALL = ("total", "total")


def groups(p, place):
    """By what and under which name a measure is told: of all, by origin and its country, by destination."""
    return ALL, ("origin", p.region), ("country", p.region.country), ("destination", place)


def is_abroad(p):
    """At a destination, in prison too."""
    return p.place not in ("home", "nowhere")


def is_adult(p, month):
    """16-64."""
    return 192 <= month - p.birth < 780


def is_lawful(p):
    """Presence permitted or registered."""
    return p.presence in ("permitted", "registered")


def is_detained(p):
    """In custody or prison."""
    return p.presence in ("custody", "prison")


def reaches_job(p):
    """Whether the permit held lets do the work done (section 5)."""
    if p.contract == "none" or p.permit_for == "all":
        return True
    return p.permit_for == ("households" if p.employer == "household" else "firms")


def right_at_work(p):
    """The right as far as it lets do the work done."""
    return "none" if p.right == "permit" and not reaches_job(p) else p.right


def is_regular(p):
    """Regular, of who is abroad and not in custody or prison (section 5)."""
    if not is_lawful(p) or p.papers != "genuine":
        return False
    if p.contract == "none":
        return not p.worked_without
    if p.right == "free_movement":
        return p.presence == "registered" and p.contract == "formal"
    return right_at_work(p) != "none"


def may_work(p):
    """Lawfully present with genuine papers and any right to work, of who is abroad."""
    return is_lawful(p) and p.papers == "genuine" and p.right != "none"


def has_passport(p, now):
    """Whether the passport is valid."""
    return p.passport_end >= now


def is_waiting(p):
    """A permit was granted and counts later."""
    return p.permit_begin != NEVER


def lose_right(p, month):
    """Lose the right as of a month (section 7)."""
    p.right = "none"
    p.paid = p.residence_begin = NEVER
    p.stay_end = max(p.stay_end, month - 1)
    if p.contract == "formal":
        p.contract = "informal"


def overrun(p, now):
    """Whether the stay is overrun."""
    return p.right == "none" and not is_waiting(p) and is_lawful(p) and p.stay_end < now


def end_status(p):
    """What a journey home ends (section 14, Journey home)."""
    p.place = p.presence = "home"
    p.contract, p.papers = "none", "genuine"
    p.job_begin = p.stay_begin = p.stay_end = p.lawful_since = p.permit_begin = p.permit_end = NEVER
    p.paid = p.residence_begin = p.queue = p.prison_end = p.passport_next = p.offer_end = p.fined_again = NEVER
    p.citizens_job = p.client = p.worked_without = p.must = p.consulate = False
    if p.right != "citizen":
        p.right = "none"


def set_ban(p, land, months, now):
    """Set a ban; who had none then does not know of it (section 10)."""
    if months == 0 or p.ban[land] >= now + months:
        return
    if p.ban[land] < now:
        p.ban_known.discard(land)
    p.ban[land] = now + months
