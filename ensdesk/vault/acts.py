"""The acts that the journal knows: codes that are written for ever."""

from enum import StrEnum


class Act(StrEnum):
    """What was done, as a code written for ever; the page that shows it has the words."""

    FOLDER_MADE = "folder-made"
    OPENED = "opened"
    CLOSED = "closed"
    WRONG_SECRET = "wrong-secret"  # noqa: S105 - a code, not a secret
    CODE_CHANGED = "code-changed"
    KEY_SHEET_PROVED = "key-sheet-proved"
    KEY_SHEET_TRIED = "key-sheet-tried"
    CONSENT = "consent"
    RECORD_ADDED = "record-added"
    RECORD_CHANGED = "record-changed"
    RECORD_REMOVED = "record-removed"
    RECORD_BROUGHT_BACK = "record-brought-back"
    RECORD_ERASED = "record-erased"
    RECORD_HIDDEN = "record-hidden"
    RECORD_SHOWN = "record-shown"
    PAPER_ADDED = "paper-added"
    SHEET_PRINTED = "sheet-printed"
    COPIED_OUT = "copied-out"
    COPY_BROUGHT_BACK = "copy-brought-back"
    DOUBLE_MADE = "double-made"
    DOUBLE_RESTORED = "double-restored"
    DOUBLE_TRIED = "double-tried"
    NEWS_GIVEN = "news-given"
    NEWS_TAKEN = "news-taken"
    PERSON_ADDED = "person-added"
    PERSON_STOPPED = "person-stopped"
    HELP_BEGUN = "help-begun"
    HANDED_OVER = "handed-over"
    ENVELOPE_GIVEN = "envelope-given"


# Every act is in one of these parts of the journal.
LEFT = frozenset({Act.SHEET_PRINTED, Act.COPIED_OUT, Act.DOUBLE_MADE, Act.NEWS_GIVEN})
OPENING = frozenset(
    {
        Act.FOLDER_MADE,
        Act.OPENED,
        Act.CLOSED,
        Act.WRONG_SECRET,
        Act.CODE_CHANGED,
        Act.KEY_SHEET_PROVED,
        Act.KEY_SHEET_TRIED,
        Act.DOUBLE_TRIED,
        Act.CONSENT,
        Act.PERSON_ADDED,
        Act.PERSON_STOPPED,
        Act.HELP_BEGUN,
        Act.HANDED_OVER,
        Act.ENVELOPE_GIVEN,
    }
)
WRITTEN = frozenset(Act) - LEFT - OPENING
