"""Rate limits are counted in the cache, so every test starts with an empty one."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_requests_yet():
    cache.clear()
    yield
    cache.clear()
