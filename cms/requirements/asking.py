"""The usual questions to a draft."""

from django.utils.html import strip_tags


def filled(name):
    """Is the field `name` filled in with words or a choice?"""

    def test(page):
        value = getattr(page, name, None)
        return bool(value.strip()) if isinstance(value, str) else value not in (None, [], ())

    return test


def any_filled(*names):
    """Is at least one of the fields filled in?"""
    tests = [filled(name) for name in names]
    return lambda page: any(test(page) for test in tests)


def has_rows(name):
    """Is there at least one row or chosen object in the relation `name`?"""
    return lambda page: bool(list(getattr(page, name).all()))


def has_blocks(name):
    """Does the stream field hold a block?"""
    return lambda page: bool(len(getattr(page, name) or ()))


def either(*tests):
    """Is at least one of the tests passed?"""
    return lambda page: any(test(page) for test in tests)


def words_in(html):
    """The words of rich text without markup."""
    return strip_tags(str(html or "")).strip()
