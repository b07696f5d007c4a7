"""Reads a double of an ensdesk folder without ensdesk, with the 12 words of the key sheet alone.

It follows FORMAT.md, which lies beside it, and nothing else of the program. Once:

    python3 -m pip install cryptography sqlcipher3 pyrage mnemonic reportlab
    python3 rescue.py OUT

OUT is a new directory: `dossier.json` gets everything that is written in the folder, also what was
taken away, `dossier.pdf` what is there now, and `papiers/` the papers. **All of it can be read by
everybody.** The 12 words are asked for, or read from one line of standard input.
"""

from __future__ import annotations

import argparse
import base64
import datetime
import getpass
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pyrage
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from sqlcipher3 import dbapi2

JSON = dict[str, Any]
HEADER_SIZE, MAGIC, FRAME = 65536, b"ensdesk\n", struct.Struct("<QI")


class Stop(Exception):
    """Said to the person, in one sentence."""


def main() -> int:
    """Ask, read, write; return 0, or 1 with a sentence."""
    parser = argparse.ArgumentParser(description="Lit un double ensdesk avec la feuille-clé.")
    parser.add_argument("out", type=Path, help="un dossier nouveau, où tout sera écrit en clair")
    parser.add_argument("--double", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--snapshot", type=int, help="un état plus ancien : son numéro")
    asked = parser.parse_args()
    try:
        state = the_snapshot(asked.double, asked.snapshot)
        header = read_header(state)
        keys = open_header(header, entropy_of(typed_words()))
        asked.out.mkdir(mode=0o700, parents=True)
        drawers = {
            name: read_drawer(state / header["signed"]["files"][name], keys[f"k_{name}"])
            for name in ("main", "private")
        }
        lost = write_papers(asked.double, asked.out / "papiers", drawers)
        put(asked.out / "dossier.json", json.dumps(drawers, ensure_ascii=False, indent=1).encode())
        write_pdf(asked.out / "dossier.pdf", drawers, read_words(asked.double))
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    except FileExistsError:
        sys.stderr.write("Cet endroit existe déjà. Donnez le nom d’un dossier nouveau.\n")
        return 1
    count = sum(len(drawer["records"]) for drawer in drawers.values())
    sys.stdout.write(f"{state.name} : {count} lignes lues, {lost} papiers perdus.\n")
    sys.stdout.write("Tout le monde peut lire ce qui a été écrit : rangez-le bien.\n")
    return 0


# The double: FORMAT.md, « What a double holds on the disk »


def the_snapshot(double: Path, number: int | None) -> Path:
    """Return the latest state whose files are all as its manifest says, or the one asked for."""
    found = {
        int(match[1]): path
        for path in double.glob("snapshot-*")
        if (match := re.fullmatch(r"snapshot-([1-9][0-9]*)", path.name))
    }
    for candidate in [number] if number else sorted(found, reverse=True):
        if candidate in found and is_whole(found[candidate]):
            return found[candidate]
        sys.stderr.write(f"L’état {candidate} n’est pas entier.\n")
    raise Stop("Il n’y a ici aucun double entier.")


def is_whole(state: Path) -> bool:
    """Compare every file of a state with its manifest; papers are proved one by one later."""
    try:
        line, digest, rest = (state / "manifest").read_bytes().split(b"\n")
        files = json.loads(line)["files"]
        return (
            not rest
            and hashlib.sha256(line).hexdigest().encode() == digest
            and all(
                hashlib.sha256((state / Path(name).name).read_bytes()).hexdigest() == sha256
                for name, (_size, sha256) in files.items()
            )
        )
    except (OSError, ValueError, KeyError):
        return False


# The header and the key sheet: FORMAT.md, « The format of a folder »


def read_header(state: Path) -> JSON:
    """Return the JSON of the sound copy with the greater write counter."""
    sound = [header for name in ("header.a", "header.b") if (header := read_copy(state / name))]
    if not sound:
        raise Stop("La partie qui ouvre ce double est abîmée.")
    header: JSON = max(sound, key=lambda found: found[0])[1]
    if header["signed"]["min_reader"] > 1:
        raise Stop("Ce double est d’un programme plus récent : il a son propre rescue.py.")
    return header


def read_copy(path: Path) -> tuple[int, JSON] | None:
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    right = len(raw) == HEADER_SIZE and raw.startswith(MAGIC)
    if not right or hashlib.sha256(raw[:-32]).digest() != raw[-32:]:
        return None
    counter, length = FRAME.unpack_from(raw, len(MAGIC))
    start = len(MAGIC) + FRAME.size
    return counter, json.loads(raw[start : start + length])


def typed_words() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Les 12 mots de la feuille-clé : ")
    return sys.stdin.readline()


def entropy_of(typed: str) -> bytes:
    """Return the 16 bytes of 12 words of BIP-39; four letters of each are enough."""
    known = [fold(word) for word in Mnemonic("french").wordlist]
    by_start = {word[:4]: number for number, word in enumerate(known)}
    words = re.sub(r"[^a-z]+", " ", fold(typed)).split()
    if len(words) != 12:
        raise Stop(f"Il faut 12 mots, et pas {len(words)}.")
    value = 0
    for number, word in enumerate(words, 1):
        place = known.index(word) if word in known else by_start.get(word[:4], -1)
        if place < 0 or not known[place].startswith(word):
            raise Stop(f"Le mot {number} n’est pas dans la liste.")
        value = value << 11 | place
    entropy = (value >> 4).to_bytes(16, "big")
    if value & 15 != hashlib.sha256(entropy).digest()[0] >> 4:
        raise Stop("Ces 12 mots ne vont pas ensemble. Vérifiez leur ordre.")
    return entropy


def fold(text: str) -> str:
    bare = unmarked(unmarked(text).casefold()).replace("œ", "oe").replace("æ", "ae")
    return re.sub(r"[\W_]+", " ", bare).strip()


def unmarked(text: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn"
    )


def open_header(header: JSON, root: bytes) -> dict[str, bytes]:
    """Return the keys that the key sheet gives."""
    signed, folder = header["signed"], header["signed"]["folder"]
    verify = signed["verify"]
    for slot in signed["slots"]:
        wrap = header["wraps"][slot["id"]]
        if slot["type"] != "sheet" or slot["role"] != "holder" or wrap["kdf"]["alg"] != "hkdf":
            continue
        salt = decoded(wrap["kdf"]["salt"])
        about = canonical([folder, slot["id"]])
        commitment = hkdf(root, salt, b"ensdesk/1/commitment\0" + about)
        if not hmac.compare_digest(commitment, decoded(wrap["commitment"])):
            continue
        named = [slot["id"], slot["type"], slot["role"], slot["public"], verify, wrap["kdf"]]
        aad = canonical(["ensdesk/1/slot", folder, *named])
        info = canonical(["ensdesk/1/box", folder, slot["id"], slot["role"], verify])
        try:
            key = ChaCha20Poly1305(hkdf(root, salt, b"ensdesk/1/wrap\0" + aad))
            private = key.decrypt(decoded(wrap["nonce"]), decoded(wrap["private"]), aad)
            suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
            opener = X25519PrivateKey.from_private_bytes(private)
            bundle = json.loads(suite.decrypt(decoded(slot["box"]), opener, info=info))
            if bundle["verify"] != verify:
                raise Stop("La partie qui ouvre ce double a été changée par quelqu’un d’autre.")
            Ed25519PublicKey.from_public_bytes(decoded(verify)).verify(
                decoded(header["signature"]), b"ensdesk/1/signed\0" + canonical(signed)
            )
        except (InvalidTag, InvalidSignature):
            raise Stop("La partie qui ouvre ce double a été changée ou abîmée.") from None
        return {name: decoded(bundle[name]) for name in ("k_main", "k_private")}
    raise Stop("Ces 12 mots n’ouvrent pas ce double.")


def hkdf(root: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(root)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def decoded(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


# The databases: FORMAT.md, « What a folder holds on the disk: data »


def read_drawer(path: Path, key: bytes) -> JSON:
    """Return everything of one database; what its digest does not prove is marked as damaged."""
    connection = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return {
            "records": list(read_records(connection)),
            "papers": read_table(connection, "document"),
            "people": read_table(connection, "person"),
            "journal": read_table(connection, "journal"),
        }
    except dbapi2.DatabaseError:
        raise Stop(f"{path.name} est abîmé. Essayez un état plus ancien : --snapshot.") from None
    finally:
        connection.close()


def read_table(connection: Any, table: str) -> list[JSON]:
    found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - names from here
    names = [column[0] for column in found.description]
    return [
        {n: v.hex() if isinstance(v, bytes) else v for n, v in zip(names, row, strict=True)}
        for row in found
    ]


def read_records(connection: Any) -> Iterator[JSON]:
    """Yield each record with the values of its heads: several where two people differ."""
    parents = {row[0] for row in connection.execute("SELECT parent FROM revision_parent")}
    each: dict[str, list[JSON]] = {}
    for row in connection.execute(
        "SELECT id, record, kind, sequence, time, author, what, digest, payload FROM revision"
        " ORDER BY sequence, id"
    ):
        ident, record, kind, sequence, time, author, what, digest, payload = row
        right = digest is not None and hashlib.sha256(str(payload).encode()).digest() == digest
        said = json.loads(payload) if right and payload != "null" else None
        each.setdefault(record, []).append(
            {
                "kind": kind, "sequence": sequence, "time": time, "author": author, "what": what,
                "damaged": digest is not None and not right, "value": said,
                "head": ident not in parents,
            }
        )  # fmt: skip
    for record, revisions in each.items():
        heads = [revision for revision in revisions if revision["head"]]
        live = [head for head in heads if head["what"] == "value"]
        values = [revision for revision in revisions if revision["value"] is not None]
        state = "live" if live else heads[-1]["what"] if heads else "unknown"
        yield {
            "id": record,
            "kind": revisions[0]["kind"],
            "state": state,
            "values": [head["value"] for head in live] or [one["value"] for one in values[-1:]],
            "history": revisions,
        }


# The papers: one age file each, to an identity that its row holds


def write_papers(double: Path, out: Path, drawers: dict[str, JSON]) -> int:
    """Write every paper under a name of its own; return how many the double does not give."""
    out.mkdir(mode=0o700)
    lost = number = 0
    for drawer in drawers.values():
        for row in drawer["papers"]:
            number += 1
            ending = re.sub(r"[^A-Za-z0-9]", "", Path(row["original_name"]).suffix)[:8] or "bin"
            row["file"] = f"papiers/{number:05}.{ending}"
            path = out / f"{number:05}.{ending}"
            if not write_paper(double / "documents" / row["name"][:2], row, path):
                path.unlink(missing_ok=True)
                row["file"] = ""
                lost += 1
            del row["identity"]  # the paper lies beside: its key is not needed any more
    return lost


def write_paper(directory: Path, row: JSON, path: Path) -> bool:
    try:
        identity = pyrage.x25519.Identity.from_str(row["identity"])
        with (directory / f"{row['name']}.age").open("rb") as closed, opened(path) as clear:
            pyrage.decrypt_io(closed, clear, [identity])
        with path.open("rb") as clear:
            digest = hashlib.file_digest(clear, "sha256").hexdigest()
    except (OSError, pyrage.DecryptError, pyrage.IdentityError):
        return False
    return bool(digest == row["sha256"] and path.stat().st_size == row["size"])


def opened(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def put(path: Path, raw: bytes) -> None:
    with opened(path) as file:
        file.write(raw)


# On paper

PRIVATE = "Rien que pour moi"
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=20, leading=26, spaceAfter=8)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=15, leading=20, spaceBefore=12)
LINE = ParagraphStyle("line", fontName="Helvetica", fontSize=12, leading=16)


def write_pdf(path: Path, drawers: dict[str, JSON], words: JSON) -> None:
    """Write what is in the folder now, kind by kind; with the codes alone where words lack."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    story: list[Flowable] = [said(f"Dossier de santé, repris d’un double le {day(today)}", TITLE)]
    kinds = words["kinds"]
    names = {one["id"]: name_of(one) for drawer in drawers.values() for one in drawer["records"]}
    for drawer_name, drawer in drawers.items():
        by_kind: dict[str, list[JSON]] = {}
        for record in drawer["records"]:
            if record["state"] == "live":
                by_kind.setdefault(record["kind"], []).append(record)
        if drawer_name == "private" and by_kind:
            story.append(said(PRIVATE, TITLE))
        files = {row["record"]: row["file"] for row in drawer["papers"]}
        for kind in sorted(by_kind, key=lambda kind: [*kinds, kind].index(kind)):
            known = kinds.get(kind, {"section": kind, "fields": {}})
            story.append(said(known["section"], HEAD))
            for record in by_kind[kind]:
                for value in filter(None, record["values"]):
                    lines = lines_of(value, known["fields"], words, names)
                    story += [said(line, LINE) for line in lines]
                if record["id"] in files:
                    story.append(said(f"papier : {files[record['id']] or 'perdu'}", LINE))
                story.append(Spacer(1, 8))
    with opened(path) as out:
        SimpleDocTemplate(out, pagesize=A4, title="Dossier de santé").build(story)


def read_words(double: Path) -> JSON:
    """Return the words for the codes; none of them when the file beside is lost."""
    try:
        words: JSON = json.loads((double / "words.json").read_bytes())
        return {"kinds": words["kinds"], "units": words["units"], "yes_no": words["yes_no"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {"kinds": {}, "units": {}, "yes_no": ["oui", "non"]}


def name_of(record: JSON) -> str:
    """Return what a link to a record shows: its first line of text."""
    texts = (one for value in record["values"] for one in value.values() if isinstance(one, str))
    return next(texts, record["id"])


def lines_of(value: JSON, fields: JSON, words: JSON, names: JSON) -> Iterator[str]:
    """Yield `label : value` for everything in a payload, the known fields in their order."""
    for name in [
        *(name for name in fields if name in value),
        *(n for n in value if n not in fields),
    ]:
        if name != "origin":  # how it was entered: dossier.json says it
            field = fields.get(name, {"label": name.replace("_", " "), "shape": ""})
            label = field["label"].rstrip("?: \u00a0\u202f")
            yield f"{label} : {text_of(value[name], field, words, names)}"


def text_of(value: Any, field: JSON, words: JSON, names: JSON) -> str:
    """Return a value as people write it; one that is not as expected, as it stands."""
    match field["shape"], value:
        case _, bool():
            return str(words["yes_no"][not value])
        case "date", str():
            return day(value)
        case "number", str():
            return value.replace(".", ",")
        case "link", str():
            return str(names.get(value, value))
        case "quantity", {"value": str(number), "unit": str(unit)}:
            return f"{number.replace('.', ',')} {words['units'].get(unit, unit)}".strip()
        case "rows", list():
            rows = (row_of(row, field["fields"], words, names) for row in value)
            return " ; ".join(rows)
        case _, str():
            return str(field.get("codes", {}).get(value, value))
    return json.dumps(value, ensure_ascii=False)


def row_of(row: Any, fields: JSON, words: JSON, names: JSON) -> str:
    if not isinstance(row, dict):
        return json.dumps(row, ensure_ascii=False)
    other = {"shape": ""}
    return ", ".join(text_of(row[n], fields.get(n, other), words, names) for n in row)


def day(written: str) -> str:
    """Return `12/03/1947 08:30`, `03/1947` or `1947`."""
    date, _, time = written.partition("T")
    return " ".join(filter(None, ("/".join(reversed(date.split("-"))), time)))


def said(words: str, style: ParagraphStyle) -> Paragraph:
    """The letters of this font are those of Western Europe; dossier.json has all of them."""
    return Paragraph(escape(words.encode("cp1252", "replace").decode("cp1252")), style)


if __name__ == "__main__":
    sys.exit(main())
