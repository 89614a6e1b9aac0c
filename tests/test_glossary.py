"""The first use of a glossary term on a page gets its meaning, and nothing else changes."""

import pytest
from kit.pages.glossary import GlossaryExtension, as_markdown
from kit.pages.page import Term
from markdown import markdown

TERMS = (
    Term(term="sciatica", meaning="Nerve pain down the leg."),
    Term(term="flare-up", meaning="Some days of worse pain.", also=("flare",)),
    Term(term="slipped disc", meaning="A disc that bulges."),
    Term(term="WHO", meaning="A health body."),
)
SCIATICA = '<abbr title="Nerve pain down the leg.">sciatica</abbr>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Is it sciatica or not?", f"<p>Is it {SCIATICA} or not?</p>"),
        ("Sciatica hurts.", '<p><abbr title="Nerve pain down the leg.">Sciatica</abbr> hurts.</p>'),
        ("sciatica, then sciatica", f"<p>{SCIATICA}, then sciatica</p>"),
        ("*so* sciatica and sciatica", f"<p><em>so</em> {SCIATICA} and sciatica</p>"),
        ("a flare or a flare-up", '<p>a <abbr title="Some days of worse pain.">flare</abbr> or a flare-up</p>'),
        ("sciatica slipped disc", f'<p>{SCIATICA} <abbr title="A disc that bulges.">slipped disc</abbr></p>'),
        ("# sciatica", "<h1>sciatica</h1>"),
        ("[sciatica](a.md)", '<p><a href="a.md">sciatica</a></p>'),
        ("`sciatica` code", "<p><code>sciatica</code> code</p>"),
        ("sciaticas are no term", "<p>sciaticas are no term</p>"),
        ("**sciatica** first", f"<p><strong>{SCIATICA}</strong> first</p>"),
        ("people who ask the WHO", '<p>people who ask the <abbr title="A health body.">WHO</abbr></p>'),
    ],
)
def test_a_term_is_marked_once_in_running_text_only(text: str, html: str) -> None:
    assert markdown(text, extensions=[GlossaryExtension(TERMS)]) == html


def test_no_terms_change_nothing() -> None:
    assert markdown("Plain text.", extensions=[GlossaryExtension(())]) == "<p>Plain text.</p>"


def test_the_list_gives_each_term_an_anchor_and_explains_no_term_twice() -> None:
    html = markdown(as_markdown(TERMS), extensions=["attr_list", "def_list", GlossaryExtension(TERMS)])
    assert '<dt id="slipped-disc"><strong>slipped disc</strong></dt>\n<dd>A disc that bulges.</dd>' in html
    assert "<abbr" not in html
