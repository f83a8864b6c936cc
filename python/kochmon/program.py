# SPDX-License-Identifier: MIT
"""Finds the program kochmon, and runs it."""
import atexit
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PACKAGE = pathlib.Path(__file__).resolve().parent
PROGRESS = re.compile(r"^(kochmon: .* (s|min) left|\{.*\})\n", re.MULTILINE)


class KochmonError(Exception):
    """As text the program's own, without progress; status and command are None where it was not run."""

    def __init__(self, message, status=None, command=None):
        super().__init__(message)
        self.status, self.command = status, command


def find_program(program=None):
    """Path of the program: the argument, the variable KOCHMON, beside the package, or in PATH."""
    given = program or os.environ.get("KOCHMON")
    places = [str(given)] if given else [str(PACKAGE / "bin" / "kochmon"), "kochmon"]
    found = next(filter(None, map(shutil.which, places)), None)
    if found:
        return pathlib.Path(found).absolute()
    source = "argument program" if program else "variable KOCHMON" if given else "the latter in PATH"
    raise KochmonError(f"the program kochmon was not found: looked for {' and '.join(places)} ({source}). Install the "
                       "Debian package or the wheel that holds it, or name it by the variable KOCHMON or by program=.")


def fresh(name):
    """A path that is not there yet, in a folder that is kept as long as the session."""
    folder, owner = os.path.realpath(tempfile.mkdtemp(prefix="kochmon-")), os.getpid()
    # A forked process also runs what is registered, and must not remove the files of its parent.
    atexit.register(lambda: os.getpid() == owner and shutil.rmtree(folder, ignore_errors=True))
    return pathlib.Path(folder, name)


def call(verb, flags, files, program=None, good=(0,)):
    """Runs the program; returns the command, its exit status and standard output, or raises KochmonError."""
    command = [str(find_program(program)), verb, *flags, "--", *files]
    interruption, told, shown, live = None, "", 0, time.monotonic() + 0.5
    # In a session of its own: a terminal sends Ctrl-C to all of its processes, and a second one would end at once a
    # program that is still putting away what is done.
    with tempfile.TemporaryFile() as output, subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, start_new_session=True
    ) as child:
        while child.returncode is None:
            try:
                for line in child.stderr:
                    told += line.decode("utf-8", "replace")
                    # What is refused is refused at once, and is then told by the exception alone.
                    if time.monotonic() > live:
                        sys.stderr.write(told[shown:])
                        shown = len(told)
                child.wait()
            except BaseException as error:  # Ctrl-C, or a console that is gone
                interruption = error
                child.send_signal(signal.SIGINT)
        output.seek(0)
        text, ended = output.read().decode("utf-8", "replace"), child.returncode
    status = ended if ended >= 0 else 128 - ended
    if interruption is None and status not in good:
        told = PROGRESS.sub("", told).rstrip("\n")
        raise KochmonError(told or f"kochmon ended with status {status} and gave no reason", status, command)
    sys.stderr.write(told[shown:])
    if interruption is not None:
        raise interruption
    return command, status, text
