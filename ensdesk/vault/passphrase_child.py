"""Heavy secret work in a process of its own, which dies with what it knew.

The child runs this very file alone: it imports nothing else of the program, so that it
starts fast. A secret goes in by stdin and comes out by stdout; argv holds the job's name.
"""

import os
import struct
import subprocess
import sys
from collections.abc import Callable

FLAG = "--passphrase-child"  # how a built program, which has no Python files, starts its child
LONGEST_SECONDS = 300

_DONE, _NO_MEMORY, _REFUSED = 0, 3, 4


class Refused(Exception):
    """The job ran to its end and says no: these words do not open this."""


def in_child(job: str, given: bytes) -> bytes:
    """Run the named job in a child; return its answer.

    Raises NotEnoughMemory, CutShort (killed, or far too slow), Refused.
    """
    from ensdesk.vault.cut_short import CutShort, NotEnoughMemory

    try:
        ended = subprocess.run(
            command(job),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        raise CutShort from None
    if ended.returncode == _NO_MEMORY:
        raise NotEnoughMemory
    if ended.returncode == _REFUSED:
        raise Refused
    if ended.returncode != _DONE or not ended.stdout:
        raise CutShort
    return ended.stdout


def command(job: str) -> list[str]:
    """Return how to start a child for *job*: the one place to change in a built program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, job]
    return [sys.executable, "-I", "-B", __file__, job]


def main(job: str) -> int:
    """Do *job* on what stdin gives: what the child runs."""
    _keep_out_of_core_dumps()
    try:
        answer = _JOBS[job](sys.stdin.buffer.read())
    except MemoryError:
        return _NO_MEMORY
    except Refused:
        return _REFUSED
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return _DONE


def _stretch(given: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    memory_kib, passes, lanes = struct.unpack_from("<III", given)
    kdf = Argon2id(
        salt=given[12:28], length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    return kdf.derive(given[28:])


def _close_with_words(given: bytes) -> bytes:
    import pyrage

    words, identity = _two_parts(given)
    return bytes(pyrage.passphrase.encrypt(identity, words))


def _open_with_words(given: bytes) -> bytes:
    import pyrage

    words, closed = _two_parts(given)
    try:
        return bytes(pyrage.passphrase.decrypt(closed, words))
    except pyrage.DecryptError:
        raise Refused from None


def _two_parts(given: bytes) -> tuple[str, bytes]:
    words, _, rest = given.partition(b"\n")
    return words.decode(), rest


def _keep_out_of_core_dumps() -> None:
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: no other program reads us


_JOBS: dict[str, Callable[[bytes], bytes]] = {
    "stretch": _stretch,
    "close-with-words": _close_with_words,
    "open-with-words": _open_with_words,
}

if __name__ == "__main__":  # pragma: no cover - the child
    sys.exit(main(sys.argv[1]))
