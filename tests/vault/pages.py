"""The pages of a vault file in clear, read without SQLCipher: free ones and the log too."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _SALT, _FRAME, _HEADER = 4096, 16, 24, 32
_IV_AT = _PAGE - 80  # SQLCipher 4: 16 bytes of IV, 64 of HMAC at the end of each page


def clear_pages(path: Path, key: bytes) -> bytes:
    """Return every page of the database and of its write-ahead log, in clear."""
    raw = path.read_bytes()
    pages = [raw[at : at + _PAGE] for at in range(0, len(raw), _PAGE)]
    clear = [_clear(page, key, first=number == 0) for number, page in enumerate(pages)]
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes()[_HEADER:] if log.exists() else b""
    for at in range(0, len(frames), _FRAME + _PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        clear.append(_clear(frames[at + _FRAME : at + _FRAME + _PAGE], key, first=number == 1))
    return b"".join(clear)


def _clear(page: bytes, key: bytes, *, first: bool) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(page[_IV_AT : _IV_AT + 16])).decryptor()
    return cipher.update(page[_SALT if first else 0 : _IV_AT]) + cipher.finalize()
