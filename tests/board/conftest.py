import pytest

from tests.builders import make_user


@pytest.fixture
def as_consultant(db, sign_in):
    return sign_in(make_user("konzultantka", consultant=True))
