from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from .forms import SignInForm

app_name = "accounts"

sign_in = LoginView.as_view(
    template_name="accounts/login.html",
    authentication_form=SignInForm,
    redirect_authenticated_user=True,
)

urlpatterns = [
    path("prihlaseni/", login_not_required(sign_in), name="login"),
    path("odhlaseni/", LogoutView.as_view(), name="logout"),
]
