"""The board in the navigation: who is offered it, and where it is marked."""

import re

import pytest
from django.urls import reverse

from reports.board.listings import LISTINGS
from tests.html import page_text

PAGE = reverse("reports:board")


def test_the_navigation_of_a_consultant_begins_with_towns(as_consultant, krnov):
    for address in [PAGE, reverse("reports:plans"), reverse("indicators:tree", args=[krnov.plan.slug])]:
        html = as_consultant.get(address).content.decode()
        first = html.split('<ul class="site-nav">')[1].split("</li>")[0]
        assert "Města" in first


@pytest.mark.parametrize(
    "address", [PAGE, *(reverse("reports:board_list", args=[slug]) for slug in LISTINGS)]
)
def test_the_navigation_says_that_the_board_and_its_lists_are_towns(as_consultant, krnov, address):
    html = page_text(as_consultant.get(address)).split("</nav>")[0]
    assert re.findall(r'<a href="([^"]*)" aria-current="page">', html) == [PAGE]


@pytest.mark.parametrize("name", ["exchange:public_data", "reports:board", "reports:plans"])
def test_an_administrator_is_always_offered_the_board(client, django_user_model, db, name):
    client.force_login(django_user_model.objects.create_superuser("sprava@example.cz", "x"))
    html = client.get(reverse(name)).content.decode()
    for view in ["reports:board", "indicators:reviews", "exchange:public_data"]:
        assert f'href="{reverse(view)}"' in html.split("</nav>")[0]


def test_others_are_not_offered_the_board(sign_in, coordinator):
    assert f'href="{PAGE}"' not in sign_in(coordinator).get(reverse("reports:plans")).content.decode()
