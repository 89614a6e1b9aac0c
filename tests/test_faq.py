"""What the FAQ promises: questions checked against each other, and all that is made from the files alone."""

import json
from dataclasses import FrozenInstanceError

import pytest
import yaml
from breaks import matter
from building import ROOT
from kit.problem import Problem
from kit.questions.faq import Faq, Settings, read_faq
from kit.questions.faq_index import moved, navigation, related, to_json
from pydantic import ValidationError

THEMES = """\
emergency_page: fire.md
themes:
  - id: baking
    title: In the oven
  - id: dough
    title: The dough
"""
QUESTION = """\
---
id: {id}
question: {question}
aliases: [{aliases}]
theme: {theme}
short_answer: Yes.
urgency: {urgency}
related: [{related}]
reviewed: 2026-11-23
---

{body}
"""
PAGES = {"oven.md", "fire.md", "tools/scales.md"}
SMALL_WORDS = yaml.safe_load((ROOT / "docs/words.yml").read_text(encoding="utf-8"))["questions"]["small_words"]


def asked(  # noqa: PLR0913, PLR0917 one argument for each key of the file
    id: str,  # noqa: A002 the key's own name
    question: str,
    theme: str = "baking",
    aliases: str = "",
    urgency: str = "none",
    related: str = "oven.md",
    body: str = "Because.",
) -> dict[str, bytes]:
    text = QUESTION.format(
        id=id,
        question=question,
        theme=theme,
        aliases=aliases,
        urgency=urgency,
        related=related,
        body=body,
    )
    return {f"{id}.md": text.encode()}


GOOD = (
    {"themes.yml": THEMES.encode()}
    | asked("steam", "Why put steam in the oven?", aliases="water-tray")
    | asked("smoke", "My oven is on fire. What now?", urgency="emergency", body="[Read this](../fire.md) now.")
    | asked("salt", "May the salt stay out?", theme="dough", related="tools/scales.md, oven.md")
    | asked("sticky", "Sticky dough: a mistake?".replace(":", ","), theme="dough", aliases="wet-dough")
)


def read(sources: dict[str, bytes], *, small_words: list[str] | None = SMALL_WORDS) -> tuple[Faq | None, list[Problem]]:
    themes = sources.get("themes.yml")
    matters = {name: matter(raw, f"docs/faq/{name}") for name, raw in sources.items() if name != "themes.yml"}
    return read_faq(
        themes,
        matters,
        folder="faq",
        place="docs/faq",
        pages=PAGES,
        small_words=small_words,
    )


def good() -> Faq:
    faq, problems = read(GOOD)
    assert problems == []
    assert faq is not None
    return faq


def test_questions_stand_under_their_theme_in_alphabetical_order() -> None:
    found = [(section.theme.id, [entry.question.id for entry in section.entries]) for section in good().sections]
    assert found == [("baking", ["smoke", "steam"]), ("dough", ["salt", "sticky"])]


def test_a_question_with_a_low_order_stands_first() -> None:
    faq, problems = read(GOOD | {"steam.md": GOOD["steam.md"].replace(b"urgency:", b"order: 1\nurgency:")})
    assert problems == []
    assert faq is not None
    assert [entry.question.id for entry in faq.sections[0].entries] == ["steam", "smoke"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            asked("steam", "Why put steam in?", theme="bakin"),
            'docs/faq/steam.md:5: theme: "bakin" is no theme, expected one of: baking, dough. Did you mean "baking"?',
        ),
        (
            asked("steam", "Why put steam in?", related="oven.md, tools/scale.md"),
            (
                'docs/faq/steam.md:8: related.2: "tools/scale.md" is no page, expected a path as in the navigation. '
                'Did you mean "tools/scales.md"?'
            ),
        ),
        (
            asked("smoke", "My oven is on fire. What now?", urgency="emergency"),
            (
                "docs/faq/smoke.md:7: urgency: the answer to an emergency has no link to the emergency page. "
                "Add [When to get help](../fire.md)."
            ),
        ),
        (
            {"smoke.md": GOOD["steam.md"].replace(b"water-tray", b"tray")},
            (
                'docs/faq/smoke.md:2: id: the id is "steam", but the file is "smoke.md", expected the same name. '
                'Write "id: smoke".'
            ),
        ),
        (
            {"copy.md": GOOD["steam.md"].replace(b"water-tray", b"tray")},
            (
                'docs/faq/copy.md:2: id: the id is "steam", but the file is "copy.md", expected the same name. '
                'Write "id: copy".'
            ),
        ),
        (
            asked("salt", "May the salt stay out?", theme="dough", aliases="sea-salt, water-tray"),
            (
                'docs/faq/steam.md:4: aliases.1: "water-tray" is already an id or alias in docs/faq/salt.md. '
                "Choose another."
            ),
        ),
        (
            asked("salt", "May the salt stay out?", theme="dough", aliases="sticky"),
            'docs/faq/salt.md:4: aliases.1: "sticky" is already an id or alias in docs/faq/sticky.md. Choose another.',
        ),
        (
            asked("vapour", "Why do I put the steam in an oven?"),
            (
                'docs/faq/vapour.md:3: question: nearly the same as "Why put steam in the oven?" (docs/faq/steam.md). '
                "Join the two and keep the other id as an alias, or word the question so that the difference shows."
            ),
        ),
        (
            asked("salt", "May the salt stay out?"),
            (
                'docs/faq/themes.yml:5: themes.2: the theme "dough" has one question, expected 2 or more. '
                "Add one, or join two themes."
            ),
        ),
        (
            {"themes.yml": (THEMES + "  - id: flour\n    title: Flour\n").encode()},
            (
                'docs/faq/themes.yml:7: themes.3: the theme "flour" has no question, expected 2 or more. '
                "Add one, or join two themes."
            ),
        ),
        (
            {"themes.yml": (THEMES + "  - id: dough\n    title: Dough\n").encode()},
            'docs/faq/themes.yml:7: themes.3: the theme "dough" is here twice. Keep one of them.',
        ),
        (
            {"themes.yml": THEMES.replace("title: The", "titel: The").encode()},
            'docs/faq/themes.yml:6: themes.2.titel: unknown key, expected one of: id, title. Did you mean "title"?',
        ),
        (
            {"themes.yml": THEMES.replace("emergency_page: fire.md\n", "").encode()},
            (
                "docs/faq/smoke.md:7: urgency: an emergency needs a page to send people to: "
                'set "emergency_page" in themes.yml.'
            ),
        ),
        (
            {"themes.yml": THEMES.replace("fire.md", "fires.md").encode()},
            (
                'docs/faq/themes.yml:1: emergency_page: "fires.md" is no page, expected a path as in the navigation. '
                'Did you mean "fire.md"?'
            ),
        ),
    ],
)
def test_each_fault_between_questions_is_named_with_file_and_line(change: dict[str, bytes], message: str) -> None:
    _, problems = read(GOOD | change)
    assert message in [str(each) for each in problems]


def test_of_many_questions_that_ask_the_same_each_is_told_once_and_where_they_cannot_be_compared_none() -> None:
    alike = [asked(f"steam-{number}", f"Why put steam {number} in the oven?") for number in range(20)]
    sources = GOOD | {name: text for each in alike for name, text in each.items()}
    told = [each.file for each in read(sources)[1] if "nearly the same" in each.text]
    first, *later = sorted(["steam.md", *(name for each in alike for name in each)])
    assert first == "steam-0.md"
    assert sorted(told) == [f"docs/faq/{name}" for name in later]
    assert not [each for each in read(sources, small_words=None)[1] if "nearly the same" in each.text]


def test_all_that_is_wrong_with_a_question_is_told_at_once() -> None:
    wrong = asked("salt-2", "How much salt?", theme="nowhere", related="ovn.md", urgency="no")
    found = [str(each).split(": ")[1] for each in read(GOOD | wrong)[1]]
    assert found == ["theme", "urgency", "related.1"]
    emergency = GOOD["salt.md"].replace(b"urgency: none", b"urgency: emergency\norder: 0")
    found = [str(each).split(": ")[1] for each in read(GOOD | {"salt.md": emergency})[1]]
    assert found == ["urgency", "order"]


def test_a_folder_without_themes_says_what_is_missing() -> None:
    faq, problems = read({name: raw for name, raw in GOOD.items() if name != "themes.yml"})
    assert faq is None
    assert [str(each) for each in problems] == [
        (
            "docs/faq/themes.yml: themes: this file is missing. "
            "Add it with a list `themes` of ids and titles, in the order of the index."
        )
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Can I walk with sciatica?", "Is it OK to walk when I have sciatica?"),
        ("Are walking poles worth it?", "Is it worth using walking poles?"),
        ("Which shoes are best for my back?", "What are the best shoes for my back?"),
        ("Is yoga or Pilates good for my back?", "Are Pilates and yoga good for the back?"),
        ("How soon can I walk after a flare-up?", "How soon after a flare-up can I walk?"),
    ],
)
def test_the_same_question_in_other_words_is_taken_for_the_same(first: str, second: str) -> None:
    _, problems = read(GOOD | asked("a", first) | asked("b", second))
    assert [(each.file, each.rule) for each in problems] == [("docs/faq/b.md", "question")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Can I walk and exercise with osteoporosis?", "Can I walk and exercise in pregnancy?"),
        ("Do I need a scan?", "Do I need a strong core to walk well?"),
    ],
)
def test_questions_that_only_share_their_opening_words_are_different(first: str, second: str) -> None:
    assert read(GOOD | asked("a", first) | asked("b", second))[1] == []


def test_without_small_words_every_word_counts() -> None:
    pair = asked("a", "Do I need a scan?") | asked("b", "Do I need a scale?")
    matters = {name: matter(raw, name) for name, raw in (GOOD | pair).items() if name != "themes.yml"}
    found = read_faq(THEMES.encode(), matters, folder="faq", place="docs/faq", pages=PAGES)[1]
    assert [(each.file, each.rule) for each in found] == [("b.md", "question")]
    assert read(GOOD | pair)[1] == []


def test_questions_of_nothing_but_small_words_are_still_told_apart() -> None:
    assert read(GOOD | asked("a", "Which is it?") | asked("b", "What should I do?"))[1] == []
    _, problems = read(GOOD | asked("a", "What should I do?") | asked("b", "What should I do?"))
    assert [each.rule for each in problems] == ["question"]


def test_each_question_after_the_first_that_asks_one_thing_is_told() -> None:
    same = [asked(name, "Is rye bread sour?") for name in ("a", "b", "c")]
    _, problems = read(GOOD | same[0] | same[1] | same[2])
    assert [(each.file, each.text.split("(")[1].split(")")[0]) for each in problems] == [
        ("docs/faq/b.md", "docs/faq/a.md"),
        ("docs/faq/c.md", "docs/faq/a.md"),
    ]


def test_every_alias_leads_to_its_question() -> None:
    assert {alias: asked.id for alias, asked in moved(good()).items()} == {"water-tray": "steam", "wet-dough": "sticky"}


def test_a_page_lists_the_questions_that_relate_to_it_in_the_order_of_the_index() -> None:
    found = {page: [asked.id for asked in questions] for page, questions in related(good()).items()}
    assert found == {"oven.md": ["smoke", "steam", "salt", "sticky"], "tools/scales.md": ["salt"]}


def test_the_navigation_has_a_section_for_each_theme() -> None:
    assert navigation(good())[1] == {
        "The dough": [{"May the salt stay out?": "faq/salt.md"}, {"Sticky dough, a mistake?": "faq/sticky.md"}]
    }


def test_the_open_data_is_the_same_whatever_the_order_of_the_files() -> None:
    addresses = {page: f"https://bread.example/{page}" for page in (*PAGES, *(f"faq/{name}" for name in GOOD))}
    backwards, _ = read(dict(reversed(GOOD.items())))
    assert backwards is not None
    text = to_json(good(), addresses=addresses, licence="CC BY 4.0")
    assert to_json(backwards, addresses=addresses, licence="CC BY 4.0") == text
    assert json.loads(text)["themes"][1]["questions"][0]["url"] == "https://bread.example/faq/salt.md"


def told(change: dict[str, bytes]) -> list[str]:
    return [str(each) for each in read(GOOD | change)[1]]


@pytest.mark.parametrize(
    ("body", "is_right"),
    [
        ("[Read](../fire.md) now.", True),
        ("[Read](../fire.md#smoke) now.", True),
        ('[Read](../fire.md "Fire") now.', True),
        ("[Read](../fire.mdx) now.", False),
        ("[Read](fire.md) now.", False),
        ("[Read](../xfire.md) now.", False),
        ("[Read](../firexmd) now.", False),
        ("../fire.md", False),
    ],
)
def test_an_emergency_sends_people_to_its_page(body: str, is_right: object) -> None:
    found = told(asked("smoke", "My oven is on fire. What now?", urgency="emergency", body=body))
    assert (found == []) == is_right


def test_only_an_emergency_has_to_send_people_anywhere() -> None:
    for urgency in ("none", "see-someone"):
        assert told(asked("smoke", "My oven is on fire. What now?", urgency=urgency)) == []


def test_a_guide_without_emergencies_needs_no_page_for_them() -> None:
    calm = asked("smoke", "My oven is on fire. What now?")
    assert told(calm | {"themes.yml": THEMES.replace("emergency_page: fire.md\n", "").encode()}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    title: The dough\n", "", "docs/faq/themes.yml:5: themes.2.title: this key is missing. Add it."),
        ("title: The dough", 'title: ""', "docs/faq/themes.yml:6: themes.2.title: expected 1 or more characters"),
        ("id: dough", "id: The dough", "docs/faq/themes.yml:5: themes.2.id: expected small letters, digits and single"),
        ("emergency_page:", "emergency_pages:", "docs/faq/themes.yml:1: emergency_pages: unknown key, expected one of"),
        ("themes:", "themes: [\n#", "docs/faq/themes.yml:"),
    ],
)
def test_without_readable_themes_there_is_no_faq_and_questions_are_checked_all_the_same(
    old: str, new: str, message: str
) -> None:
    assert old in THEMES
    wrong = {"salt.md": GOOD["salt.md"].replace(b"urgency: none", b"urgency: no")}
    faq, problems = read(GOOD | wrong | {"themes.yml": THEMES.replace(old, new).encode()})
    assert faq is None
    said = [str(each) for each in problems]
    assert said[0].startswith("docs/faq/salt.md:7: urgency: ")
    assert said[1].startswith(message)


def test_a_list_of_themes_may_not_be_empty() -> None:
    assert told({"themes.yml": b"themes: []\n"}) == [
        "docs/faq/themes.yml:1: themes: expected 1 or more entries, found 0."
    ]


def test_what_does_not_fit_is_told_and_left_out_of_the_index() -> None:
    strange = asked("rye", "Is rye sour?", theme="cake")
    strange |= {"bun.md": asked("bap", "How round is a bap?")["bap.md"]}
    strange |= {"bin.md": asked("zip", "Which zip closes a bag?")["zip.md"]}
    faq, problems = read(GOOD | strange)
    assert faq is not None
    assert sorted(each.id for each in faq.questions) == ["salt", "smoke", "steam", "sticky"]
    assert [(each.file, each.rule) for each in problems] == [
        ("docs/faq/bin.md", "id"),
        ("docs/faq/bun.md", "id"),
        ("docs/faq/rye.md", "theme"),
    ]


def test_a_question_that_nobody_can_read_is_left_out() -> None:
    matters = {name: matter(raw, name) for name, raw in GOOD.items() if name != "themes.yml"}
    faq, problems = read_faq(THEMES.encode(), matters | {"salt.md": None}, folder="faq", place="docs/faq", pages=PAGES)
    assert faq is not None
    assert [each.id for each in faq.questions] == ["smoke", "steam", "sticky"]
    assert problems == []  # the question may be of the theme that has only one


def test_of_two_questions_that_clash_the_new_one_is_blamed_and_without_history_the_later_name() -> None:
    copy = asked("damp", "Why put steam in the oven, please?", aliases="water-tray")
    matters = {name: matter(raw, f"docs/faq/{name}") for name, raw in (GOOD | copy).items() if name != "themes.yml"}

    def blamed(ages: dict[str, int]) -> set[str]:
        _, problems = read_faq(THEMES.encode(), matters, folder="faq", place="docs/faq", pages=PAGES, ages=lambda: ages)
        return {each.file for each in problems if each.rule in {"question", "aliases.1"}}

    old = dict.fromkeys(GOOD, 1)
    assert blamed({}) == {"docs/faq/steam.md"}
    assert blamed(old) == {"docs/faq/damp.md"}
    assert blamed(dict.fromkeys(GOOD, 0)) == {"docs/faq/damp.md"}
    assert blamed(old | {"damp.md": 0}) == {"docs/faq/steam.md"}


def test_a_copied_question_is_told_once_at_the_copy() -> None:
    _, problems = read(GOOD | {"copy.md": GOOD["steam.md"]})
    assert [(each.file, each.rule) for each in problems] == [("docs/faq/copy.md", "id")]


def test_every_question_is_found_by_the_path_of_its_page() -> None:
    faq = good()
    assert {uri: each.id for uri, each in faq.by_uri.items()} == {
        "faq/smoke.md": "smoke",
        "faq/steam.md": "steam",
        "faq/salt.md": "salt",
        "faq/sticky.md": "sticky",
    }


def test_the_order_goes_by_number_and_then_by_the_alphabet_without_regard_to_capitals() -> None:
    more = asked("a", "eggs or none?", theme="dough") | asked("b", "Zest or none?", theme="dough")
    faq, problems = read(GOOD | more)
    assert problems == []
    assert faq is not None
    assert [each.id for each in faq.questions] == ["smoke", "steam", "a", "salt", "sticky", "b"]


def test_a_theme_without_questions_has_no_section() -> None:
    faq, _ = read(GOOD | {"themes.yml": (THEMES + "  - id: flour\n    title: Flour\n").encode()})
    assert faq is not None
    assert [section.theme.title for section in faq.sections] == ["In the oven", "The dough"]


def test_an_alias_that_a_question_gives_twice_is_told() -> None:
    assert told(asked("steam", "Why put steam in the oven?", aliases="water-tray, water-tray")) == [
        'docs/faq/steam.md:4: aliases.2: "water-tray" is already an id or alias in docs/faq/steam.md. Choose another.'
    ]


def test_the_first_of_several_pages_that_are_none_does_not_hide_the_others() -> None:
    found = told(asked("steam", "Why put steam in the oven?", related="lost.md, oven.md, gone.md"))
    assert [each.split(": ")[1] for each in found] == ["related.1", "related.3"]


def test_questions_are_alike_from_four_fifths_on() -> None:
    def alike(first: str, second: str) -> bool:
        return bool(read(GOOD | asked("a", first) | asked("b", second))[1])

    assert alike("abcdefghij", "abcdefghxy")  # 8 of 10 letters
    assert not alike("abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrszzzzz")  # 19 of 24


def test_a_comma_in_a_number_is_no_gap() -> None:
    assert told(asked("a", "Why 10,000 loaves?") | asked("b", "Why 10000 loaves?"))[0].startswith("docs/faq/b.md:3: ")


def test_the_index_and_its_parts_cannot_be_changed() -> None:
    faq = good()
    section = faq.sections[0]
    for part, name in ((faq, "folder"), (section, "theme")):
        with pytest.raises(FrozenInstanceError):
            setattr(part, name, None)
    with pytest.raises(ValidationError):
        Settings(themes=(section.theme,)).emergency_page = "other"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        section.theme.id = "other"  # type: ignore[misc]
    assert faq.by_uri is faq.by_uri  # worked out once, though it is asked for on every page
