"""What a page may load and run; the browser tests fail when a page wants more."""

from django.urls import reverse


def policy_of(response) -> dict[str, str]:
    """Directives of the header by name."""
    lines = (line.strip().partition(" ") for line in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in lines}


def test_nothing_written_into_a_page_runs(client, db):
    policy = policy_of(client.get(reverse("account_login")))
    assert policy["script-src"] == "'self'"
    assert "unsafe" not in "".join(policy.values())


def test_a_signed_in_page_has_the_same_policy(as_coordinator, krnov):
    address = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    policy = policy_of(as_coordinator.get(address))
    assert (policy["object-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'",) * 3


def test_the_administration_has_it_too(client, db):
    assert "Content-Security-Policy" in client.get("/sprava/", follow=True)
