from django.urls import path

from .views import plan_projects

app_name = "projects"

urlpatterns = [
    path("plany/<slug:plan_slug>/projekty/", plan_projects, name="plan"),
]
