"""The keys of a family's place, and what its help says."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from screens.everywhere import SAID_ALONE_KEY

HELP: Final = """\
A **letter** opens a line; or go there with **up** and **down** and press **Enter**.
**F2** adds somebody: name, who they are, birthday or service, with commas.
**F3**, or **Shift** with somebody's letter, tells what has changed: born, a new name, moved, joined, left, died.
**F6** shows who owes what, and makes a list for each worker that the lead can send out.
**F4** begins the meeting, or goes on with it. **F5** writes down a call or a visit.
**F7** shows the scores then and now as a picture. **F11** shows, for the chair, whether the plan drifts,
and how you have kept in touch. **F9** makes the papers before a meeting that is planned: invitations, agendas,
agreement forms, and slips for whoever cannot come.
**Copies** says who has had which paper, how it was given and which are still owed.
Under **Meetings** a letter opens a meeting as it was written down, to read it or to put a word right.
**Ctrl+W** is for you alone, with nobody else near: what you were told alone, with the time of each break.
The last line, **Who changed what**, tells who added, changed or copied what and when, without anybody's words.
A telephone number, or somebody's home, stands on their page; an address opens under **Where they live**.
"""

FAMILY_KEYS: Final[list[BindingType]] = [
    Binding("f1", "help", "Help", priority=True, tooltip="Every key, and what this place is for", id="help"),
    Binding("f2,ctrl+n", "add", "Add somebody", priority=True, tooltip="Add a person or a worker", id="add"),
    Binding(
        "f4,ctrl+t",
        "meet",
        "Meeting",
        priority=True,
        tooltip="Begin the meeting, or go on with it",
        id="meet",
    ),
    Binding(
        "f5,ctrl+l",
        "contact",
        "Call",
        priority=True,
        tooltip="Write down a call or a visit",
        id="family.call",
    ),
    Binding(
        "f3,ctrl+b",
        "changed",
        "Changed",
        show=False,
        priority=True,
        tooltip="Somebody was born, has a new name, moved, joined, left or died",
        id="family.changed",
    ),
    Binding(
        "f7,ctrl+f",
        "then_and_now",
        "Then and now",
        show=False,
        priority=True,
        tooltip="See how the scores went from meeting to meeting",
        id="family.then_and_now",
    ),
    Binding(
        "f9,ctrl+s",
        "papers",
        "Papers",
        show=False,
        priority=True,
        tooltip="The papers before a meeting that is planned: invitations, agendas, agreement forms, update slips",
        id="family.papers",
    ),
    Binding(
        "f6,ctrl+k",
        "who_owes",
        "Who owes what",
        show=False,
        priority=True,
        tooltip="Everybody's open actions, and a list for each worker to send out",
        id="family.who_owes",
    ),
    Binding(
        "f11,ctrl+e",
        "worth_a_look",
        "Worth a look",
        show=False,
        priority=True,
        tooltip="For the chair: what may show that the plan drifts, and what could help",
        id="family.worth_a_look",
    ),
    SAID_ALONE_KEY,
    Binding(
        "escape",
        "leave_line",
        "The lines",
        show=False,
        tooltip="Back to the lines; what is half typed stays",
        id="family.leave_line",
    ),
    Binding("f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"),
    Binding("f10,ctrl+g", "home", "Home", priority=True, tooltip="Go home; everything is kept", id="back"),
    Binding(
        "question_mark",
        "help",
        show=False,
        tooltip="Every key, and what this place is for",
        id="help.question_mark",
    ),
]
