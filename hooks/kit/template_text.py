"""Text with places for values, such as `{days} times {minutes} minutes`: only the places that will be filled."""

from string import Formatter

from kit.problem import did_you_mean
from pydantic import AfterValidator


def only_placeholders(*names: str) -> AfterValidator:
    """Return a check for a text of a model: it may hold these names in braces and no other, so that `format` works."""
    known = [f"{{{name}}}" for name in names]
    expected = " and ".join(filter(None, [", ".join(known[:-1]), known[-1]]))

    def check(text: str) -> str:
        try:
            places = [
                f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"
                for _, name, form, conversion in Formatter().parse(text)
                if name is not None
            ]
        except ValueError:
            raise ValueError(
                f"a brace stands alone, expected only {expected}. Write {{{{ or }}}} for a brace that is meant."
            ) from None
        for place in places:
            if place not in known:
                shown = place if len(place) <= LONGEST_SHOWN else f"{place[:LONGEST_SHOWN]}..."
                raise ValueError(f"expected only {expected}, found {shown}.{did_you_mean(shown, known)}")
        return text

    return AfterValidator(check)


LONGEST_SHOWN = 40
"""Characters of a wrong place that a message repeats."""
