"""Doses in the studio: what is typed, ticked and chosen stands in the list, on paper and in the link, and no more."""

import json
import random
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from studio_page import link, printed, said, show, texts, titles, visit

CALF = "2 stretches each side, hold 10 to 15 seconds. 2 or more days a week."


def item(page: Page, slug: str) -> Locator:
    """Return an exercise of the list, with its fields open."""
    found = page.locator(f"[data-bs-list] [data-id={slug}]")
    found.locator(".bs-item__change > summary").click()
    more = found.locator(".bs-item__more")
    if more.count() and more.get_attribute("open") is None:
        more.locator("summary").click()
    return found


def dose(page: Page, slug: str) -> str:
    return page.locator(f"[data-bs-list] [data-id={slug}] .bs-item__dose").inner_text()


def test_a_number_that_is_typed_changes_that_number_alone(page: Page) -> None:
    visit(page, link("calf-stretch"))
    assert dose(page, "calf-stretch") == CALF
    repeats = item(page, "calf-stretch").get_by_label("Repeats")
    for typed, shown in (("3", "3"), ("3 to 4", "3 to 4"), ("3-4", "3 to 4"), ("", "2")):
        repeats.fill(typed)
        assert dose(page, "calf-stretch") == CALF.replace("2 stretches", f"{shown} stretches"), typed
    expect(repeats).to_have_attribute("placeholder", "2")


def test_a_dose_of_ones_own_begins_with_the_one_that_was_chosen(page: Page) -> None:
    visit(page, link("calf-stretch.build"))
    before = dose(page, "calf-stretch")
    item(page, "calf-stretch").get_by_label("Sets").fill("2")
    assert before.startswith("2 to 4 stretches each side, hold 15 to 30 seconds.")
    assert dose(page, "calf-stretch").startswith("2 sets of 2 to 4 stretches each side, hold 15 to 30 seconds.")


def test_side_load_times_and_days_stand_in_the_list_on_paper_and_in_the_link(page: Page) -> None:
    visit(page, link("calf-stretch"))
    calf = item(page, "calf-stretch")
    calf.get_by_label("Times a day").fill("2 to 3")
    calf.get_by_role("combobox", name="Side").select_option("Left only")
    calf.get_by_label("Weight or band").select_option("a red band")
    for day in ("Mon", "Fri"):
        calf.get_by_label(day).check()
    shown = "2 stretches on the left only, hold 10 to 15 seconds, with a red band. On Mon and Fri, 2 to 3 times a day."
    assert dose(page, "calf-stretch") == shown
    assert shown.split(". ", maxsplit=1)[0] in " ".join(texts(printed(page)))
    visit(page, page.evaluate("location.hash"))
    assert dose(page, "calf-stretch") == shown
    assert page.locator("[data-bs-dropped]").is_hidden()
    item(page, "calf-stretch").get_by_label("Days a week").fill("3")
    assert dose(page, "calf-stretch").endswith("with a red band. 3 days a week, 2 to 3 times a day.")
    assert page.locator("[data-id=calf-stretch] [type=checkbox]:checked").count() == 0


def test_only_what_an_exercise_has_can_be_changed(page: Page) -> None:
    visit(page, link("thirty-minute-brisk-walk,sit-to-stand"))
    fields = item(page, "thirty-minute-brisk-walk").locator(".bs-item__numbers label > span:first-child")
    assert fields.all_inner_texts()[:4] == ["Sets", "Minutes", "Days a week", "Times a day"]
    assert page.locator("[data-id=thirty-minute-brisk-walk]").get_by_label("Weight or band").count() == 0
    assert page.locator("[data-id=sit-to-stand]").get_by_label("Hold, seconds").count() == 0


def test_too_much_at_one_go_is_refused_beside_its_box(page: Page) -> None:
    visit(page, link("sit-to-stand"))
    fields = item(page, "sit-to-stand")
    fields.get_by_label("Sets").fill("5")
    fields.get_by_label("Repeats").fill("60")
    assert dose(page, "sit-to-stand").startswith("5 sets of 60.")
    for slug, box, wrong in (("thirty-minute-brisk-walk", "Minutes", "61"), ("plank", "Hold, seconds", "61")):
        show(page, link(slug))
        before = dose(page, slug)
        item(page, slug).get_by_label(box).fill(wrong)
        assert page.locator(".bs-item__wrong:not(:empty)").count() == 1
        assert dose(page, slug) == before
    show(page, link("thirty-minute-brisk-walk.2x30m"))
    item(page, "thirty-minute-brisk-walk").get_by_label("Minutes").fill("31")
    expect(page.locator(".bs-item__wrong:not(:empty)")).to_have_text("That is more than 60 minutes at one go.")


@pytest.mark.parametrize(
    ("card", "title", "parts"),
    [
        ("plank.5x60m", "Front plank", "the sets and the minutes"),
        ("thirty-minute-brisk-walk.1x60h5", "30-minute brisk walk", "the sets, the repeats and the hold"),
    ],
)
def test_what_does_not_fit_an_exercise_is_dropped_with_a_sentence(
    page: Page, card: str, title: str, parts: str
) -> None:
    visit(page, link(card.split(".", maxsplit=1)[0]))
    usual = titles(page), page.locator(".bs-item__dose").all_inner_texts()
    show(page, link(card))
    sentence = f"{title}: the link asks for something that does not fit, so we left out {parts}."
    assert page.locator("[data-bs-dropped] li").all_inner_texts() == [sentence]
    assert (titles(page), page.locator(".bs-item__dose").all_inner_texts()) == usual


def test_the_floor_card_can_be_left_out_by_a_plain_word_and_undo_brings_it_back(page: Page) -> None:
    visit(page, link("bridge"))
    assert titles(page) == ["1. Floor and up again", "2. Bridge"]
    page.get_by_role("button", name="Leave it out").click()
    assert titles(page) == ["1. Bridge"]
    assert said(page) == "Floor and up again taken out. It stays out unless you add it. 1 card."
    visit(page, page.evaluate("location.hash"))
    assert titles(page) == ["1. Bridge"]
    page.get_by_role("button", name="Add Floor and up again").click()
    assert titles(page) == ["1. Floor and up again", "2. Bridge"]
    page.get_by_role("button", name="Leave it out").click()
    page.get_by_role("button", name="Undo").click()
    assert titles(page) == ["1. Floor and up again", "2. Bridge"]


@pytest.mark.thorough
def test_names_of_controls_begin_with_the_words_that_they_show(page: Page) -> None:
    visit(page, link("calf-stretch,bridge"))
    item(page, "calf-stretch")
    names: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll("[data-bs-list] :is(button, summary, [aria-label])")].map((control) => {
            const own = [...control.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            const name = control.getAttribute("aria-label") ?? control.textContent;
            return [own.map((node) => node.data).join("").trim(), name.trim()];
        })"""
    )
    assert ["Leave it out", "Leave it out: Floor and up again"] in names
    assert [(shown, name) for shown, name in names if not name.startswith(shown)] == []


NOISE = ["&", "=", "%", "<img src=x onerror=window.bad=1>", "\n", "&amp;", "%00", "💩", "__proto__", ".", "'", '"']
STATE = """() => {
    const dropped = document.querySelector("[data-bs-dropped]");
    return {
        bad: window.bad ?? null,
        cards: document.querySelectorAll("[data-bs-list] > li").length,
        said: dropped.hidden ? "" : dropped.textContent,
    };
}"""


def strange(chance: random.Random, real: str) -> str:
    """Return a real link with some of its letters changed, or noise."""
    if chance.random() < 0.3:
        return "#" + "".join(chance.choice([*NOISE, chr(chance.randrange(32, 0xD7FF))]) for _ in range(40))
    text = real
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(1, len(text))
        text = text[:at] + chance.choice([*NOISE, ""]) + text[at + chance.randrange(4) :]
    return text


def test_strange_fragments_do_the_page_no_harm(page: Page) -> None:
    chance = random.Random(20261127)  # noqa: S311 nothing secret
    visit(page, link("calf-stretch.1x3h5d7,lunge", layout="rows"))
    reals = [page.evaluate("location.hash"), link("calf-stretch.1x3h5d7,sit-to-stand.build", layout="log")]
    for fragment in [strange(chance, chance.choice(reals)) for _ in range(50)]:
        show(page, fragment)
        found: dict[str, Any] = page.evaluate(STATE)
        assert found["bad"] is None, json.dumps(fragment)
        assert found["cards"] or found["said"], json.dumps(fragment)
