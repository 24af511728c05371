"""The questions behind Home's lists, each answered from one short row of a family and by an index.

Each list has one question for the rows that are shown, and one for how many there are in all.
"""

from typing import Final

MEETINGS: Final = """
SELECT standing.*, family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name,
  meeting.start, meeting.venue,
  EXISTS (SELECT 1 FROM sitting WHERE sitting.family = meeting.family AND sitting.meeting = meeting.id)
  OR EXISTS (SELECT 1 FROM step_time
    WHERE step_time.family = meeting.family AND step_time.meeting = meeting.id) AS begun
FROM meeting JOIN family ON family.id = meeting.family JOIN standing ON standing.family = meeting.family
WHERE meeting.outcome IS NULL AND meeting."on" = :today
ORDER BY meeting.start, meeting.family LIMIT :shown
"""
COUNT_MEETINGS: Final = """SELECT count(*) FROM meeting WHERE outcome IS NULL AND "on" = :today"""
AGREED: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE review_on = :today AND planned_on IS NULL
ORDER BY agreed_time, id LIMIT :shown
"""
COUNT_AGREED: Final = "SELECT count(*) FROM standing WHERE review_on = :today AND planned_on IS NULL"
UNFINISHED: Final = """
SELECT family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name, meeting."on",
  EXISTS (SELECT 1 FROM sitting WHERE sitting.family = meeting.family AND sitting.meeting = meeting.id)
  OR EXISTS (SELECT 1 FROM step_time
    WHERE step_time.family = meeting.family AND step_time.meeting = meeting.id) AS begun
FROM meeting JOIN family ON family.id = meeting.family
WHERE meeting.outcome IS NULL AND meeting."on" < :today
ORDER BY meeting."on" DESC, meeting.family LIMIT :shown
"""
COUNT_UNFINISHED: Final = """SELECT count(*) FROM meeting WHERE outcome IS NULL AND "on" < :today"""
REVIEWS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE review_on <= :soon AND review_on <> :today AND (review_on > :today OR planned_on IS NULL)
ORDER BY review_on, id LIMIT :shown
"""
COUNT_REVIEWS: Final = """
SELECT count(*) FROM standing
WHERE review_on <= :soon AND review_on <> :today AND (review_on > :today OR planned_on IS NULL)
"""
WITHOUT_DAY: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE no_day_since IS NOT NULL ORDER BY no_day_since, id LIMIT :shown
"""
COUNT_WITHOUT_DAY: Final = "SELECT count(*) FROM standing WHERE no_day_since IS NOT NULL"
ACTIONS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE oldest_due < :today ORDER BY oldest_due, id LIMIT :shown
"""
COUNT_ACTIONS: Final = "SELECT count(*) FROM standing WHERE oldest_due < :today"
FIRST_MEETINGS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE first_from <= :start AND (planned_on IS NULL OR planned_on > :today)
ORDER BY first_from, id LIMIT :shown
"""
COUNT_FIRST_MEETINGS: Final = """
SELECT count(*) FROM standing WHERE first_from <= :start AND (planned_on IS NULL OR planned_on > :today)
"""
COPIES: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name, (
  SELECT min(copy.owed_by) FROM copy JOIN meeting ON meeting.family = copy.family AND meeting.id = copy.meeting
  WHERE copy.family = standing.family AND copy.how = :made AND copy.removed_on IS NULL
    AND coalesce(copy.kind, 'family') IN ('family', 'child') AND meeting."on" = standing.copies_on
    AND EXISTS (SELECT 1 FROM person WHERE person.family = copy.family AND person.id = copy."to")
    AND NOT EXISTS (SELECT 1 FROM copy AS newer WHERE newer.family = copy.family
      AND newer.meeting = copy.meeting AND newer."to" = copy."to" AND newer.kind IS copy.kind
      AND (newer.position, newer.id) > (copy.position, copy.id))
) AS owed
FROM standing JOIN family ON family.id = standing.family
WHERE copies_on IS NOT NULL AND (copies_made > 0 OR copies_on <= :start)
ORDER BY owed IS NULL, owed, copies_on, id LIMIT :shown
"""
"""``owed`` is the first day by which a copy that stands was promised, as in ``standing.newest_copies``."""
COUNT_COPIES: Final = """
SELECT count(*) FROM standing WHERE copies_on IS NOT NULL AND (copies_made > 0 OR copies_on <= :start)
"""
DRIFTING: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE open_since IS NOT NULL
  AND (open_since < :before OR reviews >= :reviews OR moves >= :moves OR stood > 0 OR late_by > :late)
ORDER BY open_since, standing.family LIMIT :shown
"""
COUNT_DRIFTING: Final = """
SELECT count(*) FROM standing WHERE open_since IS NOT NULL
  AND (open_since < :before OR reviews >= :reviews OR moves >= :moves OR stood > 0 OR late_by > :late)
"""
CHECKS: Final = """
SELECT standing.*, id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name
FROM standing JOIN family ON family.id = standing.family
WHERE check_on <= :soon ORDER BY check_on, id LIMIT :shown
"""
COUNT_CHECKS: Final = "SELECT count(*) FROM standing WHERE check_on <= :soon"
_TO_TELL: Final = """
FROM panel_item JOIN family ON family.id = panel_item.family
WHERE tell_family_told_on IS NULL AND tell_family_by <= :soon
"""
TO_TELL: Final = f"""
SELECT family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name, tell_family_by AS by
{_TO_TELL} ORDER BY tell_family_by, ref LIMIT :shown
"""
COUNT_TO_TELL: Final = f"SELECT count(*) {_TO_TELL}"
_PUT_OFF: Final = """
FROM panel_item AS latest JOIN family ON family.id = latest.family
WHERE carried_to <= :today AND NOT EXISTS (
  SELECT 1 FROM panel_item AS later WHERE later.family = latest.family
  AND (later."on", later.position) > (latest."on", latest.position))
"""
PUT_OFF: Final = f"""
SELECT family.id AS ref, coalesce(nullif(chosen_name, ''), family_name) AS name, carried_to
{_PUT_OFF} ORDER BY carried_to, ref LIMIT :shown
"""
COUNT_PUT_OFF: Final = f"SELECT count(*) {_PUT_OFF}"
