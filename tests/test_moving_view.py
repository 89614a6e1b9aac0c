"""The moving figure as data: what the build wrote into a page comes out whole, and no word of a guide is in it."""

from kit.figures.album import script
from kit.views.moving_view import moving_view

FIGURE = (
    '<div class="bs-move" data-bs-move="loop"><svg viewBox="0 0 9 5" class="bs-fig bs-skin-a" aria-hidden="true">'
    '<path class="mat" d="M0 0"/><path class="skin far" d="M1 1"/></svg>'
    + script({"still": [0], "frames": [["M1 1"], ["M2 2"]]})
    + '<p>Said &lt;b&gt;</p><button data-what="Said" hidden>Play</button></div>\n'
)


def test_a_figure_comes_out_with_its_drawing_and_its_frames_and_without_words() -> None:
    assert moving_view(FIGURE) == {
        "moves": "loop",
        "box": "0 0 9 5",
        "look": "bs-fig bs-skin-a",
        "paths": [["mat", "M0 0"], ["skin far", "M1 1"]],
        "still": [0],
        "frames": [["M1 1"], ["M2 2"]],
    }


def test_what_does_not_move_is_nothing() -> None:
    assert moving_view("") is None
