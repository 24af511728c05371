"""A call, a visit or a message between meetings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, get_args

from eymeeting.domain.contact import Contact, ContactMethod
from eymeeting.domain.dates import spoken
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.for_whom import is_told_to_the_family
from eymeeting.domain.in_words import CONTACT
from eymeeting.domain.names import members_now, names_in_picker
from eymeeting.domain.reach import FOR_THE_CHAIR
from eymeeting.domain.safe_touch import ways_of_contact
from eymeeting.domain.text import NOTE_LIMIT, clean_line, clean_text
from eymeeting.domain.times import read_time, spoken_time
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow, Reading
from screens.forms.words_of_days import past_day

_METHODS: Final = {method: method for method in get_args(ContactMethod)}
_FOR: Final[dict[str, tuple[str, Visibility]]] = {
    "chair": ("the chair and my service", FOR_THE_CHAIR),
    "family": ("everyone on the plan", FOR_THE_FAMILY),
}


class ContactForm:
    """One call or visit. It begins with its first row; nothing is kept of it before."""

    is_for_one_alone = True
    help = """\
    What was said first, then how it was and with whom: press a **letter**. The day is today unless you say another.
    It is for the chair and your own service, unless you choose otherwise. **F8** takes back the last thing.
    """

    def __init__(self, ref: str, contact: str) -> None:
        self.where = f"{ref}/contact {contact}"
        self._id = contact

    def title(self, view: FamilyView) -> str:
        """Whose call it is."""
        return f"A call or a visit · {view.family.details.called}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        contact = self._kept(view) or self._blank(view)
        ways = {*ways_of_contact(view.family, contact.who), contact.how}
        members = [each for each in members_now(view.family) if getattr(each, "kind", "") != "unborn"]
        names = names_in_picker(members)
        return (
            FormRow(
                id="text",
                label="What was said",
                value=contact.text,
                is_long=True,
                limit=NOTE_LIMIT,
                hint="in a few words",
            ),
            FormRow(
                id="how",
                label="How",
                choices=tuple(
                    Choice(id=each, words=words) for each, words in CONTACT.items() if each in ways
                ),
                chosen=(contact.how,),
            ),
            FormRow(
                id="who",
                label="With whom",
                choices=tuple(
                    Choice(id=each.id, words=names[each.id]) for each in members if each.id != view.keyboard
                ),
                chosen=() if contact.who is None else (contact.who,),
            ),
            FormRow(
                id="reached",
                label="Reached them?",
                choices=(Choice(id="yes", words="yes"), Choice(id="no", words="no answer")),
                chosen=() if contact.reached is None else ("yes" if contact.reached else "no",),
            ),
            FormRow(id="on", label="Day", value=spoken(contact.on), hint="today, or 12 oct"),
            FormRow(
                id="time",
                label="Time",
                value="" if contact.time is None else spoken_time(contact.time),
                hint="1.30pm",
            ),
            FormRow(
                id="visibility",
                label="Who may see it",
                choices=tuple(Choice(id=each, words=words) for each, (words, _) in _FOR.items()),
                chosen=("family" if is_told_to_the_family(contact) else "chair",),
            ),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        if row == "text":
            return self._with(view, text=clean_text(typed).strip())
        words = clean_line(typed).strip()
        if row == "time":
            time = read_time(words) if words else None
            if words and time is None:
                return Reading(problem="What time? 10, 1.30pm or 13:30.")
            return replace(self._with(view, time=time), understood="" if time is None else spoken_time(time))
        day = past_day(words, view.today)
        if day.day is None:
            return Reading(problem=day.problem)
        return replace(self._with(view, on=day.day), understood=f"{day.understood}.")

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        contact = self._kept(view) or self._blank(view)
        match row:
            case "how":
                return self._with(view, how=_METHODS[choice])
            case "who":
                return self._with(view, who=None if contact.who == choice else choice)
            case "reached":
                return self._with(view, reached=choice == "yes")
            case _:
                return self._with(view, visibility=_FOR[choice][1])

    def taken_away(self, view: FamilyView) -> Reading | None:
        """A call written down by mistake may go."""
        kept = self._kept(view)
        return None if kept is None else Reading(changes=(view.change(kept, None),))

    def _kept(self, view: FamilyView) -> Contact | None:
        return next((each for each in view.family.contacts if each.id == self._id), None)

    def _blank(self, view: FamilyView) -> Contact:
        position = view.family.next_position(Contact)
        return Contact(
            id=self._id,
            position=position,
            on=view.today,
            by=view.keyboard,
            how=ways_of_contact(view.family)[0],
            text="",
            time=view.time,
        )

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        before = self._kept(view)
        after = replace(before or self._blank(view), **changed)
        return Reading() if after == before else Reading(changes=(view.change(before, after),))
