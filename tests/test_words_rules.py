"""Each rule of the words gate finds what is planted, and says where, what and how to mend it; clean words pass."""
# ruff: noqa: RUF001 readers see printed quotation marks and dashes, so the rules are tried on them

from collections.abc import Iterable
from dataclasses import replace

import pytest
from building import ROOT
from kit.problem import Problem
from kit.prose.gate import (
    check_flow,
    check_grade,
    check_length,
    check_lists,
    check_phrases,
    check_rules,
    check_words,
    count_words,
    grade,
)
from kit.prose.rules import Allowance, Lists, read_lists
from kit.prose.sentence import Page, Sentence, read_page
from kit.prose.spelling import Spelling, check_spelling, words_of
from words import RULES, our_lists, our_markdown, reader_pages

NONE = Spelling(())
LONG_WORDS = "Physiological considerations necessitate individualised rehabilitation."
CLEAN = """\
---
title: Hills
question: Is my back damaged?
---

# Hills

Take small steps uphill.
It [may help][small-steps] your back.

!!! changed "What we changed"
    The article said that a weak core causes pain.

- Pain on the next day is not a sign of "damage".
- No shoe can cure back pain, and we can't guarantee less pain.
"""
GET_HELP = """\
# When to get help

## Emergency: call now {{ #emergency }}

- {line}

## Soon

- See your GP if it goes on for weeks.
- Ask for help when you want it.
- Rest a bit. Then walk a bit.
"""


@pytest.fixture(scope="module")
def lists() -> Lists:
    return our_lists().model_copy(update={"allowed": ()})


def allowance() -> tuple[Allowance, ...]:
    entry = "- file: docs/hills.md\n  text: unstable ground\n  reason: the ground is meant, not the reader\n"
    found, problems = read_lists(
        file=RULES, text=f"forbidden: []\npromises: []\nbritish: {{}}\n\n# why\nallowed:\n{entry}"
    )
    assert found, problems
    return found.allowed


def said(text: str, *, quoted: bool = False) -> Sentence:
    return Sentence("docs/hills.md", 42, text, "p", "", quoted)


def page(text: str, file: str = "docs/hills.md") -> Page:
    found, problems = read_page(text.encode(), file=file, markdown=our_markdown())
    assert found, problems
    return found


def shown(problems: Iterable[Problem]) -> list[str]:
    return [str(one) for one in problems]


def test_clean_words_pass(lists: Lists) -> None:
    assert check_words([page(CLEAN)], lists=lists, spelling=NONE) == []


def test_every_rule_is_tried_on_every_page(lists: Lists) -> None:
    long = "Take a small step and then " * 5 + "rest."
    planted = page(f"# Hills\n\n{long}\nA weak back.\nIt will help.\nKeep walkng.\n\n{(LONG_WORDS + chr(10)) * 9}")
    found = check_words([page(CLEAN), planted], lists=lists, spelling=NONE)
    assert [(one.line, one.rule) for one in found] == [
        (3, "sentence"),
        (4, "word"),
        (5, "promise"),
        (6, "spelling"),
        (8, "grade"),
    ]


def test_a_sentence_of_25_words_passes_and_one_of_26_is_named_with_its_line() -> None:
    assert shown(check_length(said("go " * 24 + "on."))) == []
    text = "go " * 25 + "on."
    assert shown(check_length(said(text))) == [
        f'docs/hills.md:42: sentence: 26 words, expected at most 25: "{text}" Split it in two.'
    ]


@pytest.mark.parametrize(("text", "words"), [("A dash – is no word.", 5), ("Walk 10–12 minutes.", 3), ("Rest.", 1)])
def test_words_are_counted_as_readers_count_them(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "phrase",
    ["damage", "Damaged", "wear and tear", "weak", "misaligned", "unstable", "correct posture", "WEAKER", "weak core"],
)
def test_a_word_that_frightens_is_named_with_what_to_say_instead(lists: Lists, phrase: str) -> None:
    (found,) = shown(check_phrases(said(f"It shows {phrase} here."), lists))
    assert found.startswith(f'docs/hills.md:42: word: "{phrase}" frightens: "It shows {phrase} here." Expected other ')
    assert len(found.rsplit("words: ", 1)[1]) > 10


@pytest.mark.parametrize(
    "text",
    ["They call it “wear and tear” or ‘damage’.", 'Not a "weak" back.', "Weakness in both legs: call 999.", "A week."],
)
def test_a_word_that_frightens_may_be_quoted_and_parts_of_words_are_left_alone(lists: Lists, text: str) -> None:
    assert shown(check_phrases(said(text), lists)) == []


def test_a_word_that_frightens_may_stand_in_what_somebody_else_says_but_nowhere_beside_it(lists: Lists) -> None:
    assert shown(check_phrases(said("Is it damage?", quoted=True), lists)) == []
    assert len(list(check_phrases(said("“Damage” is damage."), lists))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We guarantee it.",
        "This cures pain.",
        "It will fix your back.",
        "It will help.",
        "Proven to work.",
        "A miracle.",
    ],
)
def test_a_promise_is_named(lists: Lists, text: str) -> None:
    (found,) = shown(check_phrases(said(text), lists))
    assert found.startswith('docs/hills.md:42: promise: "')
    assert f'promises too much: "{text}" Expected other words: ' in found


@pytest.mark.parametrize(
    "text",
    ["There is no cure.", "We don’t guarantee it.", "Nothing cures it.", "It may help.", "You will need a chair."],
)
def test_a_promise_that_is_denied_and_a_plain_future_pass(lists: Lists, text: str) -> None:
    assert shown(check_phrases(said(text), lists)) == []


def test_a_denial_far_before_or_in_another_clause_excuses_no_promise(lists: Lists) -> None:
    assert len(list(check_phrases(said("It is not hard, and it will help."), lists))) == 1


def test_an_allowance_lets_one_sentence_of_one_page_pass(lists: Lists) -> None:
    some = lists.model_copy(update={"allowed": allowance()})
    assert shown(check_phrases(said("Unstable ground needs care."), some)) == []
    assert len(list(check_phrases(said("An unstable back."), some))) == 1
    elsewhere = replace(said("Unstable ground needs care."), file="docs/shoes.md")
    assert len(list(check_phrases(elsewhere, some))) == 1
    assert (
        check_lists([Page("docs/hills.md", (said("Unstable ground."),))], lists=some, spelling=NONE, file=RULES) == []
    )
    (found,) = shown(
        check_lists([Page("docs/hills.md", (said("Wet ground."),))], lists=some, spelling=NONE, file=RULES)
    )
    assert found == 'prose/rules.yml:7: allowed: "unstable ground" is not on docs/hills.md any more. Delete this entry.'


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("color", "colour"),
        ("Center", "centre"),
        ("program", "programme"),
        ("organize", "organise"),
        ("Exercising-centers", None),
        ("analyzed", "analysed"),
        ("organization", "organisation"),
    ],
)
def test_american_spelling_is_named_with_the_british_one(lists: Lists, word: str, better: str | None) -> None:
    (found,) = shown(check_spelling(said(f"The {word} here."), NONE, lists.british))
    assert found.startswith(f'docs/hills.md:42: spelling: "{word}" is ')
    assert better is None or f'"{better}"' in found


def test_a_misspelled_word_is_named_with_the_likely_one(lists: Lists) -> None:
    (found,) = shown(check_spelling(said("Keep walkng."), NONE, lists.british))
    assert found == (
        'docs/hills.md:42: spelling: "walkng" is not in the dictionary: "Keep walkng." Did you mean "walking"? '
        "Mend it, or add a real term to spelling.txt."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the centre programme, organised and practised.",
        "Seize the prize; the size is right and it may capsize.",
        "Your GP’s A&E isn’t far: call 999, 20 kg, 30s, the NHS or the GPs.",
        "See nhs.uk/conditions or write to help@example.org about plan.md today.",
        "A warm-up, a well-known two-step, the cat's and the cats' food.",
    ],
)
def test_british_words_numbers_addresses_and_initials_pass(lists: Lists, text: str) -> None:
    assert shown(check_spelling(said(text), NONE, lists.british)) == []


def test_single_letters_numbers_addresses_and_names_in_capitals_are_no_words_to_spell() -> None:
    text = "Walk x steps, plan B, 2nd of 30s: the NHS and GPs say at nhs.uk/walk or a@b.example, isn't it?"
    assert words_of(text) == ["Walk", "steps", "plan", "of", "the", "and", "say", "at", "or", "isn't", "it"]


def test_own_words_pass_with_owner_and_capital_but_a_name_keeps_its_capitals(lists: Lists) -> None:
    own = Spelling(("equina", "Organization", "WalkBack"))
    passing = said("Equina, equina’s, WalkBack’s and cauda-equina: the World Health Organization.")
    assert shown(check_spelling(passing, own, lists.british)) == []
    assert len(list(check_spelling(said("The walkback."), own, lists.british))) == 1


def test_own_words_that_are_unused_needless_or_out_of_order_are_named(lists: Lists) -> None:
    pages = [Page("docs/hills.md", (said("Equina and WalkBack walk."),))]
    assert check_lists(pages, lists=lists, spelling=Spelling(("equina", "WalkBack")), file=RULES) == []
    assert shown(
        check_lists(pages, lists=lists, spelling=Spelling(("WalkBack", "equina", "latissimus", "walk")), file=RULES)
    ) == [
        'spelling.txt:1: order: "WalkBack" is out of order or here twice, expected the alphabet, each word once.',
        'spelling.txt:3: unused: no page says "latissimus". Delete this line.',
        'spelling.txt:4: needless: the dictionary knows "walk". Delete this line.',
    ]
    assert len(check_lists(pages, lists=lists, spelling=Spelling(("equina", "equina", "WalkBack")), file=RULES)) == 1


def test_a_page_that_reads_hard_is_named_with_its_hardest_sentences() -> None:
    sentences = [said("Walk a bit."), said(LONG_WORDS)]
    (found,) = shown(check_grade("docs/hills.md", sentences, 6))
    assert found.startswith("docs/hills.md:42: grade: the page has reading grade ")
    assert 'expected at most 6. Split long sentences and use shorter words; these weigh most. Line 42: "' in found
    assert LONG_WORDS in found


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade(["Go.", "Stop now."]) == pytest.approx(0.39 * 3 / 2 + 11.8 * 1 - 15.59)
    assert grade([]) == 0


def test_the_emergency_list_is_held_to_a_lower_grade_than_its_page(lists: Lists) -> None:
    calm = page(GET_HELP.format(line="You cannot pee."), "docs/get-help.md")
    assert check_words([calm], lists=lists, spelling=NONE) == []
    hard = page(GET_HELP.format(line="You experience considerable urinary difficulty."), "docs/get-help.md")
    (found,) = shown(check_words([hard], lists=lists, spelling=NONE))
    assert found.startswith("docs/get-help.md:5: grade: the emergency list has reading grade ")
    assert "expected at most 4." in found
    assert (
        check_words(
            [page(GET_HELP.format(line="You experience considerable urinary difficulty."))], lists=lists, spelling=NONE
        )
        == []
    )


@pytest.mark.parametrize("text", ["# Help\n\nCall us.\n", "# Help\n\nCall us.\n\n## Emergency { #emergency }\n"])
def test_a_help_page_without_an_emergency_list_is_a_problem(lists: Lists, text: str) -> None:
    (found,) = shown(check_words([page(text, "docs/get-help.md")], lists=lists, spelling=NONE))
    assert found.startswith("docs/get-help.md:1: grade: no emergency list, expected one under a heading ")


def test_a_mistake_in_the_lists_is_named_with_its_line() -> None:
    found, problems = read_lists(
        "forbidden: []\npromises: []\nbritish: {}\nallowed:\n  - {file: a, text: b, reason: no}\n", file=RULES
    )
    assert found is None
    assert shown(problems)[0].startswith("prose/rules.yml:5: allowed.1.reason: ")


def test_every_page_is_read_but_the_architecture() -> None:
    names = {path.relative_to(ROOT / "docs").as_posix() for path in reader_pages()}
    every = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert every - names == {"about/architecture.md"}
    assert "evidence/claims.yml" in names


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Mild aches settle in a few hours.", "fact-soreness"),
        ("Sore thighs for a day or two are usual.", "fact-soreness"),
        ("Pick three or four cards.", "fact-how-many-exercises"),
        ("Begin with five exercises.", "fact-how-many-exercises"),
        ("If both legs hurt, see a GP.", "fact-both-legs"),
        ("Call 999 for fast weakness in your legs.", "fact-leg-weakness"),
        ("If a leg quickly loses strength, see a GP.", "fact-leg-weakness"),
        ("Get help today if a leg gives way.", "fact-leg-weakness"),
        ("Call 999 for new weakness in one leg.", "fact-leg-weakness"),
        ("If chest pain goes at once, call 999.", "fact-chest-pain"),
        ("For chest pain, see a GP.", "fact-chest-pain"),
        ("Chest pain is an emergency.", "fact-chest-pain"),
        ("It is rare: 1 to 3 people in 100,000.", "fact-cauda-equina"),
    ],
)
def test_a_page_that_tells_a_rule_otherwise_is_named(text: str, fact: str) -> None:
    lists, problems = read_lists((ROOT / RULES).read_text(encoding="utf-8"), file=RULES)
    assert lists, problems
    (found,) = shown(check_rules(said(text), lists))
    assert found.startswith(f'docs/hills.md:42: one-rule: "{text}" is not what {fact} says. Expected: ')


@pytest.mark.parametrize(
    "text",
    [
        "A mild ache that settles by the next day is normal.",
        "Choose two or three exercises.",
        "There are 24 exercises and 4 sheets of cards.",
        "Pain, weakness or numbness in both legs is an emergency.",
        "Call 999 for fast weakness in one leg or both.",
        "Call 999 if a leg quickly loses strength or gives way.",
        "Call 111 or a GP for new weakness in one leg that is not getting worse fast.",
        "If chest pain goes at once, call 111 or a GP the same day.",
        "Chest pain that does not go at once is an emergency.",
        "About 1 to 3 people in 100,000 a year have it.",
    ],
)
def test_a_rule_told_as_it_stands_passes(lists: Lists, text: str) -> None:
    assert shown(check_rules(said(text), lists)) == []


def test_prose_that_is_clipped_or_heavy_on_average_is_named_and_a_list_is_not() -> None:
    short, long = (
        "Walk a bit more.\n",
        "Walk a bit more each day, if you like, and then sit down for a while in the sun.\n",
    )
    (found,) = shown(check_flow(page(f"# Hills\n\n{short * 15}")))
    assert found.startswith("docs/hills.md:3: flow: the running prose has 4.0 words a sentence over 15 sentences, ")
    assert found.endswith("expected 10 to 14. Join sentences that are one thought.")
    (heavy,) = shown(check_flow(page(f"# Hills\n\n{long * 15}")))
    assert heavy.endswith("Split the longest sentences.")
    assert shown(check_flow(page(f"# Hills\n\n{short * 14}"))) == []
    assert shown(check_flow(page(f"# Hills\n\n{(short + long) * 8}"))) == []
    steps, callout = "- Walk a bit more.\n" * 15, '!!! do "Now"\n\n' + "    Walk a bit more.\n" * 15
    assert shown(check_flow(page(f"# Hills\n\n{steps}\n{callout}"))) == []


def test_a_page_on_the_list_of_those_that_do_not_flow_yet_passes_until_it_does(lists: Lists) -> None:
    clipped = page("# Hills\n\n" + "Walk a bit more.\n" * 15)
    assert len(check_words([clipped], lists=lists, spelling=NONE)) == 1
    text = "forbidden: []\npromises: []\nbritish: {}\nallowed: []\nnot_yet:\n  - file: docs/hills.md\n"
    waiting, problems = read_lists(text, file=RULES)
    assert waiting, problems
    assert check_words([clipped], lists=waiting, spelling=NONE) == []
    assert check_lists([clipped], lists=waiting, spelling=NONE, file=RULES) == []
    (found,) = shown(check_lists([page("# Hills\n\nGo on.\n")], lists=waiting, spelling=NONE, file=RULES))
    assert found == "prose/rules.yml:6: not_yet: docs/hills.md flows by now, or is gone. Delete this entry."


RULE = """\
forbidden: []
promises: []
british: {{}}
allowed: []
rules:
  - fact: fact-sore
    about: sore
    never: {}
    tell: soreness settles by the next day
"""


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("'(a'", '"(a" is no pattern of Python (missing ), unterminated subpattern at position 0).'),
        ("'a{99999999999999999999}'", '"a{99999999999999999999}" is no pattern of Python ('),
        ("'(a|a|[a-z ]+)+$'", '"(a|a|[a-z ]+)" is repeated and holds a repeat or a choice, '),
        ("'x(?:(a+)b?)*y'", '"(?:(a+)b?)" is repeated and holds a repeat or a choice, '),
        ("'(a*){2,}'", '"(a*)" is repeated and holds a repeat or a choice, '),
        ("'(one|two){30}'", '"(one|two)" is repeated and holds a repeat or a choice, '),
    ],
)
def test_a_pattern_that_cannot_be_searched_is_told_at_its_line(pattern: str, said: str) -> None:
    lists, problems = read_lists(RULE.format(pattern), file="rules.yml")
    assert lists is None
    (told,) = map(str, problems)
    assert told.startswith(f"rules.yml:8: rules.1.never: {said}")


@pytest.mark.parametrize(
    "pattern",
    [
        r"'^(?!.*\b(at once|gone)\b).*\b(GP|111)\b'",
        r"'(a|b+)?c'",
        r"'(a|b){1}c*'",
        r"'(\(\*|\+)[*+|)]+'",
        r"'([*+|(]x)+'",
        r"'(\*a)+'",
        r"'(?#a|b*)(ab)+'",
    ],
)
def test_a_pattern_that_is_soon_searched_is_taken(pattern: str) -> None:
    lists, problems = read_lists(RULE.format(pattern), file="rules.yml")
    assert problems == []
    assert lists is not None
