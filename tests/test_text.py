"""A text is read from bytes as people save it, and without what nobody sees."""

from kit.text import UNSEEN, read_text


def test_a_text_is_read_from_bytes_with_any_line_ends_and_a_mark_of_byte_order() -> None:
    assert read_text("\ufeffa: 1\r\nb: é\rc: 3".encode(), file="a.yml") == ("a: 1\nb: é\nc: 3", [])


def test_bytes_that_are_no_text_are_refused_at_their_line() -> None:
    text, problems = read_text(b"a: 1\nb: \xe9\n", file="a.yml", first_line=3)
    assert text is None
    assert [str(each) for each in problems] == ["a.yml:4: encoding: this is not UTF-8 text. Save the file as UTF-8."]


def test_a_character_that_nobody_sees_is_refused_wherever_it_stands() -> None:
    for number in [*range(9), *range(14, 32), 11, 12, 127, *range(128, 160), 0x2028, 0x2029, 0xD800, 0xFEFF, 0xFFFF]:
        assert UNSEEN.fullmatch(chr(number)), hex(number)
        text, (problem,) = read_text(f"a: 1\nb: x{chr(number)}y", file="a.yml")
        assert text is None
        assert (problem.line, problem.rule) == (2, "character")
    assert not UNSEEN.search("\t\n az \xa0\xad é 漢 \u200b\u200d\u2026 \U0001f600")
