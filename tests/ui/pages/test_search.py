"""« Chercher »: the beginning of a word is enough, and what was found opens."""

from ensdesk.folder.papers import add_paper, keep_paper
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication
from ensdesk.ui.widgets.page_viewer import PageViewer
from ensdesk.ui.widgets.words import Words
from tests.reading.papers import pdf_of
from tests.ui.pages.inside import seen

LOOK = "Chercher ce mot"


def test_a_word_opens_its_record(full_jeanne):
    """Without accents or capitals; the line says what kind it is."""
    full_jeanne.press("Chercher")
    full_jeanne.type("CARDIO")
    full_jeanne.press(LOOK)
    words = seen(full_jeanne)
    assert "1 réponse" in words
    assert "Maladie · Suivie par le cardiologue" in words
    full_jeanne.press("Fibrillation auriculaire")
    assert full_jeanne.title == "Maladie"
    full_jeanne.press("Retour")
    assert "1 réponse" in seen(full_jeanne)


def test_the_words_are_marked_on_the_page_of_a_record(full_jeanne):
    """Also a word that was only said alike: what stands there is marked, and nothing else."""
    full_jeanne.press("Chercher")
    full_jeanne.type("kardiologue")
    full_jeanne.press(LOOK, "Fibrillation auriculaire")
    marked = [w.text() for w in full_jeanne.window.findChildren(Words) if w.property("found")]
    assert marked == ["Suivie par le cardiologue, deux fois par an"]
    full_jeanne.press("Retour", "Accueil", "Tout mon dossier", "Ma santé aujourd’hui")
    full_jeanne.press("Mes maladies", "Fibrillation auriculaire")
    assert not any(w.property("found") for w in full_jeanne.window.page.findChildren(Words))


def test_many_answers_turn(comes_in, folder):
    """Four at a time, the kinds in the order of the folder."""
    for number in range(6):
        folder.save(Medication(name=f"Dolex {number}"))
    person = comes_in(folder)
    person.press("Chercher")
    person.write("Un mot, ou son début", "dolex")
    person.press(LOOK)
    assert "6 réponses" in seen(person)
    assert "Dolex 4" not in person.buttons()
    person.press("Les suivants")
    assert "Dolex 4" in person.buttons()
    assert person.window.focusWidget().accessibleName() == "Dolex 4"
    person.press("Revenir aux premiers")
    assert "Dolex 0" in person.buttons()


def test_nothing_found_and_nothing_written(comes_in, folder):
    """Both say what to do."""
    person = comes_in(folder)
    person.press("Chercher", LOOK)
    assert "Écrivez un mot." in seen(person)
    person.type("zzz")
    person.press(LOOK)
    assert "Rien n’a été trouvé. Essayez le début du mot." in seen(person)


def test_a_word_of_a_paper(comes_in, folder, tmp_path):
    """The page of the paper is told, and the paper opens."""
    file = tmp_path / "bilan.pdf"
    file.write_bytes(pdf_of("Une page", "Glycemie 1,02 g/L"))
    kept = keep_paper(folder.vault.documents, file)
    add_paper(folder, Document(name="Bilan de mars"), kept)
    person = comes_in(folder)
    person.press("Chercher")
    person.type("glyc")
    person.press(LOOK)
    assert "Papier, page 2 · Glycemie 1,02 g/L" in seen(person)
    person.press("Bilan de mars")
    assert person.title == "Papier"


def wait_a_moment(person) -> None:
    """Let the pause after the last key go by."""
    timer = person.window.page._pause
    if timer.isActive():  # on a slow computer it has gone by
        timer.timeout.emit()
    person.settle()


def test_it_looks_while_one_types(full_jeanne):
    """Two letters are enough; with one, or none, nothing is shown."""
    full_jeanne.press("Chercher")
    full_jeanne.type("el")
    wait_a_moment(full_jeanne)
    assert "Eliquis 5 mg" in full_jeanne.buttons()
    full_jeanne.write("Un mot, ou son début", "e")
    full_jeanne.settle()
    assert "Eliquis 5 mg" not in full_jeanne.buttons()
    assert "réponse" not in seen(full_jeanne)


def test_a_word_written_as_it_is_heard(full_jeanne):
    """It says that the word is another one; its line opens."""
    full_jeanne.press("Chercher")
    full_jeanne.type("metphormine")
    full_jeanne.press(LOOK)
    words = seen(full_jeanne)
    assert "Rien n’est écrit ainsi. Voici ce qui s’écrit presque pareil." in words
    full_jeanne.press("Metformine 850 mg")
    assert full_jeanne.title == "Médicament"


def test_answers_are_counted_by_kind(comes_in, folder):
    """In the order of the lines."""
    folder.save(Allergy(substance="Ramolex"))
    folder.save(Medication(name="Ramolex 5"))
    folder.save(Medication(name="Ramolex 10"))
    person = comes_in(folder)
    person.press("Chercher")
    person.type("ramolex")
    person.press(LOOK)
    assert "3 réponses : Allergie 1, Médicament 2" in seen(person)


def test_a_paper_opens_at_its_page(comes_in, folder, tmp_path):
    """Where the word stands, not at the first page."""
    file = tmp_path / "bilan.pdf"
    file.write_bytes(pdf_of("Une page", "Rien", "Glycemie 1,02 g/L"))
    kept = keep_paper(folder.vault.documents, file)
    add_paper(folder, Document(name="Bilan de mars"), kept)
    person = comes_in(folder)
    person.press("Chercher")
    person.type("glyssémie")
    person.press(LOOK, "Bilan de mars")
    assert "Page 3 sur 3" in seen(person)


def test_the_words_are_marked_on_the_page(comes_in, folder, tmp_path):
    """As with a yellow pen, there and nowhere else; those who do not see it are told."""
    file = tmp_path / "bilan.pdf"
    file.write_bytes(pdf_of("Une page", "Rien", "Glycémie 1,02 g/L"))
    kept = keep_paper(folder.vault.documents, file)
    add_paper(folder, Document(name="Bilan de mars"), kept)
    person = comes_in(folder)
    person.press("Chercher")
    person.type("glyssémie")
    person.press(LOOK, "Bilan de mars")
    person.settle()
    assert "Page 3 sur 3. Ce que vous cherchez est marqué en jaune." in seen(person)
    (viewer,) = person.window.page.findChildren(PageViewer)
    assert viewer.frame.hasFocus()  # the page itself is in view, and spoken
    assert is_yellow(viewer, 0.09, 0.497)
    assert not is_yellow(viewer, 0.5, 0.497)
    person.press("Page d’avant")
    person.settle()
    assert "Page 2 sur 3" in seen(person)
    assert "jaune" not in seen(person)


def is_yellow(viewer, x: float, y: float) -> bool:
    """Say whether the paper has yellow around the point *x*, *y* (0 to 1, from the upper left)."""
    shot = viewer.paper.grab().toImage()
    column, line = round(x * shot.width()), round(y * shot.height())
    around = (shot.pixelColor(column + step, line) for step in range(-6, 7))
    return any(colour.blue() < 60 and colour.red() > 200 for colour in around)


def test_an_answer_is_spoken_when_the_keys_rest(full_jeanne, monkeypatch):
    """Once, with what is in view: a voice for every letter would be noise."""
    said = []
    monkeypatch.setattr(
        "ensdesk.ui.pages.search.announce", lambda page, words: said.append((page, words))
    )
    full_jeanne.press("Chercher")
    here = full_jeanne.window.page  # pages of other tests may still have something to say
    full_jeanne.window.page._hush.setInterval(60_000)  # however slow the computer
    for letters in ("el", "iqu"):
        full_jeanne.type(letters)
        wait_a_moment(full_jeanne)
    assert [words for page, words in said if page is here] == []
    full_jeanne.window.page._hush.timeout.emit()
    (words,) = (words for page, words in said if page is here)
    assert "réponse" in words
