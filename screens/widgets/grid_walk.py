"""How the cursor walks through a grid of people by areas."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class GridPlace:
    """A cell, counted from nought, and whether the row before it was ended by its last score."""

    area: int = 0
    person: int = 0
    row_just_ended: bool = False


@dataclass(frozen=True)
class GridView:
    """The first area and the first person in sight, counted from nought."""

    area: int = 0
    person: int = 0


@dataclass(frozen=True)
class GridWalk:
    """The ways through a grid of so many areas and people, both at least one."""

    areas: int
    people: int

    def after_score(self, place: GridPlace) -> GridPlace:
        """The next person, or the next area's first; in the very last cell the cursor stays."""
        if place.person + 1 < self.people:
            return GridPlace(place.area, place.person + 1)
        return replace(self._next_area(place), row_just_ended=True)

    def after_enter(self, place: GridPlace) -> GridPlace:
        """The next area's first person.

        Right after a row's last score the cursor is there already, so an Enter that ends the row in the
        chair's mind moves nowhere.
        """
        if place.row_just_ended:
            return replace(place, row_just_ended=False)
        return self._next_area(place)

    def moved(self, place: GridPlace, *, down: int = 0, right: int = 0) -> GridPlace:
        """The cell so many steps away, stopping at the edges."""
        return self.nearest(place.area + down, place.person + right)

    def nearest(self, area: int, person: int) -> GridPlace:
        """That cell, or the nearest one inside the grid."""
        return GridPlace(min(max(area, 0), self.areas - 1), min(max(person, 0), self.people - 1))

    def view_of(self, place: GridPlace, view: GridView, areas: int, people: int) -> GridView:
        """The view moved no further than needed for a place to be among so many areas and people in sight."""
        return GridView(
            _first_in_sight(view.area, areas, self.areas, place.area),
            _first_in_sight(view.person, people, self.people, place.person),
        )

    def _next_area(self, place: GridPlace) -> GridPlace:
        if place.area + 1 < self.areas:
            return GridPlace(place.area + 1, 0)
        return GridPlace(place.area, place.person)


def _first_in_sight(first: int, shown: int, count: int, wanted: int) -> int:
    nearest = min(max(first, wanted - shown + 1), wanted)
    return max(min(nearest, count - shown), 0)
