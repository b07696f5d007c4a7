"""What a record is: an immutable value whose field types decide everything else.

Kinds are open, shapes are closed: a kind is one frozen dataclass in one file of `kinds/`, and the
type of each field maps to one member of `Shape`. Storage, form, list, paper, search and copies are
written once per shape with `match` and `assert_never`, so a new shape makes mypy name every place.
"""
