"""Somebody new in the family: who they are, and since when."""

from __future__ import annotations

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family_changing import joined, news_of, told
from eymeeting.domain.introductions import introduced, read_introduction
from eymeeting.domain.people import Person
from eymeeting.domain.put_right import named_in, taken_away
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.words_of_days import past_day


class JoiningForm:
    """A line that says who has joined, then the day. Their own page has everything else."""

    help = """\
    In one line, with commas: *Ida Pell, grandmother, 4.6.1951*. Then since when: *last month*, *1 oct*.
    Their home, telephone and all else stands on their page.
    """

    def __init__(self, ref: str, news: str, *, at: str = "") -> None:
        self.where = f"{ref}/joining"
        self._news, self._at = news, at

    def title(self, view: FamilyView) -> str:
        """Whose family it is."""
        return f"Somebody has joined · {view.family.details.called}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """Who; once that is said, since when."""
        news = news_of(view.family, self._news)
        person = None if news is None else view.family.person(news.person)
        if news is None or person is None:
            return (FormRow(id="who", label="Who", hint="name, who they are, birthday"),)
        return (
            FormRow(id="who", label="Who", value=introduced(person)),
            FormRow(id="on", label="Since", value=day_in_words(news.on), hint="last friday, or 1 oct"),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words, news = clean_line(typed).strip(), news_of(view.family, self._news)
        if not words:
            return Reading()
        if row == "on":
            return self._since(view, words)
        if news is not None:
            return Reading(problem="They have a page of their own now: put it right there.")
        read = read_introduction(words, view.family, view.pack, view.today)
        if read.member is None:
            return Reading(problem=read.problem or "")
        if not isinstance(read.member, Person):
            return Reading(problem="Somebody who helps is added in the family's place, with F2.")
        changes = joined(view.family, read.member, view.today, news=self._news, at=self._at)
        return Reading(understood=read.understood, changes=changes)

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:  # noqa: ARG002
        """There is nothing to choose."""
        return Reading()

    def taken_away(self, view: FamilyView) -> Reading | None:
        """Somebody who joined by mistake, as long as nothing else names them."""
        news = news_of(view.family, self._news)
        person = None if news is None else view.family.person(news.person)
        if news is None or person is None:
            return None
        gone = view.change(news, None)
        left = view.family.after(gone)
        return None if named_in(left, person.id) else Reading(changes=(gone, *taken_away(left, person)))

    def _since(self, view: FamilyView, words: str) -> Reading:
        news = news_of(view.family, self._news)
        read = past_day(words, view.today)
        if read.day is None or news is None:
            return Reading(problem=read.problem)
        changes = told(view.family, news.person, "joined", read.day, news=self._news)
        return Reading(understood=read.understood, changes=changes)
