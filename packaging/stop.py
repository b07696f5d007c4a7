"""A clear stop: what happened and the one thing to do, in the person's words."""

import errno
import sys


class Stop(Exception):
    """The preparation cannot go on; *what* happened and what *to do* are whole sentences.

    *detail* is for the person who helps: the last lines of the program that failed.
    """

    def __init__(self, what: str, to_do: str, detail: str = "") -> None:
        super().__init__(what)
        self.what, self.to_do, self.detail = what, to_do, detail


FULL = ("Le disque est plein.", "Libérez 1 Go de place, puis relancez.")
NO_RIGHT = (
    "Je n’ai pas le droit d’écrire dans ce dossier.",
    "Copiez-le dans votre dossier personnel, puis relancez.",
)
NO_INTERNET = (
    "Internet ne répond pas.",
    "Vérifiez la connexion, puis relancez. Ce qui est déjà arrivé est gardé.",
)
PROXY = (
    "Le relais vers Internet (proxy) ne répond pas.",
    "Demandez son adresse, puis donnez-la : export HTTPS_PROXY=adresse",
)
NOT_TRUSTED = (
    "La connexion à Internet n’est pas sûre.",
    "Vérifiez la date de cet ordinateur, ou essayez un autre réseau.",
)
NOT_THE_SAME = (
    "Un morceau reçu n’est pas celui qui est attendu. Rien n’a été installé.",
    "Essayez un autre réseau. Si cela recommence, prévenez les auteurs.",
)
NOT_MADE_FOR = (
    "Un morceau n’existe pas pour cet ordinateur.",
    "Il faut Python 3.11 à 3.14, et un système récent : Debian 12, Windows 10, macOS 13.",
)
BUSY = (
    "Cet ordinateur installe déjà autre chose.",
    "Attendez qu’il ait fini, puis relancez.",
)
OTHER_NAMES = (
    "Ce système nomme ses morceaux autrement que Debian 12.",
    "Montrez les lignes ci-dessus à la personne qui s’en occupe.",
)
UNKNOWN = (
    "L’installation n’a pas marché.",
    "Relancez une fois. Si cela recommence, montrez les lignes ci-dessus.",
)

# First match wins; the words are pip's, apt's and the system's own, in English.
SIGNS: tuple[tuple[str, tuple[str, str]], ...] = (
    ("no space left", FULL),
    ("not enough free space", FULL),
    ("quota exceeded", FULL),
    ("could not get lock", BUSY),
    ("unable to locate package", OTHER_NAMES),
    ("do not match the hashes", NOT_THE_SAME),
    ("proxyerror", PROXY),
    ("cannot connect to proxy", PROXY),
    ("certificate_verify_failed", NOT_TRUSTED),
    ("sslerror", NOT_TRUSTED),
    ("newconnectionerror", NO_INTERNET),
    ("name resolution", NO_INTERNET),
    ("nameresolutionerror", NO_INTERNET),
    ("timed out", NO_INTERNET),
    ("timeouterror", NO_INTERNET),
    ("network is unreachable", NO_INTERNET),
    ("connection refused", NO_INTERNET),
    ("temporary failure resolving", NO_INTERNET),
    ("could not resolve", NO_INTERNET),
    ("failed to fetch", NO_INTERNET),
    ("permission denied", NO_RIGHT),
    ("read-only file system", NO_RIGHT),
    ("no matching distribution", NOT_MADE_FOR),
    ("is not a supported wheel", NOT_MADE_FOR),
)


NEED_DETAIL = (NOT_THE_SAME, NOT_MADE_FOR, OTHER_NAMES, UNKNOWN)


def stop_from_output(output: str) -> Stop:
    """Return the stop that the *output* of pip or apt tells."""
    said = output.lower()
    words = next((words for sign, words in SIGNS if sign in said), UNKNOWN)
    return Stop(*words, detail=output[-2000:].strip() if words in NEED_DETAIL else "")


def stop_from_error(error: OSError) -> Stop:
    """Return the stop that an *error* of the system tells."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Stop(*FULL)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Stop(*NO_RIGHT)
    return Stop(f"Le système a refusé : {error.strerror}.", UNKNOWN[1])


def tell(stop: Stop) -> None:
    """Say *stop* on the error stream."""
    told = [stop.detail, "", stop.what, stop.to_do] if stop.detail else ["", stop.what, stop.to_do]
    print("\n".join(told), file=sys.stderr)
