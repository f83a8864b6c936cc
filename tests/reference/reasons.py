"""Why somebody is irregular (details.md, sections 12a and 17)."""

from .places import is_waiting

REASONS = ("never_reconsidered", "could_not_pay", "refused_by_quota", "let_lapse", "did_not_want", "no_contract",
           "banned", "deceived", "awaiting_permit", "beyond_permit")


def reason_of(p, now):
    """The one reason of an irregular worker at a month's end."""
    if p.papers == "forged_unknowingly":
        return "deceived"
    if is_waiting(p):
        return "awaiting_permit"
    if p.right == "free_movement" and p.presence == "registered":
        return "no_contract"
    if p.right == "permit":
        return "beyond_permit"
    if p.presence == "overstayed" and p.ban[p.place.land] > now:
        return "banned"
    return p.because


def reason_left(plans, ways, choice, choose, right_ends):
    """What a decision leaves: plans that were open, ways into the law whatever they cost; nothing to leave is None."""
    if not ways or choice in ways:
        return None
    rich = dict(sorted({**plans, **ways}.items()))
    if len(rich) > len(plans) and choose(rich) in ways:
        return "could_not_pay"
    return "let_lapse" if right_ends else "did_not_want"
