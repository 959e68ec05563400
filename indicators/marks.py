"""How the state of one cell looks in the grid: a word and an icon, never colour alone."""

from enum import StrEnum


class Mark(StrEnum):
    """The state of a cell; those after `CONFLICT` exist only while somebody types in a browser."""

    FILLED = "filled"
    REASONED = "reasoned"
    MISSING = "missing"
    DOUBT = "doubt"
    RETURNED = "returned"
    LOCKED = "locked"
    REFUSED = "refused"
    CONFLICT = "conflict"
    UNSAVED = "unsaved"
    SAVING = "saving"
    SAVED = "saved"
    OFFLINE = "offline"

    @property
    def word(self) -> str:
        return WORDS[self]

    @property
    def icon(self) -> str:
        return ICONS[self]


WORDS = {
    Mark.FILLED: "Vyplněno",
    Mark.REASONED: "S důvodem",
    Mark.MISSING: "Chybí",
    Mark.DOUBT: "Ke kontrole",
    Mark.RETURNED: "Vráceno",
    Mark.LOCKED: "Zamčeno",
    Mark.REFUSED: "Odmítnuto",
    Mark.CONFLICT: "Dvojí zápis",
    Mark.UNSAVED: "Neuloženo",
    Mark.SAVING: "Ukládá se",
    Mark.SAVED: "Uloženo",
    Mark.OFFLINE: "Čeká na síť",
}
ICONS = {
    Mark.FILLED: "check-circle-fill",
    Mark.REASONED: "slash-circle",
    Mark.MISSING: "dash-circle",
    Mark.DOUBT: "exclamation-triangle-fill",
    Mark.RETURNED: "reply-fill",
    Mark.LOCKED: "lock-fill",
    Mark.REFUSED: "x-octagon-fill",
    Mark.CONFLICT: "people-fill",
    Mark.UNSAVED: "pencil-fill",
    Mark.SAVING: "arrow-repeat",
    Mark.SAVED: "check-circle-fill",
    Mark.OFFLINE: "wifi-off",
}
