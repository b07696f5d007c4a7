"""A header of format 1 is read with docs/format.md in hand and none of the program's code."""

import base64
import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ensdesk.vault.header import decode, encode
from ensdesk.vault.locks import open_locks
from ensdesk.vault.secrets import Code, KeyFile, Secret, SheetWords, Words
from tests.vault.quick import KeychainInMemory

GOLDEN = Path(__file__).parent / "golden" / "header-format-1"
FOLDER = "aace129e3a579e1727f267ef3434c098"
K_MAIN = bytes.fromhex("38c0b1b078568a6d26ab65a5a2eafb7121187640239a2ae99e77e6cc527791eb")
K_PRIVATE = bytes.fromhex("d437625b00915633a09447f112c7c506bdab770566bd21e21cdadaaeb4524596")
PART = bytes(range(100, 132))
SENTENCE = "Le chat de Mémé dort sur l’édredon"
SHEET = (
    "abaisser agréable inductif agréable éligible achat bolide "
    "boucle amateur exister dérober bloquer"
)


def extract(salt: bytes, root: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), root, "sha256")


def expand(key: bytes, info: bytes, length: int) -> bytes:
    assert length <= 32
    return hmac.digest(key, info + b"\1", "sha256")[:length]


def hkdf(root: bytes, salt: bytes, info: bytes, length: int = 32) -> bytes:
    return expand(extract(salt, root), info, length)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def unsealed(box: bytes, private: bytes, info: bytes) -> bytes:
    """HPKE of RFC 9180: base mode, X25519, HKDF-SHA256, ChaCha20-Poly1305, one message."""
    half = X25519PrivateKey.from_private_bytes(private)
    sent, closed = box[:32], box[32:]
    shared = half.exchange(X25519PublicKey.from_public_bytes(sent))
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\1\0\3"

    def labelled_extract(suite_id: bytes, salt: bytes, label: bytes, root: bytes) -> bytes:
        return extract(salt, b"HPKE-v1" + suite_id + label + root)

    def labelled_expand(suite_id: bytes, key: bytes, label: bytes, info: bytes, size: int) -> bytes:
        return expand(key, size.to_bytes(2, "big") + b"HPKE-v1" + suite_id + label + info, size)

    both = sent + half.public_key().public_bytes_raw()
    eae = labelled_extract(kem, b"", b"eae_prk", shared)
    secret = labelled_expand(kem, eae, b"shared_secret", both, 32)
    context = (
        b"\0"
        + labelled_extract(suite, b"", b"psk_id_hash", b"")
        + labelled_extract(suite, b"", b"info_hash", info)
    )
    key = labelled_extract(suite, secret, b"secret", b"")
    nonce = labelled_expand(suite, key, b"base_nonce", context, 12)
    cipher = ChaCha20Poly1305(labelled_expand(suite, key, b"key", context, 32))
    return cipher.decrypt(nonce, closed, b"")


def top_of(raw: bytes) -> dict[str, Any]:
    assert len(raw) == 65536
    assert raw[:8] == b"ensdesk\n"
    assert hashlib.sha256(raw[:-32]).digest() == raw[-32:]
    length = int.from_bytes(raw[16:20], "little")
    assert not any(raw[20 + length : -32])
    found: dict[str, Any] = json.loads(raw[20 : 20 + length])
    return found


def folded(text: str) -> str:
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn"
    )
    bare = unicodedata.normalize("NFKD", bare.casefold()).replace("œ", "oe").replace("æ", "ae")
    kept = (c if unicodedata.category(c)[0] in "LN" else " " for c in bare)
    return " ".join("".join(kept).split())


def stretched(secret: bytes, kdf: dict[str, Any]) -> bytes:
    given = kdf["stretch"]
    return Argon2id(
        salt=base64.b64decode(given["salt"]),
        length=32,
        iterations=given["passes"],
        lanes=given["lanes"],
        memory_cost=given["memory_kib"],
    ).derive(secret)


def root_of(slot_type: str, kdf: dict[str, Any]) -> bytes:
    if slot_type == "sheet":
        return bytes(range(16))
    if slot_type == "key":
        return bytes(range(32))
    if slot_type == "words":
        return stretched(folded(SENTENCE).encode(), kdf)
    tag = hkdf(PART, b"", b'ensdesk/1/keychain\0["' + FOLDER.encode() + b'"]', 16)
    assert base64.b64decode(kdf["keychain"]) == tag
    return stretched(b"407295", kdf) + PART


@pytest.mark.parametrize("number", range(4))
def test_each_slot_opens_by_the_book(number: int) -> None:
    """A sheet, a key file, a code and words, from the bytes on disk to the keys of the folder."""
    top = top_of(GOLDEN.read_bytes())
    signed = top["signed"]
    slot = signed["slots"][number]
    wrap = top["wraps"][slot["id"]]
    kdf = wrap["kdf"]
    root, salt = root_of(slot["type"], kdf), base64.b64decode(kdf["salt"])
    commitment = hkdf(
        root, salt, b"ensdesk/1/commitment\0" + canonical([signed["folder"], slot["id"]])
    )
    assert base64.b64decode(wrap["commitment"]) == commitment
    names = ["id", "type", "role", "public"]
    aad = canonical(
        [
            "ensdesk/1/slot",
            signed["folder"],
            *(slot[name] for name in names),
            signed["verify"],
            kdf,
        ]
    )
    key = hkdf(root, salt, b"ensdesk/1/wrap\0" + aad)
    private = ChaCha20Poly1305(key).decrypt(
        base64.b64decode(wrap["nonce"]), base64.b64decode(wrap["private"]), aad
    )
    public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    assert base64.b64decode(slot["public"]) == public
    info = canonical(
        ["ensdesk/1/box", signed["folder"], slot["id"], slot["role"], signed["verify"]]
    )
    bundle = json.loads(unsealed(base64.b64decode(slot["box"]), private, info))
    assert sorted(bundle) == ["exchange", "k_main", "k_private", "sign", "verify"]
    assert base64.b64decode(bundle["k_main"]) == K_MAIN
    assert base64.b64decode(bundle["k_private"]) == K_PRIVATE
    assert bundle["verify"] == signed["verify"]


def test_the_list_is_signed_by_the_book() -> None:
    """Without any secret: the signature covers exactly the member `signed`."""
    top = top_of(GOLDEN.read_bytes())
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(top["signed"]["verify"]))
    key.verify(base64.b64decode(top["signature"]), b"ensdesk/1/signed\0" + canonical(top["signed"]))


@pytest.mark.parametrize(
    "secret", [SheetWords(SHEET), KeyFile(bytes(range(32))), Code("407295"), Words(SENTENCE)]
)
def test_format_1_opens_for_ever(tmp_path: Path, secret: Secret) -> None:
    """The header that was written first opens with every later version, and is written the same."""
    raw = GOLDEN.read_bytes()
    assert encode(decode(raw)) == raw
    (tmp_path / "header.b").write_bytes(raw)
    keychain = KeychainInMemory()
    keychain.kept[FOLDER] = PART
    locks = open_locks(tmp_path, secret, keychain)
    assert (locks.keys.k_main, locks.keys.k_private) == (K_MAIN, K_PRIVATE)
    assert [slot.role for slot in locks.slots()] == ["holder"] * 4 + ["helper"]
