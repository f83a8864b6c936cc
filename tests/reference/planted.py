"""That a comparison finds what differs: the reference lives another norm than the program did.

    python3 -m reference.planted PROGRAM SCENARIO FOLDER
"""

import re
import sys

from .compare import compare
from .variants import arguments, run_program


def change_norm(folder):
    """Lower the cost of irregular work in the scenario that the reference reads."""
    path = folder + "/scenario.yaml"
    text = open(path).read()
    changed, found = re.subn(r"(norm_cost: \{value: )\d+", r"\g<1>0", text)
    assert found == 1, "norm_cost is stated once"
    with open(path, "w") as file:
        file.write(changed)


def main():
    """Whether the difference is found."""
    folder = run_program(arguments(), "baseline")
    if not compare(folder):
        return False
    change_norm(folder)
    return not compare(folder)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
