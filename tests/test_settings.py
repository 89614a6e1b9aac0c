"""Settings: what `extra` of mkdocs.yml may say, told at its line."""

import breaks
import pytest
from building import ROOT
from kit.settings import Settings, read_settings


def read(recipe: str) -> tuple[Settings, list[str]]:
    found, problems = read_settings(breaks.settings(recipe))
    return found, breaks.said(problems)


def test_all_settings_of_a_recipe_are_read() -> None:
    found, problems = read(breaks.RECIPE)
    assert problems == []
    assert found.help is not None
    assert (found.help.page, found.help.label, found.help.short) == ("help/", "A dropped stitch", "Help")
    assert found.checked is not None
    assert found.checked.months == {"default": 12, "help.md": 6}
    assert found.evidence.sections == {"wool": "Sayings about wool", "other-yarns": "Sayings about the rest"}
    assert found.structured_data.plain == ("cards/",)


@pytest.mark.parametrize("recipe", ["site_name: Breaks\n", "extra: {}\n"])
def test_a_guide_may_set_nothing(recipe: str) -> None:
    found, problems = read(recipe)
    assert problems == []
    assert (found.help, found.checked) == (None, None)
    assert found.structured_data.pages == "WebPage"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    link: How", "    lnik: How", "mkdocs.yml:8: extra.checked.lnik: unknown key, expected one of: link, "),
        ("    link: How", "    lnik: How", 'Did you mean "link"?'),
        ("    link: How", "    lnik: How", "mkdocs.yml:8: extra.checked.lnik: unknown key"),
        ("  checked:", "  cheked:", "mkdocs.yml:7: extra.cheked: unknown key, expected one of: "),
        ("  checked:", "  cheked:", 'Did you mean "checked"?'),
        (
            "help.md: 6",
            "help.md: never",
            "mkdocs.yml:12: extra.checked.months.help.md: expected a whole number",
        ),
        ("help.md: 6", "help.md: 0", "mkdocs.yml:12: extra.checked.months.help.md: expected 1 or more, found 0."),
        ("short: Help", "short: 7", "mkdocs.yml:6: extra.help.short: expected text, found 7."),
        ("MedicalWebPage", "MedcalWebPage", 'Did you mean "MedicalWebPage"?'),
        (
            "sections: {wool",
            "section: {wool",
            "mkdocs.yml:14: extra.evidence.section: unknown key, expected one of: sections.",
        ),
    ],
)
def test_each_mistake_is_told_with_its_line_in_the_recipe(old: str, new: str, message: str) -> None:
    assert old in breaks.RECIPE
    _, problems = read(breaks.RECIPE.replace(old, new))
    assert any(message in each for each in problems), problems


def test_a_wrong_setting_leaves_the_others() -> None:
    found, problems = read(breaks.RECIPE.replace("    link: How", "    lnik: How"))
    assert found.checked is None
    assert found.help is not None
    assert found.structured_data.licence == "https://free.example/"
    assert all("extra.checked." in each for each in problems)


CONTACT = """\
extra:
  contact:
    page: about.md
    title: Write to us
    told: "Send a card to {address} please."
    none: Nobody can be written to yet.
    address: wool@example.org
"""


def test_without_an_address_to_write_to_the_rest_of_the_contact_stands() -> None:
    for empty in ("", " null", " ~"):
        found, problems = read(CONTACT.replace(" wool@example.org", empty))
        assert problems == []
        assert found.contact is not None
        assert found.contact.address is None


@pytest.mark.parametrize("address", ["wool@example.org", "a.b+c@mail.example.co.uk", "https://wool.example/write/"])
def test_people_can_write_to_a_mail_address_or_to_a_page(address: str) -> None:
    found, problems = read(CONTACT.replace("wool@example.org", address))
    assert problems == []
    assert found.contact is not None
    assert found.contact.address == address


@pytest.mark.parametrize(
    "address",
    ["wool", "wool@example", "wool at example.org", "@example.org", "a@b@c.org", "http://wool.example/", "https://wool",
     "mailto:wool@example.org", "javascript:alert(1)", "wool@example..org"],
)  # fmt: skip
def test_what_nobody_can_write_to_is_told_with_its_line(address: str) -> None:
    found, problems = read(CONTACT.replace("wool@example.org", f'"{address}"'))
    assert found.contact is None
    assert problems == [
        (
            f'mkdocs.yml:7: extra.contact.address: "{address}" is no address that people can write to, '
            "expected one such as help@example.org, or a page that starts with https://."
        )
    ]


def test_a_blank_that_nothing_fills_is_told() -> None:
    _, problems = read(CONTACT.replace("{address}", "{adress}"))
    assert problems == ['mkdocs.yml:5: extra.contact.told: expected {address}, found {adress}. Did you mean "address"?']


def test_settings_of_the_theme_and_of_the_link_check_pass() -> None:
    recipe = "extra: {links: {clicks: 3}, social: [], alternate: [], analytics: {}, version: {}, generator: false}\n"
    found, problems = read(recipe)
    assert problems == []
    assert not found.generator


def test_the_project_sets_nothing_wrong() -> None:
    recipe = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
    assert read(recipe)[1] == []
