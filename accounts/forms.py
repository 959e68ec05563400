from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """E-mail and password, with one sentence for whatever is wrong."""

    error_messages = {
        "invalid_login": "E-mail nebo heslo nesouhlasí. Heslo rozlišuje velká a malá písmena.",
        "inactive": "Tento účet je vypnutý.",
    }

    def clean_username(self):
        return self.cleaned_data["username"].lower()
