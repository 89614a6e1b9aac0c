"""What one question promises: its form, its messages, and the words that find it."""

import pytest
from kit import front_matter
from kit.problem import Problem
from kit.questions.question import Asked, article, read_question, words

LONGEST_ANSWER = 60

GOOD = """\
---
id: ten-thousand-steps
question: Do I need 10,000 steps?
aliases: [10000-steps, step-goal]
theme: amount
short_answer: No. Any walk counts & more is fine.
urgency: none
related: [walking-plan.md]
claims: [faq-thirty-minutes-daily]
reviewed: 2026-11-23
---

The number came from an advert.
"""


def read(text: str) -> tuple[Asked | None, list[Problem]]:
    found, problems = front_matter.read(text.encode(), file="docs/faq/ten-thousand-steps.md")
    return read_question(found) if found is not None else (None, problems)


def test_a_good_question_is_read_without_a_problem() -> None:
    entry, problems = read(GOOD)
    assert problems == []
    assert entry is not None
    assert entry.question.aliases == ("10000-steps", "step-goal")
    assert entry.body.strip() == "The number came from an advert."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "id: ten-thousand-steps",
            "id: Ten_Thousand",
            '2: id: expected small letters, digits and single hyphens, found "Ten_Thousand".',
        ),
        ("id: ten-thousand-steps\n", "", "2: id: this key is missing. Add it."),
        (
            "urgency: none",
            "urgency: emergancy",
            '7: urgency: expected none, see-someone or emergency, found "emergancy". Did you mean "emergency"?',
        ),
        (
            "short_answer: No. Any walk counts & more is fine.",
            f"short_answer: {'word ' * (LONGEST_ANSWER + 1)}",
            "6: short_answer: the short answer has 61 words, expected at most 60. Move the rest into the text below.",
        ),
        ("related: [walking-plan.md]", "related: []", "8: related: expected 1 or more entries, found 0."),
        (
            "step-goal]",
            "step goal]",
            '4: aliases.2: expected small letters, digits and single hyphens, found "step goal".',
        ),
        (
            "reviewed: 2026-11-23",
            "reviewed: soon",
            '10: reviewed: expected a date such as 2026-11-23, found "soon".',
        ),
        (
            "urgency:",
            "urgancy:",
            (
                "7: urgancy: unknown key, expected one of: aliases, claims, id, order, question, related, "
                'reviewed, short_answer, theme, urgency. Did you mean "urgency"?'
            ),
        ),
        (
            "The number came from an advert.\n",
            "",
            "12: answer: nothing follows the front matter, expected the full answer: why, and what to do.",
        ),
        (
            "question: Do I need 10,000 steps?",
            "question: Steps: how many?",
            '3: yaml: a colon stands inside unquoted text. Put the whole text in "double quotes".',
        ),
    ],
)
def test_each_mistake_is_named_with_its_line(old: str, new: str, message: str) -> None:
    assert old in GOOD
    _, problems = read(GOOD.replace(old, new))
    assert f"docs/faq/ten-thousand-steps.md:{message}" in [str(each) for each in problems]


def test_every_mistake_of_a_file_is_reported_at_once() -> None:
    _, problems = read(GOOD.replace("urgency: none", "urgency: x").replace("theme: amount", "theme: A!"))
    assert [each.rule for each in problems] == ["theme", "urgency"]


def test_an_answer_of_exactly_sixty_words_is_short_enough() -> None:
    text = GOOD.replace("No. Any walk counts & more is fine.", "word " * LONGEST_ANSWER)
    assert read(text)[1] == []


def test_the_words_that_find_a_question_are_its_aliases_without_hyphens() -> None:
    entry, _ = read(GOOD)
    assert entry is not None
    assert words(entry.question) == ["10000 steps", "step goal"]


def test_the_article_opens_with_the_short_answer_and_closes_with_the_words_it_is_found_by() -> None:
    entry, _ = read(GOOD)
    assert entry is not None
    assert article(entry.question, "<p>Why.</p>", also="Also <here>: {words}.").splitlines() == [
        '<p class="bs-answer">No. Any walk counts &amp; more is fine.</p>',
        "<p>Why.</p>",
        '<p class="bs-also" data-search-exclude>Also &lt;here&gt;: 10000 steps, step goal.</p>',
    ]


def test_a_question_without_aliases_says_nothing_about_them() -> None:
    entry, _ = read(GOOD.replace("aliases: [10000-steps, step-goal]\n", ""))
    assert entry is not None
    assert words(entry.question) == []
    assert "bs-also" not in article(entry.question, "<p>Why.</p>", also="Also: {words}.")


def test_a_problem_counts_the_entries_of_lists_from_one() -> None:
    entry, _ = read(GOOD)
    assert entry is not None
    found = entry.entry.problem("so it is.", "aliases", 1)
    assert str(found) == "docs/faq/ten-thousand-steps.md:4: aliases.2: so it is."


@pytest.mark.parametrize("text", ["a", "a-1", "10000-steps"])
def test_a_slug_is_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert read(GOOD.replace("10000-steps", f'"{text}"'))[1] == []


@pytest.mark.parametrize("text", ["", "A", "é", "a--b", "-a", "a-", "a_b", "a b"])
def test_anything_else_is_no_slug(text: str) -> None:
    (found,) = read(GOOD.replace("10000-steps", f'"{text}"'))[1]
    assert found.text == f'expected small letters, digits and single hyphens, found "{text}".'


def test_a_question_stands_in_the_middle_unless_it_says_where() -> None:
    entry, _ = read(GOOD)
    assert entry is not None
    assert entry.question.order == 50
