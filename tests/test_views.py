"""What pages show, in ready words: plurals, dates and links, and no link to a page that is not there."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import breaks
import pytest
from kit.evidence.treatment import Review, foot
from kit.guide import Guide
from kit.views.description import description
from kit.views.evidence_view import byline, chart_view, foot_view, ledger_view, references_view
from kit.views.exercise_view import exercise_view, gallery_view
from kit.views.page_view import checked_view, contact_view, help_view, home_view, review_of, reviewed_on
from kit.views.place import Place, address, places, spelled, title_of
from kit.views.question_view import about_view, index_view, question_view
from kit.words.evidence import EvidenceWords
from markupsafe import Markup


@pytest.fixture(scope="module")
def guide() -> Guide:
    return breaks.guide()


def labels() -> EvidenceWords:
    found = breaks.words().evidence
    assert found is not None
    return found


def exercise(guide: Guide, slug: str = "arm-reach", titles: Mapping[str, str] | None = None) -> dict[str, Any]:
    found = exercise_view(guide, slug, titles or {})
    assert found is not None
    return found


# ---- Places ----


def test_a_place_has_the_address_from_the_root_and_home_an_empty_one(guide: Guide) -> None:
    assert address(guide, "help.md") == "help/"
    assert address(guide, "index.md") == ""


def test_a_link_says_what_the_menu_says_else_what_the_page_calls_itself(guide: Guide) -> None:
    uris = ["help.md", "exercises/arm-reach.md", "faq/needle-bent.md"]
    assert places(guide, uris, {"help.md": "Help me"}) == [
        Place("help/", "Help me"),
        Place("exercises/arm-reach/", "Reach and rest"),
        Place("faq/needle-bent/", "May a needle be bent?"),
    ]


def test_no_link_leads_to_a_page_that_is_not_there(guide: Guide) -> None:
    assert places(guide, ["lost.md", "plan.md"], {"lost.md": "Lost"}) == [Place("plan/", "A plan of rows")]


def test_a_page_without_a_title_is_called_by_its_file(guide: Guide) -> None:
    assert title_of(guide, "other/two-rows.md") == "Two rows"
    assert title_of(guide, "exercises/two-rows.md") == "Two rows"


def test_a_phrase_is_spelled_in_words_and_links() -> None:
    first, second = Place("a/", "A"), Place("b/", "B")
    assert spelled("Take {a} or {b}.", {"a": first, "b": second}) == [
        ("Take ", None), ("", first), (" or ", None), ("", second), (".", None),
    ]  # fmt: skip
    assert spelled("{a}{b}", {"a": first, "b": second}) == [("", first), ("", second)]
    assert spelled("Nothing.", {}) == [("Nothing.", None)]


# ---- An exercise ----


def test_an_exercise_shows_its_stages_with_the_number_of_their_first_step(guide: Guide) -> None:
    stages = exercise(guide)["stages"]
    assert [(each["number"], each["first"], each["steps"], each["caption"]) for each in stages] == [
        (1, 1, ["Sit tall, hands on your thighs."], "Hands at home"),
        (2, 2, ["Reach both arms forward."], "Reach"),
        (1, 3, ["Bring them home slowly."], "Hands at home"),
    ]
    assert [(each["image"], each["alt"]) for each in exercise(guide, "rug-stretch")["stages"]] == [
        ("assets/images/rug-stretch-1.svg", "Stretch on the rug, picture 1."),
        ("assets/images/rug-stretch-2.svg", "Stretch on the rug, picture 2."),
    ]


def test_an_exercise_shows_its_facts_in_words(guide: Guide) -> None:
    assert exercise(guide)["facts"] == [
        "Loosening", "Sitting", "No floor needed", "Level 1 of 3", "About 1 minute", "You need: chair",
    ]  # fmt: skip
    assert exercise(guide, "rug-stretch")["facts"] == [
        "Stretch", "Lying on your back", "On the floor", "Level 3 of 3", "About 1 minute", "You need: mat",
    ]  # fmt: skip


def test_an_exercise_of_several_minutes_says_so_in_the_plural() -> None:
    longer = breaks.guide(breaks.edited("exercises/arm-reach.md", "{reps: 5, days", "{reps: 30, days"))
    assert "About 2 minutes" in exercise(longer)["facts"]


def test_an_exercise_shows_only_what_it_says(guide: Guide) -> None:
    assert exercise(guide)["how"] == [
        ("One repeat", "One repeat is out and home."),
        ("Breathing", "Out as you reach."),
        ("Feel it", "Your arms and shoulders."),
    ]
    bare = breaks.edited("exercises/vocabulary.yml", "must: [", "must: []\n#")
    bare |= {"exercises/arm-reach.md": "".join(
        line for line in (breaks.DOCS / "exercises/arm-reach.md").read_text("utf-8").splitlines(keepends=True)
        if not line.startswith(("breathing", "feel", "repeat", "equipment", "level", "position", "surface"))
    )}  # fmt: skip
    found = exercise(breaks.guide(bare))
    assert found["how"] == []
    assert found["facts"] == ["Loosening", "About 1 minute", "You need nothing"]


def test_an_exercise_shows_its_amounts_in_sentences(guide: Guide) -> None:
    first, second, third = exercise(guide, "rug-stretch")["amounts"]
    assert first == {
        "name": "Start", "when": "in the first scarf", "much": "1 row each side", "rest": "", "note": "",
        "from": "From: what knitters do.", "often": "2 to 3 days a week", "time": "1 minute",
    }  # fmt: skip
    assert (second["much"], second["rest"], second["time"]) == (
        "2 sets of 3 rows each side", "rest 1 second between", "7 minutes",
    )  # fmt: skip
    assert (third["often"], third["note"]) == ("Never", "Drink tea.")
    assert exercise(guide)["amounts"][1]["rest"] == "rest 30 seconds between"


def test_an_exercise_shows_who_should_ask_and_when_to_stop(guide: Guide) -> None:
    found = exercise(guide, "rug-stretch")
    assert found["stop"] == ["The cat comes.", "The tea boils over."]
    assert found["ask_first"] == (
        "You share the rug with a cat.", "Your wool basket is full.", "You wear your best jumper.",
    )  # fmt: skip


def test_an_easier_version_is_another_exercise_or_words(guide: Guide) -> None:
    ((label, options),) = exercise(guide, "rug-stretch")["versions"]
    assert label == "Easier"
    assert options[0] == {
        "text": None, "title": "Raise and rest", "goal": "Moves your arms after a long row.",
        "uri": "exercises/arm-raise/", "slug": "arm-raise", "number": 2, "image": None, "alt": "Both arms reach up.",
    }  # fmt: skip
    assert options[1] == {"text": "Hold the chair while you stretch", "slug": None}


def test_an_exercise_leads_on_to_pages_that_are_there(guide: Guide) -> None:
    assert exercise(guide, "rug-stretch", {"help.md": "Help me"})["related"] == [Place("help/", "Help me")]
    lost = breaks.edited("exercises/rug-stretch.md", "related: [help.md]", "related: [lost.md]")
    assert exercise(breaks.guide(lost), "rug-stretch")["related"] == []


def test_what_is_no_exercise_shows_none(guide: Guide) -> None:
    assert exercise_view(guide, "arm-rise", {}) is None
    assert exercise_view(breaks.guide({"words.yml": None}), "arm-reach", {}) is None


# ---- The gallery ----


def gallery(guide: Guide) -> dict[str, Any]:
    found = gallery_view(guide)
    assert found is not None
    return found


def test_the_gallery_shows_groups_of_cards(guide: Guide) -> None:
    groups = gallery(guide)["groups"]
    assert [(place, [card["slug"] for card in cards]) for place, cards in groups] == [
        ("On a chair", ["arm-reach", "arm-raise"]),
        ("On the rug", ["down-to-the-rug", "rug-stretch"]),
    ]
    assert groups[1][1][1] == {
        "slug": "rug-stretch", "number": 2, "title": "Stretch on the rug", "goal": "A rest on the rug.",
        "uri": "exercises/rug-stretch/", "facts": "Stretch · level 3 · about 1 min · mat",
        "position": "lying-on-your-back", "kind": "stretch", "level": 3, "floor": "yes", "equipment": "mat",
        "image": "assets/images/rug-stretch-2.svg", "alt": "Stretch on the rug, picture 2.",
    }  # fmt: skip
    assert groups[0][1][0]["floor"] == "no"
    assert groups[1][1][0]["equipment"] == "chair mat"
    assert gallery(guide)["count"].say(1) == "1 exercise"


def test_the_gallery_filters_by_what_differs(guide: Guide) -> None:
    filters = {each["name"]: each for each in gallery(guide)["filters"]}
    assert list(filters) == ["floor", "position", "kind", "equipment", "level"]
    assert filters["floor"]["options"] == [("", "Either way"), ("no", "No floor needed"), ("yes", "On the floor")]
    assert filters["kind"]["label"] == "Kind"
    assert filters["kind"]["options"] == [
        ("", "Any kind"), ("mobility", "Loosening"), ("stretch", "Stretch"), ("way-down", "Way down"),
    ]  # fmt: skip
    assert filters["position"]["options"][1] == ("lying-on-your-back", "Lying on your back")
    assert filters["equipment"]["options"] == [
        ("", "Anything"), ("nothing", "Nothing at all"), ("chair", "Chair"), ("mat", "Mat"),
    ]  # fmt: skip
    assert filters["level"]["options"][3] == ("3", "3: hard")


def test_a_gallery_of_exercises_that_are_alike_has_no_filters_for_that() -> None:
    one = {f"exercises/{name}.md": None for name in ("arm-raise", "down-to-the-rug", "rug-stretch")}
    alone = breaks.edited("exercises/arm-reach.md", "[arm-raise]", "[]")
    assert gallery(breaks.guide(one | alone))["filters"] == []


def test_there_is_no_gallery_without_exercises_or_words() -> None:
    none = dict.fromkeys((uri for uri in breaks.texts() if uri.startswith("exercises/")), None)
    assert gallery_view(breaks.guide(none)) is None
    assert gallery_view(breaks.guide({"words.yml": None})) is None


# ---- Questions ----


def test_a_question_shows_how_urgent_it_is_and_where_it_leads(guide: Guide) -> None:
    assert question_view(guide, "faq/wool-red.md", {"help.md": "Help me"}) == {
        "title": "Which red does not run?", "urgency": "none", "urgency_told": "",
        "leads_to": [Place("help/", "Help me"), Place("exercises/arm-reach/", "Reach and rest")],
    }  # fmt: skip
    told = [question_view(guide, f"faq/{name}.md", {}) for name in ("wool-smokes", "needle-size")]
    assert [each["urgency_told"] for each in told if each] == [
        "This can be an emergency.",
        "Worth seeing someone about.",
    ]
    assert question_view(guide, "help.md", {}) is None
    assert question_view(breaks.guide({"words.yml": None}), "faq/wool-red.md", {}) is None


def test_the_index_shows_themes_with_their_questions(guide: Guide) -> None:
    found = index_view(guide)
    assert found is not None
    assert [(theme["title"], [each["id"] for each in theme["questions"]]) for theme in found["themes"]] == [
        ("Wool", ["wool-smokes", "wool-red"]),
        ("Needles", ["needle-size", "needle-bent"]),
    ]
    assert found["themes"][0]["questions"][1] == {
        "id": "wool-red", "title": "Which red does not run?", "short_answer": "It depends on the pattern.",
        "urgency": "none", "urgency_name": "", "words": "red wool madder", "uri": "faq/wool-red/",
    }  # fmt: skip
    assert found["themes"][0]["questions"][0]["urgency_name"] == "Emergency"
    assert found["themes"][1]["questions"][0]["urgency_name"] == "See someone"


def test_a_page_ends_with_the_questions_that_relate_to_it(guide: Guide) -> None:
    found = about_view(guide)
    assert sorted(found) == ["exercises/arm-reach.md", "help.md", "plan.md"]
    assert [each.title for each in found["help.md"]["open"]] == [
        "My wool smokes. What now?", "Which red does not run?", "How thick should a needle be?",
    ]  # fmt: skip
    assert found["help.md"]["rest"] == []
    assert found["help.md"]["open"][0].uri == "faq/wool-smokes/"


@pytest.mark.parametrize(
    ("many", "is_open", "more"), [(8, 8, None), (9, 6, "3 more questions"), (11, 6, "5 more questions")]
)
def test_of_more_than_eight_questions_six_stand_open(many: int, is_open: int, more: str | None) -> None:
    text = (breaks.DOCS / "faq/needle-bent.md").read_text(encoding="utf-8")
    names = [f"n-{number:02}" for number in range(many - 1)]  # one asks about the plan already
    files = {
        f"faq/{name}.md": text.replace("needle-bent", name).replace("May a needle be bent?", f"{name * 3}?")
        for name in names
    }
    found = about_view(breaks.guide(files))["plan.md"]
    assert (len(found["open"]), len(found["rest"])) == (is_open, many - is_open)
    assert more is None or found["more"] == more


def test_a_guide_without_questions_shows_none() -> None:
    none = dict.fromkeys((uri for uri in breaks.texts() if uri.startswith("faq/")), None)
    found = breaks.guide(none)
    assert index_view(found) is None
    assert about_view(found) == {}
    assert question_view(found, "faq/wool-red.md", {}) is None


# ---- What stands around a page ----


def test_the_link_to_help_is_that_of_the_settings(guide: Guide) -> None:
    assert help_view(guide) == {"uri": "help/", "label": "A dropped stitch", "short": "Help"}
    assert help_view(breaks.guide(recipe="site_name: a\n")) is None


CONTACT = """\
extra:
  contact: {page: help.md, title: Write, told: "Send a card to {address} please.", none: Not yet., address: ADDRESS}
"""


@pytest.mark.parametrize(
    ("address", "href"),
    [("wool@example.org", "mailto:wool@example.org"), ("https://wool.example/write", "https://wool.example/write")],
)
def test_one_page_says_how_to_write_to_us(address: str, href: str) -> None:
    guide = breaks.guide(recipe=CONTACT.replace("ADDRESS", address))
    assert contact_view(guide, "help.md") == {
        "title": "Write", "before": "Send a card to ", "address": address, "href": href, "after": " please.",
    }  # fmt: skip
    assert contact_view(guide, "plan.md") is None


def test_while_there_is_no_address_the_page_says_so_and_links_nothing() -> None:
    guide = breaks.guide(recipe=CONTACT.replace("ADDRESS", "~"))
    assert contact_view(guide, "help.md") == {
        "title": "Write", "before": "Not yet.", "address": None, "href": None, "after": "",
    }  # fmt: skip


def test_without_the_setting_no_page_says_how_to_write(guide: Guide) -> None:
    assert contact_view(guide, "help.md") is None


def test_the_home_page_shows_its_lead_and_doors(guide: Guide) -> None:
    found = home_view(guide.pages["index.md"])
    assert (found["title"], found["lead"], found["start"].to) == ("Breaks", "Rest well.", "help/")
    assert [(door.title, door.to) for door in found["doors"]] == [("Moves", "exercises/")]
    assert home_view(guide.pages["plan.md"]) == {
        "title": "A plan of rows", "lead": "", "start": None, "figure": None, "doors": (),
    }  # fmt: skip


def test_the_day_of_a_check_is_that_of_page_exercise_or_question(guide: Guide) -> None:
    assert reviewed_on(guide, "help.md") == dt.date(2026, 11, 23)
    assert reviewed_on(guide, "exercises/rug-stretch.md") == dt.date(2026, 11, 1)
    assert reviewed_on(guide, "faq/wool-red.md") == dt.date(2026, 11, 23)
    assert reviewed_on(guide, "lost.md") is None
    assert reviewed_on(guide, "exercises/lost.md") is None


def test_a_page_says_when_it_was_checked_and_when_it_is_due(guide: Guide) -> None:
    day = dt.date(2026, 11, 3)
    due = review_of(guide, "help.md", day, dt.date(2027, 5, 3))
    assert due == Review(day, dt.date(2027, 5, 3), overdue=False)
    found = checked_view(guide, day, due)
    assert found is not None
    assert (found["before"], found["date"], found["after"]) == ("We checked this page on ", "3 November 2026", ".")
    assert found["iso"] == "2026-11-03"
    assert found["note"] == "A knitter has read it."
    assert found["suggest"] == "Suggest a change to this page"
    assert found["due"] == {
        "before": "Next check due by ", "date": "3 May 2027", "iso": "2027-05-03", "after": ".", "overdue": False,
    }  # fmt: skip


def test_a_page_that_is_late_says_so(guide: Guide) -> None:
    day = dt.date(2026, 11, 3)
    late = checked_view(guide, day, review_of(guide, "help.md", day, dt.date(2027, 5, 4)))
    assert late is not None
    assert late["due"]["before"] == "This page is late for its next check, which was due by "
    assert late["due"]["overdue"]


def test_a_page_without_a_day_and_a_guide_without_words_say_nothing(guide: Guide) -> None:
    assert checked_view(guide, None, None) is None
    assert checked_view(breaks.guide({"words.yml": None}), dt.date(2026, 11, 3), None) is None
    undated = checked_view(guide, dt.date(2026, 11, 3), None)
    assert undated is not None
    assert undated["due"] is None


def test_a_guide_without_the_setting_checks_each_page_once_a_year() -> None:
    found = review_of(breaks.guide(recipe="site_name: a\n"), "help.md", dt.date(2026, 11, 3), dt.date(2026, 11, 4))
    assert found is not None
    assert found.due == dt.date(2027, 11, 3)


# ---- Evidence ----


def test_a_page_ends_with_notes_sources_and_claims(guide: Guide) -> None:
    found = foot_view(guide, foot(guide.ledger, guide.treatments["help.md"], ["wool-warms", "ball-weight"]), labels())
    first, second = found["notes"]
    assert (first["number"], first["name"], first["words"]) == (1, "Evidence note 1", "Wear wool.")
    assert first["uri"] == "evidence/#wool-warms"
    assert first["claim"] == {
        "gist": "Wool keeps you warm.", "verdict": "supported", "verdict_words": "Supported",
        "certainty": "We are quite sure of this.",
    }  # fmt: skip
    assert (second["claim"], second["words"]) == (None, "A ball weighs fifty grams.")
    assert [source["year"] for source in found["open"]] == [2024, 2020]
    assert found["rest"] == []
    assert [claim["uri"] for claim in found["claims"]] == ["evidence/#wool-warms"]
    assert found["treated"] == "1 saying of the pattern book that this page treats"


def test_a_source_is_shown_with_who_when_and_what_kind(guide: Guide) -> None:
    shop, sheep = foot_view(guide, foot(guide.ledger, None, ["wool-warms"]), labels())["open"]
    assert sheep == {
        "year": 2020, "link": "https://doi.org/10.1234/sheep", "title": "Is wool warm?", "stop": "",
        "byline": "Sheep AB, Ram C and others", "kind": "Trial that compared groups made by chance", "verified": True,
    }  # fmt: skip
    assert (shop["stop"], shop["byline"], shop["link"]) == (".", "Authors not shown", None)


@pytest.mark.parametrize(
    ("many", "is_open", "more"), [(7, 7, None), (8, 5, "3 more sources"), (6, 6, None), (12, 5, "7 more sources")]
)
def test_of_more_than_seven_sources_five_stand_open(many: int, is_open: int, more: str | None) -> None:
    source = (breaks.DOCS / "evidence/references.yml").read_text(encoding="utf-8").split("- key: shop-page")[0]
    keys = [f"k-{number:02}" for number in range(many)]
    files: dict[str, str | bytes | None] = {
        "evidence/references.yml": "".join(source.replace("sheep-2020", key) for key in keys),
        "evidence/facts.yml": f"- id: much\n  fact: Much.\n  sources: [{', '.join(keys)}]\n",
        "evidence/claims.yml": "",
    }
    found = breaks.guide(files)
    view = foot_view(found, foot(found.ledger, None, ["much"]), labels())
    assert (len(view["open"]), len(view["rest"])) == (is_open, many - is_open)
    assert more is None or (view["more"], view["start"]) == (more, 6)


def test_a_chart_shows_its_drawing_table_and_sources(guide: Guide) -> None:
    found = chart_view(guide, guide.ledger.charts["heat"].value, labels())
    assert isinstance(found["drawing"], Markup)
    assert "Two bars, wool the longer one." in found["drawing"]
    assert found["rows"] == (("Wool", "30"), ("Cotton", "20"))
    assert found["sources"] == [{"uri": "evidence/references/#shop-page", "text": "Authors not shown: Our wool"}]
    assert found["not_shown"] == "Silk."


def test_the_list_of_claims_shows_sections_claims_and_what_uses_them(guide: Guide) -> None:
    found = ledger_view(guide, guide.uses, labels(), {"help.md": "Help me"})
    assert [(each["id"], each["title"], each["count"]) for each in found["sections"]] == [
        ("wool", "Sayings about wool", 1),
        ("other-yarns", "Sayings about the rest", 1),
    ]
    (cotton,) = found["sections"][1]["claims"]
    assert cotton["exercise"] == [Place("exercises/arm-reach/", "Reach and rest")]
    assert cotton["conflicts"] == [{"id": "wool-warms", "gist": "Wool keeps you warm."}]
    assert cotton["sources"] == []
    assert cotton["pages"] == [Place("faq/wool-red/", "Which red does not run?")]
    (wool,) = found["sections"][0]["claims"]
    assert [page.title for page in wool["pages"]] == ["Down to the rug", "Stretch on the rug", "Help me", "Breaks"]
    assert wool["sources"][1] == {
        "uri": "evidence/references/#sheep-2020", "text": "Sheep AB, Ram C and others, 2020",
    }  # fmt: skip
    assert found["facts"] == [
        {
            "id": "ball-weight", "text": "A ball weighs fifty grams.", "pages": [Place("help/", "Help me")],
            "sources": [{"uri": "evidence/references/#shop-page", "text": "Authors not shown: Our wool"}],
        }
    ]  # fmt: skip
    assert [(each["label"], each["count"]) for each in found["verdicts"]] == [
        ("Supported", "1"),
        ("No good evidence", "1"),
    ]


def test_a_section_without_words_in_the_settings_is_called_by_its_id() -> None:
    plain = breaks.guide(recipe="site_name: a\n")
    found = ledger_view(plain, plain.uses, labels(), {})
    assert [each["title"] for each in found["sections"]] == ["Wool", "Other yarns"]


def test_the_list_of_references_shows_what_rests_on_each(guide: Guide) -> None:
    trials, pages = references_view(guide, guide.uses, labels(), {})
    assert (trials["id"], trials["title"]) == ("trial", "Trials that compared groups made by chance")
    (sheep,), (shop,) = trials["references"], pages["references"]
    assert (sheep["id"], sheep["published_in"], sheep["link_text"]) == ("sheep-2020", "Flock 3", "doi:10.1234/sheep")
    assert sheep["used"] == "Used by 1 entry on 4 pages"
    assert sheep["updated"] == ""
    assert [each["text"] for each in sheep["rests"]] == ["Wool keeps you warm."]
    assert shop["used"] == "Used by 2 entries on 4 pages"
    assert (shop["year"], shop["updated"], shop["link_text"], shop["note"]) == (
        "No date", "updated 2024", "Open this source", "Seen in the window.",
    )  # fmt: skip
    assert [(each["text"], each["claim"] is None) for each in shop["rests"]] == [
        ("Wool keeps you warm.", False),
        ("A ball weighs fifty grams.", True),
    ]


def test_where_the_ledger_has_no_page_nothing_links_there() -> None:
    bare = breaks.guide({"evidence/index.md": None, "evidence/references.md": None})
    found = foot_view(bare, foot(bare.ledger, bare.treatments["help.md"], ["wool-warms"]), labels())
    assert found["notes"][0]["uri"] is None
    assert found["claims"][0]["uri"] is None
    assert chart_view(bare, bare.ledger.charts["heat"].value, labels())["sources"][0]["uri"] is None


def test_authors_are_named_as_a_reader_expects_them(guide: Guide) -> None:
    named = {key: byline(entry.value, labels()) for key, entry in guide.ledger.references.items()}
    assert named == {"sheep-2020": "Sheep AB, Ram C and others", "shop-page": "Authors not shown"}


# ---- What a page says to machines ----


def said(guide: Guide, uri: str, url: str) -> dict[str, Any]:
    node = json.loads(description(guide, uri, url, title="In the menu"))
    assert isinstance(node, dict)
    return node


def test_a_page_describes_itself_with_its_own_words_and_day(guide: Guide) -> None:
    assert said(guide, "help.md", "help/") == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "In the menu",
        "description": "When a stitch drops, a page of a small guide about breaks for people who knit and sit.",
        "url": "https://breaks.example/help/",
        "inLanguage": "en",
        "license": "https://free.example/",
        "lastReviewed": "2026-11-23",
        "isPartOf": {"@type": "WebSite", "name": "Breaks", "url": "https://breaks.example/"},
    }


def test_pages_that_the_settings_call_plain_are_mere_web_pages(guide: Guide) -> None:
    assert said(guide, "cards/studio.md", "cards/studio/")["@type"] == "WebPage"
    assert said(breaks.guide(recipe="site_name: a\n"), "help.md", "help/")["@type"] == "WebPage"


def test_an_exercise_and_a_question_say_what_they_are_about(guide: Guide) -> None:
    plan = said(guide, "exercises/arm-reach.md", "exercises/arm-reach/")
    assert plan["mainEntity"]["@type"] == "ExercisePlan"
    assert plan["description"].startswith("Reach both arms forward")
    asked = said(guide, "faq/wool-red.md", "faq/wool-red/")
    assert asked["mainEntity"]["acceptedAnswer"]["text"] == "It depends on the pattern."
    assert asked["description"] == "It depends on the pattern."


def test_a_page_that_nobody_has_read_says_what_it_can(guide: Guide) -> None:
    node = said(guide, "made.md", "made/")
    assert (node["url"], "description" in node, "lastReviewed" in node) == (
        "https://breaks.example/made/",
        False,
        False,
    )
