"""The emergency sheet before there is a folder: quick, in memory, kept or forgotten."""

from __future__ import annotations

import pytest

from ensdesk.folder.printing import last_prints, sheets_to_redo
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication, MedicationSource, Moment
from ensdesk.record.contents import Contents, State
from tests.ui.pages.before import own_home, person, somebody
from tests.ui.pages.person import Person, files_below

__all__ = ["own_home", "person", "somebody"]

FIRST = "Faire ma fiche d’urgence"
MEDICINES = ("Eliquis 5 mg", "Metformine 850 mg", "Ramipril 5 mg", "Kardégic", "Doliprane")


def sheet(person: Person) -> Contents:
    assert person.session.sheet is not None
    return person.session.sheet


def begin(person: Person) -> None:
    person.press(FIRST)
    person.write("Prénom", "Jeanne")
    person.write("Nom de famille", "Martin")
    person.write("Date de naissance", "14/07/1948")
    person.press("Continuer")


def to_the_medicines(person: Person) -> None:
    begin(person)
    person.press("Aucune allergie connue", "Non", "Non", "Non", "Je ne sais pas")


def add(person: Person, name: str, **doses: str) -> None:
    known = bool(sheet(person).records(Medication))
    person.write("Un autre médicament" if known else "Nom du médicament", name)
    person.press("Ajouter ce médicament")
    for moment, dose in doses.items():
        label = {"morning": "Le matin", "evening": "Le soir"}[moment]
        person.write(label, dose)
    person.press("Continuer")


def test_the_whole_sheet(person, own_home):
    """Five medicines and two people to call, from the first page to the sheet; no file."""
    person.press(FIRST)
    assert person.sees("Question 1 sur 12")
    person.write("Prénom", "Jeanne")
    person.write("Nom de famille", "Martin")
    person.write("Date de naissance", "14/07/1948")
    person.press("Continuer")
    person.write("Une allergie par ligne", "Pénicilline\n\n- guêpes\nPénicilline")
    person.press("Continuer", "Oui", "Oui", "Non", "Je ne sais pas")
    person.write("Une maladie par ligne", "Diabète")
    person.press("Continuer")
    for name in MEDICINES:
        add(person, name, morning="1", evening="½")
    person.press("C’est tout", "De mon ordonnance")
    person.write("Vue", "Porte des lunettes")
    person.press("Continuer")
    for name, phone in (("Marie Martin", "0600000001"), ("Paul Voisin", "0600000002")):
        person.write("Prénom et nom", name)
        person.write("Téléphone", phone)
        person.press("Continuer")
    person.write("Prénom et nom", "Docteur Petit")
    person.press("Continuer")
    assert person.sees("Question 12 sur 12")
    person.write("L’endroit où elles sont", "Sur le bureau")
    person.press("Voir ma fiche")
    made = sheet(person)
    assert [a.substance for a in made.records(Allergy)] == ["Pénicilline", "guêpes"]
    emergency = made.single(Emergency)
    assert emergency is not None
    assert (emergency.blood_thinner, emergency.diabetes) == (Answer.YES, Answer.YES)
    assert (emergency.insulin, emergency.pacemaker) == (Answer.NO, Answer.UNKNOWN)
    assert (emergency.sight, emergency.directives) == ("Porte des lunettes", "Sur le bureau")
    medicines = made.records(Medication)
    assert tuple(m.name for m in medicines) == MEDICINES
    assert {m.source for m in medicines} == {MedicationSource.PRESCRIPTION}
    assert {m.dose_at(Moment.EVENING) for m in medicines} == {"½ comprimé"}
    first, second, doctor = made.records(Contact)
    assert first.has_role(ContactRole.EMERGENCY)
    assert second.name == "Paul Voisin"
    assert doctor.has_role(ContactRole.DOCTOR)
    assert files_below(own_home) == []


def test_none_and_not_known_are_two_things(somebody):
    """« Je ne sais pas » leaves the section unfilled; « Aucune » is dated."""
    begin(somebody)
    somebody.press("Aucune allergie connue", "Non", "Je ne sais pas", "Non", "Je ne sais pas")
    made = sheet(somebody)
    assert made.section(Allergy).state is State.NONE
    assert made.section(Illness).state is State.NOT_FILLED
    somebody.press("Aucun médicament")
    assert sheet(somebody).section(Medication).state is State.NONE
    assert somebody.title == "Que faut-il savoir pour vous parler\u00a0?"


def test_an_answer_may_change(somebody):
    """A list written after « Aucune » wins, and « Je ne sais pas » unfills it again."""
    begin(somebody)
    somebody.press("Aucune allergie connue", "Retour")
    somebody.write("Une allergie par ligne", "Latex")
    somebody.press("Continuer", "Retour")
    assert [a.substance for a in sheet(somebody).records(Allergy)] == ["Latex"]
    before = sheet(somebody).records(Allergy)
    somebody.press("Continuer")
    assert sheet(somebody).records(Allergy) == before
    somebody.press("Retour", "Je ne sais pas")
    assert sheet(somebody).section(Allergy).state is State.NOT_FILLED


def test_going_back_loses_nothing(somebody):
    """Also what was half written on the page one leaves, and what was answered before."""
    begin(somebody)
    somebody.write("Une allergie par ligne", "Latex")
    somebody.press("Continuer", "Oui", "Oui", "Retour")
    assert "C’était votre réponse" in somebody.words()
    somebody.press("Retour", "Retour", "Retour")
    assert somebody.field("Prénom").text() == "Jeanne"
    somebody.press("Continuer", "Continuer")
    assert sheet(somebody).single(Emergency).blood_thinner is Answer.YES


def test_the_first_page_goes_on_with_it(somebody):
    """« Accueil » in the middle is no loss."""
    begin(somebody)
    somebody.press("Accueil", "Continuer ma fiche d’urgence")
    assert somebody.field("Nom de famille").text() == "Martin"


@pytest.mark.parametrize(
    ("presses", "told"),
    [
        ((), "Écrivez une allergie"),
        (("Aucune allergie connue", "Non", "Non", "Non"), "Écrivez une maladie"),
    ],
)
def test_an_empty_list_is_asked_about(somebody, presses, told):
    """Going on with nothing written does not silently mean none."""
    begin(somebody)
    somebody.press(*presses, "Continuer")
    assert somebody.sees(told)


def test_a_medicine_without_a_moment(somebody):
    """Asked about once; « je ne sais pas quand » and « seulement si besoin » are answers."""
    to_the_medicines(somebody)
    somebody.press("Ajouter ce médicament")
    assert somebody.sees("Écrivez le nom d’un médicament.")
    add(somebody, "Eliquis")
    assert somebody.sees("Écrivez combien, à un moment.")
    somebody.press("Je ne sais pas quand")
    somebody.write("Un autre médicament", "Doliprane")
    somebody.press("Ajouter ce médicament", "Seulement si besoin", "Continuer")
    eliquis, doliprane = sheet(somebody).records(Medication)
    assert not eliquis.intakes
    assert eliquis.as_needed is None
    assert doliprane.as_needed
    assert somebody.sees("Doliprane · seulement si besoin")


def test_the_list_is_corrected(somebody):
    """A name, the moments, or off the list; « Annuler » brings it back."""
    to_the_medicines(somebody)
    add(somebody, "Eliqis", morning="1")
    add(somebody, "Ramipril", evening="2")
    somebody.press("Corriger la liste", "Eliqis", "Le nom")
    somebody.write("Nom du médicament", "Eliquis")
    somebody.press("Garder ce nom", "Eliquis", "Les moments et combien")
    somebody.write("Le soir", "1")
    somebody.press("Continuer", "Ramipril", "Retirer ce médicament")
    assert [m.name for m in sheet(somebody).records(Medication)] == ["Eliquis"]
    somebody.press("Annuler")
    eliquis, ramipril = sheet(somebody).records(Medication)
    assert eliquis.dose_at(Moment.EVENING) == "1 comprimé"
    assert ramipril.name == "Ramipril"
    assert "Ramipril" in somebody.buttons()


def test_somebody_to_call_has_a_phone(somebody):
    """A name without a number is no help; nobody at all is allowed."""
    to_the_medicines(somebody)
    somebody.press("Aucun médicament", "Continuer")
    somebody.write("Prénom et nom", "Marie")
    somebody.press("Continuer")
    assert somebody.sees("Écrivez le numéro de téléphone.")
    somebody.write("Téléphone", "plus tard")
    somebody.press("Continuer")
    assert somebody.sees("Écrivez les chiffres du numéro de téléphone.")
    somebody.press("Je n’ai personne à noter", "Personne d’autre")
    somebody.press("Je n’en ai pas, ou je ne sais pas", "Je n’en ai pas écrit")
    assert sheet(somebody).records(Contact) == ()
    assert sheet(somebody).single(Emergency).directives == "Aucune écrite"


def done(person: Person) -> None:
    from ensdesk.ui.pages.sheet_done import SheetDone

    begin(person)
    person.press("Aucune allergie connue")
    person.session.go(SheetDone)


def test_what_was_written_is_kept_in_a_folder(person):
    """The names are not asked for twice, and the records are in the folder."""
    done(person)
    person.press("Oui, faire mon dossier", "Pour moi")
    assert person.field("Prénom").text() == "Jeanne"
    person.press("Continuer", "Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    folder = person.session.folder
    assert folder is not None
    assert folder.section(Allergy).state is State.NONE
    identity = folder.single(Identity)
    assert identity
    assert identity.family == "Martin"
    assert person.session.sheet is None


def test_a_sheet_on_paper_before_the_folder_counts_as_printed(person):
    """The home page asks for it again only once the folder says something else."""
    done(person)
    contents = sheet(person)
    person.session.printed_before = contents, person.session.today()
    person.press("Oui, faire mon dossier", "Pour moi")
    person.press("Continuer", "Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    folder = person.session.folder
    assert last_prints(folder)["emergency"].on == person.session.today()
    assert sheets_to_redo(folder, folder.contents()) == ()
    folder.save(Allergy(substance="Pollen"))
    assert [one.name for one in sheets_to_redo(folder, folder.contents())] == ["emergency"]
    assert person.session.printed_before is None


def test_or_forgotten(person, own_home):
    """Both answers weigh the same; the no leaves nothing, and says so."""
    done(person)
    yes, no = (person.button(w) for w in ("Oui, faire mon dossier", "Non, tout oublier"))
    assert yes.size() == no.size()
    person.press("Non, tout oublier")
    assert person.sees("Tout est oublié.")
    assert person.session.sheet is None
    assert files_below(own_home) == []
    person.press("Revenir au début", FIRST)
    assert person.field("Prénom").text() == ""
