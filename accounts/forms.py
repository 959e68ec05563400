"""allauth's forms in our words, the name of a person, and the first password of an invited one."""

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as second_factor_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkey_forms
from django import forms
from django.contrib.auth.password_validation import validate_password
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

from .models import User

PASSWORD_RULES = "Aspoň 12 znaků; ne jen číslice, ne běžné heslo a ne vaše jméno nebo e-mail."


class Worded:
    """Our labels and help; allauth's placeholders, which only repeat the label, go away."""

    labels: dict[str, str] = {}
    help_texts: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.help_texts.get(name, "")


class NewPassword(Worded):
    """A password typed twice."""

    labels = {"password1": "Nové heslo", "password2": "Nové heslo znovu"}
    help_texts = {"password1": PASSWORD_RULES}


class SignInForm(Worded, account_forms.LoginForm):
    labels = {"login": "E-mail", "password": "Heslo"}


class ChangePasswordForm(NewPassword, account_forms.ChangePasswordForm):
    labels = NewPassword.labels | {"oldpassword": "Současné heslo"}


class SetPasswordForm(NewPassword, account_forms.SetPasswordForm):
    pass


class NewPasswordForm(NewPassword, account_forms.ResetPasswordKeyForm):
    pass


class ForgottenPasswordForm(Worded, account_forms.ResetPasswordForm):
    labels = {"email": "E-mail"}

    def save(self, request, **kwargs):
        # An e-mail goes out either way, so neither the page nor its speed tells who has an account.
        if not self.users:
            get_adapter().send_mail("account/email/unknown_account", self.cleaned_data["email"], {})
        return super().save(request, **kwargs)


class ReauthenticateForm(Worded, account_forms.ReauthenticateForm):
    labels = {"password": "Heslo"}


class CodeForm(Worded, second_factor_forms.AuthenticateForm):
    labels = {"code": "Kód"}
    help_texts = {"code": "Šest číslic z aplikace, nebo jeden ze záložních kódů."}


class ReauthenticateByCodeForm(Worded, second_factor_forms.ReauthenticateForm):
    labels, help_texts = CodeForm.labels, CodeForm.help_texts


class FirstCodeForm(Worded, ActivateTOTPForm):
    labels = {"code": "Kód z aplikace"}
    help_texts = {"code": "Šest číslic, které aplikace po načtení ukáže."}


class PasskeyField(forms.JSONField):
    """An answer that no browser would give breaks allauth's parser; here it is refused before."""

    widget = forms.HiddenInput

    def __init__(self, parse):
        super().__init__()
        self.parse = parse

    def clean(self, value):
        answer = super().clean(value)
        try:
            self.parse(answer)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise get_mfa_adapter().validation_error("incorrect_code") from None
        return answer


class PasskeyForm(passkey_forms.AuthenticateWebAuthnForm):
    credential = PasskeyField(AuthenticationResponse.from_dict)


class PasskeySignInForm(passkey_forms.LoginWebAuthnForm):
    credential = PasskeyField(AuthenticationResponse.from_dict)


class ReauthenticateByPasskeyForm(passkey_forms.ReauthenticateWebAuthnForm):
    credential = PasskeyField(AuthenticationResponse.from_dict)


class AddPasskeyForm(Worded, passkey_forms.AddWebAuthnForm):
    credential = PasskeyField(RegistrationResponse.from_dict)

    labels = {"name": "Název klíče", "passwordless": "Přihlašovat se jen tímto klíčem, bez hesla"}
    help_texts = {
        "name": "Podle něj klíč později poznáte, například Služební notebook.",
        "passwordless": "Zařízení si pak pokaždé vyžádá otisk, obličej nebo PIN.",
    }


class RenamePasskeyForm(Worded, passkey_forms.EditWebAuthnForm):
    labels = {"name": "Název klíče"}


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": "Jméno a příjmení"}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class NewAccountForm(forms.ModelForm):
    """The name and first password of a person whose e-mail is already known to be hers."""

    password = forms.CharField(
        label="Heslo",
        help_text=PASSWORD_RULES,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta(NameForm.Meta):
        pass

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.email = email

    def _post_clean(self):
        # Only now does the instance carry the name that the password must not resemble.
        super()._post_clean()
        try:
            validate_password(self.cleaned_data.get("password", ""), self.instance)
        except forms.ValidationError as error:
            if "password" in self.cleaned_data:
                self.add_error("password", error)

    def save(self, commit=True):
        self.instance.set_password(self.cleaned_data["password"])
        return super().save(commit)
