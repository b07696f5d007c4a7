"""What a sheet shows of a list too long to be read for every page."""

import datetime

from ensdesk.folder.example_sizes import Size, fill
from ensdesk.folder.sheet_contents import shown_on
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.measure_lines import course
from ensdesk.paper.measures_sheet import first_day, measures_sheet
from ensdesk.paper.printed import Printed
from tests.paper import reading


def test_the_sheet_of_measures_shows_all_of_its_time(folder, french):
    """Of 600 measurements, those of the year that it is asked for, and not only the latest."""
    fill(folder, Size(years=2, papers=0, measurements=600), seed=1)
    contents = folder.contents()
    assert contents.section(Measurement).parts, "the list is too short for this test"
    since = first_day(folder.today(), 12)
    every = course(folder.records(Measurement), MeasurementType.BLOOD_PRESSURE, since).records
    partial = course(contents.records(Measurement), MeasurementType.BLOOD_PRESSURE, since).records
    shown = shown_on(folder, contents, "measures", 12)
    found = course(shown.records(Measurement), MeasurementType.BLOOD_PRESSURE, since).records
    assert set(found) == set(every)
    assert len(partial) < len(every)
    page = reading.text(measures_sheet(shown, Printed(folder.today(), months=12)))
    assert f"Valeurs : {len(every)}" in page


def test_other_sheets_read_nothing_more(folder):
    """Their contents are the usual ones."""
    contents = folder.contents()
    assert shown_on(folder, contents, "emergency") is contents
    assert first_day(datetime.date(2026, 11, 23), None) is None
