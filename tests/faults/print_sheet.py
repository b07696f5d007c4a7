"""Prints the emergency sheet of an invented person on every printer, behind the program's walls."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from ensdesk import app
from ensdesk.reading.memory import keep_memory_private
from ensdesk.reading.walls import refuse_network


def main() -> int:
    """Print; say the printers in the order in which a person sees them."""
    keep_memory_private()
    if not refuse_network():
        return 1
    app.make_application()
    from ensdesk.folder.printing import sheet_pdf
    from ensdesk.reading.reader import page_images
    from ensdesk.ui.printing import image_of, print_pages, printer_named, printer_names
    from tests.fakes import filled_folder

    with tempfile.TemporaryDirectory() as place:
        folder = filled_folder(Path(place) / "Dossier")
        pdf = sheet_pdf(folder.contents(), "emergency", folder.today())
        folder.close()
    for name in printer_names():
        print_pages(
            printer_named(name), map(image_of, page_images(io.BytesIO(pdf), "application/pdf"))
        )
        sys.stdout.write(name + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
