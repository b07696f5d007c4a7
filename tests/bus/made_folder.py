"""Makes the closed folder of the invented person, which a code opens, and says where it is."""

from __future__ import annotations

import sys

from ensdesk.folder.example_person import example_folder
from ensdesk.folder.places import default_place
from ensdesk.vault.keychain import SystemKeychain
from ensdesk.vault.secrets import Code
from tests.fakes import SHEET

if __name__ == "__main__":
    place = default_place()
    place.parent.mkdir(parents=True, exist_ok=True)
    example_folder(place, (SHEET, Code(sys.argv[1])), SystemKeychain()).close()
    sys.stdout.write(f"{place}\n")
