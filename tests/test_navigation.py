"""Children are put under the entry that names their index page, wherever that stands."""

from kit.navigation import with_children

CHILDREN = [{"Plank": "exercises/plank.md"}]


def test_an_entry_becomes_a_section_of_its_index_and_the_children() -> None:
    nav = ["index.md", {"Exercises": "exercises/index.md"}]
    grown = ["index.md", {"Exercises": ["exercises/index.md", *CHILDREN]}]
    assert with_children(nav, "exercises/index.md", CHILDREN) == grown


def test_a_section_that_lists_its_index_gets_the_children_at_its_end() -> None:
    nav = [{"Do": [{"Exercises": ["exercises/index.md", "exercises/safety.md"]}]}]
    grown = [{"Do": [{"Exercises": ["exercises/index.md", "exercises/safety.md", *CHILDREN]}]}]
    assert with_children(nav, "exercises/index.md", CHILDREN) == grown


def test_other_entries_stay_as_they_are() -> None:
    nav = [{"Home": "index.md"}, {"More": [{"About": "about.md"}]}]
    assert with_children(nav, "exercises/index.md", CHILDREN) == nav
