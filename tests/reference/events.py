"""Events of a life, read off one month end and the next (panel.md)."""

from .places import NEVER, RESIDENT, is_abroad
from .scenario import month_name

FIELDS = ("place presence right contract papers sector arrival journey stay_begin permit_begin permit_end "
          "residence_begin queue found removed passport_end passport_next consulate trips job_begin paid").split()


class Row:
    """What a row says at a month's end."""

    def __init__(self, p):
        for field in FIELDS:
            setattr(self, field, getattr(p, field))
        self.ban = dict(p.ban)
        self.known = set(p.ban_known)


def events_of(old, new, now):
    """(event, place, detail) of the month."""
    told = []
    lived = old.place
    add = lambda event, place=None, detail="": told.append((event, place or lived, detail))
    was_abroad, abroad = is_abroad(old), is_abroad(new)
    if new.place == "nowhere":
        return [("death", lived, "")]
    back = next((j for j in new.ban if j in new.known and new.ban[j] >= now
                 and (j not in old.known or new.ban[j] != old.ban[j])
                 and new.removed != now and new.presence != "prison"), None)
    moves(old, new, now, was_abroad, abroad, back, add)
    same = was_abroad and abroad
    if abroad and was_abroad:
        statuses(old, new, now, add)
        jobs(old, new, now, add)
    detection(old, new, now, abroad, add)
    bans(old, new, now, add)
    if back and not was_abroad:
        add("turned_back", None, back)
    if abroad and new.queue != NEVER and old.queue != new.queue:
        add("citizenship_sought")
    denied = old.queue != NEVER and new.queue != old.queue and new.right != "citizen"
    if same and denied and new.presence != "prison":
        add("citizenship_denied")
    if abroad and new.consulate and not old.consulate:
        add("consular_registration")
    passports(old, new, now, was_abroad, abroad, add)
    return told


def moves(old, new, now, was_abroad, abroad, back, add):
    """Departure, return, removal, moving on."""
    if abroad and not was_abroad:
        add("departure", new.place, "placement" if new.contract == "formal" else "")
    elif was_abroad and not abroad:
        if new.removed == now:
            add("removal", None, "after_prison" if old.presence == "prison" else "found")
        else:
            add("return", None, "turned_back" if back else "")
    elif was_abroad and new.place != old.place:
        add("moved_on", new.place)


def statuses(old, new, now, add):
    """Stay, right, papers."""
    moved = new.place != old.place
    if new.presence == "prison" and old.presence != "prison":
        add("conviction")
    if new.presence == "overstayed" and old.presence != "overstayed":
        add("overstay_begun")
    if not moved and new.stay_begin == now and new.stay_begin != old.stay_begin:
        add("re_entry")
    waits, waited = new.permit_begin != NEVER, old.permit_begin != NEVER
    awaited = waits and (not waited or new.permit_begin != old.permit_begin)
    handed = new.right == "permit" and (old.right != "permit" or new.permit_end != old.permit_end)
    if (new.presence == "registered" and old.presence != "registered" and not awaited and not handed
            and new.right not in RESIDENT and new.right != "citizen"):
        add("registration")
    if awaited:
        add("permit_awaited")
    if new.right == "citizen" and old.right != "citizen":
        add("naturalization")
    anew = new.right == "temporary_resident" and new.permit_end != old.permit_end
    if new.right in RESIDENT and (new.right != old.right or anew):
        add("residence", None, new.right.split("_")[0])
    if handed:
        renewed = old.right == "permit" and old.permit_end == now
        add("permit_begun", None, "renewed" if renewed else "after_waiting" if waited else "")
    ran_out = old.permit_end < now and new.right not in ("permit", "free_movement")
    if old.right == "permit" and (new.right == "none" or handed and not renewed or ran_out):
        add("permit_ended")
    if old.right == "temporary_resident" and (new.right == "none" or old.permit_end < now):
        add("residence_ended")
    if new.right == "free_movement" and old.right != "free_movement":
        add("free_movement_begun")
    if old.right == "free_movement" and new.right in ("none", "permit"):
        add("free_movement_ended")
    if new.papers != "genuine" and (old.papers != new.papers or new.permit_end != old.permit_end):
        add("forged_papers", None, new.papers.split("_")[1])
    if old.papers != "genuine" and (new.papers == "genuine" or new.permit_end != old.permit_end):
        add("forged_papers_ended")


def jobs(old, new, now, add):
    """Work found, contracts, work lost."""
    if new.contract != "none" and old.contract == "none":
        add("job_found", None, new.sector)
    if new.contract == "formal" and old.contract == "informal":
        add("contract")
    if new.contract == "informal" and old.contract == "formal":
        add("contract_ended")
    if new.contract == "none" and old.contract != "none" and new.presence != "prison":
        add("job_lost")


def detection(old, new, now, abroad, add):
    """Found by a check."""
    if new.found == now and old.found != now:
        if new.presence == "prison":
            add("found", None, "convicted")
        else:
            add("found", None, "removed" if new.removed == now else "fined")


def bans(old, new, now, add):
    """A ban set, prolonged, struck off."""
    for land in new.ban:
        if new.ban[land] > old.ban[land]:
            add("ban", None, month_name(new.ban[land]))
        elif new.ban[land] == NEVER and old.ban[land] >= now:
            add("ban_purged", None, land)


def passports(old, new, now, was_abroad, abroad, add):
    """Ran out abroad; renewed."""
    if was_abroad and new.passport_end == now - 1 and old.passport_end == new.passport_end:
        add("passport_expired")
    if new.passport_end > old.passport_end:
        add("passport_renewed")
