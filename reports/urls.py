from django.urls import path

from .registers.views import PlanList, ProjectList
from .views import download, preview, report_list

app_name = "reports"

urlpatterns = [
    path("plany/", PlanList.as_view(), name="plans"),
    path("projekty/", ProjectList.as_view(), name="projects"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/", report_list, name="list"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>/", preview, name="preview"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>.pdf", download, name="download"),
]
