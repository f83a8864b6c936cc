"""Variants of the baseline, lived by the program and compared, each with a mechanism where it matters.

    python3 -m reference.variants PROGRAM SCENARIO FOLDER [--only NAME,...] [--agents N] [--months N]
"""

import argparse
import os
import shutil
import subprocess
import sys

from .compare import compare

VARIANTS = {
    "baseline": [],
    "free": [
        "jurisdictions.russia.regime=free_movement",
        "jurisdictions.kazakhstan.regime=free_movement",
    ],
    "monthly": [
        "jurisdictions.russia.permit.payment=monthly",
    ],
    "amnesty": [
        "jurisdictions.russia.amnesty.open=true",
        "jurisdictions.russia.amnesty.expected=5 %/month",
        "jurisdictions.russia.amnesty.purges_bans=true",
        "jurisdictions.russia.repeat_ban.chance=80 %",
        "law.checks.hazard=12 %/month",
    ],
    "placements": [
        "destinations.moscow.placement.places=40000 persons/year",
        "destinations.rest_of_russia.placement.places=40000 persons/year",
        "destinations.south_korea.placement.places=40000 persons/year",
    ],
    "placeonly": [
        "jurisdictions.russia.entry=state_quota",
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
        "jurisdictions.russia.naturalization.route=reformed",
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
    return parser.parse_args()


def run_program(asked, name):
    """Let the program live a variant; its folder."""
    folder = os.path.join(asked.folder, name)
    shutil.rmtree(folder, ignore_errors=True)  # what was changed in it by hand would be kept
    command = [asked.program, "run", asked.scenario, "--persons", asked.agents, "--months", asked.months,
               "--panel", asked.agents, "-o", folder, "-q", "--threads", "1",
               "--set", "time.warm_up=0 months"]
    for change in VARIANTS[name]:
        command += ["--set", change]
    subprocess.run(command, check=True)
    return folder


def main():
    """Compare the variants asked for; whether nothing differs."""
    asked = arguments()
    same = []
    for name in asked.only.split(",") if asked.only else VARIANTS:
        print("==", name, flush=True)
        same.append(compare(run_program(asked, name)))
    return all(same)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
