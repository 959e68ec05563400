"""The site map: each app brings its own addresses."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("ucet/", include("accounts.urls")),
    path("", include("reports.urls")),
    path("", include("projects.urls")),
    path("", include("indicators.urls")),
    path("sprava/", admin.site.urls),
]
