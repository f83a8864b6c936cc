"""Variants of the baseline, lived by the program and compared, each with a mechanism where it matters.

    python3 -m reference.variants PROGRAM SCENARIO FOLDER [--only NAME,...] [--agents N] [--months N]
                                [--set PATH=VALUE]...
"""

import argparse
import os
import shutil
import subprocess
import sys

from .compare import compare
from .known import knows_all

VARIANTS = {
    "baseline": [],
    "free": [
        "jurisdictions.russia.regime=free_movement",
        "jurisdictions.kazakhstan.regime=free_movement",
        "jurisdictions.other.regime=free_movement",   # of no union: for everybody
        "destinations.other.psychic_cost=0 RUB/month",
    ],
    "monthly": [
        "jurisdictions.russia.permit.payment=monthly",
    ],
    "amnesty": [
        "jurisdictions.russia.amnesty.open=true",
        "jurisdictions.russia.amnesty.expected=5 %/month",
        "jurisdictions.russia.amnesty.struck_off=100 %",
        "jurisdictions.russia.repeat_ban.chance=80 %",
        "law.checks.hazard=12 %/month",
    ],
    "placements": [
        "destinations.moscow.placement.places=40000 persons/year",
        "destinations.rest_of_russia.placement.places=40000 persons/year",
        "destinations.south_korea.placement.places=40000 persons/year",
        "jurisdictions.russia.permit.papers=3000 RUB",
    ],
    "placeonly": [
        "jurisdictions.russia.entry=state_quota",
        "jurisdictions.russia.permit.employers=firms",
        "destinations.moscow.placement.places=90000 persons/year",
        "destinations.rest_of_russia.placement.places=90000 persons/year",
        "destinations.kazakhstan.placement.places=90000 persons/year",
    ],
    "help": [
        "home.return_credit.amount=50000 RUB",
        "home.repatriation.grant=100000 RUB",
        "home.unrest=2000 RUB/month",
        "home.departure_credit.amount=20000 RUB",
        "home.courses.language=20 %",
        "home.courses.profession=20 %",
    ],
    "reformed": [
        "jurisdictions.russia.naturalization.simplified.open=false",
        "jurisdictions.russia.naturalization.agreement.open=false",
        "jurisdictions.russia.naturalization.reformed.residence=6 months",
        "destinations.moscow.residence_quota.temporary=90000 persons/year",
        "destinations.moscow.residence_quota.permanent=90000 persons/year",
        "destinations.st_petersburg.residence_quota.temporary=90000 persons/year",
        "destinations.st_petersburg.residence_quota.permanent=90000 persons/year",
        "destinations.rest_of_russia.residence_quota.temporary=90000 persons/year",
        "destinations.rest_of_russia.residence_quota.permanent=90000 persons/year",
        "rules.residence.constant=4000 RUB/month",
    ],
    "dual": [
        "jurisdictions.russia.naturalization.dual_citizenship=true",
        "jurisdictions.russia.naturalization.quota.applies=true",
    ],
    "kernel": [
        "rules.kernel=linear_flat",
    ],
    "hard": [
        "law.checks.hazard=15 %/month",
        "jurisdictions.russia.criminal.database_check=5 %/month",
        "jurisdictions.russia.criminal.false_suspicion=20 %",
        "jurisdictions.russia.exit_ban.chance=50 %",
        "jurisdictions.russia.repeat_ban.chance=40 %",
        "jurisdictions.russia.sanctions.deportation_share=20 %",
        "jurisdictions.russia.sanctions.expulsion_share=10 %",
        "rules.consular.constant=-1000 RUB/month",
    ],
    "forged": [
        "jurisdictions.russia.intermediaries.forged=60 %",
        "jurisdictions.russia.intermediaries.price=20000 RUB",
        "rules.status.crime_cost=0 RUB/month",
        "jurisdictions.russia.forged_cards.price=500 RUB",
    ],
    "noreentry": [
        "jurisdictions.russia.re_entry.open=false",
        "jurisdictions.russia.employer_sanctions.job_finding=0.5",
        "destinations.moscow.vacancies=0.7",
        "rules.work.loss=10 %/month",
        "rules.moving_on.uprooting=2000 RUB/month",
    ],
    "join": [
        "rules.joining.family=2 %/month",
        "rules.joining.study=2 %/month",
    ],
    "offers": [
        "rules.citizen_offer.hazard=20 %/month",
        "rules.naturalization.constant=-4000 RUB/month",
    ],
    "short": [
        "home.consulate.passport_validity=24 months",
        "rules.consular.constant=-3000 RUB/month",
        "jurisdictions.russia.permit.duration=5 months",
        "jurisdictions.russia.permit.red_tape=75 days",
    ],
    "mix": [
        "jurisdictions.russia.permit.payment=monthly",
        "jurisdictions.kazakhstan.entry=state_quota",
        "destinations.kazakhstan.placement.places=50000 persons/year",
        "law.checks.hazard=10 %/month",
        "home.consulate.help=90 %",
        "rules.consular.constant=2000 RUB/month",
        "rules.moving_on.uprooting=0 RUB/month",
        "rules.work.loss=8 %/month",
        "jurisdictions.russia.exit_ban.chance=60 %",
        "jurisdictions.russia.repeat_ban.chance=80 %",
        "destinations.kazakhstan.wage=26000 RUB/month",
        "destinations.other.wage=26000 RUB/month",
        "jurisdictions.russia.registration.deadline.kyrgyzstan=20 days",
    ],
    "mixfree": [
        "jurisdictions.kazakhstan.regime=free_movement",
        "destinations.kazakhstan.wage=26000 RUB/month",
        "rules.moving_on.uprooting=0 RUB/month",
        "rules.work.loss=8 %/month",
        "law.checks.hazard=10 %/month",
        "destinations.moscow.placement.places=60000 persons/year",
        "rules.kernel=linear_flat",
    ],
    "noquota": [
        "destinations.moscow.permit_quota.applies=false",
        "destinations.st_petersburg.permit_quota.applies=false",
        "destinations.rest_of_russia.permit_quota.applies=false",
    ],
    "patents": [
        "jurisdictions.russia.patent.employers=all",
    ],
    "patentquota": [
        "jurisdictions.russia.patent.quota=true",
        "jurisdictions.russia.patent.papers=2000 RUB",
        "jurisdictions.russia.permit.quota=false",
        "jurisdictions.russia.permit.employers=firms",
    ],
    "skilled": [
        "jurisdictions.russia.highly_skilled.least_pay=18000 RUB/month",
        "jurisdictions.russia.highly_skilled.payment=monthly",
        "jurisdictions.russia.patent.payment=upfront",
        "jurisdictions.russia.amnesty.open=true",
        "rules.pay.first_after=3 months",
        "rules.liquidity.sent_abroad=70 %",
    ],
    "nopermits": [
        "jurisdictions.russia.permit.open=false",
        "jurisdictions.russia.amnesty.expected=5 %/month",
        "jurisdictions.russia.patent.employers=firms",
        "rules.status.with_dissimilarity=1",
        "rules.pay.first_after=0 months",
    ],
    "noscheme": [
        "jurisdictions.russia.permit.open=false",
        "jurisdictions.russia.patent.open=false",
        "jurisdictions.russia.highly_skilled.open=false",
        "jurisdictions.russia.permitted_stay=10 months",
        "jurisdictions.russia.naturalization.simplified.open=false",
        "jurisdictions.russia.residence.by_agreement.relative=false",
        "jurisdictions.russia.residence.temporary_duration=6 months",
        "jurisdictions.russia.residence.months_before_permanent=6 months",
        "jurisdictions.russia.residence.permanent_fee=300000 RUB",
        "rules.residence.constant=4000 RUB/month",
    ],
    "simplified": [
        "jurisdictions.russia.naturalization.simplified.lawful_stay=5 months",
        "jurisdictions.russia.naturalization.simplified.language=true",
        "jurisdictions.russia.naturalization.simplified.queue=4 months",
        "jurisdictions.russia.naturalization.simplified.address=true",
        "jurisdictions.russia.naturalization.agreement.residence=0 months",
        "jurisdictions.russia.naturalization.agreement.profession=true",
        "jurisdictions.russia.naturalization.agreement.queue=1.5 months",
        "jurisdictions.russia.naturalization.reformed.residence=0 months",
        "jurisdictions.russia.naturalization.reformed.address=false",
        "jurisdictions.russia.naturalization.reformed.queue=6 months",
        "rules.naturalization.constant=0 RUB/month",
    ],
    "agreement": [
        "jurisdictions.russia.naturalization.simplified.countries.kyrgyzstan=false",
        "jurisdictions.russia.naturalization.agreement.relative=false",
        "jurisdictions.russia.naturalization.agreement.residence=4 months",
        "jurisdictions.russia.naturalization.agreement.lawful_stay=8 months",
        "jurisdictions.russia.naturalization.reformed.open=false",
        "jurisdictions.russia.residence.by_agreement.relative=false",
        "jurisdictions.russia.residence.temporary_duration=6 months",
        "jurisdictions.russia.residence.months_before_permanent=6 months",
        "jurisdictions.russia.residence.permanent_fee=80000 RUB",
        "rules.naturalization.constant=0 RUB/month",
        "rules.residence.constant=4000 RUB/month",
    ],
    "relatives": [
        "jurisdictions.russia.naturalization.simplified.relative=true",
        "jurisdictions.russia.naturalization.dual_citizenship=true",
        "jurisdictions.russia.residence.by_agreement.countries.kyrgyzstan=false",
        "jurisdictions.russia.residence.by_quota.relative=true",
        "destinations.moscow.residence_quota.temporary=20000 persons/year",
        "rules.naturalization.relatives=1",
        "rules.naturalization.constant=4000 RUB/month",
        "rules.naturalization.attachment=0.8",
        "rules.residence.constant=4000 RUB/month",
        "rules.ties.of_citizens=10 %",
    ],
    "outside": [
        "jurisdictions.russia.residence.by_quota.quota=false",
        "jurisdictions.russia.residence.by_quota.work_right=true",
        "jurisdictions.russia.residence.by_agreement.quota=true",
        "jurisdictions.russia.residence.temporary_duration=7 months",
        "jurisdictions.russia.residence.months_before_permanent=5 months",
        "destinations.moscow.residence_quota.temporary=20000 persons/year",
        "rules.residence.constant=6000 RUB/month",
        "rules.residence.attachment=1",
    ],
    "offences": [
        "jurisdictions.russia.offences.hazard=25 %/month",
        "jurisdictions.russia.offences.fine=4000 RUB",
        "jurisdictions.russia.repeat_ban.chance=100 %",
        "jurisdictions.russia.repeat_ban.within=6 months",
        "jurisdictions.russia.exit_ban.turned_back=60 %",
        "jurisdictions.russia.criminal.database_check=5 %/month",
    ],
    "struckoff": [
        "jurisdictions.russia.offences.hazard=2 %/month",
        "jurisdictions.russia.repeat_ban.chance=50 %",
        "rules.attention.abroad=60 %/month",
        "rules.return_home.noise=1500 RUB/month",
        "jurisdictions.russia.exit_ban.chance=60 %",
        "law.checks.hazard=8 %/month",
    ],
    "strange": [
        "destinations.moscow.psychic_cost=3000 RUB/month",
        "destinations.kazakhstan.psychic_cost=-4000 RUB/month",
        "destinations.kazakhstan.wage=20000 RUB/month",
        "regions.osh.attachment=-14000 RUB/month",
        "regions.naryn.attachment=6000 RUB/month",
        "rules.departure.first_trip_hurdle=2.5",
        "rules.departure.later_trip_hurdle=2",
        "rules.moving_on.uprooting=0 RUB/month",
        "rules.work.loss=8 %/month",
        "destinations.kazakhstan.placement.places=60000 persons/year",
        "destinations.moscow.placement.places=60000 persons/year",
    ],
    "freepaths": [
        "jurisdictions.russia.regime=free_movement",
        "jurisdictions.russia.naturalization.simplified.lawful_stay=4 months",
        "jurisdictions.russia.naturalization.agreement.residence=3 months",
        "jurisdictions.russia.residence.by_agreement.work_right=true",
        "jurisdictions.russia.residence.by_quota.quota=false",
        "jurisdictions.russia.offences.hazard=10 %/month",
        "jurisdictions.russia.repeat_ban.chance=100 %",
        "rules.residence.constant=6000 RUB/month",
        "rules.naturalization.constant=0 RUB/month",
    ],
    "cards": [
        "jurisdictions.russia.amnesty.open=true",
        "jurisdictions.russia.intermediaries.price=12000 RUB",
        "jurisdictions.russia.intermediaries.forged=10 %",
        "rules.status.crime_cost=0 RUB/month",
        "rules.status.norm_cost=0 RUB/month",
        "jurisdictions.russia.forged_cards.price=500 RUB",
        "jurisdictions.russia.patent.open=false",
        "jurisdictions.russia.permit.fee=40000 RUB",
        "jurisdictions.russia.permit.least_pay=13000 RUB/month",
    ],
}

# Shocks of a variant: lever, value, first month, month after the last.
STRUCK_OFF = "jurisdictions.russia.amnesty.struck_off"
SHOCKS = {
    "struckoff": [
        ("jurisdictions.russia.offences.hazard", "40 %/month", "2005-02", "2005-09"),
        (STRUCK_OFF, "30 %", "2005-09", "2005-12"),
        (STRUCK_OFF, "60 %", "2006-05", "2006-06"),
    ],
    "freepaths": [
        ("jurisdictions.russia.regime", "permit", "2006-03", "2006-09"),
    ],
}


def arguments():
    """What is to be compared."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("scenario", help="config/baseline.yaml")
    parser.add_argument("folder", help="where results go")
    parser.add_argument("--only", help="names of variants, with commas between")
    parser.add_argument("--agents", default="1200")
    parser.add_argument("--months", default="60")
    parser.add_argument("--set", action="append", default=[], help="path=value, in every variant")
    return parser.parse_args()


def with_shocks(asked, name):
    """The scenario, or one upon it that holds the shocks of a variant."""
    if name not in SHOCKS:
        return asked.scenario
    os.makedirs(asked.folder, exist_ok=True)
    path = os.path.join(asked.folder, name + ".yaml")
    base = os.path.relpath(asked.scenario, asked.folder)
    with open(path, "w") as file:
        file.write("schema: 1\nscenario: %s\nbase: %s\nshocks:\n" % (name, base))
        for shock in SHOCKS[name]:
            file.write("  - lever: %s\n    set: %s\n    from: %s\n    until: %s\n" % shock)
    return path


def run_program(asked, name):
    """Let the program live a variant; its folder."""
    folder = os.path.join(asked.folder, name)
    shutil.rmtree(folder, ignore_errors=True)  # what was changed in it by hand would be kept
    command = [asked.program, "run", with_shocks(asked, name), "--persons", asked.agents, "--months", asked.months,
               "--panel", asked.agents, "-o", folder, "-q", "--threads", "1",
               "--set", "time.warm_up=0 months"]
    for change in VARIANTS[name] + asked.set:
        command += ["--set", change]
    subprocess.run(command, check=True)
    return folder


def main():
    """Compare the variants asked for; whether nothing differs, and, of all variants, whether each parameter is known."""
    asked = arguments()
    same, parameters = [], set()
    for name in asked.only.split(",") if asked.only else VARIANTS:
        print("==", name, flush=True)
        same.append(compare(run_program(asked, name), asked=parameters))
    if not asked.only:
        same.append(knows_all(os.path.join(asked.folder, "baseline"), parameters))
    return all(same)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
