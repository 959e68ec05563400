from django.urls import path

from .views import public_data, public_file

app_name = "exchange"

urlpatterns = [
    path("verejna-data/", public_data, name="public_data"),
    path("verejna-data/<int:pk>/", public_file, name="public_file"),
]
