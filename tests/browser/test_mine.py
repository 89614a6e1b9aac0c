"""My exercises: a plan from a link is done one by one, with a timer, ticks that stay on the device, and no harm."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("mine")

MINE = "cards/mine/"
PLAN = "#v=1&cards=seated-march,calf-stretch,sit-to-stand.build&days=mo.we.fr"
FRIDAY = "2026-11-27T10:00:00"
FAKE_VOICES = """
  const voice = (name, lang, localService) => ({name, lang, localService, default: false});
  const spoken = globalThis.spoken = [];
  const voices = globalThis.voices = [voice("far", "en-GB", false), voice("near", "en-GB", true)];
  Object.defineProperty(globalThis, "speechSynthesis", {value: {
    getVoices: () => voices, cancel() {}, speak: words => spoken.push(words.text), addEventListener() {},
  }});
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const locks = globalThis.locks = [];
  Object.defineProperty(navigator, "wakeLock", {value: {request: async kind => {
    locks.push(kind);
    return {addEventListener() {}, release() { locks.push("released"); }};
  }}});
"""
"""Voices and a lock that no machine for tests has, and what they were asked for."""


@pytest.fixture(scope="module")
def tab(browser: Browser, base_url: str) -> Iterator[Page]:
    """Return a phone's tab whose clock the tests turn; its console must stay free of errors."""
    context = browser.new_context(
        base_url=base_url, reduced_motion="reduce", viewport={"width": 390, "height": 844}, locale="en-GB"
    )
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(FAKE_VOICES)
    page.clock.install(time=FRIDAY)
    yield page
    context.close()
    assert not [url for url in asked if not url.startswith((base_url, "blob:"))]
    assert not errors


def visit(page: Page, fragment: str = PLAN, *, ready: str = "#mine-head") -> None:
    page.goto("about:blank")
    page.goto(MINE + fragment)
    page.locator(ready).wait_for()


def titles(page: Page) -> list[str]:
    return page.locator(".bs-mine__row h3").all_inner_texts()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def kept(page: Page) -> object:
    return json.loads(page.evaluate("localStorage.getItem('bs-ticks')") or "null")


def test_a_link_opens_as_todays_list_with_amounts_in_words(tab: Page) -> None:
    visit(tab)
    assert titles(tab) == ["Wall calf stretch", "Seated march", "Sit to stand"]
    expect(tab.locator("#mine-head")).to_have_text("Today is Friday")
    expect(tab.locator(".bs-mine__sum")).to_contain_text("3 exercises, about")
    expect(tab.locator(".bs-mine__sum")).to_contain_text("Planned days: Monday, Wednesday and Friday.")
    expect(tab.locator(".bs-mine__dose").nth(2)).to_have_text("2 sets of 10 to 15. 2 to 3 days a week.")
    expect(tab.get_by_role("link", name="Change this plan")).to_have_attribute("href", f"../studio/{PLAN}")


def test_what_a_link_holds_that_is_not_ours_is_said_at_the_top(tab: Page) -> None:
    visit(tab, "#v=1&cards=bridge,moon-jump", ready=".bs-mine__dropped")
    expect(tab.locator(".bs-mine__dropped")).to_contain_text("moon-jump")


def test_one_exercise_opens_at_once_and_its_page_leads_there(tab: Page) -> None:
    tab.goto("exercises/bridge/")
    tab.get_by_role("link", name="Do it with me").click()
    expect(tab.locator("#mine-head")).to_have_text("Bridge")
    expect(tab.locator(".bs-mine__stop")).to_contain_text("Stop if")
    expect(tab.locator(".bs-mine__stop")).to_contain_text("Ask first if")
    tab.get_by_role("button", name="Back to the list").click()
    assert "Bridge" in titles(tab)


def test_the_keyboard_alone_leads_through_the_plan_and_the_focus_follows(tab: Page) -> None:
    visit(tab)
    tab.get_by_role("button", name="Begin").focus()
    tab.keyboard.press("Enter")
    for title in ("Wall calf stretch", "Seated march", "Sit to stand"):
        expect(tab.locator("#mine-head")).to_have_text(title)
        assert focused(tab) == title
        reached = []
        for _ in range(20):
            tab.keyboard.press("Tab")
            reached.append(focused(tab))
            if reached[-1] == "Done":
                break
        assert "Start timer" in reached
        tab.keyboard.press("Enter")
    expect(tab.locator("#mine-head")).to_have_text("All done for today")
    assert focused(tab) == "All done for today"
    assert kept(tab) == {"2026-11-27": ["calf-stretch", "seated-march", "sit-to-stand"]}
    tab.evaluate("localStorage.clear()")


def test_the_timer_counts_to_the_end_with_pause_skip_voice_and_a_screen_that_stays_on(tab: Page) -> None:
    visit(tab, "#v=1&cards=bridge")
    tab.evaluate("spoken.length = 0")
    tab.get_by_role("switch", name="Read aloud").check()
    tab.get_by_role("switch", name="Sounds").check()
    face = tab.get_by_role("timer")
    tab.get_by_role("button", name="Start timer").click()
    expect(face).to_contain_text("Get ready")
    expect(tab.locator("[data-bs-said]")).to_have_text("Get ready.")
    tab.clock.run_for(7500)  # 5 to get ready, 2 on the way up
    expect(face).to_contain_text("Hold")
    tab.get_by_role("button", name="Pause", exact=True).click()
    tab.clock.run_for(60_000)
    expect(face).to_contain_text("Paused")
    tab.get_by_role("button", name="Go on").click()
    expect(face).to_contain_text("Number 1 of 5")
    tab.get_by_role("button", name="Skip").click()
    tab.clock.run_for(300)
    expect(face).to_contain_text("And back")
    tab.get_by_role("button", name="Back", exact=True).click()
    expect(face).to_contain_text("Hold")
    tab.clock.fast_forward(40_000)  # as after a while in the background: 5 lifts of 2 and 3 and 2 seconds are over
    expect(face).to_contain_text("Well done")
    assert tab.evaluate("locks") == ["screen", "released", "screen", "released"]
    assert tab.evaluate("spoken.slice(0, 2)") == ["Get ready.", "1."]
    assert tab.evaluate("spoken.at(-1)") == "Well done."


def test_without_a_voice_of_its_own_the_device_reads_nothing_and_says_why(tab: Page) -> None:
    tab.goto("about:blank")
    tab.add_init_script("globalThis.voices.splice(1)")
    visit(tab, "#v=1&cards=bridge")
    expect(tab.locator(".bs-mine__switches")).to_contain_text("cannot read aloud")
    expect(tab.get_by_role("switch", name="Read aloud")).to_have_count(0)


def test_the_sore_day_switch_shows_small_amounts_and_goes_when_it_is_off(tab: Page) -> None:
    visit(tab)
    usual = tab.locator(".bs-mine__dose").all_inner_texts()
    tab.get_by_role("switch", name="Sore day").check()
    assert tab.locator(".bs-mine__dose strong").all_inner_texts()[2] == "3 to 4 times."
    expect(tab.locator(".bs-mine__small").first).to_have_text("This is the amount for a sore day.")
    assert tab.evaluate("document.activeElement.getAttribute('role')") == "switch"
    tab.get_by_role("switch", name="Sore day").uncheck()
    assert tab.locator(".bs-mine__dose").all_inner_texts() == usual


def test_the_sore_day_switch_stands_beside_a_single_exercise_too(tab: Page) -> None:
    visit(tab, "#v=1&cards=seated-march")
    tab.get_by_role("switch", name="Sore day").check()
    expect(tab.locator("#mine-head")).to_have_text("Seated march")
    expect(tab.locator(".bs-mine__dose strong")).to_have_text("3 to 4 each side.")
    expect(tab.locator(".bs-mine__small")).to_have_text("This is the amount for a sore day.")
    expect(tab.get_by_role("switch", name="Sore day")).to_be_focused()


def test_ticks_stay_on_the_device_after_a_tick_and_go_at_one_press_with_undo(tab: Page) -> None:
    visit(tab)
    assert kept(tab) is None
    tab.get_by_role("checkbox", name="Done today: Seated march").check()
    expect(tab.locator("[data-bs-said]")).to_have_text("Seated march: done today.")
    tab.reload()
    expect(tab.get_by_role("checkbox", name="Done today: Seated march")).to_be_checked()
    days = tab.locator(".bs-mine__day").all_inner_texts()
    assert len(days) == 7
    assert "Friday, today: 1 done" in days[4]
    assert "Thursday: none" in days[3]
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save as text").click()
    assert saved.value.suggested_filename == "my-exercises.txt"
    assert Path(saved.value.path()).read_text("utf-8").split() == ["My", "exercises", "2026-11-27:", "Seated", "march"]
    tab.get_by_role("button", name="Delete all ticks").click()
    assert kept(tab) is None
    assert focused(tab) == "Undo"
    tab.keyboard.press("Enter")
    assert kept(tab) == {"2026-11-27": ["seated-march"]}
    tab.get_by_role("button", name="Delete all ticks").click()
    assert tab.get_by_role("checkbox", checked=True).count() == 0


OWN_DAYS = "#v=2&cards=vitS89l.za2S0W01.w5aSe822Kk2&as=an&k=c"
"""A calf stretch on the left 2 to 3 times a day, a seated march on Mondays, a bridge of 2 lifts 2 times a day."""


def test_what_is_done_more_than_once_a_day_has_a_tick_for_each_time(tab: Page) -> None:
    visit(tab, OWN_DAYS)
    assert titles(tab) == ["Wall calf stretch", "Bridge", "Seated march"]
    expect(tab.locator("#mine-others + ol")).to_contain_text("Seated march")
    expect(tab.locator(".bs-mine__sum")).not_to_contain_text("Planned days")
    for _ in range(2):
        expect(tab.locator("#mine-head")).to_have_text("Today is Friday")
        tab.get_by_role("button", name="Begin").click()
        for title in ("Wall calf stretch", "Bridge"):
            expect(tab.locator("#mine-head")).to_have_text(title)
            tab.get_by_role("button", name="Done").click()
    expect(tab.locator("#mine-head")).to_have_text("All done for today")
    expect(tab.get_by_role("checkbox", name="Done today, 2 of 3: Wall calf stretch")).to_be_checked()
    tab.get_by_role("checkbox", name="Done today, 3 of 3: Wall calf stretch").check()
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save as text").click()
    assert Path(saved.value.path()).read_text("utf-8").endswith("Bridge (2 times), Wall calf stretch (3 times)\n")
    tab.evaluate("localStorage.clear()")


def test_a_sore_day_keeps_the_side_and_never_asks_for_more_than_was_prescribed(tab: Page) -> None:
    visit(tab, OWN_DAYS)
    tab.get_by_role("switch", name="Sore day").check()
    doses = tab.locator(".bs-mine__dose").all_inner_texts()
    assert doses[0] == "1 stretch on the left only, hold 10 seconds. 2 or more days a week, 2 to 3 times a day."
    assert doses[1] == "2 lifts, hold 2 seconds. Every day, 2 times a day."


def test_a_day_without_exercises_says_so_and_shows_those_of_other_days(tab: Page) -> None:
    visit(tab, "#v=2&cards=vitS0W01.za2S0W01&as=a&k=0")
    expect(tab.locator(".bs-mine__top")).to_have_text("Today is FridayNothing is planned for today.")
    assert len(titles(tab)) == 2


def test_who_does_them_again_is_led_through_all_of_them(tab: Page) -> None:
    visit(tab, "#v=1&cards=calf-stretch,seated-march")
    for title in ("Wall calf stretch", "Seated march"):
        tab.get_by_role("checkbox", name=f"Done today: {title}").check()
    tab.get_by_role("button", name="Do them again").click()
    for title in ("Wall calf stretch", "Seated march"):
        expect(tab.locator("#mine-head")).to_have_text(title)
        tab.get_by_role("button", name="Done").click()
    expect(tab.locator("#mine-head")).to_have_text("All done for today")
    tab.evaluate("localStorage.clear()")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640), (320, 568)])
def test_the_clock_and_when_to_stop_are_in_sight_while_it_runs(tab: Page, width: int, height: int) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    visit(tab, "#v=1&cards=calf-stretch")
    tab.get_by_role("button", name="Start timer").click()
    tab.clock.run_for(8000)
    for part in (tab.get_by_role("timer"), tab.locator(".bs-mine__stop"), tab.get_by_role("button", name="Pause")):
        expect(part).to_be_in_viewport(ratio=1)
    expect(tab.locator(".bs-mine__stop")).to_contain_text("Ask first if")
    tab.set_viewport_size({"width": 390, "height": 844})


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 640), (390, 844), (412, 915)])
def test_what_stays_at_the_bottom_leaves_two_thirds_of_the_screen_before_the_start(
    tab: Page, width: int, height: int
) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    visit(tab, "#v=1&cards=calf-stretch")
    expect(tab.get_by_role("button", name="Start timer")).to_be_in_viewport(ratio=1)
    covered = tab.evaluate(
        """() => {
            const stays = (each) => each.getClientRects().length && getComputedStyle(each).position === "sticky";
            const bars = [...document.querySelectorAll(".bs-mine *")].filter(stays);
            return innerHeight - Math.min(...bars.map((each) => each.getBoundingClientRect().top));
        }"""
    )
    assert 0 < covered <= height / 3
    tab.set_viewport_size({"width": 390, "height": 844})


def test_nothing_hurries_anyone_down_to_the_floor(tab: Page) -> None:
    visit(tab, "#v=1&cards=floor-and-up-again")
    expect(tab.locator(".bs-mine__desk")).to_contain_text("Take your time.")
    expect(tab.locator(".bs-mine__desk")).to_contain_text("trouble getting up, you have had a broken bone lately.")
    expect(tab.get_by_role("button", name="Start timer")).to_have_count(0)


def test_an_exercise_on_paper_has_its_name_its_pictures_and_when_to_stop(tab: Page) -> None:
    visit(tab, "#v=1&cards=bridge")
    expect(tab.locator(".bs-mine__figure .bs-move")).to_be_visible()
    pictures = tab.locator(".bs-mine__figure > img")
    expect(pictures).to_have_count(2)
    expect(pictures.first).to_be_hidden()
    tab.emulate_media(media="print")
    expect(tab.locator("#mine-head")).to_be_visible()
    expect(tab.locator(".bs-mine__figure .bs-move")).to_be_hidden()
    for picture in pictures.all():
        expect(picture).to_be_visible()
    expect(tab.locator(".bs-mine__stop")).to_be_visible()
    expect(tab.get_by_role("button", name="Start timer")).to_be_hidden()
    tab.emulate_media(media="screen")


def test_the_skip_link_leaves_the_plan_open(tab: Page) -> None:
    visit(tab, "#v=1&cards=bridge")
    tab.get_by_role("link", name="Skip to the words of this page").press("Enter")
    expect(tab.locator("#bs-words")).to_be_focused()
    expect(tab.locator("#mine-head")).to_have_text("Bridge")
    assert tab.url.endswith("#v=1&cards=bridge")


def test_a_fault_of_paper_or_layout_is_no_concern_of_who_does_the_exercises(tab: Page) -> None:
    visit(tab, "#v=1&cards=bridge&paper=a0&layout=x&sides=y&order=z&days=mo")
    expect(tab.locator("#mine-head")).to_have_text("Bridge")
    expect(tab.locator(".bs-mine__dropped")).to_have_count(0)


def test_going_to_and_fro_leaves_one_way_back_to_where_one_came_from(tab: Page) -> None:
    tab.goto("cards/")
    tab.goto(MINE + PLAN)
    for _ in range(3):
        tab.get_by_role("button", name="Sit to stand").click()
        tab.get_by_role("button", name="Back to the list").click()
        expect(tab.locator("#mine-head")).to_have_text("Today is Friday")
    tab.go_back()
    assert tab.url.endswith("/cards/")


def test_a_page_that_stays_open_over_midnight_shows_the_new_day(tab: Page) -> None:
    visit(tab, "#v=1&cards=calf-stretch,seated-march")
    tab.get_by_role("checkbox", name="Done today: Seated march").check()
    tab.clock.run_for(14 * 3_600_000 + 60_000)
    expect(tab.locator("#mine-head")).to_have_text("Today is Saturday")
    assert tab.get_by_role("checkbox", checked=True).count() == 0
    tab.evaluate("localStorage.clear()")
    tab.clock.set_system_time(FRIDAY)


def test_a_link_whose_sign_was_escaped_still_opens(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.goto(f"{MINE}%23v=1&amp;cards=bridge,seated-march")
    expect(page.locator(".bs-mine__row").first).to_be_visible()
    context.close()


def test_a_browser_that_refuses_all_storage_still_ticks_and_changes_colours(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="light")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    visit(page)
    page.get_by_role("checkbox", name="Done today: Seated march").check()
    expect(page.locator(".bs-mine__week")).to_contain_text("This browser keeps nothing.")
    page.evaluate("document.getElementById('bs-colours').showModal()")
    page.get_by_role("radio", name="Dark").check()
    assert page.evaluate("document.documentElement.dataset.colours") == "dark"
    assert not errors
    context.close()


def test_the_devices_own_way_back_leads_to_the_list(tab: Page) -> None:
    visit(tab)
    tab.get_by_role("button", name="Sit to stand").click()
    tab.get_by_role("button", name="Previous").click()
    expect(tab.locator("#mine-head")).to_have_text("Seated march")
    tab.go_back()
    expect(tab.locator("#mine-head")).to_have_text("Today is Friday")


def test_without_a_plan_the_page_says_what_it_is_and_offers_ready_sets(tab: Page) -> None:
    visit(tab, "")
    expect(tab.locator("#mine-head")).to_have_text("No exercises are open yet")
    tab.get_by_role("link", name="Steady on your feet").click()
    expect(tab.locator(".bs-mine__row").first).to_be_visible()
    assert titles(tab)[0] == "Heel raise"


SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
TWICE = f"""() => {{
  document.documentElement.style.fontSize = "250%";
  const over = {SIDEWAYS};
  document.documentElement.style.removeProperty("font-size");
  return over;
}}"""
"""How far letters of twice the size reach over the edge."""


@pytest.mark.parametrize("opened", ["", PLAN, "#v=1&cards=bridge"])
def test_each_view_fits_320_pixels_and_breaks_no_rule_in_light_and_dark(tab: Page, opened: str) -> None:
    visit(tab, opened)
    if "bridge" in opened:
        tab.get_by_role("button", name="Start timer").click()
        tab.clock.run_for(8000)
    tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.evaluate(SIDEWAYS) <= 0
    assert tab.evaluate(TWICE) <= 0
    small = "[...document.querySelectorAll('.bs-mine .bs-mine__big')].filter(each => each.checkVisibility())"
    assert tab.evaluate(f"{small}.every(each => each.getBoundingClientRect().height >= 56)")
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.wait_for_function("scheme => document.documentElement.dataset.colours === scheme", arg=scheme)
        found = Axe().run(tab)
        assert not found.response["violations"], found.generate_report()
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size({"width": 390, "height": 844})


def test_a_hundred_strange_links_do_no_harm(tab: Page) -> None:
    chance = random.Random(20261127)  # noqa: S311 nothing secret
    visit(tab)
    pieces = [
        *"#&=.,%;<>\"'`\\ \u200b\u202e\U0001f9d8",
        "v=",
        "v=1",
        "cards=",
        "plank",
        "bridge.build",
        "__proto__",
        "%3C",
    ]
    pieces += ["<img src=x onerror=alert(1)>", "days=mo", ".5x60m", "constructor", "&amp;", "%zz", "order=own", "99999"]
    strange = ["".join(chance.choices(pieces, k=chance.randint(1, 30))) for _ in range(50)]
    strange += ["v=1&cards=" + "".join(chance.choices([*pieces, ",", "."], k=20)) for _ in range(50)]
    tab.evaluate(
        """async strange => {
          for (const each of strange) {
            location.hash = each;
            await new Promise(done => addEventListener("hashchange", done, {once: true}));
          }
        }""",
        strange,
    )
    expect(tab.locator("#mine-head")).to_be_visible()
    assert tab.locator(".bs-mine img[src=x]").count() == 0


def test_a_browser_that_keeps_nothing_still_ticks_and_says_so(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.add_init_script(
        "for (const name of ['setItem', 'removeItem']) Storage.prototype[name] = () => { throw new Error('full') }"
    )
    visit(page)
    page.get_by_role("checkbox", name="Done today: Seated march").check()
    expect(page.get_by_role("checkbox", name="Done today: Seated march")).to_be_checked()
    expect(page.locator(".bs-mine__week")).to_contain_text("This browser keeps nothing.")
    context.close()


def test_without_its_data_the_page_says_so_and_help_stays_in_sight(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    context.route("**/studio.json", lambda route: route.abort())
    page = context.new_page()
    visit(page, ready=".bs-mine__dropped")
    expect(page.locator(".bs-mine__dropped")).to_contain_text("did not load")
    expect(page.locator(".bs-mine__help")).to_contain_text("Call 999")
    context.close()
