"""Bringing a file with public data."""

import hashlib

from django import forms

from exchange.sheets.archive import LARGEST_FILE, TOO_LARGE
from indicators.models import Definition

from .models import PublicFile
from .public.definitions import INDEX

WHOLE_INDEX = (INDEX, "Index sociálního vyloučení (celý roční sešit)")
REQUIRED = "Doplňte prosím."
NO_FILE = "Vyberte soubor."
EMPTY_FILE = "Soubor je prázdný."


class PublicFileForm(forms.ModelForm):
    """What both kinds of files have in common."""

    upload = forms.FileField(
        label="Soubor",
        help_text="Sešit .xlsx nebo tabulka .csv, nejvýš 30\u00a0MB.",
        error_messages={"required": NO_FILE, "missing": NO_FILE, "invalid": NO_FILE, "empty": EMPTY_FILE},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    kind: PublicFile.Kind

    class Meta:
        model = PublicFile
        fields = ["sheet"]
        help_texts = {"sheet": "Jen když má sešit víc listů."}

    field_order = ["upload"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, auto_id=f"{self.kind}_%s", **kwargs)
        self.instance.brought_by, self.instance.kind = by, self.kind
        for field in self.fields.values():
            field.error_messages.setdefault("required", REQUIRED)
            if not isinstance(field, forms.FileField):
                field.error_messages["required"] = REQUIRED

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload.size > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        return upload

    def save(self, commit=True):
        upload = self.cleaned_data["upload"]
        digest = hashlib.sha256()
        for piece in upload.chunks():
            digest.update(piece)
        self.instance.name = upload.name[:250]
        self.instance.digest = digest.hexdigest()
        self.instance.file = upload
        return super().save(commit)


class StatisticsForm(PublicFileForm):
    kind = PublicFile.Kind.STATISTICS
    definition = forms.ChoiceField(label="Co údaje měří")
    year = forms.IntegerField(label="Rok údajů", min_value=1990, max_value=2100)

    class Meta(PublicFileForm.Meta):
        fields = ["definition", "year", "source", "edition", "sheet", "column"]
        help_texts = PublicFileForm.Meta.help_texts | {
            "source": "Vytiskne se u údaje, například ASZ, Index sociálního vyloučení 2023.",
            "edition": "Jiné vydání stojí vedle staršího a nic v něm nezmění.",
            "column": "Jen když tabulka má víc sloupců s hodnotami.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = Definition.objects.exclude(code=INDEX).values_list("code", "name")
        self.fields["definition"].choices = [WHOLE_INDEX, *others]
        self.fields["source"].required = True


class TerritoriesForm(PublicFileForm):
    kind = PublicFile.Kind.TERRITORIES


FORMS = {form.kind.value: form for form in (StatisticsForm, TerritoriesForm)}
