"""Czech order and search for PostgreSQL; SQLite gets both from `czech.apps` with each connection."""

from django.contrib.postgres.operations import CreateCollation, TrigramExtension, UnaccentExtension
from django.db import migrations

# unaccent() alone is only STABLE and an index refuses it; naming its dictionary makes IMMUTABLE true.
# Its dictionary lacks the spaces that Word types by itself and reads low quotes as commas.
CREATE_FOLD = r"""
CREATE FUNCTION cs_fold(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
    SELECT lower(public.unaccent(
        'public.unaccent'::regdictionary,
        translate($1, U&'\00A0\2009\202F\201E\201A', '   "''')
    ))
$$
"""
DROP_FOLD = "DROP FUNCTION cs_fold(text)"


def create_fold(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CREATE_FOLD)


def drop_fold(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP_FOLD)


class Migration(migrations.Migration):
    operations = [
        CreateCollation("cs_sort", provider="icu", locale="cs"),
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunPython(create_fold, drop_fold),
    ]
