"""What the papers of the invented person say; French, as doctors and laboratories write."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from ensdesk.kinds.document import Category

_DOCTORS = (
    "Docteur Martin", "Docteur Lefèvre", "Docteur Garnier", "Docteur Nguyen", "Docteur Benali",
    "Docteur Rousseau", "Docteur Chevalier", "Docteur Moreau",
)  # fmt: skip
_PLACES = ("Limoges", "Panazol", "Couzeix", "Isle", "Saint-Junien", "Bellac")
_MEDICINES = (
    "Eliquis 5 mg", "Metformine 850 mg", "Ramipril 5 mg", "Atorvastatine 20 mg",
    "Doliprane 500 mg", "Kardégic 75 mg", "Levothyrox 50 µg", "Gaviscon", "Ventoline",
    "Bisoprolol 2,5 mg", "Furosémide 20 mg", "Oméprazole 20 mg",
)  # fmt: skip
_ORGANS = ("genou", "thorax", "hanche", "épaule", "foie", "thyroïde", "cœur", "poignet")


@dataclass(frozen=True, slots=True)
class Letter:
    """One paper: what it is called, and its lines."""

    name: str
    category: Category
    author: str
    lines: tuple[str, ...]


# {one} and {other} are medicines, {organ} a part of the body, {n} and {m} small numbers.
_LETTERS: tuple[tuple[Category, str, str], ...] = (
    (
        Category.PRESCRIPTION,
        "Ordonnance",
        (
            "Ordonnance\n{one} : {n} comprimé le matin\n{other} : {m} comprimé le soir\n"
            "À renouveler {m} fois. Traitement pour trois mois."
        ),
    ),
    (
        Category.LABORATORY,
        "Prise de sang",
        (
            "Compte rendu d’analyses de biologie médicale\nGlycémie à jeun : 1,{n}{m} g/L\n"
            "Hémoglobine glyquée : 6,{n} %\nCholestérol total : 2,{m} g/L\nCréatinine : 7{n} µmol/L"
        ),
    ),
    (
        Category.IMAGING,
        "Radiographie : {organ}",
        (
            "Radiographie : {organ}\nIndication : douleurs depuis {n} semaines.\n"
            "Pas de lésion osseuse visible. Arthrose débutante.\nContrôle dans {m} mois."
        ),
    ),
    (
        Category.REPORT,
        "Lettre de consultation",
        (
            "Cher confrère,\nJ’ai vu ce jour Madame Exemple, suivie pour une hypertension.\n"
            "L’examen du {organ} est sans particularité.\nJe propose de poursuivre {one}.\n"
            "Prochaine consultation dans {m} mois.\nBien confraternellement,"
        ),
    ),
    (
        Category.PREVENTION,
        "Certificat de vaccination",
        (
            "Vaccin contre la grippe\nDose numéro {n}, injectée dans l’épaule gauche.\n"
            "Rappel dans {m} ans."
        ),
    ),
    (
        Category.CERTIFICATE,
        "Certificat médical",
        (
            "Je soussigné certifie avoir examiné Madame Jeanne Exemple.\n"
            "Son état permet la marche et la gymnastique douce, {n} fois par semaine."
        ),
    ),
    (
        Category.ADMINISTRATIVE,
        "Remboursement de la mutuelle",
        (
            "Relevé de remboursement\nConsultation : 2{n},50 euros\nPharmacie : 1{m},20 euros\n"
            "Reste à votre charge : {n},00 euros"
        ),
    ),
)


def letter(chance: random.Random, day: datetime.date) -> Letter:
    """Return one paper of this day, drawn by *chance*."""
    category, name, words = chance.choice(_LETTERS)
    author, place = chance.choice(_DOCTORS), chance.choice(_PLACES)
    one, other = chance.sample(_MEDICINES, 2)
    drawn = {
        "one": one,
        "other": other,
        "organ": chance.choice(_ORGANS),
        "n": chance.randint(1, 5),
        "m": chance.randint(1, 9),
    }
    head = (author, place, f"Le {day:%d/%m/%Y}", "", "Madame Jeanne Exemple", "")
    lines = words.format(**drawn).split("\n")
    return Letter(name.format(**drawn), category, author, (*head, *lines))
