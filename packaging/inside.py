"""Runs a part of the project's tests by itself, in the program's own environment."""

import os
import subprocess

from places import PYTHON, ROOT


def run(module: str, *words: str) -> int:
    """Run *module* with *words*, without a screen; return how it ended."""
    if not PYTHON.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    own = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    own.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that was started once is measured
    return subprocess.call([str(PYTHON), "-m", module, *words], cwd=ROOT, env=own)
