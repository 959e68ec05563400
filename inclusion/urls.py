"""The site map: each app brings its own addresses."""

from allauth.account.decorators import secure_admin_login
from allauth.account.views import password_change
from django.contrib import admin
from django.urls import include, path

# Django's own door to the administration knows no second factor and no limits.
admin.site.login = secure_admin_login(admin.site.login)

handler429 = "accounts.views.too_many_requests"

urlpatterns = [
    path("ucet/", include("accounts.urls")),
    path("", include("exchange.urls")),
    path("", include("reports.urls")),
    path("", include("projects.urls")),
    path("", include("plans.urls")),
    # Last of the pages of a plan: whatever is no fixed word here is the address of a period.
    path("", include("indicators.urls")),
    path("sprava/password_change/", password_change),
    path("sprava/", admin.site.urls),
]
