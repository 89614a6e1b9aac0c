"""Warning signs: how soon, in which words, in the order of their file."""

import breaks
import pytest
import yaml
from building import ROOT
from kit.sign import in_short, read_signs

GOOD = (breaks.DOCS / "signs.yml").read_text(encoding="utf-8")


def said(old: str, new: str) -> list[str]:
    assert old in GOOD
    return breaks.said(read_signs(GOOD.replace(old, new, 1), file="s.yml")[1])


def test_signs_are_read_in_the_order_of_the_file() -> None:
    entries, problems = read_signs(GOOD, file="s.yml")
    assert problems == []
    assert [entry.value.id for entry in entries] == ["stitch-dropped", "wool-on-fire", "needle-broken", "wool-short"]
    assert entries[0].value.words == ("ladder", "dropped stitch")
    assert entries[2].value.short is None


def test_short_words_are_those_of_one_level_that_have_them_in_order() -> None:
    signs = tuple(entry.value for entry in read_signs(GOOD, file="s.yml")[0])
    assert in_short(signs, "now") == ("a stitch that runs", "smoke")
    assert in_short(signs, "soon") == ("little wool",)
    assert in_short(signs, "today") == ()
    assert in_short(tuple(reversed(signs)), "now") == ("smoke", "a stitch that runs")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("level: now", "level: nwo", 's.yml:2: level: expected now, today or soon, found "nwo".'),  # no guess how soon
        ("  text: The wool has caught fire.\n", "", "s.yml:6: text: this key is missing. Add it."),
        ("short: smoke", 'short: ""', "s.yml:9: short: expected 1 or more characters, found 0"),
        ("id: wool-short", "id: wool-on-fire", 's.yml:13: id-twice: "wool-on-fire" is already used on line 6'),
        ("words: [ladder, dropped stitch]", "words: ladder", 's.yml:5: words: expected a list, found "ladder".'),
        ("  short: smoke", "  shrt: smoke", "s.yml:9: shrt: unknown key, expected one of: "),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert any(each.startswith(message) for each in said(old, new)), said(old, new)


def test_the_project_tells_signs_of_every_level_and_has_short_words_for_those_that_cannot_wait() -> None:
    entries, problems = read_signs((ROOT / "docs/signs.yml").read_text(encoding="utf-8"), file="docs/signs.yml")
    assert problems == []
    signs = tuple(entry.value for entry in entries)
    assert {sign.level for sign in signs} == {"now", "today", "soon"}
    assert in_short(signs, "now")


def test_every_sign_of_our_guide_has_its_place_on_the_page_about_getting_help() -> None:
    signs = yaml.safe_load((ROOT / "docs/signs.yml").read_text(encoding="utf-8"))
    page = (ROOT / "docs/get-help.md").read_text(encoding="utf-8")
    assert [sign["id"] for sign in signs if f"{{ #{sign['id']} }}" not in page] == []
