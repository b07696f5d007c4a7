"""The few commands for people who help, for centres, scripts and tests.

A secret is never an argument: `--words-file` names a file with one line, without it the program
asks. Any other value may be `-`: one line of standard input.
"""

from __future__ import annotations

import argparse
import datetime
import getpass
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ensdesk.language import LANGUAGES, N_, _, choose
from ensdesk.trouble import Trouble

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.kinds.identity import Identity
    from ensdesk.vault.keychain import Keychain
    from ensdesk.vault.secrets import Secret

RunTour = Callable[[Path], object]
Asked = argparse.Namespace


class WordsUnreadable(Trouble):
    """The file of `--words-file` is missing or empty."""

    words = N_("The words could not be read from their file, or there are none.")
    advice = N_("Write the words on its first line.")


class PlaceUnwritable(Trouble):
    """The result cannot be written where it was asked."""

    words = N_("Nothing could be written in this place.")
    advice = N_("Choose another place.")


class NotADate(Trouble):
    """A date that cannot be read."""

    words = N_("This date cannot be read.")
    advice = N_("Write it like this: 14/07/1948")


class NotTrue(Trouble):
    """A value that cannot be meant."""

    words = N_("The birth date cannot be right.")
    advice = N_("Check the year.")


class SecretTooEasy(Trouble):
    """Words or a code that somebody who knows the person could find."""

    words = N_("These words are too easy to guess.")
    advice = N_("Take four words or more that do not go together.")


class FolderUnsound(Trouble):
    """The check found something that is not as it was written."""

    words = N_("Some parts of this folder are damaged.")
    advice = N_("Take your last double. Remove nothing here.")


def run(argv: Sequence[str], run_tour: RunTour) -> int:
    """Run one command; return 0 done, 1 a Trouble (its sentence on stderr), 2 wrong usage."""
    asked = _parser().parse_args(argv)
    for name, value in vars(asked).items():
        if value == "-":
            setattr(asked, name, sys.stdin.readline().rstrip("\r\n"))
    try:
        choose(asked.lang)
        if asked.command == "tour":
            run_tour(Path(asked.out))
        else:
            asked.do(asked)
    except Trouble as trouble:
        sys.stderr.write(trouble.sentence() + "\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="ensdesk", description=_("A health folder on this computer."))
    parser.add_argument("--lang", choices=LANGUAGES, default="fr")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, do: Callable[[Asked], None], *positions: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name)
        for position in positions:
            added.add_argument(position)
        added.add_argument("--words-file", metavar="FILE")
        added.set_defaults(do=do)
        return added

    new = command("new", _new, "dir")
    for option in ("--given", "--family", "--born"):
        new.add_argument(option, required=True)
    new.add_argument("--sheet", metavar="OUT.pdf")
    demo = command("demo", _demo, "dir")
    demo.add_argument("--size", choices=("small", "large", "huge"), default="small")
    demo.add_argument("--seed", type=int, default=1)
    command("add", _add, "dir").add_argument("file", nargs="+")
    command("find", _find, "dir", "text").add_argument("--json", action="store_true")
    printed = command("print", _print)
    for position in ("sheet", "dir", "out"):
        printed.add_argument(position, nargs="?")
    printed.add_argument("--list", action="store_true")
    export = command("export", _export)
    export.add_argument("way", choices=("readable", "sealed"))
    export.add_argument("dir")
    export.add_argument("out")
    export.add_argument("--for", dest="for_whom", required=True, metavar="WHO")
    export.add_argument("--why", required=True)
    command("people", _people, "dir")
    command("import", _import, "file", "dir")
    command("check", _check, "dir")
    command("double", _double, "dir", "dest")
    command("restore", _restore, "source", "dir")
    command("news", _news, "dir", "out")
    command("merge", _merge, "bundle", "dir")
    commands.add_parser("tour").add_argument("out")
    return parser


class _Parser(argparse.ArgumentParser):
    """Refuses without repeating what was typed: it may be private."""

    def error(self, message: str) -> NoReturn:
        del message
        self.print_usage(sys.stderr)
        self.exit(2)


# The commands


def _new(asked: Asked) -> None:
    from ensdesk.folder.opening import NewFolder, make_folder, new_sheet
    from ensdesk.kinds.consent import Consent
    from ensdesk.kinds.identity import Identity
    from ensdesk.record.date_reading import read_date
    from ensdesk.record.partial_date import PartialDate

    try:
        born = read_date(asked.born)
    except ValueError:
        raise NotADate from None
    identity = Identity(given=asked.given, family=asked.family, born=born)
    if any(identity.problems(_today())):
        raise NotTrue
    _refuse_easy(_secret(asked), identity)
    sheet = new_sheet()
    plan = NewFolder(
        place=Path(asked.dir),
        identity=identity,
        consent=Consent(given_on=PartialDate.of(_today())),
        secrets=(_secret(asked), sheet),
    )
    make_folder(plan, _keychain()).close()
    if asked.sheet:
        from ensdesk.paper.key_sheet import key_sheet

        _write(Path(asked.sheet), key_sheet(sheet.words, today=_today()))
    else:
        _say(_("The 12 words of the key sheet, to copy by hand:"), sheet.words)


def _demo(asked: Asked) -> None:
    from ensdesk.folder.example_person import example_folder
    from ensdesk.folder.example_sizes import SIZES, fill

    folder = example_folder(Path(asked.dir), (_secret(asked),), _keychain())
    try:
        fill(folder, SIZES[asked.size], asked.seed)
    finally:
        folder.close()


def _add(asked: Asked) -> None:
    from ensdesk.folder.papers import add_paper, keep_paper
    from ensdesk.folder.proposals import proposed

    with _open(asked) as folder:
        for file in asked.file:
            paper = keep_paper(folder.vault.documents, Path(file))
            add_paper(folder, proposed(paper), paper)
            if paper.trouble:
                _say(paper.trouble.sentence())


def _find(asked: Asked) -> None:
    from ensdesk.folder.looking import look_for

    with _open(asked) as folder:
        found = look_for(folder, asked.text)
    hits = found.hits
    if found.near:
        near = _("Nothing is written like that. This is nearly the same.")
        sys.stderr.write(near + "\n")
    if asked.json:
        _say(
            json.dumps(
                [
                    {"kind": hit.record.slug, "headline": hit.record.headline(), "page": hit.page}
                    for hit in hits
                ],
                ensure_ascii=False,
            )
        )
        return
    for hit in hits:
        _say(f"{_(hit.record.title)}\t{hit.record.headline()}")


def _print(asked: Asked) -> None:
    from ensdesk.folder.printing import printed, sheet_names, sheet_pdf
    from ensdesk.folder.sheet_contents import shown_on
    from ensdesk.paper.centre_sheets import CENTRE_SHEETS

    if asked.list:
        for name in (*sheet_names(), *CENTRE_SHEETS):
            _say(name)
        return
    if (alone := CENTRE_SHEETS.get(asked.sheet)) and asked.dir and not asked.out:  # no folder
        _write(Path(asked.dir), alone.make(_today(), "", alone.points))
        return
    if not asked.out:
        raise SystemExit(2)
    with _open(asked) as folder:
        contents = folder.open_part.contents()
        pdf = sheet_pdf(
            shown_on(folder, contents, asked.sheet), asked.sheet, _today(), folder.anchor()
        )
        _write(Path(asked.out), pdf)
        printed(folder, asked.sheet, contents)


def _export(asked: Asked) -> None:
    from ensdesk.folder.copying import everything, make_copy
    from ensdesk.vault.locks import HolderOnly

    with _open(asked) as folder:
        if folder.helped_by is not None:
            raise HolderOnly
        plan = everything(
            folder, Path(asked.out), for_whom=asked.for_whom, why=asked.why,
            words=_line_of(asked) if asked.way == "sealed" else None,
        )  # fmt: skip
        make_copy(folder, plan)


def _people(asked: Asked) -> None:
    from ensdesk.folder.people import people

    with _open(asked) as folder:
        for one in people(folder):
            _say(f"{one.name}\t{one.role}\t{one.until or ''}")


def _import(asked: Asked) -> None:
    from ensdesk.folder.bringing_back import bring_back

    with _open(asked) as folder:
        back = bring_back(folder, Path(asked.file), words=_line_of(asked))
    _say(_("Brought back: {new}. Already there: {same}.").format(new=back.new, same=back.same))


def _check(asked: Asked) -> None:
    with _open(asked) as folder:
        report = folder.vault.check()
    if report.findings:
        raise FolderUnsound
    _say(_("All of the folder was read and is right."))


def _double(asked: Asked) -> None:
    from ensdesk.folder.doubling import double_to

    with _open(asked) as folder:
        written = double_to(folder, Path(asked.dest))
    _say(_("Your double is made and was read again."))
    if written.lost:
        _say(
            _("Papers damaged in the folder, not in the double: {count}.").format(
                count=written.lost
            )
        )


def _restore(asked: Asked) -> None:
    from ensdesk.folder.restoring import bring_back_to, open_restored, the_double

    secret, keychain, double = _secret(asked), _keychain(), the_double(Path(asked.source))
    back = bring_back_to(Path(asked.dir), double, secret, keychain)
    open_restored(back, secret, keychain).close()
    _say(_("The folder is back. Papers: {count}.").format(count=back.papers))
    if back.lost:
        _say(_("Papers that the double does not give: {count}.").format(count=back.lost))


def _news(asked: Asked) -> None:
    from ensdesk.folder.two_computers import note_put, outgoing, put_in

    with _open(asked) as folder:
        out = outgoing(folder)
        path = put_in(folder.vault.documents, out, Path(asked.out), _today())
        note_put(folder, out)
    _say(str(path))


def _merge(asked: Asked) -> None:
    from ensdesk.folder.choosing import waiting
    from ensdesk.folder.two_computers import agree

    with _open(asked) as folder:
        agreed = agree(folder, Path(asked.bundle))
        left = waiting(folder)
    _say(_("New or changed: {new}. To choose: {left}.").format(new=agreed.lines, left=left))


# What they share


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _keychain() -> Keychain:
    from ensdesk.vault.keychain import SystemKeychain

    return SystemKeychain()


@contextmanager
def _open(asked: Asked) -> Iterator[Folder]:
    from ensdesk.folder.opening import open_folder

    folder = open_folder(Path(asked.dir), _secret(asked), _keychain())
    try:
        yield folder
    finally:
        folder.close()


def _secret(asked: Asked) -> Secret:
    from ensdesk.folder.opening import secret_of

    return secret_of(_line_of(asked))


def _refuse_easy(secret: Secret, identity: Identity) -> None:
    from ensdesk.folder.code_sense import obvious
    from ensdesk.folder.words_sense import about, too_easy
    from ensdesk.vault.secrets import Code, Words

    known = about(identity)
    if (isinstance(secret, Words) and too_easy(secret.text, known.names)) or (
        isinstance(secret, Code) and obvious(secret.digits, known.born)
    ):
        raise SecretTooEasy


def _line_of(asked: Asked) -> str:
    if not asked.words_file:
        asked.line = getattr(asked, "line", None) or getpass.getpass(_("Your words or code:") + " ")
        return str(asked.line)
    try:
        with Path(asked.words_file).open(encoding="utf-8") as file:
            line = file.readline().strip()
    except (OSError, UnicodeDecodeError):
        line = ""
    if not line:
        raise WordsUnreadable
    return line


def _write(place: Path, content: bytes) -> None:
    try:
        place.write_bytes(content)
    except OSError:
        raise PlaceUnwritable from None


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
