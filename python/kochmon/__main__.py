# SPDX-License-Identifier: MIT
"""The command kochmon: the program that came with the package, with the arguments given."""
import os
import sys

from .program import PACKAGE


def main():
    """Becomes the program. A package that was installed from its sources has none of its own."""
    program = PACKAGE / "bin" / "kochmon"
    if not program.is_file():
        sys.exit("kochmon: this Python package was installed without the program; install the wheel that holds it, or "
                 "the Debian package")
    os.execv(program, ["kochmon", *sys.argv[1:]])


if __name__ == "__main__":
    main()
