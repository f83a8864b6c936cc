"""Households of the start (model.md, section 8)."""


class Household:
    """Members, region, and the account."""

    def __init__(self, region, members):
        self.region = region
        self.members = members
        for member in members:
            member.household = self


def place_women(women, count, draw, home):
    """Women of 20-49 in the order of their draws, one household after the other."""
    for i, woman in enumerate(sorted(women, key=lambda p: (draw(p, 0), p.key))):
        home[woman] = i % count


def order_of_households(women, count, home):
    """Households in the order of their eldest woman; those without a woman last, by number."""
    listed = [home[woman] for woman in sorted(women, key=lambda p: (p.birth, p.key))]
    return list(dict.fromkeys(listed + list(range(count))))


def place_men(men, order, draw, home):
    """Men of 20-54 in the order of birth + 120 u, from the first household of the order on."""
    for i, man in enumerate(sorted(men, key=lambda p: (p.birth + 120 * draw(p, 0), p.key))):
        home[man] = order[i * len(order) // len(men)]


def place_others(others, women, start, count, draw, home):
    """Who is below 20 to a woman who was 18-44 at the birth, drawn from the eldest down; others anywhere."""
    by_age = sorted(women, key=lambda p: (p.birth, p.key))
    for person in others:
        mothers = []
        if start - person.birth < 240:
            mothers = [w for w in by_age if 216 <= person.birth - w.birth < 540]
        u = draw(person, 1)
        home[person] = home[mothers[int(u * len(mothers))]] if mothers else int(u * count)


def households_of_region(people, size, start, draw):
    """The households of one region, members by running number."""
    count = max(1, round(len(people) / size))
    age = {p: start - p.birth for p in people}
    women = [p for p in people if p.female and 240 <= age[p] < 600]
    men = [p for p in people if not p.female and 240 <= age[p] < 660]
    home = {}
    place_women(women, count, draw, home)
    place_men(men, order_of_households(women, count, home), draw, home)
    place_others([p for p in people if p not in home], women, start, count, draw, home)
    members = [[] for _ in range(count)]
    for person in people:
        members[home[person]].append(person)
    return members


def make_households(scenario, persons, luck):
    """All households, region by region; empty ones are left out."""
    draw = lambda person, lane: luck.draw(person.key, 0, 1056, 0, lane)
    result = []
    for region in dict.fromkeys(p.region for p in persons):
        people = [p for p in persons if p.region == region]
        scenario.of(region)
        size = scenario["regions.%s.household_size" % region]
        for members in households_of_region(people, size, scenario.start, draw):
            if members:
                result.append(Household(region, members))
    return result
