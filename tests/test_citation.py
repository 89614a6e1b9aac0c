"""Citations in Markdown: found in prose, never in code, and turned into links that carry their note's number."""

import pytest
from kit.evidence.citation import Citation, CitationExtension, citations, cited, definitions
from markdown import markdown

ANCHORS = {"milk-first": "evidence/index.md#milk-first", "leaf-2001": "evidence/references.md#leaf-2001"}


def test_a_citation_is_found_with_its_text_and_line() -> None:
    text = "Tea.\n\nMilk [does\nnot help][milk-first] here.\n"
    assert citations(text, first_line=5) == (Citation("milk-first", "does not help", 7),)


@pytest.mark.parametrize(
    "text",
    [
        "`[a][milk-first]`",
        "``x ` [a][milk-first]``",
        "```\n[a][milk-first]\n```",
        "~~~ text\n[a][milk-first]\n~~~",
        "<!-- [a][milk-first] -->",
        "\\[a][milk-first]",
        "[a](milk-first)",
        "[a][milk-first]\n\n[milk-first]: https://tea.example/",
        "[a]",
    ],
)
def test_code_comments_and_links_of_another_kind_are_left_alone(text: str) -> None:
    assert citations(text) == ()
    assert definitions(text, ANCHORS, up="") == text


@pytest.mark.parametrize(
    "text",
    [
        "> [a][milk-first]",
        "- one\n- [a][milk-first]",
        "!!! note\n    [a][milk-first]",
        "| a |\n|---|\n| [a][milk-first] |",
        "```\ncode\n```\n[a][milk-first]",
        "[*a*][Milk-First]",
    ],
)
def test_a_citation_is_found_wherever_prose_can_stand(text: str) -> None:
    assert [each.label for each in citations(text)] == ["milk-first"]


def test_each_citation_has_its_own_line() -> None:
    text = "[a][x] [b][y]\n\n<!-- one\ntwo --> [c][z]\n`code\ncode` [d][w]\n"
    assert [(each.label, each.line) for each in citations(text)] == [("x", 1), ("y", 1), ("z", 4), ("w", 6)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a <!-- [a][milk-first]", 1),
        ("a --> [a][milk-first]", 1),
        ("`[a][milk-first]", 1),
        ("` [a][milk-first] ``", 1),
        ("`` [a][milk-first] ` [a][milk-first]", 1),
        ("``` [a][milk-first] ``` [a][milk-first]", 1),
        ("` [a][milk-first] ```` ` [a][milk-first]", 1),
        ("a <!-- ` --> [a][milk-first] ``[a][milk-first]``", 1),
        ("a `<!--` [a][milk-first] `-->`", 1),
    ],
)
def test_what_hides_a_citation_is_what_markdown_takes_for_code_or_a_comment(text: str, count: int) -> None:
    assert len(citations(f"x {text}")) == count
    linked = markdown(definitions(f"x {text}", ANCHORS, up=""), extensions=[CitationExtension(ANCHORS)])
    assert linked.count('class="bs-cite"') == count


def test_only_the_definitions_that_a_page_needs_are_added_and_they_lead_up_to_the_folder() -> None:
    assert definitions("[a][milk-first] [b][nothing]\n", ANCHORS, up="../") == (
        "[a][milk-first] [b][nothing]\n\n[milk-first]: ../evidence/index.md#milk-first\n"
    )


def test_links_to_an_entry_carry_its_id_and_the_number_of_its_note() -> None:
    text = definitions("[a][leaf-2001] [b][milk-first] [c][leaf-2001] [d](other.md)", ANCHORS, up="../")
    html = markdown(text, extensions=[CitationExtension(ANCHORS)])
    assert html.count('class="bs-cite"') == 3
    assert html.count('data-note="1"') == 2
    assert html.count('data-note="2"') == 1
    assert '<a href="other.md">d</a>' in html
    assert cited(html) == ("leaf-2001", "milk-first")


def test_what_is_heard_of_a_citation_keeps_its_words_and_its_number_apart() -> None:
    text = definitions("[**milk** & tea][milk-first] [b][milk-first]", ANCHORS, up="")
    html = markdown(text, extensions=[CitationExtension(ANCHORS, said="{text}, note {number}")])
    assert [part.split('"')[0] for part in html.split('aria-label="')[1:]] == ["milk &amp; tea, note 1", "b, note 1"]
