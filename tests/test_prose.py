"""Prose is read as the site shows it, and each sentence is found on its own line."""

import pytest
from kit.prose.sentence import Page, read_data, read_page, split
from markdown import Markdown
from words import our_markdown

PAGE = """\
---
title: Hills
description: How to go up and down hills.
steps:
  - text: Stand tall.
    pose: stand
  - {text: "Lean in a little. Keep looking ahead."}
question: Is my back damaged?
---

# Hills

Go slowly.
Take **small** steps, as the [hill plan](plan.md#small) says.
They [help][small-steps]. And rest.

!!! do "On the way up"

    - Lean from your ankles
    - Use poles
      { #poles }

!!! changed "What we changed"
    The article said that hills damage knees.

## Down the hill { #down }

| Slope | Time |
| --- | --- |
| Gentle slope | 10 min |

![A walker on a slope.](hill.svg)

Run `make hill` never.

```
code is not prose
```

> They said so.

Go slowly.
"""


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    return our_markdown()


@pytest.fixture(scope="module")
def page(markdown: Markdown) -> Page:
    found, problems = read_page(PAGE.encode(), file="docs/hills.md", markdown=markdown)
    assert found, problems
    return found


def test_every_sentence_stands_on_its_own_line(page: Page) -> None:
    assert [(one.line, one.text) for one in page.sentences] == [
        (2, "Hills"),
        (3, "How to go up and down hills."),
        (5, "Stand tall."),
        (7, "Lean in a little."),
        (7, "Keep looking ahead."),
        (8, "Is my back damaged?"),
        (11, "Hills"),
        (13, "Go slowly."),
        (14, "Take small steps, as the hill plan says."),
        (15, "They help."),
        (15, "And rest."),
        (17, "On the way up"),
        (19, "Lean from your ankles"),
        (20, "Use poles"),
        (23, "What we changed"),
        (24, "The article said that hills damage knees."),
        (26, "Down the hill"),
        (28, "Slope"),
        (28, "Time"),
        (30, "Gentle slope"),
        (30, "10 min"),
        (32, "A walker on a slope."),
        (34, "Run never."),
        (40, "They said so."),
        (42, "Go slowly."),
    ]


def test_what_somebody_else_says_is_quoted(page: Page) -> None:
    assert [one.text for one in page.sentences if one.quoted] == [
        "Is my back damaged?",
        "What we changed",
        "The article said that hills damage knees.",
        "They said so.",
    ]


def test_running_prose_is_that_of_plain_paragraphs(page: Page) -> None:
    assert [one.text for one in page.running] == [
        "Go slowly.",
        "Take small steps, as the hill plan says.",
        "They help.",
        "And rest.",
        "Run never.",
        "Go slowly.",
    ]


def test_sections_go_by_the_second_level_heading(page: Page) -> None:
    assert page.sections == ("down",)
    assert next(one.section for one in page.sentences if one.text == "Run never.") == "down"
    assert next(one.section for one in page.sentences if one.text == "And rest.") == ""


def test_labels_headings_and_cells_do_not_count_in_the_grade(page: Page) -> None:
    scored = {one.text for one in page.scored}
    assert {"Stand tall.", "Lean from your ankles", "Run never."} <= scored
    assert not {"Hills", "On the way up", "Gentle slope", "A walker on a slope."} & scored


def test_data_is_read_with_the_line_of_each_value(markdown: Markdown) -> None:
    raw = b"- id: small-steps\n  gist: Long steps help.\n  say: |\n    Take small steps.\n    Rest.\n"
    page, problems = read_data(raw, file="docs/evidence/claims.yml", markdown=markdown)
    assert page, problems
    assert [(one.line, one.text, one.quoted) for one in page.sentences] == [
        (2, "Long steps help.", True),
        (3, "Take small steps.", False),
        (3, "Rest.", False),
    ]


def test_a_file_that_cannot_be_read_is_a_problem_not_silence(markdown: Markdown) -> None:
    page, (problem,) = read_page(b"---\ntitle: [Why\n---\n", file="docs/why.md", markdown=markdown)
    assert page is None
    assert str(problem).startswith("docs/why.md:2: yaml: ")


def test_an_empty_page_has_no_sentences(markdown: Markdown) -> None:
    assert read_page(b"---\ntemplate: home\n---\n", file="docs/index.md", markdown=markdown) == (
        Page("docs/index.md", ()),
        [],
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Go slowly. Then rest.", ["Go slowly.", "Then rest."]),
        ("See a GP. They can help.", ["See a GP.", "They can help."]),
        ("Go to A&E. Do not drive.", ["Go to A&E.", "Do not drive."]),
        ("Use a support, e.g. A chair.", ["Use a support, e.g. A chair."]),
        ("Ask Dr. Who. Or not.", ["Ask Dr. Who.", "Or not."]),
        ("Rest (i.e. Sit down).", ["Rest (i.e. Sit down)."]),
        ("You say no. It helps.", ["You say no.", "It helps."]),
        ("Add 0.5 km a day. 2 days is enough.", ["Add 0.5 km a day.", "2 days is enough."]),
        ("Is it safe? Yes! “Try it.” Now go", ["Is it safe?", "Yes!", "“Try it.”", "Now go"]),
        ("Ends with no stop", ["Ends with no stop"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences
