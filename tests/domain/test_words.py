"""The words of the field are plain attributes of their enumerations, and members of them all the same."""

import copy
import pickle

import pytest

from store.domain.quantities import Qualifier
from store.domain.words import Category, Delivery, Instrument, Measure


@pytest.mark.parametrize("kind", [Category, Delivery, Instrument, Measure, Qualifier])
def test_words_are_attributes_and_members(kind: type[Delivery]) -> None:
    for name, member in kind.__members__.items():
        assert kind.__dict__[name] is member is kind[name] is kind(str(member.value))
        assert isinstance(member, kind)
        assert copy.copy(member) is pickle.loads(pickle.dumps(member)) is member
    assert list(kind) == list(kind.__members__.values())


def test_people_and_the_dead_are_humanitarian() -> None:
    owed = {category for category in Category if category.humanitarian}
    assert owed == {Category.PRISONERS, Category.REMAINS, Category.CIVILIANS, Category.CHILDREN}
