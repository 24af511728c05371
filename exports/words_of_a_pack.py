"""The organisation's own sentences and names of things, for translators: after all that is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polib

from exports.catalogues import template
from eymeeting.domain.pack import Pack

_OWN: Final = "the organisation's own: {about}"
_SENTENCES: Final = ("sharing", "harm", "keeping", "wrong", "worried")


def template_with(pack: Pack) -> str:
    """All our fixed words and then the organisation's own, ready for somebody to write another language beside them."""
    ours = template()
    known = {each.msgid for each in polib.pofile(ours)}
    entries = []
    for text, about in _own_words(pack):
        if text and text not in known:
            known.add(text)
            entries.append(f"{polib.POEntry(msgid=text, comment=_OWN.format(about=about))}")
    return "\n".join((ours, *entries)) if entries else ours


def _own_words(pack: Pack) -> Iterator[tuple[str, str]]:
    for about in _SENTENCES:
        yield from ((each, f"a sentence, {about}") for each in getattr(pack.sentences, about))
    yield pack.sentences.scale, "what the scale means"
    yield from ((each.name, "a part of life") for each in pack.areas)
    yield from ((each.child_name or "", "a part of life, for a child") for each in pack.areas)
    yield from ((each.on_paper, "why a plan ends") for each in pack.closing_reasons)
    yield pack.words.plan, "the plan"
    yield pack.words.lead_on_copy, "whoever leads it"
    yield pack.words.meeting, "a meeting"
