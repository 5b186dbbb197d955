"""The file of an update stands among its files since the migration before; a step of its own, as PostgreSQL wants it."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('findings', '0015_action'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='actionupdate',
            name='evidence',
        ),
        migrations.RemoveField(
            model_name='actionupdate',
            name='evidence_name',
        ),
        migrations.RemoveField(
            model_name='actionupdate',
            name='evidence_sha256',
        ),
    ]
