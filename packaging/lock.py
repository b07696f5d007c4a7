"""Write again the two lists of hashed dependencies: `python3 packaging/lock.py [--upgrade]`.

Only the person who keeps the project runs it, with Internet. The resolver works in a throwaway
folder; what it learns about addresses stays there.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from places import LOCKED, LOCKED_CHECK, ROOT

RESOLVER = "uv==0.13.9"  # resolves for every system and Python at once, which pip cannot
PYTHONS = ("11", "12", "13", "14")
SYSTEMS = re.compile(r"^(any|manylinux.*_(x86_64|aarch64)|macosx_.*|win_(amd64|arm64))$")

HEAD = """\
# {what}, each piece with the fingerprints of its built files.
# Made by packaging/lock.py from pyproject.toml; not changed by hand. No address stands here:
# pip takes the pieces where this computer is used to taking them.
"""


def main() -> None:
    """Resolve for all systems, then write both lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="let every piece become newer")
    upgrade = parser.parse_args().upgrade
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        kept = work / "kept.txt"
        kept.write_text("" if upgrade else "\n".join(pins(LOCKED, LOCKED_CHECK)))
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
        python = work / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", RESOLVER], check=True)
        everything = resolve(python, work, kept, "--extra", "check")
        kept.write_text("\n".join(line_of(piece) for piece in everything))
        program = resolve(python, work, kept)
    names = {piece["name"] for piece in program}
    only_check = [piece for piece in everything if piece["name"] not in names]
    LOCKED.write_text(HEAD.format(what="What ensdesk needs to run") + listing(program))
    LOCKED_CHECK.write_text(
        HEAD.format(what="What checking ensdesk needs besides locked.txt") + listing(only_check),
    )
    print(f"{len(program)} pieces to run, {len(only_check)} more to check.")


def pins(*lists: Path) -> Iterator[str]:
    """Yield `name==version; marker` for every piece of *lists*, without its hashes."""
    for path in lists:
        for line in path.read_text().splitlines() if path.exists() else ():
            if "==" in line and not line.startswith(("#", " ")):
                yield line.removesuffix("\\").strip()


def resolve(python: Path, work: Path, kept: Path, *more: str) -> list[dict[str, Any]]:
    """Return the pieces that pyproject.toml asks for, on every system and Python."""
    out = work / "pylock.toml"
    out.unlink(missing_ok=True)
    command: list[str | Path] = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--only-binary", ":all:", "--no-cache"]
    command += ["--constraint", kept, "--format", "pylock.toml", "--output-file", out, *more]
    subprocess.run([*command, ROOT / "pyproject.toml"], check=True, stdout=subprocess.DEVNULL)
    return list(tomllib.loads(out.read_text())["packages"])


def listing(pieces: list[dict[str, Any]]) -> str:
    """Return *pieces* as pip reads them, in the order of their names."""
    return "".join(
        " \\\n    ".join([line_of(piece), *(f"--hash=sha256:{one}" for one in hashes(piece))])
        + "\n"
        for piece in sorted(pieces, key=lambda piece: str(piece["name"]))
    )


def line_of(piece: dict[str, Any]) -> str:
    """Return `name==version ; marker`."""
    marker = f" ; {piece['marker']}" if "marker" in piece else ""
    return f"{piece['name']}=={piece['version']}{marker}"


def hashes(piece: dict[str, Any]) -> list[str]:
    """Return the SHA-256 of the wheels that a computer of ours could take."""
    found = {
        wheel["hashes"]["sha256"]
        for wheel in piece.get("wheels", ())
        if suits(wheel["url"].rsplit("/", 1)[-1])
    }
    if not found:
        raise SystemExit(f"{piece['name']} {piece['version']}: no wheel suits us.")
    return sorted(found)


def suits(wheel: str) -> bool:
    """Tell whether the file name *wheel* is for our Pythons and systems (PEP 427)."""
    python, abi, system = wheel.removesuffix(".whl").split("-")[-3:]
    ours = {f"cp3{minor}" for minor in PYTHONS}
    older = abi == "abi3" and python.startswith("cp3")
    right_python = older or "py3" in python.split(".") or (python in ours and abi == python)
    return right_python and any(SYSTEMS.match(one) for one in system.split("."))


if __name__ == "__main__":
    main()
