"""Templates of pages are told from their parts and from what shows other words, by what they say."""

import pytest
from jinja2 import DictLoader, Environment
from page_templates import is_of_pages, templates_of_pages

PARTS = {
    "base.html": "<html>{% block all %}{% block words %}{{ page.content }}{% endblock %}{% endblock %}</html>",
    "main.html": '{% extends "base.html" %}',
    "wide.html": '{% extends "main.html" %}{% block words %}<p>{{ super() }}</p>{% endblock %}',
    "list.html": '{% extends "main.html" %}{% block words %}{{ names }}{% endblock %}',
    "own.html": '<html>{% include "parts/words.html" %}</html>',
    "within.html": '{% extends "wide.html" %}{% block all %}<main>{{ super() }}</main>{% endblock %}',
    "over.html": '{% extends "list.html" %}{% block words %}{{ super() }}{% endblock %}',
    "parts/words.html": '{% include "parts/words.html" %}{% include "gone.html" ignore missing %}{{ page.content }}',
    "parts/tree.html": '{% for each in tree %}{% include "parts/tree.html" %}{% endfor %}',
    "menu.html": '{% include "parts/tree.html" %}{{ page.title }}{{ nav.content }}',
    "any.html": "{% extends chosen %}{% block words %}{{ page.content }}{% endblock %}",
    "feed.xml": "{{ page.content }}",
}


@pytest.fixture
def env() -> Environment:
    return Environment(loader=DictLoader(PARTS), autoescape=True)


def test_templates_of_pages_show_their_words_wherever_they_are_said(env: Environment) -> None:
    # what "any.html" is built on only a page can tell, so it has the benefit of the doubt
    assert templates_of_pages(env) == ["any.html", "main.html", "own.html", "wide.html", "within.html"]


@pytest.mark.parametrize("name", ["base.html", "list.html", "over.html", "menu.html", "parts/tree.html", "hom.html"])
def test_frames_parts_lists_and_what_is_not_there_are_no_templates_of_pages(env: Environment, name: str) -> None:
    assert not is_of_pages(env, name)


def test_a_template_in_a_folder_may_be_one_of_pages(env: Environment) -> None:
    assert is_of_pages(env, "parts/words.html")
