"""The guide as a whole: each file read once, every problem under its subject, and nothing that ends in a traceback."""

import dataclasses
from collections.abc import Mapping

import breaks
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import front_matter
from kit import record as record_module
from kit.guide import Guide, Sources
from kit.reading import evidence, reader
from kit.reading.guide import read_guide

SUBJECTS = ["settings", "words", "pages", "exercises", "questions", "evidence", "cards"]


def told(found: Guide) -> dict[str, list[str]]:
    """Return the problems of a guide by subject, those that have any."""
    return {subject: breaks.said(problems) for subject, problems in found.problems.items() if problems}


def test_a_sound_guide_has_all_its_parts_and_no_problem() -> None:
    found = breaks.guide()
    assert told(found) == {}
    assert sorted(found.catalogue.exercises) == ["arm-raise", "arm-reach", "down-to-the-rug", "rug-stretch"]
    assert found.faq is not None
    assert len(found.faq.questions) == 4
    assert sorted(found.ledger.claims) == ["cotton-warms", "wool-warms"]
    assert [deck.id for deck in found.decks] == ["sitting-down", "all"]
    assert (found.plan is not None, found.log is not None) == (True, True)
    assert found.signs[0].id == "stitch-dropped"
    assert found.pages["index.md"].lead == "Rest well."
    assert found.settings.help is not None
    assert found.unreadable == frozenset()


def test_exercises_and_questions_are_data_and_their_indexes_are_pages() -> None:
    found = breaks.guide()
    assert {uri for uri in found.data if uri.startswith("exercises/")} == {
        "exercises/arm-raise.md", "exercises/arm-reach.md", "exercises/down-to-the-rug.md", "exercises/rug-stretch.md",
    }  # fmt: skip
    assert len(found.data) == 8
    assert {"exercises/index.md", "faq/index.md", "help.md"} <= found.pages.keys()
    assert not found.data & found.pages.keys()


def test_the_strip_names_the_signs_that_cannot_wait() -> None:
    assert breaks.guide().strip == "a stitch that runs or smoke."
    assert breaks.guide({"signs.yml": None}).strip == ""
    assert breaks.guide({"words.yml": None}).strip == ""


def test_every_use_of_an_entry_of_the_ledger_is_known() -> None:
    assert breaks.guide().uses == {
        "ball-weight": ("help.md",),
        "cotton-warms": ("faq/wool-red.md",),
        "wool-warms": ("exercises/down-to-the-rug.md", "exercises/rug-stretch.md", "help.md", "index.md"),
    }


def test_a_page_that_shows_a_chart_uses_what_it_rests_on() -> None:
    found = breaks.guide(breaks.edited("plan.md", "# A plan of rows", "![Heat](assets/charts/heat.svg)"))
    assert found.treatments["plan.md"].drawn == ("ball-weight",)
    assert found.uses["ball-weight"] == ("help.md", "plan.md")


def test_a_guide_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        breaks.guide().docs = "other"  # type: ignore[misc]


# ---- Problems ----


@pytest.mark.parametrize(
    ("changes", "subject", "message"),
    [
        (breaks.edited("words.yml", "publisher:", "publishr:"), "words", "docs/words.yml:3: publishr: unknown key"),
        (breaks.edited("signs.yml", "level: soon", "level: son"), "words", "docs/signs.yml:14: level: expected now"),
        (breaks.edited("help.md", "title:", "titel:"), "pages", "docs/help.md:2: titel: unknown key"),
        ({"help.md": "# Help\n"}, "pages", "docs/help.md:1: front-matter: the page has no front matter"),
        (
            breaks.edited("exercises/vocabulary.yml", "front_words: 60", "front_words: many"),
            "exercises",
            "docs/exercises/vocabulary.yml:2: front_words: expected a whole number",
        ),
        (
            breaks.edited("exercises/cautions.yml", "[mat]", "[matt]"),
            "exercises",
            'docs/exercises/cautions.yml:2: when.surfaces.1: the vocabulary has no "matt"',
        ),
        (
            breaks.edited("exercises/rug-stretch.md", "rug-stretch-2.svg", "rug-strech-2.svg"),
            "exercises",
            (
                'docs/exercises/rug-stretch.md:38: frames.2.image: there is no file "assets/images/rug-strech-2.svg". '
                'Did you mean "assets/images/rug-stretch-2.svg"?'
            ),
        ),
        (
            breaks.edited("faq/themes.yml", "id: wool,", "id: wolo,"),
            "questions",
            'docs/faq/wool-red.md:5: theme: "wool"',
        ),
        (breaks.edited("faq/needle-bent.md", "plan.md", "pln.md"), "questions", "docs/faq/needle-bent.md:8: related.1"),
        ({"faq/themes.yml": None}, "questions", "docs/faq/themes.yml: themes: this file is missing."),
        (breaks.edited("index.md", "[wool-warms]", "[wool-wrms]"), "evidence", "docs/index.md:12: claim-unknown: "),
        (
            breaks.edited("evidence/claims.yml", "exercise: arm-reach", "exercise: arm-rich"),
            "evidence",
            'docs/evidence/claims.yml:18: exercise: no page "exercises/arm-rich.md"',
        ),
        (
            breaks.edited("help.md", "covers: [wool-warms]", "covers: [wool-warm]"),
            "evidence",
            'docs/help.md:5: covers: nothing has the id "wool-warm"',
        ),
        (
            breaks.edited("faq/wool-red.md", "[cotton-warms]", "[]"),
            "evidence",
            'docs/evidence/claims.yml:9: claim-unused: no page treats "cotton-warms"',
        ),
        (
            breaks.edited("help.md", "[the ball][ball-weight]", "the ball"),
            "evidence",
            'docs/evidence/facts.yml:1: fact-unused: no page cites "ball-weight". Cite it on one or remove it.',
        ),
        (
            breaks.edited("evidence/claims.yml", "sources: [sheep-2020, shop-page]", "sources: []"),
            "evidence",
            'docs/evidence/claims.yml:8: claim-unsourced: "wool-warms" is supported with high certainty, but has no ',
        ),
        (
            breaks.edited("evidence/claims.yml", "section: other-yarns", "section: other-yarn"),
            "evidence",
            (
                'docs/evidence/claims.yml:10: section: no section "other-yarn", expected one that the settings name '
                'under evidence.sections. Did you mean "other-yarns"?'
            ),
        ),
        (
            breaks.edited("evidence/references.yml", "year: 2020", "year: 2027"),
            "evidence",
            (
                "docs/evidence/references.yml:4: year: 2027 is still to come: the newest check in this guide is of "
                "2026-11-23, expected 2026 or earlier."
            ),
        ),
        (
            breaks.edited("cards/sets.yml", "arm-raise,", "arm-rise,"),
            "cards",
            "docs/cards/sets.yml:4: cards.1: no exer",
        ),
        (breaks.edited("cards/log.yml", "page: plan.md", "page: pln.md"), "cards", "docs/cards/log.yml:3: page: there"),
        (
            breaks.edited("cards/walking-plan.yml", "{days} {minutes}", "{dais} {minutes}"),
            "cards",
            "docs/cards/walking-plan.yml:8: walk: expected {days} and {minutes}, found {dais}.",
        ),
    ],
)
def test_a_problem_stands_under_its_subject_with_file_and_line(
    changes: Mapping[str, str | bytes | None], subject: str, message: str
) -> None:
    found = told(breaks.guide(changes))
    assert any(each.startswith(message) for each in found.get(subject, [])), found


def test_a_misspelt_setting_is_told_with_its_line_in_the_recipe() -> None:
    found = breaks.guide(recipe=breaks.RECIPE.replace("    short: Help", "    shrt: Help"))
    assert told(found)["settings"][0].startswith("mkdocs.yml:6: extra.help.shrt: unknown key")


def test_a_faulty_sheet_is_not_printed() -> None:
    assert breaks.guide(breaks.edited("cards/log.yml", "page: plan.md", "page: pln.md")).log is None
    assert breaks.guide(breaks.edited("cards/log.yml", "page: plan.md", "page: pln.md")).plan is not None


def test_exercises_without_a_vocabulary_say_so_once() -> None:
    found = breaks.guide({"exercises/vocabulary.yml": None})
    assert told(found)["exercises"] == [
        (
            "docs/exercises/vocabulary.yml: vocabulary: this file is missing. "
            "Add it: it lists the kinds of exercises and what each of them must have."
        )
    ]
    assert found.catalogue.exercises == {}


def test_a_guide_without_exercises_needs_no_vocabulary() -> None:
    files = dict.fromkeys((uri for uri in breaks.texts() if uri.startswith("exercises/")), None)
    found = breaks.guide(files)
    assert "exercises" not in told(found)


def test_without_words_everything_else_is_read_and_the_parts_that_are_needed_are_told() -> None:
    found = breaks.guide({"words.yml": None})
    assert found.words is None
    missing = "docs/words.yml: words: this file is missing. Add it with the labels of this guide, in these parts:"
    assert told(found) == {"words": [f"{missing} exercise, gallery, dose, questions, evidence, cards."]}
    assert len(found.catalogue.exercises) == 4


@pytest.mark.parametrize("folder", ["exercises", "faq", "evidence", "cards"])
def test_a_folder_of_data_may_be_missing(folder: str) -> None:
    files = dict.fromkeys((uri for uri in breaks.texts() if uri.startswith(f"{folder}/")), None)
    found = breaks.guide(files)
    own = {"faq": "questions"}.get(folder, folder)
    assert own not in {subject for subject in told(found) if subject not in {"cards", "evidence"}}


def test_nothing_but_settings_makes_an_empty_guide() -> None:
    found = read_guide(Sources("docs", {}, {}, frozenset(), breaks.settings("site_name: a\n"), breaks.SITE))
    assert told(found) == {}
    assert (found.faq, found.words, found.plan, found.diagrams) == (None, None, None, None)


# ---- Files that nobody can read ----


@pytest.mark.parametrize(
    ("uri", "raw", "message"),
    [
        ("help.md", b"---\ntitle: caf\xe9\n---\n", "docs/help.md:2: encoding: this is not UTF-8 text."),
        (
            "exercises/arm-reach.md",
            b"---\ntitle: x\n",
            'docs/exercises/arm-reach.md:1: front-matter: the opening "---"',
        ),
        ("faq/needle-bent.md", b"---\n[a: b\n---\n", "docs/faq/needle-bent.md:"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_under_its_subject_and_left_out(uri: str, raw: bytes, message: str) -> None:
    found = breaks.guide({uri: raw})
    subject = {"help.md": "pages", "exercises/arm-reach.md": "exercises", "faq/needle-bent.md": "questions"}[uri]
    assert any(each.startswith(message) for each in told(found)[subject])
    assert found.unreadable == {uri}
    assert uri not in found.matters


def test_a_file_that_could_not_be_opened_is_told_with_the_reason() -> None:
    found = breaks.guide(unread={"faq/lost.md": "the file cannot be opened (Permission denied)."})
    assert told(found)["questions"] == [
        "docs/faq/lost.md: file: the file cannot be opened (Permission denied). Take the file out or mend it."
    ]
    assert found.unreadable == {"faq/lost.md"}


@pytest.mark.parametrize(
    ("uri", "subject"),
    [
        ("words.yml", "words"),
        ("signs.yml", "words"),
        ("exercises/vocabulary.yml", "exercises"),
        ("exercises/cautions.yml", "exercises"),
        ("faq/themes.yml", "questions"),
        ("evidence/claims.yml", "evidence"),
        ("cards/sets.yml", "cards"),
        ("cards/log.yml", "cards"),
        ("cards/walking-plan.yml", "cards"),
        ("assets/figures.yml", "figures"),
    ],
)
@pytest.mark.parametrize("raw", [b"\xff\xfe", b"a: [", b"- - -", b"a: 1", b"", b"{a: {b: {c: [1, 2]}}}"])
def test_no_data_file_can_stop_the_reading(uri: str, subject: str, raw: bytes) -> None:
    found = breaks.guide({uri: raw})
    if raw == b"\xff\xfe":
        assert any(each.startswith(f"docs/{uri}:1: encoding: ") for each in told(found)[subject]), told(found)


@given(raw=st.binary(max_size=60), uri=st.sampled_from(["help.md", "exercises/arm-reach.md", "faq/needle-bent.md"]))
@settings(max_examples=60)
def test_no_page_can_stop_the_reading(raw: bytes, uri: str) -> None:
    assert isinstance(breaks.guide({uri: raw}), Guide)


# ---- Read once ----


def test_each_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    matter, yaml = front_matter.read, record_module.read_yaml
    reader._matter.cache_clear()  # noqa: SLF001 what an earlier guide kept would not be read at all
    evidence._read_ledger.cache_clear()  # noqa: SLF001

    def page(raw: bytes, *, file: str) -> object:
        read.append(file)
        return matter(raw, file=file)

    def counted(text: str, *, file: str, first_line: int = 1) -> object:
        if first_line == 1:  # else it is front matter, counted already
            read.append(file)
        return yaml(text, file=file, first_line=first_line)

    monkeypatch.setattr(front_matter, "read", page)
    for name in ("words.words", "exercises.vocabulary", "questions.faq", "cards.log", "entry"):
        monkeypatch.setattr(f"kit.{name}.read_yaml", counted)
    found = breaks.guide()
    data = {f"docs/{uri}" for uri in breaks.texts() if uri.endswith((".md", ".yml"))}
    assert sorted(read) == sorted(data)
    assert told(found) == {}


def test_two_reads_of_the_same_sources_give_equal_parts() -> None:
    first, second = breaks.guide(), breaks.guide()
    for part in (
        "words",
        "signs",
        "pages",
        "catalogue",
        "faq",
        "treatments",
        "decks",
        "plan",
        "log",
        "problems",
        "uses",
    ):
        assert getattr(first, part) == getattr(second, part), part
    assert first.ledger == second.ledger


def test_the_order_of_the_files_changes_nothing() -> None:
    given = breaks.sources(breaks.edited("help.md", "title:", "titel:"))
    turned = dataclasses.replace(
        given,
        texts=dict(reversed(list(given.texts.items()))),
        addresses=dict(reversed(list(given.addresses.items()))),
    )
    first, second = read_guide(given), read_guide(turned)
    assert first.problems == second.problems
    assert first.faq == second.faq
    assert list(first.catalogue.exercises) == list(second.catalogue.exercises)


def test_a_preview_keeps_what_did_not_change() -> None:
    first = breaks.guide()
    second = breaks.guide(breaks.edited("help.md", "# When a stitch drops", "# When it drops"))
    assert second.matters["plan.md"] is first.matters["plan.md"]
    assert second.ledger is first.ledger
    assert second.matters["help.md"].body != first.matters["help.md"].body
    third = breaks.guide(breaks.edited("evidence/claims.yml", "Sheep agree.", "Rams agree."))
    assert third.ledger is not first.ledger


def test_a_page_is_not_blamed_for_its_figure_when_the_figures_cannot_be_read() -> None:
    page = breaks.edited("index.md", "lead: Rest well.", "lead: Rest well.\nfigure: needle")
    assert "figure" in str(told(breaks.guide(page))["pages"])
    assert "pages" not in told(breaks.guide({**page, "assets/figures.yml": b"diagrams: \xe9"}))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "default: 12",
            "defualt: 12",
            '11: extra.checked.months.defualt: there is no page "defualt". Did you mean "default"?',
        ),
        (
            "help.md: 6",
            "hepl.md: 6",
            '12: extra.checked.months.hepl.md: there is no page "hepl.md". Did you mean "help.md"?',
        ),
        (
            "extra:\n",
            "extra:\n  contact: {page: hepl.md, title: Write, told: 'To {address}', none: To nobody}\n",
            '3: extra.contact.page: there is no page "hepl.md". Did you mean "help.md"?',
        ),
        (
            "extra:\n",
            "extra:\n  offline: {page: hepl.md, archive: a.zip, colours: {page: '#ffffff', mark: '#000000'}}\n",
            '3: extra.offline.page: there is no page "hepl.md". Did you mean "help.md"?',
        ),
    ],
)
def test_a_setting_that_names_no_page_is_told_at_its_line(old: str, new: str, message: str) -> None:
    assert old in breaks.RECIPE
    found = breaks.guide(recipe=breaks.RECIPE.replace(old, new))
    assert told(found) == {"settings": [f"mkdocs.yml:{message}"]}
    assert (found.settings.contact, found.settings.offline) == (None, None)


SET = """
  offline: {page: help.md, archive: a.zip, colours: {page: "#ffffff", mark: "#000000"}}
  prose: {rules: r.yml, spelling: s.txt, data: [words.yml], leave_out: [plan.md]}
"""
"""Settings that name files, besides those of the recipe."""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    page: help/\n    label",
            "    page: hepl/\n    label",
            'mkdocs.yml:4: extra.help.page: there is no page at "hepl/". Did you mean "help/"?',
        ),
        (
            "    page: help/\n    months",
            "    page: hlep/\n    months",
            'mkdocs.yml:9: extra.checked.page: there is no page at "hlep/". Did you mean "help/"?',
        ),
        (
            "help.md: 6",
            "hepl.md: 6",
            'mkdocs.yml:12: extra.checked.months.hepl.md: there is no page "hepl.md". Did you',
        ),
        (
            "plain: [cards/]",
            "plain: [cards/, crads/]",
            'mkdocs.yml:17: extra.structured_data.plain.2: no page is in "crads/". Did you mean "cards/"?',
        ),
        (
            "plain: [cards/]",
            "plain: [hepl.md]",
            'mkdocs.yml:17: extra.structured_data.plain.1: no page is in "hepl.md". Did you mean "help.md"?',
        ),
        (
            "{page: help.md, archive",
            "{page: hepl.md, archive",
            'mkdocs.yml:20: extra.offline.page: there is no page "hepl.md".',
        ),
        (
            "data: [words.yml]",
            "data: [words.yml, singsn.yml]",
            'mkdocs.yml:21: extra.prose.data.2: there is no file "singsn.yml". Did you mean "signs.yml"?',
        ),
        (
            "leave_out: [plan.md]",
            "leave_out: [paln.md]",
            'mkdocs.yml:21: extra.prose.leave_out.1: there is no file "paln.md". Did you mean "plan.md"?',
        ),
    ],
)
def test_a_setting_that_names_what_is_not_there_is_told_with_its_line(old: str, new: str, message: str) -> None:
    recipe = breaks.RECIPE + SET
    assert recipe.count(old) == 1
    assert breaks.guide(recipe=recipe).problems.get("settings", ()) == ()
    (told,) = breaks.said(breaks.guide(recipe=recipe.replace(old, new)).problems["settings"])
    assert told.startswith(message)


def test_an_old_address_of_help_that_leads_on_is_no_mistake() -> None:
    recipe = breaks.RECIPE.replace("    page: help/\n    label", "    page: hepl/\n    label")
    guide = breaks.guide(recipe=f"{recipe}  moved: {{hepl.md: help.md}}\n")
    assert guide.problems.get("settings", ()) == ()
    assert guide.settings.help is not None


def test_a_link_to_help_that_leads_nowhere_is_told_once_and_not_shown() -> None:
    guide = breaks.guide(recipe=breaks.RECIPE.replace("    page: help/\n    label", "    page: hepl/\n    label"))
    assert guide.settings.help is None
    assert guide.settings.checked is not None
