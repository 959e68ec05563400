"""What the database itself refuses, each with a Czech sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from indicators.models import Indicator, Target, Value
from tests.builders import make_value


def refused(instance, sentence):
    with pytest.raises(ValidationError, match=sentence):
        instance.full_clean()
    with pytest.raises(IntegrityError):
        instance.save()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Hodnota musí být číslo"),
        ({"number": 1, "missing_reason": "not_yet"}, "ne obojí"),
        ({"number": 5, "upper": 3}, "Horní mez rozsahu"),
        (
            {"number": 1, "covers_start": date(2024, 1, 1), "covers_end": date(2023, 1, 1)},
            "Vlastní období hodnoty končí dřív",
        ),
    ],
)
def test_a_value_that_makes_no_sense(krnov, fields, sentence):
    refused(Value(indicator=krnov.indicator, period=krnov.period, **fields), sentence)


@pytest.mark.parametrize("with_period", [True, False])
def test_two_values_for_one_period_or_two_baselines(krnov, with_period):
    period = krnov.period if with_period else None
    make_value(krnov.indicator, period, 1)
    refused(Value(indicator=krnov.indicator, period=period, number=2), "už")


def test_an_indicator_with_two_owners(krnov):
    fields = {"plan": krnov.plan, "role": "output", "name": "x", "area": krnov.area, "measure": krnov.measure}
    refused(Indicator(**fields), "nejvýše k jedné")


def test_a_difference_with_one_term_only(krnov):
    fields = {"plan": krnov.plan, "role": "output", "name": "x", "minuend": krnov.indicator}
    refused(Indicator(**fields), "Rozdíl potřebuje oba indikátory")


def test_a_share_of_itself(krnov):
    krnov.context.denominator = krnov.context
    refused(krnov.context, "sám ze sebe|podílem z jiného")


def test_a_target_that_says_nothing(krnov):
    refused(Target(indicator=krnov.indicator), "potřebuje číslo, směr nebo slova")


def test_a_replaced_target_stays_readable(krnov):
    old = Target.objects.create(indicator=krnov.indicator, number=100)
    new = Target.objects.create(indicator=krnov.indicator, number=120, replaces=old, reason="Víc peněz.")
    assert list(Target.objects.current()) == [new]
    assert krnov.indicator.targets.count() == 2
