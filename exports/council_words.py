"""The organisation's own sentences and names of things in a language, where a catalogue has them: the rest as it is."""

from __future__ import annotations

from dataclasses import replace

from exports.fixed_words import ENGLISH, FixedWords
from exports.spoken import as_told
from eymeeting.domain.copies import Ending, FamilyCopy
from eymeeting.domain.easy_copy import EasyCopy


def in_their_language(copy: FamilyCopy, words: FixedWords) -> FamilyCopy:
    """The copy with the organisation's own words in a language; what people said stays as they said it."""
    if words.code == ENGLISH.code:
        return copy
    return replace(
        copy,
        worried=tuple(words.known(each) for each in copy.worried),
        sharing=tuple(words.known(as_told(each, words)) for each in copy.sharing),
        scale=words.known(copy.scale),
        changes=tuple(replace(each, area=words.known(each.area)) for each in copy.changes),
        scores=tuple(replace(each, area=words.known(each.area)) for each in copy.scores),
        chart=copy.chart
        and replace(
            copy.chart, rows=tuple(replace(each, area=words.known(each.area)) for each in copy.chart.rows)
        ),
        done=tuple(replace(each, area=words.known(each.area)) for each in copy.done),
        ending=copy.ending and _ending(copy.ending, words),
    )


def easy_in_their_language(easy: EasyCopy, words: FixedWords) -> EasyCopy:
    """The same of an easy read plan, which keeps its pictures."""
    if words.code == ENGLISH.code:
        return easy
    areas = {*(each.area for each in easy.copy.changes), *(each.area for each in easy.copy.scores)}
    return replace(
        easy,
        copy=in_their_language(easy.copy, words),
        areas={words.known(text) if text in areas else text: area for text, area in easy.areas.items()},
        about={words.known(text): about for text, about in easy.about.items()},
    )


def _ending(ending: Ending, words: FixedWords) -> Ending:
    return replace(
        ending,
        reason=words.known(ending.reason) if ending.reason else ending.reason,
        how_far=tuple(replace(each, area=words.known(each.area)) for each in ending.how_far),
    )
