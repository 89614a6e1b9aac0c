import json
import re
from math import inf, nan
from typing import Any

import pytest
import yaml
from building import ROOT
from guides import figure_words
from kit.figures import diagram
from kit.figures.diagram import Diagrams, Drawn
from kit.problem import Problem
from kit.record import Record
from kit.shelf import entry
from pydantic import ValidationError
from shelves import Pile

DANCE = (ROOT / "tests/sites/dance/docs/assets/figures.yml").read_bytes()


ENGLISH = figure_words()


def draw(data: Diagrams, record: Record, **more: Any) -> tuple[dict[str, Drawn], list[Problem]]:  # noqa: ANN401 as it takes
    return diagram.draw(data, record, **({"words": ENGLISH} | more))


def loaded() -> Any:  # noqa: ANN401 YAML
    return yaml.safe_load(DANCE)


def read(data: Any = None) -> tuple[Diagrams, Record]:  # noqa: ANN401 YAML
    found, problems = diagram.read(DANCE if data is None else yaml.safe_dump(data).encode(), file="figures.yml")
    assert found is not None, problems
    return found


def test_the_strip_of_phases_names_each_one_with_its_share_of_the_step() -> None:
    words = ENGLISH.model_copy(update={"phase_percent": "{first} bis {last} %"})
    html = draw(*read(), words=words)[0]["stride"].html
    for phase in loaded()["cycle"]["phases"]:
        assert f"{phase['plain']} <small>{phase['percent'].replace('-', ' bis ')} %</small>" in html


def test_the_strip_of_phases_has_the_title_and_the_picture_that_leafs_says_what_it_shows() -> None:
    stride = loaded()["diagrams"]["stride"]
    html = draw(*read())[0]["stride"].html
    assert html.count(f'<ol class="bs-phases__strip" aria-label="{stride["title"]}">') == 1
    assert html.count(f'role="img" aria-label="{stride["panels"][0]["alt"]}"') == 1
    assert html.count("<title") == 0


def test_the_caption_of_somebody_who_walks_can_be_seen_and_not_only_heard() -> None:
    data = loaded()
    data["diagrams"]["stride"] |= {"shows": "walking"}
    data["diagrams"]["stride"]["panels"][0]["caption"] = "Long & loose"
    html = draw(*read(data))[0]["stride"].html
    assert "<p>Long &amp; loose</p>" in html


def test_curves_carry_the_words_they_are_given_escaped() -> None:
    words = ENGLISH.model_copy(update={"hip": "<b>&\"'", "hip_high": "x < y", "note": "a <i>"})
    html = draw(*read(), words=words)[0]["stride"].html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<strong>&lt;b&gt;&amp;&quot;&#x27;</strong>" in html
    assert "high is x &lt; y" in html
    assert "<p>a &lt;i&gt;</p>" in html


def test_a_curve_says_its_lowest_and_highest_angle() -> None:
    data = loaded()
    for frame, knee in zip(data["cycle"]["keyframes"], (5, 20, 40, 60, *[10] * 20), strict=False):
        frame["knee"] = knee
    html = draw(*read(data))[0]["stride"].html
    said = re.search(r'aria-label="Knee over one step, from (-?\d+) to (-?\d+) degrees; high is more bend\."', html)
    assert said is not None
    assert int(said[1]) <= 5
    assert int(said[2]) >= 60


def test_a_joint_that_never_moves_has_a_level_curve() -> None:
    data = loaded()
    for frame in data["cycle"]["keyframes"]:
        frame["knee"] = 10
    html = draw(*read(data))[0]["stride"].html
    heights = json.loads(re.findall(r'data-heights="([^"]+)"', html)[1])
    assert len(set(heights)) == 1


def test_phases_begin_where_the_one_before_ends() -> None:
    html = draw(*read())[0]["stride"].html
    (script,) = re.findall(r'<script type="application/json">(.*?)</script>', html)
    phases = json.loads(script)["phases"]
    ends = [int(phase["percent"].split("-")[1]) for phase in loaded()["cycle"]["phases"]]
    assert [phase["from"] for phase in phases] == [0, *ends[:-1]]


def test_text_in_a_data_file_cannot_break_out_of_the_page() -> None:
    data = loaded()
    data["cycle"]["phases"][0]["plain"] = "</script><b>&\"'"
    data["diagrams"]["bow"]["title"] = "<b>title"
    data["diagrams"]["bow"]["panels"][0] |= {"caption": "<b>caption", "alt": "<b>alt"}
    for figure in draw(*read(data))[0].values():
        assert "<b>" not in figure.html + figure.printed
        assert figure.html.count("</script>") == figure.html.count("<script")


@pytest.mark.parametrize("angle", [nan, inf, 1e300, 200])
def test_an_angle_that_no_joint_has_is_refused(angle: float) -> None:
    data = loaded()
    data["cycle"]["keyframes"][0]["knee"] = angle
    with pytest.raises(ValidationError):
        Diagrams.model_validate(data)


@pytest.mark.parametrize("percent", ["", "all", "10", "10 to 20", "-5-10", "1000-2000"])
def test_a_share_of_the_step_that_is_none_is_refused(percent: str) -> None:
    data = loaded()
    data["cycle"]["phases"][0]["percent"] = percent
    with pytest.raises(ValidationError):
        Diagrams.model_validate(data)


def test_a_kept_diagram_is_the_same_and_is_drawn_again_only_when_it_changed() -> None:
    shelf = Pile()
    first = draw(*read(), shelf=shelf, code="1")[0]
    assert set(shelf.content) == {entry(name) for name in first}
    shelf.put_down.clear()
    assert draw(*read(), shelf=shelf, code="1")[0] == first
    assert shelf.put_down == []
    data = loaded()
    data["diagrams"]["bow"]["panels"][0]["alt"] = "Another"
    assert draw(*read(data), shelf=shelf, code="1")[0]["bow"] != first["bow"]
    assert shelf.put_down == [entry("bow")]
    draw(*read(), shelf=shelf, code="2")
    assert set(shelf.put_down) == set(shelf.content)


def test_a_change_of_the_step_draws_only_walkers_again() -> None:
    shelf, data = Pile(), loaded()
    draw(*read(), shelf=shelf)
    shelf.put_down.clear()
    data["cycle"]["keyframes"][0]["knee"] += 1
    draw(*read(data), shelf=shelf)
    assert entry("stride") in shelf.put_down
    assert entry("bow") not in shelf.put_down


def test_a_diagram_that_cannot_be_drawn_is_told_and_not_kept() -> None:
    data, shelf = loaded(), Pile()
    data["diagrams"]["bow"]["panels"][0]["pose"] = {
        "trunk": {"lean": 0}, "near": {"hip": 0, "knee": 0}, "contacts": {"feet": "floor", "hands": "floor"},
    }  # fmt: skip
    found, problems = draw(*read(data), shelf=shelf)
    assert "bow" not in found
    assert {problem.rule.split(".pose")[0] for problem in problems} == {"diagrams.bow.panels.1"}
    assert entry("bow") not in shelf.content
