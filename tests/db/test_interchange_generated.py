from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.file import open_file
from db.interchange import read_families, write_families
from db.store import Store

MADE_UP = settings(
    max_examples=10,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SETS = ("attendance", "scores", "copies", "updates", "invitations", "heard")


@contextmanager
def copied(blank: Path) -> Iterator[Store]:
    """A store on a blank file of its own."""
    with TemporaryDirectory() as folder:
        store = Store(open_file(Path(shutil.copy(blank, folder)), {}), lambda: NOW)
        try:
            yield store
        finally:
            store.close()


@settings(MADE_UP, max_examples=20)
@given(st.data())
def test_whatever_fits_the_schema_is_written_again_as_it_was_read(
    generated: ModuleType, data: st.DataObject
) -> None:
    file = data.draw(generated.families_in_json())
    read = read_families(json.dumps(file))
    written = json.loads(write_families(read))
    assert generated.as_text(written) == generated.as_text(generated.kept(file))


@MADE_UP
@given(st.data())
def test_what_is_imported_and_exported_stays_the_same_in_the_next_database(
    generated: ModuleType, blank: Path, data: st.DataObject
) -> None:
    file = data.draw(generated.families_in_json())
    with copied(blank) as first:
        first.take_in(read_families(json.dumps(file)))
        once = write_families(first.family(ref) for ref in first.refs())
    with copied(blank) as second:
        second.take_in(read_families(once))
        again = write_families(second.family(ref) for ref in second.refs())
    assert generated.as_text(json.loads(once)) == generated.as_text(generated.kept(file))
    assert again == once


@MADE_UP
@given(st.data())
def test_a_family_is_the_same_whatever_the_order_of_its_sets(
    generated: ModuleType, blank: Path, data: st.DataObject
) -> None:
    file = data.draw(generated.families_in_json(most=1))
    with copied(blank) as store:
        store.take_in(read_families(json.dumps(file)))
        [family] = file["families"]
        for meeting in family["meetings"]:
            for key in SETS:
                if key in meeting:
                    meeting[key] = data.draw(st.permutations(meeting[key]))
        family["agreement"] = data.draw(st.permutations(family["agreement"]))
        taken = store.take_in(read_families(json.dumps(file)))
        assert taken.same == store.refs()
