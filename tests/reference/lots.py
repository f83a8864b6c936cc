"""Lists, lots and second choices (details.md, section 13)."""

from .abroad import decide_abroad
from .draws import thing_key
from .home import leave_for_work
from .places import is_abroad


SOUGHT = ("permits", "placements", "residence", "residence", "citizenship")


class Lists:
    """Places of all lists: opened, granted this year."""

    def __init__(self, s, luck):
        self.s, self.luck = s, luck
        places = s.corridor.destinations
        kinds = [(kind, place) for kind in range(4) for place in places] + [(4, places[0])]
        self.opened = dict.fromkeys(kinds, 0.0)
        self.granted = dict.fromkeys(kinds, 0)
        self.highest = dict.fromkeys(kinds, 0.0)
        self.months = dict.fromkeys(kinds, 0)
        self.last = dict.fromkeys(kinds, 0.0)

    def is_limited(self, kind, place):
        """Whether a list has an end."""
        s = self.s
        if kind == 4:
            return place.land.is_main and s.law(place.land, "naturalization.quota.applies")
        if kind == 0:
            return place.land.is_main and s["destinations.%s.permit_quota.applies" % place]
        return kind == 1 or place.land.is_main

    def places_a_year(self, kind, place):
        """Full-scale places for the simulated origins."""
        s, at = self.s, "destinations.%s." % place
        if kind == 1:
            return s[at + "placement.places"]
        if kind == 4:
            return s.law(place.land, "naturalization.quota.places")
        if not place.land.is_main:
            return 0.0
        if kind == 0:
            return s[at + "permit_quota.places"] * (1 - s[at + "permit_quota.other_origins"])
        return s[at + "residence_quota." + ("temporary" if kind == 2 else "permanent")]

    def open_month(self, now, first):
        """Open the month's part of the year."""
        self.s.of(None)
        for kind, place in self.opened:
            if first or now % 12 == 0:
                self.opened[kind, place], self.granted[kind, place] = 0.0, 0
                self.highest[kind, place], self.months[kind, place], self.last[kind, place] = 0.0, 0, 0.0
            if self.is_limited(kind, place):
                self.open_places((kind, place), self.places_a_year(kind, place) / 12)

    def open_places(self, which, persons):
        """Add a month's places; a cut leaves of what is unused no more than the new quota would have opened."""
        used = self.granted[which] * self.s.weight
        most_unused = persons * self.months[which]
        if persons < self.highest[which] and self.opened[which] - used > most_unused:
            self.opened[which] = used + most_unused
        self.highest[which] = max(self.highest[which], persons)
        self.months[which] += 1
        self.last[which] = persons
        self.opened[which] += persons

    def places_now(self, kind, place, now):
        """Places that are open now."""
        subject = thing_key(2, place.number)
        u = self.luck.draw(subject, now - now % 12, 544, kind)
        if self.last[kind, place] == 0:
            return 0
        allowed = int(self.opened[kind, place] / self.s.weight + u)
        return max(0, allowed - self.granted[kind, place])


def draw_lots(run, now):
    """Grant, and let the refused choose again."""
    applicants = {}
    order = [i for h in run.households for i in h.intents if i.list]
    for i in order:
        run.tally(SOUGHT[i.list[0]] + "_sought", i.p, 1, i.list[1] if i.list[0] == 1 else i.p.place)
        applicants.setdefault(i.list, []).append(i)
    refused = set()
    for (kind, place), applied in applicants.items():
        places = len(applied)
        if run.lists.is_limited(kind, place):
            places = run.lists.places_now(kind, place, now)
        if len(applied) > places:
            applied.sort(key=lambda i: (run.luck.words(i.p.key, now, 528, kind)[0], i.p.key))
            refused.update(i.p for i in applied[places:])
        if run.lists.is_limited(kind, place):
            run.lists.granted[kind, place] += min(places, len(applied))
    for i in order:
        granted = "_refused" if i.p in refused else "_admitted" if i.list[0] == 4 else "_granted"
        run.tally(SOUGHT[i.list[0]] + granted, i.p, 1, i.list[1] if i.list[0] == 1 else i.p.place)
        if i.p in refused:
            choose_again(run, i.p, now)
            if i.list[0] == 0:
                i.p.because = "refused_by_quota"


def choose_again(run, p, now):
    """Drop what must be paid for, and decide with lists closed."""
    h = p.household
    run.s.of(h.region)
    h.intents = [i for i in h.intents if i.p is not p or i.number <= 2]
    if is_abroad(p):
        p.must = True
        decide_abroad(run, p, now, False)
    else:
        leave_for_work(run, p, now, False)
