"""Runs what the documents show: commands, scenario files, Python and R. See `scripts/check-docs --run`.

A line above a snippet may say what is to become of it:

    <!-- not run: REASON -->          it is left out
    <!-- refused -->                  a scenario file that `validate` refuses
    <!-- status: 2 -->                commands that end with this status
    <!-- output -->                   text: what the commands before it print
    <!-- output: BEGIN ... END -->    text: of that the lines from the first that begins with BEGIN to the next that begins with END

Commands whose output is shown run as they stand, all others with few persons.
"""
import dataclasses
import itertools
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^( *)```(\S*)")
MARKER = re.compile(r"^ *<!-- (not run|refused|status|output)(?:: *(.*?))? *-->$")
COMMAND = re.compile(r"^ *(\S*/)?kochmon [a-z]")
NAMED_FILE = re.compile(r"`([\w./-]+\.(?:yaml|csv))`")
LIVING = ("run", "compare", "targets")  # verbs that live persons, so many at most:
MOST_PERSONS = 500
PACKAGES = ("python", "r")  # folders of the packages, whose snippets are those of their users
MOST_SECONDS = 60
STATUS_OUTSIDE = 7  # of `targets`: so few persons may well lie outside a band
# What Python and R say of a library that is not installed.
NO_LIBRARY = re.compile(r"No module named \S+|there is no package called \S+")


@dataclasses.dataclass
class Block:
    place: str  # file:line
    language: str
    text: str
    named: str  # the file that the line above names
    marker: str | None  # "not run", "refused", "status" or "output"
    said: str  # what the marker says after its colon
    lines: slice  # of the document, the fences left out


class NotRun(Exception):
    """A snippet is not run, for a reason."""


class Fault(Exception):
    """A snippet does not do what the document says."""


def language_of(word, lines):
    if word in ("sh", "bash", "console") or not word and any(COMMAND.match(line) for line in lines):
        return "sh"
    return word.lower()


def block_at(name, lines, begin, end):
    word = FENCE.match(lines[begin]).group(2)
    above = [line for line in lines[:begin] if line.strip()][-2:]
    marker = MARKER.match(lines[begin - 1]) if begin else None
    named = [file for line in above for file in NAMED_FILE.findall(line)]
    inside = lines[begin + 1:end]
    return Block(f"{name}:{begin + 1}", language_of(word, inside), "\n".join(inside) + "\n",
                 named[-1] if named else "", marker.group(1) if marker else None,
                 (marker.group(2) or "") if marker else "", slice(begin + 1, end))


def blocks_of(name, text):
    lines = text.splitlines()
    fences = [number for number, line in enumerate(lines) if FENCE.match(line)]
    return [block_at(name, lines, begin, end) for begin, end in zip(fences[::2], fences[1::2])]


def idle_markers(name, text):
    """Markers that stand above no snippet, or do not say what they must."""
    lines = text.splitlines() + [""]
    for number, line in enumerate(lines):
        marker = MARKER.match(line)
        if marker and not FENCE.match(lines[number + 1]):
            yield f"{name}:{number + 1}: expected a snippet in the next line"
        elif marker and marker.group(1) == "not run" and not marker.group(2):
            yield f"{name}:{number + 1}: expected a reason"


def executed(words, folder, fine=(0,), environment=None):
    """What it prints: its answer, or where there is none its messages."""
    try:
        done = subprocess.run(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=MOST_SECONDS, check=False)
    except FileNotFoundError:
        raise NotRun(f"{words[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise Fault(f"{shlex.join(words)}: more than {MOST_SECONDS} s") from None
    if done.returncode not in fine:
        raise Fault(f"{shlex.join(words)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout or done.stderr


def with_few_persons(words):
    """The command with at most MOST_PERSONS agents, and lives written of no more."""
    few = words if "--persons" in words else [*words, "--persons", "full"]
    for at in (at for at, word in enumerate(few) if at and few[at - 1] in ("--persons", "--panel")):
        asked = int(few[at]) if few[at].isdecimal() else MOST_PERSONS
        few = [*few[:at], str(min(asked, MOST_PERSONS)), *few[at + 1:]]
    return few


def run_commands(block, program, folder, as_it_stands):
    printed = ""
    for line in block.text.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        if pathlib.PurePath(words[0]).name != "kochmon":
            raise Fault(f"'{words[0]}' is not run here; give it a snippet of its own, with its reason")
        verb = words[1]
        words = [program, *words[1:]]
        fine = (int(block.said),) if block.marker == "status" else (0, STATUS_OUTSIDE) if verb == "targets" else (0,)
        printed += executed(words if as_it_stands or verb not in LIVING else with_few_persons(words), folder, fine)
    return printed


def shown_part(printed, said):
    """The lines that a marker of output names; all if it names none."""
    if not said:
        return printed
    begin, end = said.split(" ... ")
    lines = printed.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip().startswith(begin)), None)
    if first is None:
        raise Fault(f"no line of the output begins with '{begin}':\n{printed}")
    last = next((at for at in range(first, len(lines)) if lines[at].strip().startswith(end)), None)
    if last is None:
        raise Fault(f"no line of the output after '{lines[first]}' begins with '{end}':\n{printed}")
    return "\n".join(lines[first:last + 1]) + "\n"


class Stale(Fault):
    """Output that is not what the document shows."""

    def __init__(self, printed):
        super().__init__(f"the output is now (--renew writes it):\n{printed}")
        self.printed = printed


def check_output(block, printed):
    if printed is None:
        raise Fault("output of no command: expected commands before it")
    now = shown_part(printed, block.said)
    if [line.rstrip() for line in now.splitlines()] != [line.rstrip() for line in block.text.splitlines()]:
        raise Stale(now)


def package_environment(root, program, folder):
    """In which Python and R find the packages of this checkout, and these the program and the copied scenarios."""
    library = folder / "library"
    library.mkdir()
    if shutil.which("R"):  # where jsonlite is missing too, the snippet says that there is no package
        subprocess.run(["R", "CMD", "INSTALL", f"--library={library}", str(root / "r/kochmon")], capture_output=True, check=False)
    return {**os.environ, "KOCHMON": program, "KOCHMON_CONFIG": str(folder / "config"), "PYTHONPATH": str(root / "python"),
            "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "Agg", "R_LIBS": str(library)}


def run_script(block, folder, interpreter, suffix, environment):
    script = folder / f"snippet{suffix}"
    few = re.sub(r"\bpersons ?= ?(\d+)", lambda asked: f"persons = {min(int(asked[1]), MOST_PERSONS)}", block.text)
    script.write_text(few, encoding="utf-8")
    try:
        executed([interpreter, str(script)], folder, environment=environment)
    except Fault as fault:
        missing = NO_LIBRARY.search(str(fault))
        if missing is None:
            raise
        raise NotRun(missing.group()) from None


def check_yaml(block, file, program, folder):
    keys = set(re.findall(r"^(\w+):", block.text, re.MULTILINE))
    if "calibration" in keys:
        executed([program, "calibrate", file, "--dry-run"], folder)
    elif "sweep" in keys:
        executed([program, "sweep", file, "--dry-run"], folder)
    elif "observed" in keys:
        executed([program, "targets", "config/history.yaml", "--targets", file, "--dry-run"], folder)
    elif "targets" in keys:
        executed([program, "targets", "config/baseline.yaml", "--targets", file, "--dry-run"], folder)
    elif "countries" in keys:  # a corridor: its whole scenario can be written
        name = re.search(r"^corridor: *([\w-]+)", block.text, re.MULTILINE).group(1)
        executed([program, "new", "corridor", name, "--corridor", file, "-o", f"{name}-of-snippet"], folder)
    elif "scenario" in keys:
        executed([program, "validate", "--strict", file], folder, (2,) if block.marker == "refused" else (0,))
    else:
        raise Fault("neither a scenario, nor a calibration, a sweep or observed figures")


def run_block(block, file, program, folder, environment):
    if block.marker == "not run":
        raise NotRun(block.said)
    if block.language == "csv":
        return
    if block.language == "yaml":
        # A later state of a file takes the place of the one that was shown before.
        (folder / file).write_text(block.text, encoding="utf-8")
        check_yaml(block, file, program, folder)
    elif block.language == "python":
        run_script(block, folder, sys.executable, ".py", environment)
    else:
        run_script(block, folder, "Rscript", ".R", environment)


def work_folder(root, folder):
    """What commands read, as copies: snippets may write beside it."""
    shutil.copytree(root / "config", folder / "config", ignore=shutil.ignore_patterns("*.?pp"))
    shutil.copytree(root / "docs/templates", folder / "docs/templates")


def prepared(blocks, folder):
    """Writes the files that a document shows, since commands before them may name them; their names by place."""
    files = {}
    for number, block in enumerate(block for block in blocks if block.language in ("yaml", "csv")):
        is_ours = block.named in files.values()
        is_new = block.named and not (folder / block.named).exists()
        files[block.place] = block.named if is_ours or is_new else f"snippet-{number}.{block.language}"
        if not is_ours:
            (folder / files[block.place]).write_text(block.text, encoding="utf-8")
    return files


def is_shown(following):
    """Whether output of commands is shown, before the next commands."""
    before = itertools.takewhile(lambda block: block.language != "sh", following)
    return any(block.marker == "output" for block in before)


def run_document(blocks, program, folder, environment=None):
    """Pairs of a block and what came of it: None, NotRun or Fault."""
    files = prepared(blocks, folder)
    printed = None
    for number, block in enumerate(blocks):
        try:
            if block.marker == "output":
                check_output(block, printed)
            elif block.language == "sh" and block.marker != "not run":
                printed = None
                printed = run_commands(block, program, folder, is_shown(blocks[number + 1:]))
            else:
                run_block(block, files.get(block.place), program, folder, environment)
            yield block, None
        except (NotRun, Fault) as outcome:
            yield block, outcome


def renewed(text, stale):
    """The document with the output that its commands print now."""
    lines = text.splitlines()
    for block, outcome in sorted(stale, key=lambda pair: pair[0].lines.start, reverse=True):
        lines[block.lines] = outcome.printed.splitlines()
    return "\n".join(lines) + "\n"


def is_snippet(block):
    return block.language in ("sh", "yaml", "csv", "python", "r") or block.marker == "output"


def run_snippets(root, documents, program, renew=False):
    """The faults; prints what was not run, and how many were run. With `renew`, output that is stale is written anew."""
    faults, run, left = [], 0, []
    for document in documents:
        name, text = str(document.relative_to(root)), document.read_text(encoding="utf-8")
        faults += idle_markers(name, text)
        blocks = [block for block in blocks_of(name, text) if is_snippet(block)]
        stale = []
        with tempfile.TemporaryDirectory(prefix="kochmon-docs-") as folder:
            folder, program = pathlib.Path(folder), os.path.abspath(program)
            work_folder(root, folder)
            environment = package_environment(root, program, folder) if document.parent.name in PACKAGES else None
            for block, outcome in run_document(blocks, program, folder, environment):
                run += outcome is None
                left += [f"{block.place}: not run: {outcome}"] if isinstance(outcome, NotRun) else []
                if renew and isinstance(outcome, Stale):
                    stale.append((block, outcome))
                elif isinstance(outcome, Fault):
                    faults.append(f"{block.place}: {outcome}")
        if stale:
            document.write_text(renewed(text, stale), encoding="utf-8")
            print("\n".join(f"{block.place}: renewed" for block, _ in stale))
    print("\n".join([*left, f"{run} snippets run, {len(left)} not run"]))
    return faults
