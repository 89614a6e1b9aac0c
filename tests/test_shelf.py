import pytest
from kit.shelf import code_key, content_key, entry, keep, kept
from shelves import Pile


def test_what_was_kept_comes_back_while_its_key_is_the_same() -> None:
    shelf = Pile()
    keep(shelf, "plank", "key", {"screen": "<svg/>"})
    assert kept(shelf, "plank", "key") == {"screen": "<svg/>"}
    assert kept(shelf, "plank", "another key") is None
    assert kept(shelf, "bridge", "key") is None


def test_the_newest_takes_the_place_of_the_older() -> None:
    shelf = Pile()
    keep(shelf, "plank", "old", 1)
    keep(shelf, "plank", "new", 2)
    assert kept(shelf, "plank", "new") == 2
    assert list(shelf.content) == [entry("plank")]


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"key": "key"}'])
def test_an_entry_that_is_broken_counts_as_missing(broken: bytes) -> None:
    assert kept(Pile({entry("plank"): broken}), "plank", "key") is None


def test_a_key_changes_with_each_part_and_with_their_order() -> None:
    keys = [content_key("a", "b"), content_key("b", "a"), content_key("ab"), content_key("a", {"b": 1, "c": 2})]
    keys.append(content_key("a", {"c": 2, "b": 1}))
    assert len(set(keys)) == len(keys)
    assert content_key("a", {"b": 1.5}) == content_key("a", {"b": 1.5})


def test_the_key_of_code_changes_with_a_letter_but_not_with_line_ends() -> None:
    assert code_key([b"a = 1\nb = 2\n"]) == code_key([b"a = 1\r\nb = 2\r\n"])
    assert len({code_key([b"a = 1\n"]), code_key([b"a = 2\n"]), code_key([b"a = 1\n", b""]), code_key([])}) == 4
