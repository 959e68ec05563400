"""What the towns of these tests measure."""

import pytest

from indicators.models import Aggregation
from tests.comparison.measured import make_definition


@pytest.fixture
def executions():
    """A count of people."""
    return make_definition()


@pytest.fixture
def leavers():
    """A share."""
    return make_definition("leavers", aggregation=Aggregation.SHARE)
