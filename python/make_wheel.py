#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds a wheel of the package that holds the program and its scenarios, for Linux on x86-64.

    python3 make_wheel.py --program ../build/release/kochmon --config ../config -o dist

The same inputs make the same bytes: times are those of SOURCE_DATE_EPOCH, else of 1980. Needs Python 3.11.
"""
import argparse
import base64
import hashlib
import os
import pathlib
import sys
import time
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TAG = "py3-none-linux_x86_64"
DATA = {".yaml", ".csv", ".md"}  # of the folder config, which also holds sources of the program
EARLIEST = 315532800  # 1980-01-01: a zip file knows no earlier time
X86_64 = 62  # e_machine of the header of an ELF file


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the built program kochmon")
    parser.add_argument("--config", required=True, type=pathlib.Path, help="the folder of the shipped scenarios")
    parser.add_argument("--libraries", type=pathlib.Path,
                        help="a folder of shared libraries that the program looks for in ../lib; none if not given")
    parser.add_argument("-o", "--output", default=pathlib.Path("dist"), type=pathlib.Path, help="folder of the wheel")
    return parser.parse_args()


def checked(program, config):
    header = program.read_bytes()[:20] if program.is_file() else b""
    if header[:4] != b"\x7fELF" or header[4] != 2 or int.from_bytes(header[18:20], "little") != X86_64:
        sys.exit(f"make_wheel: {program} is no program for Linux on x86-64")
    if not (config / "baseline.yaml").is_file():
        sys.exit(f"make_wheel: {config} holds no baseline.yaml, so it is not the folder of the shipped scenarios")


def metadata(project):
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Author: {', '.join(author['name'] for author in project['authors'])}",
        f"License: {project['license']['text']}",
        f"Keywords: {','.join(project['keywords'])}",
        f"Requires-Python: {project['requires-python']}",
    ]
    for extra, needed in project["optional-dependencies"].items():
        lines += [f"Provides-Extra: {extra}", *(f'Requires-Dist: {name} ; extra == "{extra}"' for name in needed)]
    lines += ["Description-Content-Type: text/markdown", "", (HERE / project["readme"]).read_text(encoding="utf-8")]
    return "\n".join(lines).encode()


def contents(program, config, libraries, project, info):
    files = {f"kochmon/{file.name}": file.read_bytes() for file in (HERE / "kochmon").glob("*.py")}
    files["kochmon/bin/kochmon"] = program.read_bytes()
    for file in libraries.iterdir() if libraries else ():
        files[f"kochmon/lib/{file.name}"] = file.read_bytes()
    for file in config.rglob("*"):
        if file.is_file() and file.suffix in DATA:
            files[f"kochmon/share/kochmon/config/{file.relative_to(config).as_posix()}"] = file.read_bytes()
    wheel = f"Wheel-Version: 1.0\nGenerator: kochmon make_wheel\nRoot-Is-Purelib: false\nTag: {TAG}\n"
    files[f"{info}/WHEEL"] = wheel.encode()
    files[f"{info}/METADATA"] = metadata(project)
    commands = "".join(f"{name} = {function}\n" for name, function in project["scripts"].items())
    files[f"{info}/entry_points.txt"] = f"[console_scripts]\n{commands}".encode()
    license_file = HERE.parent / "LICENSE"
    files[f"{info}/LICENSE"] = license_file.read_bytes()
    return dict(sorted(files.items()))


def record(files, name):
    def digest(content):
        return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()

    rows = [f"{path},sha256={digest(content)},{len(content)}" for path, content in files.items()]
    return "\n".join([*rows, f"{name},,", ""]).encode()


def write(wheel, files):
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", EARLIEST)), EARLIEST))[:6]
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whose permissions follow
            entry.external_attr = (0o100755 if path == "kochmon/bin/kochmon" else 0o100644) << 16
            archive.writestr(entry, content)


def main():
    asked = arguments()
    checked(asked.program, asked.config)
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name']}-{project['version']}"
    info = f"{stem}.dist-info"
    files = contents(asked.program, asked.config, asked.libraries, project, info)
    files[f"{info}/RECORD"] = record(files, f"{info}/RECORD")
    asked.output.mkdir(parents=True, exist_ok=True)
    wheel = asked.output / f"{stem}-{TAG}.whl"
    write(wheel, files)
    print(wheel)


if __name__ == "__main__":
    main()
