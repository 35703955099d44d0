"""The real library, whole or with a card taken out of use, and the sentences of each language."""

import msgspec
import pytest

from sst_training.library import open_library
from sst_training.library.locales import phrases_for


@pytest.fixture(scope="session")
def library():
    """The library of this checkout."""
    return open_library()


@pytest.fixture(params=["nl", "en"])
def say(request):
    """The sentences of each language in turn."""
    return phrases_for(request.param)


@pytest.fixture
def withdrawn():
    """Gives a library whose first card of a kind was taken out of use, and that card's id."""

    def take(library, kind):
        first, *rest = getattr(library, kind)
        gone = msgspec.structs.replace(first, retired="doubled")
        return msgspec.structs.replace(library, **{kind: (gone, *rest)}), first.id

    return take
