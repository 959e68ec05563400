from django.urls import include, path

from .structure import Level
from .views.invitation import accept
from .views.people import end_role, invite, people, withdraw_invitation
from .views.periods import add_period, edit_period, periods
from .views.structure import (
    add_area,
    add_goal,
    add_measure,
    add_subgoal,
    edit_level,
    edit_plan,
    edit_plan_facts,
    move_level,
    remove_level,
)

app_name = "plans"

# /mesta/<town>/lide/
people_urls = [
    path("", people, name="people"),
    path("pozvat/", invite, name="invite"),
    path("pozvanky/<int:pk>/zrusit/", withdraw_invitation, name="withdraw_invitation"),
    path("role/<int:pk>/ukoncit/", end_role, name="end_role"),
]

area, goal, measure = ({"level": level} for level in Level)

# /plany/<plan>/upravy/
structure_urls = [
    path("", edit_plan, name="edit_plan"),
    path("udaje/", edit_plan_facts, name="edit_plan_facts"),
    path("oblast/", add_area, name="add_area"),
    path("oblast/<int:pk>/", edit_level, area, name="edit_area"),
    path("oblast/<int:pk>/cil/", add_goal, name="add_goal"),
    path("oblast/<int:pk>/posunout/", move_level, area, name="move_area"),
    path("oblast/<int:pk>/odebrat/", remove_level, area, name="remove_area"),
    path("cil/<int:pk>/", edit_level, goal, name="edit_goal"),
    path("cil/<int:pk>/cil/", add_subgoal, name="add_subgoal"),
    path("cil/<int:pk>/opatreni/", add_measure, name="add_measure"),
    path("cil/<int:pk>/posunout/", move_level, goal, name="move_goal"),
    path("cil/<int:pk>/odebrat/", remove_level, goal, name="remove_goal"),
    path("opatreni/<int:pk>/", edit_level, measure, name="edit_measure"),
    path("opatreni/<int:pk>/posunout/", move_level, measure, name="move_measure"),
    path("obdobi/", periods, name="periods"),
    path("obdobi/pridat/", add_period, name="add_period"),
    path("obdobi/<int:pk>/", edit_period, name="edit_period"),
]

urlpatterns = [
    path("mesta/<int:town_pk>/lide/", include(people_urls)),
    path("plany/<slug:plan_slug>/upravy/", include(structure_urls)),
    path("pozvanka/<str:token>/", accept, name="invitation"),
]
