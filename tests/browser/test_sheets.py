"""The sheets of the studio: what is previewed is printed, whole, at true size and in letters that can be read."""

import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

import oracle
import pypdfium2
import pytest
import segno
import zxingcpp
from building import ROOT
from paper import too_dark
from playwright.sync_api import Browser, Page
from studio_page import CUT_OFF, FIVE, WAYS, link, pick, printed, said, settle, show, texts, titles, to_pdf, visit
from test_scripts import node

SCRIPTS = (ROOT / "docs/assets/javascripts/studio").as_uri()
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
PAGES = {
    # five exercises and the way to the floor: six cards
    ("four", "one"): 2,
    ("four", "duplex"): 4,
    ("four", "fold"): 3,
    ("two", "one"): 3,
    ("two", "duplex"): 6,
    ("two", "fold"): 6,
    ("single", "one"): 6,
    ("single", "duplex"): 12,
    ("rows", "one"): 2,
    ("log", "one"): 1,
}
POINTS_PER_MM = 72 / 25.4
LEAST_POINTS = {"four": 12, "two": 18, "single": 20, "rows": 12, "log": 12}
SMALL_PRINT = {10, 10.8, 12, 14}
LETTERS = """() => {
    const sizes = { body: [], other: [], small: [] };
    const walker = document.createTreeWalker(document.querySelector("[data-bs-sheets]"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const line = node.parentElement;
        if (!node.data.trim() || line.closest("[hidden]")) continue;
        const kind = line.closest("[data-part=lines], .bs-sheet__foot") ? "small"
            : line.closest("figcaption, .bs-face__link") ? "other" : "body";
        sizes[kind].push(Math.round(parseFloat(getComputedStyle(line).fontSize) * 75) / 100);
    }
    return sizes;
}"""


@pytest.fixture(scope="module")
def exercises(site: Path) -> list[Any]:
    found: list[Any] = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))["exercises"]
    return found


@pytest.mark.parametrize("paper", ["a4", pytest.param("letter", marks=pytest.mark.thorough)])
def test_what_is_previewed_is_printed_whole_on_the_right_paper_with_little_ink(page: Page, paper: str) -> None:
    width, height = (side * POINTS_PER_MM for side in PAPERS[paper])
    visit(page)
    for layout, sides in WAYS:
        way = f"{layout}, {sides}"
        show(page, link(FIVE, paper=paper, layout=layout, sides=sides))
        previewed = page.locator(".bs-sheet").count()
        page.emulate_media(media="print")
        assert page.evaluate(CUT_OFF) == [], way
        page.emulate_media(media="null")
        pdf = to_pdf(page)
        assert list(too_dark(pdf)) == [], way
        document = pypdfium2.PdfDocument(pdf)
        assert len(document) == previewed == PAGES[layout, sides], way
        for sheet in document:
            assert sheet.get_size() == pytest.approx((width, height), abs=0.75)
            words = sheet.get_textpage()
            boxes = [words.get_rect(index) for index in range(words.count_rects())]
            assert min(left for left, *_ in boxes) >= 7 * POINTS_PER_MM, way
            assert max(right for _, _, right, _ in boxes) <= width - 7 * POINTS_PER_MM, way
            assert min(bottom for _, bottom, *_ in boxes) >= 11 * POINTS_PER_MM, way
            assert max(top for *_, top in boxes) <= height - 7 * POINTS_PER_MM, way
        said_on = texts(document)
        assert all("Call 999" in text and "Print at 100%" in text for text in said_on), way
        whole = " ".join(said_on)
        wanted = ["Wall calf stretch", "Sit to stand", "Front plank", "Side bridge", "Bridge"]
        if layout != "log":
            wanted += ["Floor and up again", "2 sets of 8, 3 days a week.", "How much:"]
        assert [words for words in wanted if words not in whole] == [], way
        assert "Begin with a ready set" not in whole, way


def longest_dose(start: Any, counted_in: str) -> str:  # noqa: ANN401 plain JSON
    """Return about the most of each number that the limits of the guide let through."""
    if start["minutes"]:
        return "2x30m"
    return "3x20h10" if start["hold_s"] else "2x12" if counted_in == "slopes" else "5x60"


@pytest.mark.parametrize("paper", ["a4", pytest.param("letter", marks=pytest.mark.thorough)])
def test_every_exercise_fits_in_every_layout_with_the_longest_dose_in_letters_of_a_good_size(
    page: Page, exercises: list[Any], paper: str
) -> None:
    longest = [f"{each['id']}.{longest_dose(each['dose']['start'], each['counted_in'])}d7" for each in exercises]
    visit(page)
    for layout, sides in WAYS:
        if (layout, "duplex") in WAYS and sides == "one":
            continue  # the fronts are those of both sides
        show(page, link(",".join(longest), paper=paper, layout=layout, sides=sides))
        assert len(titles(page)) == len(exercises)
        assert page.locator("[data-bs-dropped]").is_hidden()
        assert page.evaluate(CUT_OFF) == [], f"{layout}, {sides}"
        sizes = page.evaluate(LETTERS)
        assert min(sizes["body"]) >= LEAST_POINTS[layout], f"{layout}, {sides}"
        assert min(sizes["other"], default=12) >= LEAST_POINTS["four"], f"{layout}, {sides}"
        assert set(sizes["small"]) <= SMALL_PRINT, f"{layout}, {sides}"


OWN = f"""
import {{ readFileSync }} from "node:fs";
import {{ EMPTY }} from "{SCRIPTS}/deck.js";
import {{ encode }} from "{SCRIPTS}/link.js";
const {{ exercises, layout, sides, paper }} = JSON.parse(readFileSync(0));
const on = ["mo", "we", "fr", "sa", "su"];
const wordy = {{ plan: "own", from: "start", on, times_a_day: {{ low: 2, high: 3 }} }};
const cards = exercises.map(({{ id, dose }}) => ({{ id, dose: dose ? wordy : {{ plan: "start" }} }}));
console.log(`#${{encode({{ ...EMPTY, cards, layout, sides, paper, order: "own" }})}}`);
"""


def own(site: Path, layout: str, sides: str, paper: str) -> str:
    """Return the link to all exercises, each with many words about when."""
    exercises = json.loads((site / "cards/studio.json").read_text("utf-8"))["exercises"]
    given = {"exercises": exercises, "layout": layout, "sides": sides, "paper": paper}
    done = node("--input-type=module", "--eval", OWN, given=json.dumps(given))
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_many_words_about_when_are_broken_into_lines_and_never_cut(
    page: Page, site: Path, exercises: list[Any]
) -> None:
    visit(page)
    for way in (("two", "one", "a4"), ("two", "fold", "letter"), ("four", "one", "letter"), ("rows", "one", "a4")):
        show(page, own(site, *way))
        assert len(titles(page)) == len(exercises)
        assert "on Mon, Wed, Fri, Sat and Sun" in page.locator(".bs-sheet").last.inner_text()
        assert page.evaluate(CUT_OFF) == [], way


NOTED = """(text) => document.querySelectorAll("[data-bs-list] textarea").forEach((note) => { note.value = text; })"""


@pytest.mark.parametrize(("layout", "paper"), [("rows", "letter"), ("four", "a4")])
def test_words_of_one_exercise_never_lie_on_those_of_the_next(page: Page, site: Path, layout: str, paper: str) -> None:
    visit(page, link("lunge"))
    plan = own(site, layout, "one", paper)
    show(page, plan)
    page.evaluate(NOTED, "Hold on to the worktop with both hands and keep your heel down. " * 3)
    show(page, plan)
    assert page.evaluate(CUT_OFF) == []
    assert (
        page.locator(".bs-face figcaption").evaluate_all("(all) => all.filter((each) => each.offsetHeight > 22)") == []
    )


def test_a_card_with_too_many_words_is_named_above_the_sheets(page: Page, site: Path) -> None:
    data = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))
    for each in data["exercises"]:
        if each["id"] == "lunge":
            each["stop"] = "Stop if your knee hurts. " * 40
    page.route("**/studio.json", lambda route: route.fulfill(json=data))
    visit(page, link("lunge,bridge"))
    told = page.locator("[data-bs-too-full]")
    assert told.inner_text() == ("Lunge: these words leave no room for pictures. Choose a larger layout, or say less.")
    assert told.get_attribute("role") == "status"
    show(page, link("bridge"))
    assert told.is_hidden()


@pytest.mark.parametrize(
    ("layout", "paper"),
    [("four", "a4"), *(pytest.param(each, "letter", marks=pytest.mark.thorough) for each in ("two", "rows"))],
)
def test_no_sheet_of_all_exercises_takes_too_much_ink(
    page: Page, exercises: list[Any], layout: str, paper: str
) -> None:
    every = ",".join(each["id"] for each in exercises)
    visit(page, link(every, layout=layout, sides="one" if layout == "rows" else "duplex", paper=paper))
    assert list(too_dark(to_pdf(page))) == []


@pytest.mark.parametrize("layout", ["four", "single", "rows"])
def test_numbers_of_steps_below_one_picture_stand_apart(page: Page, layout: str) -> None:
    visit(page, link("seated-march", layout=layout))
    page.emulate_media(media="print")
    gaps = page.evaluate(
        """() => [...document.querySelectorAll(".bs-sheet figcaption .bs-disc + .bs-disc")].map((disc) =>
            disc.getBoundingClientRect().left - disc.previousElementSibling.getBoundingClientRect().right)"""
    )
    assert len(gaps) == 1
    assert gaps[0] >= 2


def test_a_change_of_one_dose_lays_out_one_card_anew(page: Page) -> None:
    visit(page, link(FIVE, sides="duplex"))
    page.evaluate("document.querySelectorAll('.bs-face').forEach((face) => { face.old = true; })")
    item = page.locator("[data-bs-list] [data-id=sit-to-stand]")
    item.locator("summary").first.click()
    item.locator("label", has_text="On a sore day").click()
    fresh = page.evaluate("[...document.querySelectorAll('.bs-face')].filter((f) => !f.old).map((f) => f.dataset.card)")
    assert fresh == ["sit-to-stand", "sit-to-stand"]


def test_the_back_of_each_card_lies_behind_its_front(page: Page) -> None:
    visit(page, link(FIVE, layout="four", sides="duplex"))
    boxes: list[list[tuple[str, float, float]]] = page.evaluate(
        """() => [...document.querySelectorAll(".bs-sheet")].map((sheet) => {
            const page = sheet.getBoundingClientRect();
            return [...sheet.querySelectorAll(".bs-slot")].filter((slot) => slot.firstChild).map((slot) => {
                const box = slot.getBoundingClientRect();
                const across = (box.left + box.right) / 2 - page.left;
                return [slot.firstChild.dataset.card, across / page.width, (box.top - page.top) / page.height];
            });
        })"""
    )
    # A back keeps further from the cut than its front, so its middle is a little further out.
    for front, back in zip(boxes[::2], boxes[1::2], strict=True):
        seen_through = {name: (1 - across, down) for name, across, down in back}
        assert seen_through.keys() == {name for name, _across, _down in front}
        for name, across, down in front:
            assert seen_through[name] == pytest.approx((across, down), abs=0.012), name


def test_the_ruler_is_100_mm_long_on_paper_and_in_the_preview_to_scale(page: Page) -> None:
    visit(page, link(FIVE))
    ruler, sheet = (
        page.evaluate(f"document.querySelector('{name}').getBoundingClientRect().width")
        for name in (".bs-ruler", ".bs-sheet")
    )
    assert ruler / sheet == pytest.approx(100 / 210, abs=0.001)
    page.emulate_media(media="print")
    width = page.evaluate("document.querySelector('.bs-ruler').getBoundingClientRect().width")
    assert width == pytest.approx(100 / 25.4 * 96, abs=0.5)


def test_every_code_on_paper_reads_back_and_leads_to_a_page_of_the_site(page: Page, site: Path) -> None:
    visit(page, link(FIVE))
    found = [
        code.text
        for sheet in printed(page)
        for code in zxingcpp.read_barcodes(sheet.render(scale=150 / 72, grayscale=True).to_numpy())
    ]
    assert len(found) == 6
    for address in found:
        path = urllib.parse.urlsplit(address).path.removeprefix("/backstride/")
        assert (site / path / "index.html").exists(), address


def test_paper_is_black_on_white_in_the_dark_scheme_too(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="dark")
    tab = context.new_page()
    visit(tab, link(FIVE))
    picture = printed(tab)[0].render(scale=1, grayscale=True).to_pil()
    context.close()
    lightness = picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata()
    ink = sum(255 - value for value in lightness) / (255 * picture.width * picture.height)
    assert 0.01 < ink < 0.10


# ---------- What is personal ----------

FOUR = "calf-stretch,sit-to-stand,seated-march,bridge"
SECRETS = {
    "Name": "Zelda Quint of the Longest Name There Is",
    "Note for the whole plan": "Soft floor <b>only</b>",
    "Clinic or person": "Quokka Lane Physio",
    "Telephone": "0131 496 0123",
}
SAID_BESIDE = """(kind) => Object.fromEntries([...document.querySelectorAll(`.bs-field__${kind}`)]
    .filter((said) => said.textContent).map((said) => [said.id.replace(`-${kind}`, ""), said.textContent]))"""


UNFOLD = """(label) => {
    const field = [...document.querySelectorAll("textarea")].find((each) => each.ariaLabel === label);
    for (let each = field?.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
}"""


def write(page: Page, label: str, text: str) -> None:
    """Write into a field, and wait until the sheets have it."""
    page.evaluate(UNFOLD, label)
    page.get_by_role("textbox", name=label, exact=True).fill(text)
    typed(page)


def typed(page: Page) -> None:
    """Wait until the page takes the last key for the end of the typing, by its own clock, and the sheets have it."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 400))")
    settle(page)


def beside(page: Page, kind: str) -> dict[str, str]:
    """Return what stands beside each field: its `hint`, or what is `wrong`, which is announced."""
    found: dict[str, str] = page.evaluate(SAID_BESIDE, kind)
    return found


def test_what_is_personal_is_printed_and_is_nowhere_else(page: Page, base_url: str) -> None:
    visit(page, link(FIVE, layout="rows"))
    for label, text in SECRETS.items():
        write(page, label, text)
    write(page, "Note for Bridge", "Cushion under the head")
    for layout, sides in (("rows", "one"), ("log", "one"), ("four", "one"), ("four", "duplex"), ("single", "one")):
        show(page, link(FIVE, layout=layout, sides=sides))
        assert page.evaluate(CUT_OFF) == [], layout
        sheets = texts(printed(page))
        assert all(f"For {SECRETS['Name']}" in sheet for sheet in sheets), layout
        whole = " ".join(sheets)
        assert "Soft floor <b>only</b>" in whole, layout
        assert whole.count("Questions? Ring Quokka Lane Physio on 0131 496 0123.") > len(sheets), layout
        assert ("Cushion under the head" in whole) == (layout != "log"), layout
    page.get_by_role("button", name="Show QR code").click()
    page.locator("summary", has_text="Calendar").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Put it in my calendar").click()
    places = [
        page.evaluate("location.href"),
        page.locator("[data-bs-link]").input_value(),
        download.value.path().read_text(encoding="utf-8"),
        page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"),
    ]
    assert not [place for place in places if re.search("Zelda|Soft|Quokka|0131|Cushion", place)]
    page.reload()
    page.locator("[data-bs-list] li").first.wait_for()
    assert {label: page.get_by_label(label, exact=True).input_value() for label in SECRETS} == dict.fromkeys(
        SECRETS, ""
    )
    assert page.evaluate("location.href").startswith(base_url)


def test_a_tick_keeps_whom_to_ask_on_this_device_and_taking_it_away_forgets_it(page: Page) -> None:
    visit(page, link("lunge"))
    for label, text in SECRETS.items():
        write(page, label, text)
    tick = page.get_by_label("Keep this on this device")
    assert not tick.is_checked()
    tick.check()
    write(page, "Telephone", "0131 496 0999")
    visit(page, link("lunge"))
    assert page.get_by_label("Telephone").input_value() == "0131 496 0999"
    assert page.get_by_label("Clinic or person").input_value() == "Quokka Lane Physio"
    assert page.get_by_label("Name", exact=True).input_value() == ""
    assert "0131 496 0999" in texts(printed(page))[0]
    page.get_by_label("Keep this on this device").uncheck()
    assert page.evaluate("JSON.stringify({...localStorage})").count("0131") == 0
    visit(page, link("lunge"))
    assert page.get_by_label("Telephone").input_value() == ""


@pytest.mark.parametrize("sides", [pytest.param("one", marks=pytest.mark.thorough), "duplex"])
def test_a_note_that_fits_is_printed_whole_and_a_longer_one_is_refused_beside_its_field(page: Page, sides: str) -> None:
    visit(page, link("plank,bridge", sides=sides))
    write(page, "Note for Front plank", "Breathe.")
    room = re.fullmatch(r"Room for about (\d+) more letters?\.", beside(page, "hint")["note-plank"])
    assert room
    enough = ("Breathe. " + "and count on " * 20)[: int(room[1]) - 5].strip()
    write(page, "Note for Front plank", enough)
    assert beside(page, "wrong") == {}
    assert page.evaluate(CUT_OFF) == []
    assert enough in " ".join(texts(printed(page)))
    write(page, "Note for Front plank", "Breathe.\n" * 22)
    assert re.search("too long for the card|There is no room for this", beside(page, "wrong")["note-plank"])
    assert page.locator("#note-plank-wrong").get_attribute("role") == "status"
    assert page.evaluate(CUT_OFF) == []
    assert "Breathe. Breathe." not in " ".join(texts(printed(page)))


def test_what_is_not_printed_is_named_above_the_sheets_too_since_its_field_may_be_folded_away(page: Page) -> None:
    visit(page, link("plank,bridge"))
    told = page.locator("[data-bs-too-full]")
    write(page, "Note for Front plank", "Breathe.\n" * 22)
    assert told.inner_text() == "Not printed: Note for Front plank. Beside each it says why."
    write(page, "Note for Front plank", "Breathe.")
    assert told.is_hidden()
    show(page, link("bridge,plank", layout="log"))
    assert "Note for Front plank" in told.inner_text()
    show(page, link("bridge", layout="log"))
    assert told.is_hidden()


@pytest.mark.parametrize(
    ("label", "most"),
    [("Name", 40), pytest.param("Telephone", 25, marks=pytest.mark.thorough), ("Note for the whole plan", 400)],
)
def test_a_field_that_takes_no_more_letters_says_so(page: Page, label: str, most: int) -> None:
    visit(page, link("lunge", layout="rows"))
    field = page.get_by_label(label, exact=True)
    field.click()
    page.keyboard.insert_text("0 1 2 3 4 " * 50)
    typed(page)
    assert len(field.input_value()) == most
    assert list(beside(page, "wrong").values()) == ["There is no room for more."]
    assert field.get_attribute("aria-invalid") == "false"


def test_a_cleared_list_takes_name_and_notes_with_it_and_undo_brings_them_back(page: Page) -> None:
    visit(page, link("lunge"))
    for label, text in {**SECRETS, "Note for Lunge": "Slowly"}.items():
        write(page, label, text)
    page.get_by_role("button", name="Clear the list").click()
    assert "Name and notes are gone too" in said(page)
    assert page.get_by_label("Name", exact=True).input_value() == ""
    assert page.get_by_label("Telephone").input_value() == SECRETS["Telephone"]
    pick(page, "Lunge")
    settle(page)
    sheet = " ".join(texts(printed(page)))
    assert not re.search("Zelda|Soft|Slowly", sheet)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    settle(page)
    sheet = " ".join(texts(printed(page)))
    assert all(word in sheet for word in ("Zelda", "Soft", "Slowly"))


@pytest.mark.parametrize("paper", [pytest.param("a4", marks=pytest.mark.thorough), "letter"])
def test_a_handout_of_four_of_which_one_is_on_the_floor_is_one_sheet(page: Page, paper: str) -> None:
    visit(page, link(FOUR, layout="rows", paper=paper))
    assert page.evaluate(CUT_OFF) == []
    (text,) = texts(printed(page))
    assert all(f"{number}. " in text for number in range(1, 6))


@pytest.mark.parametrize(("paper", "cards"), [("a4", "seated-march"), ("letter", FOUR)])
def test_each_exercise_of_a_handout_says_below_its_stop_rule_who_should_ask_first(
    page: Page, paper: str, cards: str
) -> None:
    visit(page, link(cards, layout="rows", paper=paper))
    (text,) = texts(printed(page))
    assert "your back or groin hurts. Ask first if: thin bones, recent back surgery, new hip." in text
    assert text.count("Ask first if:") == text.count("Stop if") == (5 if cards == FOUR else 1)
    floor = "Ask first if: thin bones, recent back surgery, new hip, new or sore knee, falls or poor balance, "
    # What stands on the back of its card is said here too.
    assert (f"{floor}trouble getting up, you have had a broken bone lately." in text) == (cards == FOUR)


@pytest.mark.parametrize(("cards", "pages"), [(FOUR, 1), (f"{FIVE},lunge,heel-raise,wall-plank,sideways-walk", 2)])
def test_a_log_with_a_long_note_loses_no_row(page: Page, cards: str, pages: int) -> None:
    visit(page, link(cards, layout="log", paper="letter"))
    write(page, "Note for the whole plan", "Rest on Sundays, and do half of it on a sore day. " * 8)
    assert page.evaluate(CUT_OFF) == []
    sheets = texts(printed(page))
    assert len(sheets) == pages
    rows = [title.split(". ", 1)[1] for title in titles(page)]
    assert [row for row in rows if " ".join(sheets).count(row) < 2] == ["Floor and up again"]


def test_letters_that_are_not_printed_are_named_beside_the_field_that_has_them(page: Page) -> None:
    visit(page, link("lunge"))
    write(page, "Name", "Zoë Šimić 😀")
    write(page, "Note for the whole plan", "Très bien: ½ € “fine”")
    assert beside(page, "wrong") == {
        "studio-person": "We have no printed letters for Š ć 😀. Your printer may show boxes in their place."
    }


def test_what_is_written_from_right_to_left_is_whole_and_begins_at_the_right(page: Page) -> None:
    visit(page, link("lunge", layout="rows"))
    write(page, "Name", "רות בת שמואל הגרה ברחוב הארוך מאוד בעיר")
    write(page, "Note for the whole plan", "תרגילים אחרי ארוחת הבוקר. " * 8)
    assert page.evaluate(CUT_OFF) == []
    lines = page.locator(".bs-face__notes").evaluate(
        """(note) => {
            const range = document.createRange();
            range.selectNodeContents(note);
            const room = note.getBoundingClientRect();
            return [...range.getClientRects()].map((box) => [box.left - room.left, room.right - box.right]);
        }"""
    )
    assert len(lines) > 1
    assert max(right for _, right in lines) < 1
    foot = page.locator(".bs-sheet__own").evaluate("(line) => [line.scrollWidth, line.clientWidth, line.innerText]")
    assert foot[0] <= foot[1]
    assert "רות בת שמואל הגרה ברחוב הארוך מאוד בעיר" in foot[2]


def test_a_card_without_room_for_the_code_of_the_plan_says_so_and_a_handout_always_has_it(
    page: Page, site: Path
) -> None:
    visit(page, link(FIVE))
    told = page.locator("[data-bs-too-full]")
    write(page, "Name", "Zelda Quint of the Longest Name There Is")
    write(page, "Clinic or person", "Quokka Lane Physiotherapy, first floor on the left")
    write(page, "Note for the whole plan", "Rest on Sundays. " * 6)
    assert told.is_hidden()
    write(page, "Note for the whole plan", "Rest on Sundays. " * 23)
    codes = page.locator(".bs-face__link").filter(visible=True)
    assert codes.count() == 0
    assert "no room for the QR code" in told.inner_text()
    show(page, own(site, "rows", "one", "a4"))
    assert codes.count() == 1
    assert page.evaluate(CUT_OFF) == []


LONG = ",".join(f"{name}.2x8h5d3" for name in ("calf-stretch", "sit-to-stand", "lunge", "seated-march", "bridge"))


@pytest.mark.parametrize(
    ("cards", "layout"),
    [pytest.param("lunge", "rows", marks=pytest.mark.thorough), (FIVE, "log"), (f"{LONG},plank.build,lunge", "rows")],
)
def test_the_code_of_a_plan_is_26_mm_wide_or_as_large_as_its_modules_need(page: Page, cards: str, layout: str) -> None:
    visit(page, link(cards, layout=layout))
    sheet = printed(page)[0]
    dots = 300 / 25.4
    picture = sheet.render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    ((left, top, right, bottom, text),) = oracle.boxes_of_codes(picture, dots)
    modules, _ = segno.make(text, error="m", micro=False, boost_error=False).symbol_size(border=0)
    module = (right - left) / modules
    assert module >= 0.4 - 0.005
    assert module * (modules + 8) == pytest.approx(max(26, 0.4 * (modules + 8)), abs=0.25)
    quiet = 3.8 * module
    around = picture.crop(tuple(round(dots * at) for at in (left - quiet, top - quiet, right + quiet, bottom + quiet)))
    edge = 0.2  # of a millimetre: a square may end within a dot
    inside = (quiet - edge, quiet - edge, quiet + right - left + edge, quiet + bottom - top + edge)
    around.paste(255, tuple(round(dots * at) for at in inside))
    assert around.getextrema()[0] > 128
