"""Evidence in a real browser: notes by every way of opening them, the filter, charts, and what is printed."""

from pathlib import Path

import pytest
import yaml
from building import ROOT
from playwright.sync_api import Browser, Page, expect

CITING = "walk-better/hills/"
CLAIMS = yaml.safe_load((ROOT / "docs/evidence/claims.yml").read_text(encoding="utf-8"))
REFUTED = [each for each in CLAIMS if each["verdict"] == "contradicted"]
REFUTED_OF_POSTURE = [each for each in REFUTED if each["section"] == "improve-your-posture"]


def go(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def test_a_citation_opens_its_note_with_verdict_words_and_sources(page: Page) -> None:
    go(page, CITING)
    page.locator("a.bs-cite[data-cites='downhill-longer-strides']").first.click()
    note = page.locator("#note-downhill-longer-strides")
    expect(note).to_be_visible()
    expect(note).to_contain_text("The claim: Take longer strides when you go downhill.")
    expect(note).to_contain_text("Evidence says otherwise")
    expect(note).to_contain_text("Take shorter, slower steps downhill.")
    assert note.locator(".bs-refs li").count() == 3
    page.get_by_role("button", name="Close").click()
    expect(note).to_be_hidden()


def test_a_note_opens_and_closes_by_keyboard_and_gives_the_focus_back(page: Page) -> None:
    go(page, CITING)
    link = page.locator("a.bs-cite").first
    link.focus()
    page.keyboard.press("Enter")
    note = page.locator(".bs-note:popover-open")
    expect(note).to_be_focused()
    assert note.get_attribute("role") == "dialog"
    expect(link).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert note.evaluate("note => note.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "false")


def test_a_note_opens_by_touch_inside_a_narrow_screen(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    go(page, CITING)
    page.locator("a.bs-cite").first.tap()
    note = page.locator(".bs-note:popover-open")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    context.close()


def test_of_two_citations_of_a_claim_the_one_that_was_pressed_says_that_its_note_is_open(page: Page) -> None:
    go(page, CITING)
    both = page.locator("a.bs-cite[data-cites='downhill-longer-strides']")
    for pressed, other in ((0, 1), (1, 0)):
        both.nth(pressed).click()
        expect(page.locator("#note-downhill-longer-strides")).to_be_visible()
        expect(both.nth(pressed)).to_have_attribute("aria-expanded", "true")
        expect(both.nth(other)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(page.locator("a.bs-cite[aria-expanded='true']")).to_have_count(0)


@pytest.mark.parametrize("late", ["", "addEventListener('toggle', (event) => event.stopImmediatePropagation(), true)"])
def test_a_second_press_on_a_citation_closes_its_note_however_late_the_browser_tells_that_it_is_open(
    page: Page, late: str
) -> None:
    page.add_init_script(late)
    go(page, CITING)
    link = page.locator("a.bs-cite[data-cites='downhill-slower']").first
    link.click()
    expect(page.locator(".bs-note:popover-open")).to_have_count(1)
    link.click(position={"x": 4, "y": 4})
    expect(page.locator(".bs-note:popover-open")).to_have_count(0)


def test_without_scripts_a_citation_is_a_link_to_the_ledger(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(CITING)
    link = page.locator("a.bs-cite").first
    target = link.get_attribute("data-cites")
    link.click()
    page.wait_for_url(f"**/evidence/#{target}")
    expect(page.locator(f"[id='{target}']")).to_be_visible()
    assert page.locator(".bs-claim:visible").count() == len(CLAIMS)
    assert not page.locator(".bs-ledger-filter").is_visible()
    context.close()


def test_notes_still_open_after_pages_were_swapped_without_a_reload(page: Page) -> None:
    go(page, "evidence/what-we-changed/")
    page.locator("article a[href$='walk-better/hills/']").first.click()
    page.wait_for_url("**/walk-better/hills/")
    page.locator("a.bs-cite[data-cites='downhill-slower']").first.click()
    expect(page.locator("#note-downhill-slower")).to_be_visible()


def test_the_filter_narrows_by_verdict_and_section_and_says_how_many_are_left(page: Page) -> None:
    go(page, "evidence/")
    status = page.locator(".bs-ledger-filter [role=status]")
    expect(status).to_have_text(f"Claims shown: {len(CLAIMS)} of {len(CLAIMS)}.")
    page.get_by_label("Verdict", exact=True).select_option("contradicted")
    expect(status).to_have_text(f"Claims shown: {len(REFUTED)} of {len(CLAIMS)}.")
    page.get_by_label("Part of the list").select_option("improve-your-posture")
    expect(status).to_have_text(f"Claims shown: {len(REFUTED_OF_POSTURE)} of {len(CLAIMS)}.")
    assert page.locator(".bs-claim:visible").count() == len(REFUTED_OF_POSTURE) > 0
    assert page.evaluate("location.href").endswith("?verdict=contradicted&section=improve-your-posture")
    page.reload()
    expect(status).to_have_text(f"Claims shown: {len(REFUTED_OF_POSTURE)} of {len(CLAIMS)}.")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text(f"Claims shown: {len(CLAIMS)} of {len(CLAIMS)}.")
    assert page.evaluate("location.href").endswith("/evidence/")


def test_a_link_to_one_claim_wins_over_the_filter(page: Page) -> None:
    go(page, "evidence/?verdict=contradicted#small-steps")
    expect(page.locator("#small-steps")).to_be_in_viewport()


def test_a_claim_opens_by_keyboard_and_by_the_link_that_leads_to_it_and_all_open_at_once(page: Page) -> None:
    go(page, "evidence/#small-steps")
    why = page.get_by_text("The step that feels right also takes nearly the least effort.")
    expect(why).to_be_visible()
    summary = page.locator("summary", has=page.locator("#small-steps"))
    summary.focus()
    page.keyboard.press("Enter")
    expect(why).to_be_hidden()
    page.get_by_label("Verdict", exact=True).select_option("contradicted")
    page.get_by_role("button", name="Open every claim").click()
    expect(page.locator(".bs-claim:visible dl:visible")).to_have_count(len(REFUTED))
    assert page.locator(".bs-claim[open]").count() == len(REFUTED)


def test_each_claim_has_its_own_place_and_every_source_link_resolves(page: Page) -> None:
    go(page, "evidence/")
    claims = page.locator(".bs-claim h3[id]").evaluate_all("all => all.map(each => each.id)")
    assert sorted(claims) == sorted(each["id"] for each in CLAIMS)
    anchors = page.locator(".bs-claim a[href*='references/#']").evaluate_all(
        "all => [...new Set(all.map(each => new URL(each.href).hash.slice(1)))]"
    )
    go(page, "evidence/references/")
    listed = set(page.locator(".bs-bibliography > li[id]").evaluate_all("all => all.map(each => each.id)"))
    assert set(anchors) <= listed


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_stand_out_from_their_ground_in_both_schemes(browser: Browser, base_url: str, scheme: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    go(page, "why-walk/")
    seen = page.locator("figure.bs-chart").evaluate_all(
        """figures => figures.flatMap((figure) => {
          const ground = getComputedStyle(figure).backgroundColor;
          return [...figure.querySelectorAll('text, rect, .bs-chart__mark')].map((shape) => {
            const style = getComputedStyle(shape);
            return [shape.tagName === 'text' ? style.fill : style.stroke, ground];
          });
        })"""
    )
    assert seen
    for colour, ground in seen:
        assert contrast(colour, ground) >= 3, (colour, ground)
    context.close()


def test_labels_of_a_chart_stay_inside_its_picture(page: Page) -> None:
    for address in ("evidence/", "why-walk/", CITING):
        go(page, address)
        outside = page.locator("svg.bs-chart__picture text").evaluate_all(
            """texts => texts.filter((text) => {
              const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
              const aside = box.x < -6 || box.x + box.width > view.width + 6;
              return aside || box.y < -2 || box.y + box.height > view.height + 2;
            }).map(text => text.textContent)"""
        )
        assert outside == []


def test_labels_of_a_chart_do_not_overlap(page: Page) -> None:
    for address in ("evidence/", "why-walk/", CITING):
        go(page, address)
        overlapping = page.locator("svg.bs-chart__picture").evaluate_all(
            """pictures => pictures.flatMap((picture) => {
              const boxes = [...picture.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
              return boxes.flatMap(([one, a], index) => boxes.slice(index + 1).filter(([, b]) =>
                a.x < b.x + b.width && b.x < a.x + a.width && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height
              ).map(([other]) => `${one} | ${other}`));
            })"""
        )
        assert overlapping == []


def test_on_paper_the_notes_stand_numbered_at_the_foot_of_the_page(page: Page) -> None:
    go(page, CITING)
    page.emulate_media(media="print")
    notes = page.locator(".bs-note")
    assert notes.count() > 3
    for index in range(notes.count()):
        assert notes.nth(index).is_visible()
        assert notes.nth(index).get_attribute("data-number") == str(index + 1)
    assert not page.locator(".bs-note__close").first.is_visible()
    assert page.locator(".bs-sources").is_visible()


@pytest.mark.thorough
def test_every_page_that_cites_ends_with_its_sources_newest_first(site: Path, page: Page) -> None:
    citing = [file for file in sorted(site.rglob("index.html")) if "bs-cite" in file.read_text(encoding="utf-8")]
    assert len(citing) > 20
    for file in citing[::8]:
        folder = file.parent.relative_to(site).as_posix()
        go(page, "" if folder == "." else f"{folder}/")
        years = page.locator(".bs-sources .bs-ref__year").all_inner_texts()
        assert years
        numbers = [int(year) if year.isdigit() else 0 for year in years]
        assert numbers == sorted(numbers, reverse=True), folder


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast of two computed colours, written `rgb(1, 2, 3)`."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
