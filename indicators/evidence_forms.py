"""The form that adds a link or a file to a value."""

from hashlib import sha256

from django import forms
from django.conf import settings

from .file_kinds import ACCEPTED, RefusedFile, check_file, clean_name
from .models import Evidence, Value
from .models.evidence import NAME_LIMIT
from .uploads import largest_upload

ONE_OF_BOTH = "Vyberte soubor, nebo napište odkaz; jedno z toho."
TOO_LARGE = "Soubor je větší než {limit} MB."
EMPTY = "Soubor je prázdný."
BAD_ADDRESS = "Odkaz začíná https:// nebo http://."
TOO_LONG = "Vejde se nejvýš %(limit_value)d znaků."
MOST_PIECES = 20
TOO_MANY = "K jedné hodnotě patří nejvýš 20 podkladů. Některý nejdřív odeberte."


class EvidenceForm(forms.Form):
    file = forms.FileField(
        label="Soubor",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    url = forms.URLField(
        label="Nebo odkaz",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Například https://www.czso.cz.",
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )
    title = forms.CharField(
        label="Jak se podklad jmenuje",
        required=False,
        max_length=NAME_LIMIT,
        help_text="Když nic nenapíšete, jmenuje se jako soubor nebo odkaz.",
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, data=None, files=None, *, is_cut=False):
        super().__init__(data, files, label_suffix="", prefix="podklad")
        limit = f"nejvýš {settings.EVIDENCE_MAX_MB} MB"
        self.fields["file"].help_text = f"PDF, PNG, JPEG, WebP, XLSX, ODS, CSV, DOCX nebo ODT, {limit}."
        self.is_cut = is_cut  # the server refused to take in the whole file
        self.content_type = ""

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if url and not url.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(BAD_ADDRESS)
        return url

    def clean_file(self):
        file = self.cleaned_data["file"]
        if self.is_cut or (file and file.size > largest_upload()):
            raise forms.ValidationError(TOO_LARGE.format(limit=settings.EVIDENCE_MAX_MB))
        if not file:
            return None
        if not file.size:
            raise forms.ValidationError(EMPTY)
        try:
            self.content_type = check_file(clean_name(file.name), file)
        except RefusedFile as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("file")) == bool(cleaned.get("url")):
            self.add_error("file", ONE_OF_BOTH)
        return cleaned

    def save(self, value: Value, *, by) -> Evidence:
        given = self.cleaned_data
        piece = self._file() if given["file"] else Evidence(kind=Evidence.Kind.LINK, url=given["url"])
        piece.title = (given["title"] or piece.filename or given["url"])[:NAME_LIMIT]
        piece.value, piece.added_by = value, by
        piece.save()
        return piece

    def _file(self) -> Evidence:
        file = self.cleaned_data["file"]
        digest = sha256()
        for chunk in file.chunks():
            digest.update(chunk)
        return Evidence(
            kind=Evidence.Kind.FILE,
            file=file,
            filename=clean_name(file.name),
            content_type=self.content_type,
            size=file.size,
            sha256=digest.hexdigest(),
        )


def is_full(value: Value) -> bool:
    return value.evidence.active().count() >= MOST_PIECES
