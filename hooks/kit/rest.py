"""The rest: what is right in data beside what is wrong in it, so that all that is wrong can be told at once."""

import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from kit.key_path import Path
from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import InitErrorDetails

Model = TypeVar("Model", bound=BaseModel)


class _Wrong:
    """Stands for a value that is given but wrong: it is not None, and whatever else is asked of it is a TypeError."""

    def _unknown(self, *_: object) -> NoReturn:
        raise TypeError

    __bool__ = __eq__ = __ne__ = __hash__ = __iter__ = __len__ = __contains__ = _unknown


WRONG = _Wrong()


def refuse(model: BaseModel, found: Iterable[tuple[Path, str]]) -> None:
    """Raise one ValidationError with all that a rule of a model found, each at its path; nothing where it found none.

    A rule that raises at the first fault would hide the others.
    """
    details = [
        InitErrorDetails(type="value_error", loc=path, input=None, ctx={"error": ValueError(text)})
        for path, text in found
    ]
    if details:
        raise ValidationError.from_exception_data(type(model).__name__, details)


def rest_of(model: type[Model], data: Mapping[str, Any], wrong: Collection[str]) -> Model:
    """Return what a model makes of data without the keys that are wrong: it lacks those, and no rule was asked."""
    right = {
        name: info
        for name, info in model.model_fields.items()
        if (info.alias or name) not in wrong and ((info.alias or name) in data or not info.is_required())
    }
    given = {
        key: value for key, value in data.items() if any(key == (info.alias or name) for name, info in right.items())
    }
    fields: dict[str, Any] = {name: (info.annotation, info) for name, info in right.items()}
    partial = create_model(model.__name__, __config__=ConfigDict(**model.model_config), **fields).model_validate(given)
    made = model.model_construct()
    made.__dict__.clear()
    made.__dict__.update({name: getattr(partial, name) for name in right})
    return made


def rules_broken(model: type[BaseModel], data: Any, wrong: Iterable[Path]) -> Iterator[tuple[Path, ValueError]]:  # noqa: ANN401 data of a record
    """Yield what the rules over several keys say of data in which keys are wrong: pydantic asks them only when none is.

    A rule is not asked about a key that is wrong, or about anything inside of it.
    """
    for path, keys in _holders(wrong).items():
        held = _at(data, path)
        models = models_at(model, path)
        if not isinstance(held, Mapping) or len(models) != 1:
            continue
        (own,) = models
        rules = [each for each in own.__pydantic_decorators__.model_validators.values() if each.info.mode == "after"]
        names = {info.alias or name: name for name, info in own.model_fields.items()}
        if not rules or any(key not in names for key, is_whole in keys.items() if not is_whole):
            continue
        made = rest_of(own, held, keys.keys())
        made.__dict__.update({names[key]: WRONG for key in keys if key in names and key in held})
        for rule in rules:
            yield from ((path + inner, error) for inner, error in _asked(rule.func, made))


def models_at(model: type[BaseModel], path: Path) -> set[type[BaseModel]]:
    """Return the models that the data at a path can be of, looking through lists, dicts and unions."""
    models = {model}
    for part in path:
        following: set[type[BaseModel]] = set()
        for each in models:
            if isinstance(part, str) and part in each.model_fields:
                following |= set(_models_in(each.model_fields[part].annotation))
        models = following or models
    return models


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 a type hint can be anything
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def _holders(wrong: Iterable[Path]) -> Mapping[Path, Mapping[str, bool]]:
    """Return each place that holds something wrong, with the keys there, and whether the key as a whole is wrong."""
    found: dict[Path, dict[str, bool]] = {}
    for path in wrong:
        for end, key in enumerate(path):
            if isinstance(key, str):
                keys = found.setdefault(path[:end], {})
                keys[key] = keys.get(key, False) or end == len(path) - 1
    return found


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401 data of a record
    for part in path:
        if isinstance(data, Mapping):
            data = data.get(part)
        else:
            data = data[part] if isinstance(data, Sequence) and isinstance(part, int) and part < len(data) else None
    return data


def _asked(rule: Any, made: BaseModel) -> list[tuple[Path, ValueError]]:  # noqa: ANN401 what pydantic calls
    try:
        with warnings.catch_warnings(action="ignore"):  # pydantic warns where it writes what is wrong
            rule(made)
    except ValidationError as error:
        return [(each["loc"], each["ctx"]["error"]) for each in error.errors(include_url=False)]
    except ValueError as error:
        return [((), error)]
    except (AttributeError, TypeError):  # it rests on what is not there, or wrong
        return []
    return []
