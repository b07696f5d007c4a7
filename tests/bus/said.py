"""What has to be said aloud in each journey, and what never."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# In this order: titles, labels and their examples, errors, answers.
MUST = {
    "open_by_code": (
        "Ouvrir mon dossier", "Votre code champ de mot de passe", "Les 6 chiffres",
        "Mon dossier", "Bonjour Jeanne.",
    ),
    "add_a_medicine": (
        "Mes médicaments", "Quel médicament voulez-vous ajouter ?", "Nom du médicament",
        "Que savez-vous de ce médicament ?", "Quand le prenez-vous, et combien ?", "Le matin",
        "Où avez-vous lu cela ?", "Ordonnance du", "Est-ce écrit ainsi sur l’ordonnance ?",
        "Zestril 10 mg", "C’est ajouté.",
    ),
    "note_a_blood_pressure": (
        "Quelle est votre tension ?", "Premier chiffre", "Le plus grand : 13 ou 130",
        "Deuxième chiffre", "Écrivez les deux chiffres, par exemple 13 et 8.",
        "C’est noté : 13/8.",
    ),
    "print_the_sheet": (
        "Ma fiche d’urgence", "Imprimer ma fiche", "Fiche d’urgence", "Je n’ai pas d’imprimante",
        "Où mettre la feuille ?", "La feuille est prête à emporter.",
    ),
    "lock": ("Ouvrir mon dossier", "Votre code champ de mot de passe"),
}  # fmt: skip
SECRET = "open_by_code"  # here no key is said; elsewhere Orca says each: so it would be heard
ECHO = "note_a_blood_pressure"


def faults(journey: str, said: Sequence[str], code: str) -> Iterator[str]:
    """Yield what was not said in its order, and what of the code was."""
    left = " ".join(" ".join(said).replace("\u00a0", " ").split())
    for words in MUST[journey]:
        _before, found, after = left.partition(words)
        if not found:
            yield f"never said: {words}"
        else:
            left = after
    keys = {one.strip(" .") for one in said} & set("0123456789")
    if (journey == SECRET and keys & set(code)) or any(code in one for one in said):
        yield "the code was said"
    if journey == ECHO and not keys:
        yield "no key was heard: nor would those of the code"
