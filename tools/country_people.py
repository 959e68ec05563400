"""Who looks at the made-up country, and what they wrote to each other."""

from dataclasses import dataclass

from accounts.models import User
from plans.models import Measure, Membership, Plan, Remark, ReportingPeriod, Role
from tools.country import BATCH

OWN_TOWNS = 14
SIGN_IN = 2  # questions that every page of a signed-in person asks: the session and its user


@dataclass(frozen=True)
class People:
    """One account for each way of seeing the country."""

    of_some: User  # a consultant who looks after fourteen towns, however large the country is
    of_both: User  # looks after the same fourteen and may see all
    of_all: User
    coordinator: User  # this and the reader belong to the first town
    reader: User

    @property
    def consultants(self) -> tuple[User, User, User]:
        return self.of_some, self.of_both, self.of_all


def build_people(plans: list[Plan]) -> People:
    names = ("konzultantka", "metodicka", "konzultant", "koordinatorka", "ctenar")
    rows = [User(email=f"{name}@zkusebni.example", name=f"Zkušební {name}", password="!") for name in names]
    people = People(*User.objects.bulk_create(rows))
    towns = [plan.municipality for plan in plans]
    own = [
        Membership(user=person, role=Role.CONSULTANT, territory=town)
        for person in (people.of_some, people.of_both)
        for town in towns[:OWN_TOWNS]
    ]
    given = [
        *own,
        *(Membership(user=person, role=Role.CONSULTANT) for person in (people.of_both, people.of_all)),
        Membership(user=people.coordinator, role=Role.COORDINATOR, territory=towns[0]),
        Membership(user=people.reader, role=Role.READER, territory=towns[0]),
    ]
    Membership.objects.bulk_create(given)
    return people


def build_remarks(plans: list[Plan], people: People):
    """Two questions in the newest period of every second plan, one of them with an answer."""
    asked = [plan for plan in plans if plan.pk % 2]
    newest = ReportingPeriod.objects.filter(plan__in=asked).order_by("plan", "start")
    period_of = {period.plan_id: period for period in newest}
    measures = Measure.objects.filter(goal__area__plan__in=asked, position__lte=2, goal__area__position=1)
    cells = measures.values_list("goal__area__plan", "pk")
    rows = [
        Remark(period=period_of[plan], about=Remark.About.MEASURE, subject_id=pk, written_by=people.of_all,
               text="Z čeho to plyne?")
        for plan, pk in cells
    ]  # fmt: skip
    questions = Remark.objects.bulk_create(rows, BATCH)
    answers = [
        Remark(period=one.period, about=one.about, subject_id=one.subject_id, answers=one,
               written_by=people.coordinator, text="Z evidence města.")
        for one in questions[::2]
    ]  # fmt: skip
    Remark.objects.bulk_create(answers, BATCH)
