from django.urls import include, path

from .views.baselines import baseline
from .views.batches import batch
from .views.cell import save_value
from .views.context import context_indicators
from .views.evidence import add_evidence, evidence_file, restore_evidence, retire_evidence
from .views.fill import fill
from .views.indicator_forms import add_indicator, edit_indicator
from .views.indicators import indicator
from .views.memory import value
from .views.overview import overview, period_overview
from .views.paste import paste
from .views.remarks import remark
from .views.reminders import remind, remind_together
from .views.retiring import retire_indicator, retire_measure
from .views.review import review
from .views.reviews import reviews
from .views.statuses import edit_goal_status, edit_measure_status, statuses
from .views.submission import submission
from .views.targets import add as add_target
from .views.targets import revise
from .views.tree import plan_tree
from .views.values import values

app_name = "indicators"

# /plany/<plan>/<period>/
period_urls = [
    path("", period_overview, name="period"),
    path("strom/", plan_tree, name="period_tree"),
    path("hodnoty/", values, name="values"),
    path("hodnoty/<int:pk>/", value, name="value"),
    path("hodnoty/<int:pk>/ulozit/", save_value, name="save_value"),
    path("vlozit/", paste, name="paste"),
    path("hromadne/", fill, name="fill"),
    path("vlozeni/<int:pk>/", batch, name="batch"),
    path("hodnoty/<int:pk>/podklady/", add_evidence, name="add_evidence"),
    path("podklady/<int:pk>/", evidence_file, name="evidence_file"),
    path("podklady/<int:pk>/odebrat/", retire_evidence, name="retire_evidence"),
    path("podklady/<int:pk>/vratit/", restore_evidence, name="restore_evidence"),
    path("kontext/", context_indicators, name="context"),
    path("stav/", statuses, name="statuses"),
    path("odevzdani/", submission, name="submission"),
    path("kontrola/", review, name="review"),
    path("pripominky/<int:pk>/", remark, name="remark"),
    path("pripomenout/", remind, name="remind"),
    path("stav/opatreni/<int:pk>/", edit_measure_status, name="edit_measure_status"),
    path("stav/cil/<int:pk>/", edit_goal_status, name="edit_goal_status"),
]

# /plany/<plan>/indikatory/
indicator_urls = [
    path("novy/", add_indicator, name="add_indicator"),
    path("novy/oblast/<int:pk>/", add_indicator, {"level": "area"}, name="add_area_indicator"),
    path("novy/cil/<int:pk>/", add_indicator, {"level": "goal"}, name="add_goal_indicator"),
    path("novy/opatreni/<int:pk>/", add_indicator, {"level": "measure"}, name="add_measure_indicator"),
    path("<int:pk>/", indicator, name="indicator"),
    path("<int:pk>/upravit/", edit_indicator, name="edit_indicator"),
    path("<int:pk>/pocatecni-hodnota/", baseline, name="baseline"),
    path("<int:pk>/cil/", add_target, name="add_target"),
]

urlpatterns = [
    path("", overview, name="overview"),
    path("kontrola/", reviews, name="reviews"),
    path("pripomenout/", remind_together, name="remind_together"),
    path("plany/<slug:plan_slug>/", plan_tree, name="tree"),
    path("plany/<slug:plan_slug>/cile/<int:pk>/", revise, name="revise_target"),
    path("plany/<slug:plan_slug>/ukoncit/opatreni/<int:pk>/", retire_measure, name="retire_measure"),
    path("plany/<slug:plan_slug>/ukoncit/indikator/<int:pk>/", retire_indicator, name="retire_indicator"),
    path("plany/<slug:plan_slug>/indikatory/", include(indicator_urls)),
    path("plany/<slug:plan_slug>/<slug:period_slug>/", include(period_urls)),
]
