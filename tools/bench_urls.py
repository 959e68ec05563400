"""The site map of the application and beside it an admin with nothing but the list that is measured."""

from django.contrib.admin import AdminSite
from django.urls import path

from inclusion.urls import urlpatterns as application
from indicators.models import Value

bench_site = AdminSite(name="bench")
bench_site.register(Value)

urlpatterns = [path("bench/", bench_site.urls), *application]
