from django.db import migrations

from agencies.folded_field import FoldedField
from agencies.searching import folded
from reviews.append_only import declared_destruction

AT_ONCE = 1_000


def fold(apps, schema_editor):
    """Entries that are there already are folded once; nothing of what their agency wrote is touched."""
    entries = apps.get_model("agencies", "Entry").objects
    with declared_destruction():
        last = 0
        while rows := list(entries.filter(pk__gt=last).only("event", "action", "source").order_by("pk")[:AT_ONCE]):
            for row in rows:
                row.words = folded(row.event, row.action, row.source)
            entries.bulk_update(rows, ["words"])
            last = rows[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0008_merged_order'),
        ('reviews', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='words',
            field=FoldedField(default='', editable=False, of=('event', 'action', 'source')),
        ),
        migrations.RunPython(fold, migrations.RunPython.noop),
    ]
