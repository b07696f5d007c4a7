"""« Au fil du temps »: what happened, of every kind, the latest first."""

import datetime

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity, decimal_of
from tests.fakes import TODAY
from tests.ui.pages.inside import plain, seen

WAY = ("Tout mon dossier", "Au fil du temps")


def test_nothing_has_a_date(jeanne):
    """Said plainly; there is no year to choose."""
    jeanne.press(*WAY)
    assert "Rien n’a encore de date." in seen(jeanne)
    assert "Choisir une année" not in jeanne.buttons()


def test_the_latest_comes_first_whatever_its_kind(comes_in, folder):
    """What is to come has not happened, a measurement has its chart, no date has no place."""
    tomorrow = PartialDate.of(TODAY + datetime.timedelta(days=1))
    folder.save(Operation(name="Appendicite", date=PartialDate("1961")))
    folder.save(Vaccination(vaccine="Grippe", date=PartialDate("2026-10")))
    folder.save(Appointment(name="Docteur Hier", date=PartialDate(f"{TODAY}T23:30")))
    folder.save(Appointment(name="Docteur Demain", date=tomorrow))
    folder.save(Allergy(substance="Latex"))
    unit = MeasurementType.WEIGHT.unit
    folder.save(
        Measurement(
            type=MeasurementType.WEIGHT,
            value=Quantity(decimal_of("61,5"), unit),
            taken=PartialDate("2020"),
        )
    )
    person = comes_in(folder)
    person.press(*WAY)
    words = seen(person)
    order = [words.index(name) for name in ("Docteur Hier", "Grippe", "Appendicite")]
    assert order == sorted(order)
    assert "En octobre 2026 · Vaccin" in words
    assert not [word for word in ("Docteur Demain", "Latex", "61,5") if word in words]


def test_one_year(full_jeanne):
    """From the list of the years to a line of one of them."""
    full_jeanne.press(*WAY, "Choisir une année", "Les suivants")
    full_jeanne.turn_to("2016")
    full_jeanne.press("2016")
    assert plain(full_jeanne.title) == "Au fil du temps : 2016"
    words = seen(full_jeanne)
    assert "Prothèse de la hanche gauche" in words
    assert "Grippe" not in words
    full_jeanne.press("Prothèse de la hanche gauche")
    assert full_jeanne.title == "Opération ou séjour à l’hôpital"
