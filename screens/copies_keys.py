"""The keys of the copies, and what help says of them."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from screens.everywhere import HELP_KEYS

COPIES_HELP: Final = """\
    Ticked is all that the meeting owes: plans for the adults of the family who took part, pages for the children
    who came or were heard, a list for each worker with something to do, the lead's copy, and the full record while
    the chair has the keyboard. A **letter** ticks somebody, or no longer; **Enter** makes the copies that are
    ticked. Whoever has a copy of how things stand now is not ticked again. A child's page holds what everybody
    at home may read, and nothing else.

    Each copy has the form its reader needs: “large print”, “easy read”. **Shift** with the letter, or a **full
    stop**, changes it for this one copy.

    The copies are put into a folder for the family and the day, and **O** opens it. Nothing there is ever
    overwritten: a newer copy takes the place of the older one in the log alone. **P** prints what goes into
    somebody's hand, plans and pages; **P** again prints the lists too. Where nothing can be printed, the app says
    by when each copy is owed, and Home reminds of it. How each was given is written down in the family's place,
    under **Copies**; there its file can be removed.

    **L** says how much each reader does not get, by kind and never what it is, and marks with ▲ whoever has
    something protected near: turn the screen first. **S** asks of the plan you are at: is it safe to take home?
    There it says why each kind is left out, and you leave out of this one copy the box “If you are worried”,
    telephone numbers or the names of helpers. **W** opens the short words of an easy read plan.

    **K** looks the ticked papers over before they are made, while the chair has the keyboard: from what age each is
    easy to read, the one sentence worth writing anew, and words that families may not know.
    """

_BACK: Final = "Back to the meeting"

OPEN_KEY: Final = Binding(
    "o", "open_folder", "Folder", show=False, tooltip="Open the folder of the copies", id="copies.folder"
)

COPIES_KEYS: Final[list[BindingType]] = [
    *HELP_KEYS,
    Binding(
        "enter",
        "go_on",
        "Make",
        priority=True,
        tooltip="Make the copies that are ticked; then back to the meeting",
        id="copies.make",
    ),
    Binding("escape", "dismiss", "Back", priority=True, tooltip=_BACK, id="copies.dismiss"),
    Binding("f9,ctrl+s", "dismiss", "Back", priority=True, tooltip=_BACK, id="meeting.copies"),
    Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip=_BACK, id="back"),
    Binding(
        "p",
        "print",
        "Print",
        show=False,
        tooltip="Print the plans and pages just made; once more, the lists too",
        id="copies.print",
    ),
    OPEN_KEY,
    Binding(
        "l",
        "say_left_out",
        "Left out",
        show=False,
        tooltip="How much each reader does not get",
        id="copies.left_out",
    ),
    Binding(
        "s",
        "ask_if_safe",
        "Safe?",
        show=False,
        tooltip="Is this copy safe to take home? What had better stay off it",
        id="copies.safe",
    ),
    Binding(
        "k",
        "check",
        "Check",
        show=False,
        tooltip="Can everybody read these papers? The chair's page on those that are ticked, before they are made",
        id="copies.check",
    ),
    Binding(
        "w",
        "easy_words",
        "Easy words",
        show=False,
        tooltip="Short words for this plan in easy read, typed or confirmed one after another",
        id="copies.easy_words",
    ),
    Binding(
        "f14,ctrl+a",
        "look_first",
        "Look first",
        show=False,
        priority=True,
        tooltip="Something to check before you print, for you alone; there only while there is anything",
        id="meeting.for_you_alone",
    ),
]
