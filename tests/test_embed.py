"""Embeds: an image that is alone in its paragraph and has a known name becomes the place of a drawing."""

import pytest
from kit.embed import EmbedExtension, place, places
from markdown import markdown


def rendered(text: str) -> str:
    return markdown(text, extensions=[EmbedExtension("assets/charts", {"heat": 1})])


@pytest.mark.parametrize("up", ["", "../", "../../"])
def test_a_known_image_alone_becomes_a_place(up: str) -> None:
    html = rendered(f"Before.\n\n![Heat]({up}assets/charts/heat.svg)\n\nAfter.")
    assert place("heat") in html
    assert places(html) == ("heat",)
    assert "<img" not in html


@pytest.mark.parametrize(
    "text",
    [
        "![Heat](assets/charts/heat.svg) ![Heat](assets/charts/heat.svg)",
        "Look: ![Heat](assets/charts/heat.svg)",
        "![Cold](assets/charts/cold.svg)",
        "![Heat](assets/other/heat.svg)",
    ],
)
def test_any_other_image_stays(text: str) -> None:
    assert "<img" in rendered(text)
    assert places(rendered(text)) == ()
