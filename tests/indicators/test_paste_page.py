"""Paste from Excel: nothing before the preview is confirmed, then all or nothing, and back again."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Batch, Category, Part, PartsKind, Value
from tests.builders import make_indicator, make_remark, make_user, make_value
from tests.html import form_data, page_text


def address(town, view="paste", *extra):
    return reverse(f"indicators:{view}", args=[town.plan.slug, town.period.slug, *extra])


def preview(client, town, block, **data):
    return client.post(address(town), {"block": block} | data)


def write(client, town, page, **data):
    return client.post(address(town), form_data(page) | {"write": "1"} | data)


def paste(client, town, block):
    """From the block to the written batch."""
    response = write(client, town, preview(client, town, block))
    assert response.status_code == 302, page_text(response)
    return Batch.objects.first()


def undo(client, town, batch):
    return client.post(address(town, "batch", batch.pk), follow=True)


def rows_of(town, count):
    """That many indicators with a value and with their addresses, and one row of each in the block."""
    made = [make_indicator(town.plan, measure=town.measure, name=f"Ukazatel {n}") for n in range(count)]
    for one in made[::2]:
        make_value(one, town.period, 5, updated_by=make_user(f"pise{one.pk}"))
    return "\n".join(f"Ukazatel {n}\t{100 + n}" for n in range(count))


def test_the_preview_writes_nothing_and_counts_what_it_would(as_coordinator, krnov):
    make_value(krnov.context, krnov.period, 12)
    response = preview(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13\nVytištěné letáky\t400")
    text = page_text(response)
    assert "Zatím se nic nezapsalo." in text
    assert "Vloží se 2 hodnoty, 1 řádek zůstane stranou." in text
    assert Value.objects.count() == 1


def test_the_confirmed_block_is_written_with_its_author(as_coordinator, coordinator, krnov):
    make_value(krnov.context, krnov.period, 12)
    paste(as_coordinator, krnov, "4.1.1/1\t1 009,50\nK4/1\t13")
    numbers = {one.indicator: (one.number, one.updated_by) for one in Value.objects.all()}
    assert numbers[krnov.indicator] == (Decimal("1009.50"), coordinator)
    assert numbers[krnov.context] == (13, coordinator)
    assert krnov.context.values.get().history.first().history_user == coordinator


def test_refused_and_unknown_rows_stay_behind_and_are_named(as_coordinator, krnov):
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\tasi dost\nVytištěné letáky\t400")
    assert [row.indicator for row in batch.rows.all()] == [krnov.indicator]
    text = page_text(as_coordinator.get(address(krnov, "batch", batch.pk)))
    assert "řádek 2: K4/1 asi dost" in text
    assert "řádek 3: Vytištěné letáky 400" in text


def test_a_correction_is_kept_over_further_steps(as_coordinator, krnov):
    page = preview(as_coordinator, krnov, "4.1.1/1\t6O\nK4/1\t1O")
    page = as_coordinator.post(address(krnov), form_data(page) | {"confirm": "1"})
    page = as_coordinator.post(address(krnov), form_data(page) | {"leave": "2"})
    write(as_coordinator, krnov, page)
    assert krnov.indicator.values.get().number == 60
    assert not krnov.context.values.exists()


def test_an_unconfirmed_correction_is_shown_before_it_is_written(as_coordinator, krnov):
    page = preview(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\tasi dost")
    shown = write(as_coordinator, krnov, page, **{"r2-value": "7"})
    assert shown.status_code == 409
    assert not Value.objects.exists()
    write(as_coordinator, krnov, shown)
    assert krnov.context.values.get().number == 7


def test_a_row_is_assigned_by_hand(as_coordinator, krnov):
    page = preview(as_coordinator, krnov, "Úplně jiná slova\t12")
    confirmed = {"confirm": "1", "r1-row": krnov.context.pk}
    page = as_coordinator.post(address(krnov), form_data(page) | confirmed)
    write(as_coordinator, krnov, page)
    assert krnov.context.values.get().number == 12


def test_a_row_of_another_plan_cannot_be_assigned(as_coordinator, krnov, stranger):
    foreign = Value._meta.get_field("indicator").related_model.objects.exclude(plan=krnov.plan).first()
    page = preview(as_coordinator, krnov, "Úplně jiná slova\t12")
    confirmed = {"confirm": "1", "r1-row": foreign.pk}
    page = as_coordinator.post(address(krnov), form_data(page) | confirmed)
    assert "Zatím není co vložit." in page_text(page)


def test_what_changed_meanwhile_is_shown_and_nothing_is_written(as_coordinator, krnov):
    page = preview(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13")
    colleague = make_user("kolegyne", coordinator_of=krnov.territory)
    make_value(krnov.indicator, krnov.period, 99, updated_by=colleague)
    response = write(as_coordinator, krnov, page)
    text = page_text(response)
    assert response.status_code == 409
    assert "Mezitím se změnilo." in text
    assert "zapsáno: Kolegyne" in text
    assert not krnov.context.values.exists()
    assert write(as_coordinator, krnov, response).status_code == 302
    assert krnov.indicator.values.get().number == 12


def test_the_colleagues_value_may_be_kept(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 99)
    page = preview(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13", leave="1")
    write(as_coordinator, krnov, page)
    assert krnov.indicator.values.get().number == 99


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("", "Vložte sem řádky zkopírované z Excelu."),
        ("12\n13", "Blok má jen jeden sloupec."),
        ("a\t1\n" * 501, "Najednou jde vložit nejvýš 500 řádků."),
    ],
)
def test_a_block_that_cannot_be_read_stays_in_the_field(as_coordinator, krnov, block, sentence):
    response = preview(as_coordinator, krnov, block)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response)["block"].strip() == block.strip()


def test_the_way_back_keeps_the_block(as_coordinator, krnov):
    page = preview(as_coordinator, krnov, "4.1.1/1\t12")
    back = as_coordinator.post(address(krnov), form_data(page) | {"back": "1"})
    assert form_data(back)["block"] == "4.1.1/1\t12"


def test_a_closed_period_takes_nothing(as_coordinator, coordinator, krnov):
    page = preview(as_coordinator, krnov, "4.1.1/1\t12")
    krnov.period.submit(by=coordinator)
    assert write(as_coordinator, krnov, page).status_code == 403
    assert not Value.objects.exists()


def test_of_a_returned_period_only_the_returned_cells_are_taken(
    as_coordinator, coordinator, consultant, krnov
):
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant, asks_for_change=True)
    krnov.period.send_back(by=consultant, reason="Odkud?")
    page = preview(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13")
    assert "konzultant vrátil k opravě jen některé" in page_text(page)
    write(as_coordinator, krnov, page)
    assert [value.indicator for value in Value.objects.all()] == [krnov.indicator]


def test_a_contributor_pastes_into_the_own_measures_only(sign_in, contributor, foreign, krnov):
    client = sign_in(contributor)
    page = preview(client, krnov, "4.1.1/1\t12\n4.2.1/1\t13")
    assert "Cizí indikátor" not in page_text(page)
    write(client, krnov, page)
    assert [value.indicator for value in Value.objects.all()] == [krnov.indicator]


def test_who_reads_all_but_fills_a_part_learns_why_a_row_is_refused(sign_in, lexikona, foreign, krnov):
    person = make_user("oba", reader_of=krnov.territory, contributor_of=lexikona)
    text = page_text(preview(sign_in(person), krnov, "4.1.1/1\t12\n4.2.1/1\t13"))
    assert "Toto opatření vyplňuje jiná organizace nebo koordinátor města." in text


@pytest.mark.parametrize(("person", "status"), [("stranger", 404), ("reader", 403), ("consultant", 403)])
def test_others_paste_nothing(request, sign_in, krnov, person, status):
    client = sign_in(request.getfixturevalue(person))
    assert preview(client, krnov, "4.1.1/1\t12").status_code == status


@pytest.mark.parametrize("count", [10, 200])
def test_the_preview_asks_the_same_questions_for_any_block(
    as_coordinator, krnov, django_assert_max_num_queries, count
):
    block = rows_of(krnov, count)
    with django_assert_max_num_queries(16):
        response = preview(as_coordinator, krnov, block)
    assert f"Vloží se {count} hodnot" in page_text(response)


# Taking back


def test_one_click_takes_the_whole_block_back(as_coordinator, coordinator, krnov):
    make_value(krnov.context, krnov.period, 12, share="4.5", share_decimals=1, note="sloučeno")
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13")
    response = undo(as_coordinator, krnov, batch)
    assert "Vráceno: 2 hodnoty" in page_text(response)
    restored = krnov.context.values.get()
    assert (restored.number, restored.share, restored.note) == (12, Decimal("4.5"), "sloučeno")
    assert not krnov.indicator.values.exists()
    removed = Value.history.filter(indicator=krnov.indicator).first()
    assert (removed.history_type, removed.history_user) == ("-", coordinator)


def test_parts_come_back_with_their_value(as_coordinator, krnov):
    krnov.indicator.parts_kind = PartsKind.SUM
    krnov.indicator.save()
    value = make_value(krnov.indicator, krnov.period, 229)
    for label, number in (("ČR", 79), ("UA", 150)):
        category = Category.objects.create(indicator=krnov.indicator, label=label)
        Part.objects.create(value=value, category=category, number=number)
    batch = paste(as_coordinator, krnov, "4.1.1/1\tnesledováno")
    assert not Part.objects.exists()
    undo(as_coordinator, krnov, batch)
    assert [part.number for part in krnov.indicator.values.get().all_parts] == [79, 150]


def test_what_somebody_wrote_since_stays_and_is_named(as_coordinator, krnov):
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12\nK4/1\t13")
    paste(as_coordinator, krnov, "4.1.1/1\t14")
    text = page_text(undo(as_coordinator, krnov, batch))
    assert "Vráceno: 1 hodnota" in text
    assert "Nevráceno, mezitím změněno: 1" in text
    assert krnov.indicator.values.get().number == 14
    assert not krnov.context.values.exists()


def test_a_batch_is_taken_back_once(as_coordinator, krnov):
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12")
    undo(as_coordinator, krnov, batch)
    make_value(krnov.indicator, krnov.period, 7)
    assert undo(as_coordinator, krnov, batch).status_code == 403
    assert krnov.indicator.values.get().number == 7


def test_after_submission_nothing_is_taken_back(as_coordinator, coordinator, consultant, krnov):
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12")
    krnov.period.submit(by=coordinator)
    assert undo(as_coordinator, krnov, batch).status_code == 403
    krnov.period.send_back(by=consultant, reason="Odkud?")
    assert undo(as_coordinator, krnov, batch).status_code == 403
    assert krnov.indicator.values.get().number == 12


def test_a_contributor_takes_back_the_own_batch_and_no_other(sign_in, coordinator, contributor, krnov):
    theirs = paste(sign_in(coordinator), krnov, "K4/1\t12")
    own = paste(sign_in(contributor), krnov, "4.1.1/1\t12")
    assert undo(sign_in(contributor), krnov, theirs).status_code == 404
    assert "Vráceno: 1 hodnota" in page_text(undo(sign_in(contributor), krnov, own))


def test_history_tells_what_was_taken_back(as_coordinator, krnov):
    undo(as_coordinator, krnov, paste(as_coordinator, krnov, "4.1.1/1\t12"))
    stream = as_coordinator.get(reverse("reports:history", args=[krnov.plan.slug]))
    cell = as_coordinator.get(
        reverse("reports:value_history", args=[krnov.plan.slug, krnov.period.slug, krnov.indicator.pk])
    )
    assert "12 osob" in page_text(stream)
    assert "12 osob" in page_text(cell)


@pytest.mark.parametrize("view", ["paste", "period"])
def test_the_last_batch_is_within_reach(as_coordinator, krnov, view):
    batch = paste(as_coordinator, krnov, "4.1.1/1\t12")
    assert address(krnov, "batch", batch.pk) in as_coordinator.get(address(krnov, view)).content.decode()
    undo(as_coordinator, krnov, batch)
    assert address(krnov, "batch", batch.pk) not in as_coordinator.get(address(krnov, view)).content.decode()
