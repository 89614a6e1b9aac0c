"""The gallery of exercises in a real browser: its filter, its address, its voice; and the page of an exercise."""

from playwright.sync_api import Page, expect

SHOWN = "[data-bs-exercise]:visible"
COUNT = "[data-bs-count]"


def go(page: Page, address: str) -> None:
    """Go to an address and wait until the filter is at work: it starts once the words are on the screen."""
    page.goto(address)
    page.locator(f"{COUNT}:not(:empty)").wait_for()


def test_without_a_choice_every_exercise_is_shown(page: Page) -> None:
    go(page, "exercises/")
    expect(page.locator(COUNT)).to_have_text(f"{page.locator('[data-bs-exercise]').count()} exercises")
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_a_choice_shows_what_fits_says_how_many_and_stands_in_the_address(page: Page) -> None:
    go(page, "exercises/")
    page.get_by_label("Kind", exact=True).select_option(label="Stretch")
    page.get_by_label("Floor", exact=True).select_option(label="No floor needed")
    kinds = page.locator(SHOWN).evaluate_all("all => all.map(one => one.dataset.kind + one.dataset.floor)")
    assert set(kinds) == {"stretchno"}
    expect(page.locator(COUNT)).to_have_text(f"{len(kinds)} exercises")
    expect(page.get_by_role("heading", name="On the floor", exact=True)).to_be_hidden()
    page.wait_for_url("**/?floor=no&kind=stretch")  # the address follows a moment later


def test_an_address_brings_its_choice_back(page: Page) -> None:
    go(page, "exercises/?position=sitting&level=1")
    expect(page.get_by_label("Position", exact=True)).to_have_value("sitting")
    positions = page.locator(SHOWN).evaluate_all("all => all.map(one => one.dataset.position + one.dataset.level)")
    assert set(positions) == {"sitting1"}


def test_an_address_that_asks_for_nonsense_shows_everything(page: Page) -> None:
    go(page, "exercises/?kind=%3Cscript%3E&level=9&colour=red")
    assert page.locator(SHOWN).count() == page.locator("[data-bs-exercise]").count()


def test_a_choice_that_nothing_fits_says_so_and_can_be_taken_back_by_keyboard(page: Page) -> None:
    go(page, "exercises/?kind=stretch&position=walking")
    expect(page.locator(COUNT)).to_have_text("No exercise fits. Change one of the choices.")
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Floor", exact=True)).to_be_focused()
    assert page.locator(SHOWN).count() == page.locator("[data-bs-exercise]").count()
    assert page.evaluate("location.href").endswith("exercises/")


def test_the_count_is_announced(page: Page) -> None:
    go(page, "exercises/")
    assert page.locator(COUNT).get_attribute("role") == "status"


def test_equipment_shows_what_uses_it_and_nothing_shows_what_needs_none(page: Page) -> None:
    go(page, "exercises/?equipment=band")
    expect(page.locator(SHOWN).locator("h3")).to_have_text(["Standing band press"])
    page.get_by_label("Equipment", exact=True).select_option(label="Nothing at all")
    needs = page.locator(SHOWN).evaluate_all("all => all.map(one => one.dataset.equipment)")
    assert set(needs) == {"nothing"}


def test_the_filter_works_after_a_swap_of_pages(page: Page) -> None:
    page.goto("exercises/plank/")
    page.locator("nav.bs-tabs").get_by_role("link", name="Exercises").click()
    page.locator(f"{COUNT}:not(:empty)").wait_for()
    page.get_by_label("Level", exact=True).select_option("3")
    expect(page.locator(SHOWN).locator("h3")).to_have_text(["Front plank"])


def test_without_javascript_the_list_is_whole_and_the_filter_absent(page: Page, base_url: str) -> None:
    browser = page.context.browser
    assert browser is not None
    still = browser.new_context(java_script_enabled=False)
    try:
        bare = still.new_page()
        bare.goto(f"{base_url}exercises/")
        assert bare.locator("[data-bs-filter]").is_hidden()
        assert bare.locator(SHOWN).count() == bare.locator("[data-bs-exercise]").count()
        assert bare.locator("[data-bs-group] > h2").all_inner_texts() == [
            "On a chair",
            "Standing",
            "Walking",
            "On the floor",
        ]
    finally:
        still.close()


def test_every_exercise_has_its_picture_and_leads_to_its_page(page: Page) -> None:
    go(page, "exercises/")
    cards = page.locator("[data-bs-exercise]")
    assert cards.locator("svg").count() == cards.count()
    page.get_by_role("link", name="Sit to stand").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sit to stand")


def test_an_exercise_shows_frames_steps_dose_stop_rule_and_versions(page: Page) -> None:
    page.goto("exercises/knee-plank/")
    assert page.locator(".bs-stage ol > li").count() == 3
    assert page.locator(".bs-frame svg").count() >= 2
    assert page.locator(".bs-dose > div").count() == 3
    expect(page.get_by_role("heading", name="Stop if")).to_be_visible()
    assert page.locator("a.bs-mini strong").all_inner_texts() == ["Wall plank", "Front plank"]
    assert page.locator("a.bs-mini svg").count() == 2


def test_the_print_button_prints(page: Page) -> None:
    page.goto("exercises/plank/")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.get_by_role("button", name="Print this page").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"


def test_no_exercise_page_uses_an_id_twice_or_scrolls_sideways_on_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for address in ("exercises/", "exercises/seated-lower-ab-curl/", "exercises/floor-and-up-again/"):
        page.goto(address)
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(ids) == len(set(ids)), address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


CUT = """() => {
  document.documentElement.style.fontSize = "250%";
  const brush = document.createElement("canvas").getContext("2d");
  return [...document.querySelectorAll("article select")].filter(each => {
    const {font, paddingLeft, paddingRight} = getComputedStyle(each);
    brush.font = font;
    const room = each.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return brush.measureText(each.selectedOptions[0].label).width > room;
  }).map(each => each.id);
}"""


def test_at_twice_the_size_on_the_narrowest_phone_no_choice_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    go(page, "exercises/")
    assert page.locator("article select").count() > 3
    assert page.evaluate(CUT) == []
