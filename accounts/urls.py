"""Addresses of sign-in and of one's own account.

allauth looks its pages up by their plain names, so only our own pages have a namespace.
What allauth offers and we do not (registration, e-mail changes, sign-in codes) has no address here.
"""

from allauth.account import views as account_views
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social_views
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions.views import list_usersessions
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path

from .views import account, end_session

own_urls = [
    path("", account, name="account"),
    path("prihlaseni-jinde/<int:pk>/ukoncit/", end_session, name="end_session"),
]

# The link from an e-mail carries both parts in one piece.
RESET_LINK = r"^zapomenute/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

password_urls = [
    path("", account_views.password_change, name="account_change_password"),
    path("nastavit/", account_views.password_set, name="account_set_password"),
    path("zapomenute/", account_views.password_reset, name="account_reset_password"),
    path("zapomenute/odeslano/", account_views.password_reset_done, name="account_reset_password_done"),
    re_path(RESET_LINK, account_views.password_reset_from_key, name="account_reset_password_from_key"),
]

second_factor_urls = [
    path("", second_factor.index, name="mfa_index"),
    path("prihlaseni/", second_factor.authenticate, name="mfa_authenticate"),
    path("overeni/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("aplikace/", totp.activate_totp, name="mfa_activate_totp"),
    path("aplikace/vypnout/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("zalozni-kody/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("zalozni-kody/nove/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "zalozni-kody/stahnout/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
]

passkey_urls = [
    path("", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("pridat/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("prihlaseni/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("overeni/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("<int:pk>/odebrat/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]

office_urls = [
    path("zruseno/", login_not_required(social_views.login_cancelled), name="socialaccount_login_cancelled"),
    path("<slug:provider_id>/", oidc.login, name="openid_connect_login"),
    path("<slug:provider_id>/zpet/", oidc.callback, name="openid_connect_callback"),
]

urlpatterns = [
    path("", include((own_urls, "accounts"))),
    path("prihlaseni/", account_views.login, name="account_login"),
    # Also for somebody who has typed the password and gives up at the second factor.
    path("odhlaseni/", login_not_required(account_views.logout), name="account_logout"),
    path("vypnuty/", login_not_required(account_views.account_inactive), name="account_inactive"),
    path("overeni/", account_views.reauthenticate, name="account_reauthenticate"),
    path("prihlaseni-jinde/", list_usersessions, name="usersessions_list"),
    path("heslo/", include(password_urls)),
    path("druhy-faktor/", include(second_factor_urls)),
    path("klice/", include(passkey_urls)),
    path("urad/", include(office_urls)),
]
