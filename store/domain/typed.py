"""What values ask of `typing`, without `typing`: loading it, and its look at every field, would be felt at launch.

A value's class is a tuple with names, as one of `typing.NamedTuple` is to those who check types. It costs a tenth of
that: what makes its values is compiled with the first of them that are many, so only for classes that a run uses much.
"""

from __future__ import annotations

from _collections import _tuplegetter as field_getter  # type: ignore[import-not-found]  # as collections does

TYPE_CHECKING = False
"""As in typing: true for those who check types, false when the program runs."""

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
    from typing import TypeVar

    _Kind = TypeVar("_Kind", bound=type)
else:

    class _Value(tuple):
        """What all values can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, fields):
            """Make a value of its fields, in their order."""
            return cls(*fields)

        def _replace(self, **changes):
            """Return the same value but for some fields."""
            return type(self)(**{**self._asdict(), **changes})

        def _asdict(self):
            """Return the fields by name."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            told = ", ".join(f"{field}={held!r}" for field, held in self._asdict().items())
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self):
            """Return what a copy is made of."""
            return tuple(self)

    class _Fields(type):
        """Makes of a class body with annotated fields a tuple with these names and the rest of the body."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            body.update({field: field_getter(index, None) for index, field in enumerate(fields)})
            body.update(__slots__=(), __match_args__=fields, _fields=fields, _field_defaults=defaults)
            made = type(name, (_Value,), body)
            rare, whole = [None] * _RARE, len(fields)

            def first(kind, /, *given, **named):
                if len(given) == whole and not named:
                    return tuple.__new__(kind, given)
                if rare:
                    rare.pop()
                    return tuple.__new__(kind, _filled(name, fields, defaults, given, named))
                made.__new__ = _maker(fields, defaults)
                return made.__new__(kind, *given, **named)

            made.__new__ = first
            return made

    _RARE = 16
    """How many values of a class that do not name every field in turn are put together before what makes them is
    compiled: that takes as long as putting so many together, and of many classes there is just one value."""

    def _filled(name, fields, defaults, given, named):
        """Put the fields of a value together as a call of a function would."""
        values = dict(zip(fields, given, strict=False))
        odd = [field for field in named if field in values or field not in fields]
        values = {**defaults, **values, **named}
        lacking = [field for field in fields if field not in values]
        if odd or lacking or len(given) > len(fields):
            raise TypeError(f"{name}: {len(given)} fields given; lacks {lacking}, cannot take {odd}")
        return tuple([values[field] for field in fields])

    def _maker(fields, defaults):
        """Compile what makes the values of a class: as quick as if it were written out."""
        taken = ", ".join(f"{field}=_d[{field!r}]" if field in defaults else field for field in fields)
        kept = "".join(f"{field}, " for field in fields)
        scope = {"_new": tuple.__new__, "_d": defaults}
        return eval(f"lambda _kind, /, {taken}: _new(_kind, ({kept}))", scope)  # noqa: S307 - names of fields alone

    class NamedTuple(metaclass=_Fields):
        """The base of every value: an immutable tuple whose places have names."""


def direct(kind: _Kind) -> _Kind:
    """Let the words of an enumeration be plain attributes of it, as they are from Python 3.12 on.

    Before, each use of one calls a function, which is felt where many commitments are reckoned.
    """
    for name, member in kind.__members__.items():  # type: ignore[attr-defined]  # only enumerations are decorated
        type.__setattr__(kind, name, member)
    return kind
