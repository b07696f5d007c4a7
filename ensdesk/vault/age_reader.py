"""Any place of an age file, read in clear without reading what lies before it.

`pyrage` decrypts from the first byte to the last; a ZIP is read from its end. This is the same
format (https://age-encryption.org/v1), for one X25519 identity, one block of 64 KiB at a time.
"""

import base64
import binascii
import errno
import hmac
import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from ensdesk.vault.bech32 import private_of
from ensdesk.vault.roots import hkdf

_INTRO = b"age-encryption.org/v1\n"
_LONGEST_LINE = 256
_MOST_LINES = 256
_BLOCK = 64 * 1024
_TAG = 16
_NONCE = 16


class DamagedAge(ValueError):
    """Not an age file for this identity, or not whole."""


class AgeReader(io.RawIOBase):
    """The clear bytes of an age file; every block is proved before it is given.

    Raises DamagedAge, at once for the head of the file and later for a block.
    """

    def __init__(self, source: BinaryIO, identity: str) -> None:
        super().__init__()
        self._source = source
        source.seek(0)
        file_key = _open_head(source, _private_of(identity))
        nonce = source.read(_NONCE)
        self._cipher = ChaCha20Poly1305(hkdf(file_key, nonce, b"payload"))
        self._start = source.tell()
        closed = source.seek(0, os.SEEK_END) - self._start
        self._blocks = -(-closed // (_BLOCK + _TAG))
        self.size = closed - self._blocks * _TAG
        if closed < _TAG or self.size <= (self._blocks - 1) * _BLOCK - (self._blocks == 1):
            raise DamagedAge  # only a file without content may end with an empty block
        self._at = 0
        self._held = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move; nothing is read before it is asked for."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        if start + offset < 0:
            raise OSError(errno.EINVAL, "before the start")  # as files do, zipfile counts on it
        self._at = start + offset
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill *buffer* from one block."""
        if self._at >= self.size:
            return 0
        number, inside = divmod(self._at, _BLOCK)
        piece = self._block(number)[inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def prove(self) -> Iterator[int]:
        """Check every block in order, yielding the clear bytes proved so far."""
        proved = 0
        for number in range(self._blocks):
            proved += len(self._block(number))
            yield proved

    def _block(self, number: int) -> bytes:
        if self._held[0] != number:
            self._held = (number, self._opened(number))
        return self._held[1]

    def _opened(self, number: int) -> bytes:
        self._source.seek(self._start + number * (_BLOCK + _TAG))
        closed = self._source.read(_BLOCK + _TAG)
        last = number == self._blocks - 1
        nonce = number.to_bytes(11, "big") + bytes([last])
        try:
            return self._cipher.decrypt(nonce, closed, None)
        except InvalidTag:
            raise DamagedAge from None


def _open_head(source: BinaryIO, private: X25519PrivateKey) -> bytes:
    """Return the file key, once the head is proved to be the one written with it."""
    head, stanzas, mac = _head(source)
    for share, body in stanzas:
        file_key = _unwrapped(private, share, body)
        if file_key:
            proof = hmac.digest(hkdf(file_key, None, b"header"), head, "sha256")
            if not hmac.compare_digest(proof, mac):
                raise DamagedAge
            return file_key
    raise DamagedAge


def _head(source: BinaryIO) -> tuple[bytes, list[tuple[bytes, bytes]], bytes]:
    """Return what the proof covers, the X25519 stanzas, and the proof."""
    lines: list[bytes] = [source.readline(_LONGEST_LINE)]
    while lines[0] == _INTRO and len(lines) < _MOST_LINES:
        line = source.readline(_LONGEST_LINE)
        if line.startswith(b"--- "):
            head = b"".join(lines) + b"---"
            return head, _x25519_stanzas(lines[1:]), _decoded(line[4:])
        lines.append(line)
    raise DamagedAge


def _x25519_stanzas(lines: list[bytes]) -> list[tuple[bytes, bytes]]:
    words = [line.split() for line in lines]
    return [
        (_decoded(found[2]), _decoded(body))
        for found, body in zip(words, lines[1:], strict=False)
        if found[:2] == [b"->", b"X25519"] and len(found) == 3
    ]


def _unwrapped(private: X25519PrivateKey, share: bytes, body: bytes) -> bytes:
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(share))
        salt = share + private.public_key().public_bytes_raw()
        key = hkdf(shared, salt, b"age-encryption.org/v1/X25519")
        return ChaCha20Poly1305(key).decrypt(bytes(12), body, None)
    except (ValueError, InvalidTag):
        return b""


def _decoded(text: bytes) -> bytes:
    bare = text.strip()
    try:
        raw = base64.b64decode(bare + b"=" * (-len(bare) % 4), validate=True)
    except binascii.Error:
        raise DamagedAge from None
    if base64.b64encode(raw).rstrip(b"=") != bare:  # age writes each text in one way only
        raise DamagedAge
    return raw


def _private_of(identity: str) -> X25519PrivateKey:
    try:
        return X25519PrivateKey.from_private_bytes(private_of(identity))
    except (ValueError, OverflowError):
        raise DamagedAge from None
