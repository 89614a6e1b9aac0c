"""The parts of reading by themselves: what each makes of the sources, and what it keeps as problems, by subject."""

from collections.abc import Mapping

import breaks
from guides import small_sources
from kit.guide import Sources
from kit.problem import Problem, problem
from kit.reading.evidence import ledger_in, treatments_in
from kit.reading.exercises import catalogue_in
from kit.reading.guide import read_guide
from kit.reading.questions import faq_in
from kit.reading.reader import Reader
from kit.reading.settings import settings_in
from kit.reading.today import made_of, pages_of, today_in, without_today


def reader(changes: Mapping[str, str | bytes | None] | None = None, recipe: str = breaks.RECIPE) -> Reader:
    return Reader(breaks.sources(changes, recipe=recipe))


def told(found: Reader) -> dict[str, list[str]]:
    return {subject: breaks.said(problems) for subject, problems in found.told.items() if problems}


# ---- The reader ----


def test_what_is_read_comes_back_and_its_problems_stay_under_their_subject() -> None:
    ours, wrong = reader(), problem("docs/a.yml", 3, "a", "wrong.")
    assert ours.keep("words", (7, [wrong])) == 7
    assert ours.keep("words", (None, [problem("docs/b.yml", 1, "b", "wrong.")])) is None
    assert told(ours) == {"words": ["docs/a.yml:3: a: wrong.", "docs/b.yml:1: b: wrong."]}
    assert ours.faulty == {"a.yml", "b.yml"}


def test_data_are_read_where_there_is_a_file_with_something_in_it() -> None:
    def read(raw: bytes, more: str, *, file: str) -> tuple[str, list[Problem]]:
        return f"{file}, {more}: {raw.decode()}", []

    ours = reader({"a.yml": "a: 1", "b.yml": " \n"})
    assert ours.data("words", "a.yml", read, "once") == "docs/a.yml, once: a: 1"
    assert ours.data("words", "b.yml", read, "once") is None
    assert ours.data("words", "c.yml", read, "once") is None
    ((subject, (line,)),) = told(ours).items()
    assert (subject, line.split(", ")[0]) == ("words", "docs/b.yml:1: empty: this file is empty")


def test_a_page_that_cannot_be_read_or_has_no_address_is_told_and_is_no_matter() -> None:
    ours = reader({"My Page.md": "---\ntitle: A\n---\n", "bad.md": "---\ntitle: [\n---\n", "void.md": ""})
    found = ours.matters()
    assert not {"My Page.md", "bad.md", "void.md"} & found.keys()
    assert found["help.md"].record.data["title"] == breaks.matter(breaks.texts()["help.md"]).record.data["title"]
    lines = told(ours)["pages"]
    assert [line.split(": ")[0] for line in lines] == ["docs/My Page.md:1", "docs/bad.md:2", "docs/void.md:1"]
    assert 'such as "my-page.md"' in lines[0]


def test_a_folder_of_data_holds_its_pages_but_not_its_index_and_none_for_a_faulty_one() -> None:
    ours = reader({"faq/bad.md": "---\ntitle: [\n---\n", "faq/deep/er.md": "words"})
    found = ours.in_folder("faq", ours.matters())
    assert sorted(found) == ["bad.md", "needle-bent.md", "needle-size.md", "wool-red.md", "wool-smokes.md"]
    assert [name for name, matter in found.items() if matter is None] == ["bad.md"]


# ---- The parts ----


def test_a_setting_that_names_no_page_is_left_out_with_a_problem_at_its_line() -> None:
    ours = reader(recipe=breaks.RECIPE.replace("    page: help/\n    label", "    page: halp/\n    label"))
    found = settings_in(ours)
    assert found.help is None
    assert found.checked is not None
    assert told(ours) == {
        "settings": ['mkdocs.yml:4: extra.help.page: there is no page at "halp/". Did you mean "help/"?']
    }


def test_a_picture_of_an_exercise_that_is_not_there_is_told_at_its_line() -> None:
    uri = "assets/images/rug-stretch-2.svg"
    ours = Reader(breaks.sources({uri: None}))
    found = catalogue_in(ours, ours.matters(), breaks.words())
    assert "rug-stretch" in found.exercises
    text = breaks.texts()["exercises/rug-stretch.md"].decode()
    line = text[: text.index(uri)].count("\n") + 1
    (message,) = told(ours)["exercises"]
    assert message.startswith(f'docs/exercises/rug-stretch.md:{line}: frames.2.image: there is no file "{uri}".')


def test_questions_without_a_page_to_list_them_are_told_once() -> None:
    ours = reader({"faq/index.md": None})
    assert faq_in(ours, ours.matters(), breaks.words()) is None
    (message,) = told(ours)["questions"]
    assert message.startswith("docs/faq/index.md: questions: this file is missing.")
    whole = reader()
    found = faq_in(whole, whole.matters(), breaks.words())
    assert found is not None
    assert len(found.questions) == 4


def test_an_empty_file_of_the_ledger_is_told_once_and_nothing_that_lacks_it() -> None:
    ours = reader({"evidence/references.yml": "\n"})
    found = ledger_in(ours)
    assert found.unread["references"].all
    (message,) = told(ours)["evidence"]
    assert message.startswith("docs/evidence/references.yml:1: empty: ")


def test_a_page_treats_what_it_cites() -> None:
    ours = reader()
    found = treatments_in(ours, ledger_in(ours), ours.matters(), breaks.words(), ())
    assert "wool-warms" in {each.label for each in found["index.md"].cites}
    assert "wool-warms" not in {each.label for each in found["plan.md"].cites}


# ---- Today ----


def small() -> Sources:
    return small_sources()


def test_the_pages_made_of_the_questions_for_today_lie_beside_the_first() -> None:
    whole = read_guide(small())
    ours = Reader(small())
    found, cites = today_in(ours, whole.signs, whole.catalogue)
    assert found is not None
    names = {*found.tree.questions, *found.tree.answers}
    made = made_of(found, small().addresses)
    assert made == {f"today/{name}.md": f"today/{name}/" for name in names}
    flat = {**small().addresses, "today/index.md": "today/index.html"}
    assert made_of(found, flat) == {f"today/{name}.md": f"today/{name}.html" for name in names}
    assert {each.uri for each in cites} == {f"today/{name}.md" for name in found.tree.answers}
    assert {uri: page.reviewed for uri, page in pages_of(found).items()} == dict.fromkeys(made, found.tree.reviewed)
    assert (made_of(None, {}), pages_of(None)) == ({}, {})


def test_a_guide_without_today_has_none_of_its_pages() -> None:
    whole = read_guide(small())
    assert whole.today is not None
    made = made_of(whole.today, whole.addresses)
    found = without_today(whole)
    assert found.today is None
    for part in ("addresses", "pages", "treatments"):
        before, after = getattr(whole, part), getattr(found, part)
        assert before.keys() - after.keys() == made.keys() & before.keys()
        assert made.keys() & before.keys()
