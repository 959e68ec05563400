"""Inviting a person to a role in a town."""

from django import forms

from .models import Invitation, Membership, Role, Territory
from .models.membership import ALREADY
from .staffing import centres_given_by, organisations_staffed_by, roles_given_by

NO_ORGANISATION = "U přispěvatele vyberte organizaci, za kterou bude vyplňovat."


class InvitationForm(forms.ModelForm):
    regional_centre = forms.ChoiceField(
        label="Regionální centrum",
        required=False,
        help_text="Jen u konzultanta. Bez centra bude konzultantem jen tohoto města.",
    )

    class Meta:
        model = Invitation
        fields = ["email", "role", "organisation", "regional_centre"]
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
        self._offer_centres(centres_given_by(by))

    def _offer_centres(self, centres: list[str]):
        if centres:
            self.fields["regional_centre"].choices = [("", "žádné"), *((name, name) for name in centres)]
        else:
            del self.fields["regional_centre"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        is_contributor = cleaned.get("role") == Role.CONTRIBUTOR
        if not is_contributor:
            cleaned["organisation"] = None
        elif "organisation" in cleaned and not cleaned["organisation"]:
            self.add_error("organisation", NO_ORGANISATION)
        if cleaned.get("role") != Role.CONSULTANT:
            cleaned["regional_centre"] = ""
        return cleaned

    def _post_clean(self):
        # Only now does the invitation know where its role will hold.
        super()._post_clean()
        if not self.errors and self._has_role_already():
            self.add_error("email", ALREADY)

    def _has_role_already(self) -> bool:
        invited = self.instance
        roles = Membership.objects.filter(user__email=invited.email, role=invited.role)
        return roles.filter(**invited.scope).exists()
