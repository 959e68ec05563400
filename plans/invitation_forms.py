"""Inviting a person to a role in a town."""

from django import forms

from .models import Invitation, Membership, Organisation, Role, Territory
from .models.membership import ALREADY
from .staffing import organisations_staffed_by, roles_given_by

NO_ORGANISATION = "U přispěvatele vyberte organizaci, za kterou bude vyplňovat."


class InvitationForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["email", "role", "organisation"]
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "off"})}
        labels = {"email": "E-mail", "role": "Role", "organisation": "Organizace"}
        help_texts = {
            "organisation": "Jen u přispěvatele. Nabízejí se organizace, které mají v plánu města opatření; "
            "ty, které pracují i v dalších městech, přidá konzultant.",
        }

    def __init__(self, *args, town: Territory, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.town, self.instance.invited_by = town, by
        self.fields["role"].choices = [(role.value, role.label) for role in roles_given_by(by)]
        self.fields["role"].initial = Role.READER
        self.fields["organisation"].queryset = organisations_staffed_by(by, town)
        self.fields["organisation"].empty_label = "žádná"

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        is_contributor = cleaned.get("role") == Role.CONTRIBUTOR
        if not is_contributor:
            cleaned["organisation"] = None
        elif "organisation" in cleaned and not cleaned["organisation"]:
            self.add_error("organisation", NO_ORGANISATION)
        if not self.errors and self._has_role_already(cleaned["organisation"]):
            self.add_error("email", ALREADY)
        return cleaned

    def _has_role_already(self, organisation: Organisation | None) -> bool:
        scope = {"organisation": organisation} if organisation else {"territory": self.instance.town}
        email, role = self.cleaned_data["email"], self.cleaned_data["role"]
        return Membership.objects.filter(user__email=email, role=role, **scope).exists()
