"""Measures of a month in agents and kopecks, by total, origin, country and destination (measures.csv)."""

from .places import ALL, NEVER, groups, is_abroad, is_adult, is_detained, is_lawful, is_regular, may_work
from .reasons import REASONS, reason_of
from .stays import RATES, rates_of


def stocks_of(p, now):
    """The stocks to which a living person belongs at a month's end."""
    yield "persons"
    if not is_abroad(p):
        yield "at_home"
        if is_adult(p, now):
            yield "adults_at_home"
    else:
        yield "abroad"
        yield from stocks_abroad(p, now)
    if 180 <= now - p.birth < 780:
        yield "of_working_age"
    if any(end > now for end in p.ban.values()):
        yield "banned"
        yield "barred_from_entry"
    if p.found != NEVER and now - p.found < 12:
        yield "official_irregulars"


def stocks_abroad(p, now):
    """The stocks of who is abroad."""
    if p.right == "citizen":
        yield "naturalized_abroad"
        if not p.renounced:
            yield "dual_citizens"
        if 180 <= now - p.birth < 780:
            yield "naturalized_workers"
            if p.contract == "formal":
                yield "naturalized_workers_with_contract"
    else:
        yield from stocks_of_foreigners(p, now)
        yield from steps_of_legality(p, now)
    if p.presence == "prison":
        yield "in_prison"
    if p.contract == "formal":
        yield "with_contract"


def steps_of_legality(p, now):
    """Of foreign workers: lawfully present, with the right to work, by contract besides."""
    if 180 <= now - p.birth < 780 and not is_detained(p):
        if is_lawful(p):
            yield "workers_lawfully_present"
        if may_work(p):
            yield "workers_with_right"
            if p.contract == "formal":
                yield "workers_with_right_and_contract"


def stocks_of_foreigners(p, now):
    """The stocks of foreigners abroad."""
    yield "foreigners_abroad"
    if 180 <= now - p.birth < 780 and not is_detained(p):
        yield "foreign_workers"
        yield "regular_workers" if is_regular(p) else "irregular_workers"
        if not is_regular(p):
            yield "irregular_" + reason_of(p, now)
        if not is_regular(p) and p.exploited > now - 12:
            yield "exploited_within_year"
        if p.contract == "none":
            yield "searching"
    rights = {"none": "without_right", "permit": "permit_holders", "free_movement": "free_movers"}
    yield rights.get(p.right, p.right + "s")
    if p.right == "permit" and p.scheme == "patent":
        yield "patent_holders"
    if p.presence in ("permitted", "registered", "overstayed"):
        yield p.presence
    if p.papers != "genuine" and not is_detained(p):
        yield p.papers
    if p.permit_begin != NEVER:
        yield "applicants_waiting"
    if p.queue != NEVER:
        yield "in_citizenship_queue"
    if p.consulate:
        yield "at_consulate"
    if p.passport_end < now:
        yield "passport_expired"


def measures_of(run, now):
    """(measure, group) -> number of agents, months, or kopecks."""
    values = dict(run.flows)
    for p in run.persons:
        if p.place == "nowhere":
            continue
        for measure in stocks_of(p, now):
            for by in groups(p, p.place):
                values[measure, by] = values.get((measure, by), 0) + 1
    for h in run.households:
        for measure in ["households"] * h.told + ["households_on_remittances"] * h.on_remittances:
            for by in (ALL, ("origin", h.region), ("country", h.region.country)):
                values[measure, by] = values.get((measure, by), 0) + 1
    for country in run.economies:
        for by in (ALL, ("country", country)):
            values["gdp", by] = values.get(("gdp", by), 0) + run.world.gdp[country]
            values["capital", by] = values.get(("capital", by), 0) + run.capital[country]
    run.past = run.past[-11:] + [(values, run.stays.counts)]
    if len(run.past) == 12:
        values = dict(values)
        for by in compared_groups(run.s.corridor):
            values.update({(rate, by): round(value * RATE) for rate, value in rates_of(run.past, by)})
    return values


RATE = 10 ** 9  # parts of one in which rates are compared
COMPARED = set(RATES) | set("""workers_lawfully_present workers_with_right workers_with_right_and_contract
naturalized_workers naturalized_workers_with_contract foreigner_months
persons at_home adults_at_home abroad of_working_age naturalized_abroad dual_citizens foreign_workers
regular_workers irregular_workers searching without_right permit_holders free_movers temporary_residents
permanent_residents permitted registered overstayed in_prison with_contract forged_knowingly forged_unknowingly
applicants_waiting in_citizenship_queue at_consulate passport_expired official_irregulars gdp capital births deaths
deaths_abroad considered_leaving departures departures_to_join_family departures_to_study returns removals deportations
returns_by_choice repeat_bans offences
expulsions jobs_found jobs_lost contracts_offered exploited unpaid_overtime pay_withheld_cases other_work
exploited_irregular complaints complaints_upheld offers_to_citizens offers_taken checks fines registration_fines
saved_by_consulate custody custody_days convictions acquittals released turned_back registrations permits_sought
patents_bought permits_outside_quota patent_holders
permits_granted permits_refused permits_bought permits_through_intermediary permits_lapsed forged_bought forged_sold
re_entries stays_overrun placements_sought placements_granted placements_refused placed residence_sought
residence_granted residence_refused residences_obtained temporary_residences_obtained residences_outside_quota
foreigners_abroad
barred_from_entry residences_ended citizenship_sought citizenship_admitted
citizenship_refused citizenship_queued citizenship_denied citizenship_abandoned naturalizations consular_registrations
irregular_months wages pay_lost pay_withheld pay_recovered remittances living_costs better_living permit_fees
intermediary_fees forged_papers_paid re_entry_costs residence_fees citizenship_fees consular_fees fines_paid
credit_taken registration_fees fares moves_out moves_in months_abroad lawful_months exploited_within_year
passports_renewed banned permits_by_amnesty placements_unused departures_without_purse permits_without_purse
residence_without_purse citizenship_without_purse learnt_language learnt_profession return_credits repatriations
return_loans return_transfers repatriation_grants remittances_invested households households_on_remittances turned_back_abroad""".split())
COMPARED.update("irregular_" + reason for reason in REASONS)


def compared_groups(corridor):
    """The groups that are compared."""
    return ([ALL] + [("origin", region) for region in corridor.regions]
            + [("destination", place) for place in corridor.destinations]
            + [("country", country) for country in corridor.countries])
