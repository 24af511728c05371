"""The invitation to a meeting, on one side: in plain words, and in a child's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, child_looks, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import in_a_sentence, names_listed, sentence, spoken_date
from exports.when_we_meet import when_we_meet
from exports.writing import Phrase, Strong
from eymeeting.domain.copies import Attended, Helper
from eymeeting.domain.invitation_paper import InvitationPaper, invitation_paper

_FRAME: Final = 5.5
"""Centimetres of a child's frame to draw in."""


def lay_out_invitation(asked: Asked) -> LaidOut:
    """The invitation that is asked for. Refused as ``invitation_paper`` refuses it."""
    paper = invitation_paper(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=build_invitation(paper, asked.made_at, asked.paper),
        on=paper.meeting.on,
        must_not_hold=paper.must_not_hold,
        remarks=paper.remarks,
    )


def build_invitation(invitation: InvitationPaper, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The invitation as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    is_childs = invitation.kind == "child"
    look = child_looks(paper.format)[0] if is_childs else look_of(paper.format, standard=STANDARD)
    words = paper.words
    title = words("Invitation, {date}", date=spoken_date(invitation.meeting.on, words))
    page = new_page(look, title=title, organisation=invitation.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(
        head=[page.words("Private. This is for {name}.", name=invitation.reader.rstrip("."))],
        foot=(),
        title=title,
    )
    if is_childs:
        _for_a_child(page, invitation)
    elif invitation.kind == "interpreter":
        _to_interpret(page, invitation)
    else:
        _for_a_grown_up(page, invitation)
    return page.document


def _for_a_grown_up(page: Page, invitation: InvitationPaper) -> None:
    page.heading(page.words("You are invited, {name}", name=invitation.reader), 1)
    page.say(_who_asks(page, invitation))
    _when_and_where(page, invitation)
    if invitation.why:
        page.heading(page.words("Why we meet"))
        page.say(sentence(invitation.why))
    if invitation.asked:
        page.heading(page.words("Who else we have asked"))
        page.say(sentence("; ".join(map(_introduced, invitation.asked))))
    page.heading(page.words("What will happen, in this order"))
    page.bullets(invitation.steps)
    if invitation.kind == "worker":
        _for_a_worker(page, invitation)
    else:
        _for_the_family(page, invitation)
    _if_you_cannot_come(page, invitation, may_send_word=True)


def _for_the_family(page: Page, invitation: InvitationPaper) -> None:
    page.heading(page.words("To make it easier for you"))
    page.bullet(page.words("You can bring somebody: a friend, a relation, or anyone you trust."))
    if invitation.interpreter:
        page.bullet(
            page.words(
                "We will ask for an interpreter. What we have written down: {need}.",
                need=invitation.interpreter.rstrip("."),
            )
        )
    if invitation.needs:
        page.bullet(
            page.words("What we have written down to help you: {need}.", need=invitation.needs.rstrip("."))
        )
    page.bullet(page.words("Tell us if you need anything else, such as somebody to look after the children."))
    page.heading(page.words("Who may see your plan"))
    if invitation.agreed:
        page.say(
            sentence(
                page.words(
                    "You have agreed that these may see your plan: {services}",
                    services=names_listed(invitation.agreed, page.words),
                )
            )
        )
    else:
        page.say(page.words("You have not agreed yet who may see your plan. We will ask you at the meeting."))
    page.say(*map(page.words.known, invitation.sharing))


def _for_a_worker(page: Page, invitation: InvitationPaper) -> None:
    page.heading(page.words("What the family has agreed"))
    page.say(_standing(page, invitation))


def _standing(page: Page, invitation: InvitationPaper) -> str:
    standing = invitation.standing
    answer = standing.answer if standing else "not_asked"
    match answer:
        case "yes":
            return page.words("The family has agreed to share its plan with your service.")
        case "limited":
            return page.words("The family shares a part of its plan with your service. Ask what it is.")
        case "not_needed":
            return page.words("Your service does not need to ask.")
        case _:
            return page.words("The family has not been asked about your service yet. We ask at the meeting.")


def _to_interpret(page: Page, invitation: InvitationPaper) -> None:
    page.heading(page.words("Can you interpret for us, {name}?", name=invitation.reader), 1)
    page.say(_who_asks(page, invitation))
    _when_and_where(page, invitation)
    page.heading(page.words("What we ask of you"))
    page.bullets(
        [
            page.words("Say everything that is said, in both languages, and add nothing."),
            page.words("Keep to yourself all that you hear."),
            page.words("Stop us when we go too fast. Ask for a break when you need one."),
        ]
    )
    _if_you_cannot_come(page, invitation, may_send_word=False)


def _for_a_child(page: Page, invitation: InvitationPaper) -> None:
    page.heading(page.words("You are invited, {name}", name=invitation.reader), 1)
    chair = invitation.meeting.asked_by
    if chair:
        page.say(page.words("{name} would like you to come to a meeting about your family.", name=chair.name))
    else:
        page.say(page.words("We would like you to come to a meeting about your family."))
    _when_and_where(page, invitation)
    page.heading(page.words("What will happen"))
    page.bullets(
        [
            page.words("We will ask what is good, and what you would like to change."),
            page.words("You can say it, draw it or write it down."),
            page.words("You choose who may see it."),
            page.words("You can have a break, or stop, at any time."),
            *(
                [page.words("Your part comes first. After it you can go and play.")]
                if invitation.children_first
                else []
            ),
        ]
    )
    page.heading(page.words("You can bring somebody"))
    page.say(page.words("Bring somebody you trust, or a toy."))
    if invitation.interpreter:
        page.say(page.words("Somebody will be there who speaks your language."))
    page.heading(page.words("You need not come"))
    if chair:
        page.say(page.words("You can tell {name} what you think on another day.", name=chair.name))
    else:
        page.say(page.words("You can tell us what you think on another day."))
    page.heading(page.words("What would you like us to know?"))
    page.frame(page.words("Draw it here, or write."), _FRAME)


def _who_asks(page: Page, invitation: InvitationPaper) -> str:
    """Who asks, and to what: the family by the name it chose, where it stands on this paper."""
    chair = invitation.meeting.asked_by
    asks = _named(chair) if chair else invitation.organisation
    called = invitation.meeting.called
    if invitation.kind == "worker" and invitation.family_name:
        return page.words(
            "{who} would like you to come to this meeting: {meeting}. It is with this family: {family}.",
            who=asks,
            meeting=called,
            family=invitation.family_name.rstrip("."),
        )
    if invitation.kind == "interpreter":
        return page.words(
            "{who} asks you to interpret at a {meeting}.",
            who=asks,
            meeting=page.words.known(invitation.meeting_word),
        )
    return page.words(
        "{who} would like you to come to this meeting: {meeting}. It is about what helps you and your family.",
        who=asks,
        meeting=called,
    )


def _when_and_where(page: Page, invitation: InvitationPaper) -> None:
    page.box(*_lines_of_the_box(page, invitation))


def _lines_of_the_box(page: Page, invitation: InvitationPaper) -> Iterator[list[Phrase]]:
    meeting = invitation.meeting
    yield [Strong(page.words("When:")), when_we_meet(meeting, page.words)]
    where = meeting.place or page.words("We will tell you where")
    yield [Strong(page.words("Where:")), sentence(where)]


def _if_you_cannot_come(page: Page, invitation: InvitationPaper, *, may_send_word: bool) -> None:
    page.heading(page.words("If you cannot come"))
    chair = invitation.meeting.asked_by
    if chair and chair.phone:
        tell = page.words("Ring {name} on {phone}.", name=chair.name, phone=chair.phone)
    elif chair:
        tell = page.words("Tell {name}.", name=chair.name)
    else:
        tell = page.words("Tell us.")
    slip = page.words("You can send a slip with what you would have said. Ask us for one.")
    page.say(tell, slip if may_send_word else page.words("We will then ask somebody else."))


def _introduced(person: Attended) -> str:
    return f"{person.name}, {in_a_sentence(person.role)}" if person.role else person.name


def _named(chair: Helper) -> str:
    return f"{chair.name}, {in_a_sentence(chair.role)}," if chair.role else chair.name
