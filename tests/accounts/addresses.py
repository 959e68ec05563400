"""Every address of sign-in and of one's own account; the table of all addresses counts with these too."""

# Open to people who are not signed in.
PUBLIC = {
    "account_login": 200,
    "account_logout": 302,
    "account_inactive": 200,
    "account_reset_password": 200,
    "account_reset_password_done": 200,
    "account_reset_password_from_key": 200,
    "mfa_authenticate": 302,
    "mfa_login_webauthn": 302,
    "openid_connect_login": 404,  # no provider is configured
    "openid_connect_callback": 404,
    "socialaccount_login_cancelled": 200,
    "plans:invitation": 410,
}
# One's own, the same for every role: what a GET and an empty POST give to somebody who has just
# signed in and has no second factor. A 302 leads to typing the password once more.
OWN = {
    "accounts:account": (200, 200),
    "accounts:end_session": (405, 404),
    "account_change_password": (200, 200),
    "account_set_password": (302, 302),
    "account_reauthenticate": (200, 200),
    "usersessions_list": (200, 302),
    "mfa_index": (200, 405),
    "mfa_reauthenticate": (302, 302),
    "mfa_activate_totp": (302, 302),
    "mfa_deactivate_totp": (404, 404),
    "mfa_view_recovery_codes": (404, 405),
    "mfa_generate_recovery_codes": (302, 302),
    "mfa_download_recovery_codes": (404, 404),
    "mfa_list_webauthn": (200, 405),
    "mfa_add_webauthn": (302, 302),
    "mfa_reauthenticate_webauthn": (302, 302),
    "mfa_edit_webauthn": (302, 302),
    "mfa_remove_webauthn": (302, 302),
}
ARGUMENTS = {
    "account_reset_password_from_key": ["1", "abc-def"],
    "openid_connect_login": ["prihlaseni"],
    "openid_connect_callback": ["prihlaseni"],
    "plans:invitation": ["vymyšlený"],
    "accounts:end_session": [1],
    "mfa_edit_webauthn": [1],
    "mfa_remove_webauthn": [1],
}
