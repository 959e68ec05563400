from django.urls import path

from .views import download, preview, report_list

app_name = "reports"

urlpatterns = [
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/", report_list, name="list"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>/", preview, name="preview"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>.pdf", download, name="download"),
]
