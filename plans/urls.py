from django.urls import include, path

from .views.invitation import accept
from .views.people import end_role, invite, people, withdraw_invitation

app_name = "plans"

# /mesta/<town>/lide/
people_urls = [
    path("", people, name="people"),
    path("pozvat/", invite, name="invite"),
    path("pozvanky/<int:pk>/zrusit/", withdraw_invitation, name="withdraw_invitation"),
    path("role/<int:pk>/ukoncit/", end_role, name="end_role"),
]

urlpatterns = [
    path("mesta/<int:town_pk>/lide/", include(people_urls)),
    path("pozvanka/<str:token>/", accept, name="invitation"),
]
