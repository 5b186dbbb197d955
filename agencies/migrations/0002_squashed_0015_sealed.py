import datetime

import django.db.models.deletion
import django.db.models.functions.comparison
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import agencies.folded_field
import agencies.models.chronology
import scr_portal.lib.at_once
import scr_portal.lib.sealed_fields


class Migration(migrations.Migration):

    replaces = [('agencies', '0002_initial'), ('agencies', '0003_entry_replaces'), ('agencies', '0004_uploads_read_drafts_corrections'), ('agencies', '0005_accuracy'), ('agencies', '0006_glossary_and_advice'), ('agencies', '0007_holds'), ('agencies', '0008_merged_order'), ('agencies', '0009_entry_words'), ('agencies', '0010_rounds'), ('agencies', '0011_entry_seen'), ('agencies', '0012_draft_seen'), ('agencies', '0013_entry_days'), ('agencies', '0014_support'), ('agencies', '0015_sealed')]

    dependencies = [
        ('agencies', '0001_initial'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('reviews', '0031_subject_access'),
    ]

    operations = [
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='HistoricalDraft',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('key', models.UUIDField(help_text='Which line of the page it is: a line that is sent twice is kept once.')),
                        ('order', models.PositiveIntegerField()),
                        ('date_text', models.CharField(blank=True, max_length=200)),
                        ('time_text', models.CharField(blank=True, max_length=60)),
                        ('source', models.TextField(blank=True)),
                        ('event', models.TextField(blank=True)),
                        ('action', models.TextField(blank=True)),
                        ('batch', models.PositiveIntegerField(blank=True, null=True)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.entry')),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                        ('written_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('seen', models.CharField(blank=True, choices=[('yes', 'Seen'), ('no', 'Not seen')], default='', max_length=3)),
                    ],
                    options={
                        'verbose_name': 'historical draft',
                        'verbose_name_plural': 'historical drafts',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('key', models.UUIDField(help_text='Which line of the page it is: a line that is sent twice is kept once.')),
                        ('order', models.PositiveIntegerField()),
                        ('date_text', models.CharField(blank=True, max_length=200)),
                        ('time_text', models.CharField(blank=True, max_length=60)),
                        ('source', models.TextField(blank=True)),
                        ('event', models.TextField(blank=True)),
                        ('action', models.TextField(blank=True)),
                        ('batch', models.PositiveIntegerField(blank=True, null=True)),
                        ('entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='draft', to='agencies.entry')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='agencies.request')),
                        ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('seen', models.CharField(blank=True, choices=[('yes', 'Seen'), ('no', 'Not seen')], default='', max_length=3)),
                    ],
                    options={
                        'ordering': ['order', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('request', 'key'), name='one_draft_per_line')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalAbbreviation',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('short', models.CharField(max_length=12)),
                        ('meaning', models.CharField(max_length=200)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                        ('written_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical abbreviation',
                        'verbose_name_plural': 'historical abbreviations',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalSilence',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('first', models.DateField()),
                        ('last', models.DateField()),
                        ('why', models.CharField(max_length=400)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('declared_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                    ],
                    options={
                        'verbose_name': 'historical silence',
                        'verbose_name_plural': 'historical silences',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalStanding',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('source', 'Without a source'), ('abbreviation', 'Abbreviation'), ('opinion', 'Words of opinion'), ('silence', 'Silence')], max_length=14)),
                        ('about', models.CharField(help_text='The key of the entry, the short form, or the first and last day.', max_length=40)),
                        ('reason', models.CharField(blank=True, max_length=300)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('let_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                    ],
                    options={
                        'verbose_name': 'historical standing',
                        'verbose_name_plural': 'historical standings',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Silence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('first', models.DateField()),
                        ('last', models.DateField()),
                        ('why', models.CharField(max_length=400)),
                        ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silences', to='agencies.request')),
                    ],
                    options={
                        'ordering': ['first', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Abbreviation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('short', models.CharField(max_length=12)),
                        ('meaning', models.CharField(max_length=200)),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='abbreviations', to='agencies.request')),
                        ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['short'],
                        'constraints': [models.UniqueConstraint(fields=('request', 'short'), name='one_meaning_per_return')],
                    },
                ),
                migrations.CreateModel(
                    name='Standing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('source', 'Without a source'), ('abbreviation', 'Abbreviation'), ('opinion', 'Words of opinion'), ('silence', 'Silence')], max_length=14)),
                        ('about', models.CharField(help_text='The key of the entry, the short form, or the first and last day.', max_length=40)),
                        ('reason', models.CharField(blank=True, max_length=300)),
                        ('let_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='let_stand', to='agencies.request')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('request', 'kind', 'about'), name='one_answer_per_advice')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalHold',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('police', 'Police-sensitive'), ('coroner', 'Coroner-sensitive'), ('third_party', 'Third party'), ('privileged', 'Legally privileged')], max_length=20)),
                        ('reason', scr_portal.lib.sealed_fields.SealedTextField()),
                        ('placed_on', models.DateField(blank=True, null=True)),
                        ('lifted_on', models.DateField(blank=True, null=True)),
                        ('lifted_why', scr_portal.lib.sealed_fields.SealedTextField(blank=True)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.entry')),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('lifted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('placed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('review', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reviews.review')),
                    ],
                    options={
                        'verbose_name': 'historical hold',
                        'verbose_name_plural': 'historical holds',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Hold',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('police', 'Police-sensitive'), ('coroner', 'Coroner-sensitive'), ('third_party', 'Third party'), ('privileged', 'Legally privileged')], max_length=20)),
                        ('reason', scr_portal.lib.sealed_fields.SealedTextField()),
                        ('placed_on', models.DateField(blank=True, null=True)),
                        ('lifted_on', models.DateField(blank=True, null=True)),
                        ('lifted_why', scr_portal.lib.sealed_fields.SealedTextField(blank=True)),
                        ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='agencies.entry')),
                        ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('placed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='reviews.review')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_on__isnull', True)), fields=('entry',), name='one_standing_hold_per_entry'), models.CheckConstraint(condition=models.Q(('asked_by__isnull', False), ('placed_by__isnull', False), _connector='OR'), name='a_hold_is_somebodys')],
                    },
                ),
                migrations.CreateModel(
                    name='Extension',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('until', models.DateField()),
                        ('reason', models.TextField()),
                        ('answer', models.CharField(blank=True, choices=[('granted', 'Granted: the date asked for'), ('other', 'Another date'), ('refused', 'Refused: the date stays')], max_length=10)),
                        ('given_until', models.DateField(blank=True, null=True)),
                        ('answer_reason', models.TextField(blank=True)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='agencies.request')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('request',), name='one_extension_waits_per_request')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalExtension',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('until', models.DateField()),
                        ('reason', models.TextField()),
                        ('answer', models.CharField(blank=True, choices=[('granted', 'Granted: the date asked for'), ('other', 'Another date'), ('refused', 'Refused: the date stays')], max_length=10)),
                        ('given_until', models.DateField(blank=True, null=True)),
                        ('answer_reason', models.TextField(blank=True)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                    ],
                    options={
                        'verbose_name': 'historical extension',
                        'verbose_name_plural': 'historical extensions',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalQuestion',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('number', models.PositiveSmallIntegerField()),
                        ('text', models.TextField()),
                        ('answer', models.TextField(blank=True)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request')),
                    ],
                    options={
                        'verbose_name': 'historical question',
                        'verbose_name_plural': 'historical questions',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('number', models.PositiveSmallIntegerField()),
                        ('text', models.TextField()),
                        ('answer', models.TextField(blank=True)),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='agencies.request')),
                    ],
                    options={
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('request', 'number'), name='one_question_per_number_of_request')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalProfessional',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('role_code', models.CharField(max_length=40)),
                        ('contact', models.CharField(blank=True, max_length=120)),
                        ('wants_no_more', models.BooleanField(default=False)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency')),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('review', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reviews.review')),
                    ],
                    options={
                        'verbose_name': 'historical professional',
                        'verbose_name_plural': 'historical professionals',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalSupportAsk',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('reach', models.CharField(blank=True, max_length=120)),
                        ('taken_up_on', models.DateField(blank=True, null=True)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency')),
                        ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('board', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reviews.board')),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('taken_up_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical support ask',
                        'verbose_name_plural': 'historical support asks',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Professional',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('role_code', models.CharField(max_length=40)),
                        ('contact', models.CharField(blank=True, max_length=120)),
                        ('wants_no_more', models.BooleanField(default=False)),
                        ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                        ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='professionals', to='reviews.review')),
                    ],
                    options={
                        'ordering': ['agency__name', 'role_code', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('review', 'agency', 'role_code'), name='one_role_code_per_agency')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalSupportOffer',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(blank=True, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('debrief', 'Debrief'), ('supervision', 'Supervision'), ('counselling', 'Counselling'), ('occupational_health', 'Occupational health')], max_length=20)),
                        ('offered_on', models.DateField()),
                        ('answer', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('declined', 'Declined'), ('later', 'Not now: ask again')], max_length=10)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('contact_on', models.DateField(blank=True, null=True)),
                        ('note', models.CharField(blank=True, max_length=120)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('professional', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.professional')),
                    ],
                    options={
                        'verbose_name': 'historical support offer',
                        'verbose_name_plural': 'historical support offers',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='SupportAsk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('reach', models.CharField(blank=True, max_length=120)),
                        ('taken_up_on', models.DateField(blank=True, null=True)),
                        ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.board')),
                        ('taken_up_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SupportOffer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('kind', models.CharField(choices=[('debrief', 'Debrief'), ('supervision', 'Supervision'), ('counselling', 'Counselling'), ('occupational_health', 'Occupational health')], max_length=20)),
                        ('offered_on', models.DateField()),
                        ('answer', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('declined', 'Declined'), ('later', 'Not now: ask again')], max_length=10)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('contact_on', models.DateField(blank=True, null=True)),
                        ('note', models.CharField(blank=True, max_length=120)),
                        ('professional', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='agencies.professional')),
                        ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-offered_on', '-pk'],
                    },
                ),
                migrations.AddField(
                    model_name='Agency',
                    name='board',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agencies', to='reviews.board'),
                ),
                migrations.AddField(
                    model_name='Entry',
                    name='agency',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='agencies.agency'),
                ),
                migrations.AddField(
                    model_name='HistoricalAgency',
                    name='board',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reviews.board'),
                ),
                migrations.AddField(
                    model_name='HistoricalImr',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalImrSection',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='agency',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency'),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalUser',
                    name='agency',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency'),
                ),
                migrations.AddField(
                    model_name='Imr',
                    name='request',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='imr', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='ImrSection',
                    name='imr',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='agencies.imr'),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='agency',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='agencies.agency'),
                ),
                migrations.AddField(
                    model_name='RequestGrant',
                    name='content_object',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='Upload',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='User',
                    name='agency',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='agencies.agency'),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Agency',
                    name='support_text',
                    field=models.TextField(blank=True, help_text='Where the agency’s own staff find support.'),
                ),
                migrations.AddField(
                    model_name='Entry',
                    name='recorded_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalAgency',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalImr',
                    name='request',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='HistoricalImrSection',
                    name='imr',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.imr'),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='author',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='uploaded_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalUser',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddConstraint(
                    model_name='ImrSection',
                    constraint=models.UniqueConstraint(fields=('imr', 'key'), name='one_text_per_imr_section'),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='author',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='returns_written', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='RequestGrant',
                    name='permission',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission'),
                ),
                migrations.AddField(
                    model_name='Upload',
                    name='uploaded_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddConstraint(
                    model_name='Agency',
                    constraint=models.UniqueConstraint(fields=('board', 'name'), name='agency_name_once_per_board'),
                ),
                migrations.AddField(
                    model_name='Entry',
                    name='review',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='reviews.review'),
                ),
                migrations.AddField(
                    model_name='HistoricalAgency',
                    name='support_text',
                    field=models.TextField(blank=True, help_text='Where the agency’s own staff find support.'),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='history_user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='request',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='review',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='reviews.review'),
                ),
                migrations.AddField(
                    model_name='RequestGrant',
                    name='user',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='Upload',
                    name='orders',
                    field=models.JSONField(default=dict, help_text='Sheet → “DMY”, “MDY” or “” (cannot be told), as it was answered.'),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='agencies.request'),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='review',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reviews.review'),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='orders',
                    field=models.JSONField(default=dict, help_text='Sheet → “DMY”, “MDY” or “” (cannot be told), as it was answered.'),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='signed_off_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='returns_signed', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AlterUniqueTogether(
                    name='RequestGrant',
                    unique_together={('user', 'permission', 'content_object')},
                ),
                migrations.AddField(
                    model_name='Upload',
                    name='reading_since',
                    field=models.DateTimeField(blank=True, null=True),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='upload',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='agencies.upload'),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='signed_off_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='reading_since',
                    field=models.DateTimeField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='closed_on',
                    field=models.DateField(blank=True, help_text='The day of a refusal or withdrawal.', null=True),
                ),
                migrations.AddField(
                    model_name='Upload',
                    name='refusal',
                    field=models.CharField(blank=True, help_text='Why it was turned away, as its agency reads it.', max_length=400),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='replaces',
                    field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='agencies.entry'),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='closed_on',
                    field=models.DateField(blank=True, help_text='The day of a refusal or withdrawal.', null=True),
                ),
                migrations.AddField(
                    model_name='HistoricalUpload',
                    name='refusal',
                    field=models.CharField(blank=True, help_text='Why it was turned away, as its agency reads it.', max_length=400),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='closed_reason',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='Upload',
                    name='file',
                    field=models.FileField(blank=True, max_length=200, upload_to=agencies.models.chronology.stored_as),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='why_corrected',
                    field=models.CharField(blank=True, help_text='Why this takes the place of what it replaces.', max_length=300),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='closed_reason',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='HistoricalUpload',
                    name='file',
                    field=models.TextField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='period_from',
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AlterField(
                    model_name='Upload',
                    name='status',
                    field=models.CharField(choices=[('reading', 'Being read'), ('preview', 'Waiting for you to check it'), ('imported', 'Imported'), ('undone', 'Undone'), ('discarded', 'Discarded'), ('refused', 'Could not be read')], default='reading', max_length=12),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='sort_from',
                    field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('date_from'), models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField()),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='period_from',
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AlterField(
                    model_name='HistoricalUpload',
                    name='status',
                    field=models.CharField(choices=[('reading', 'Being read'), ('preview', 'Waiting for you to check it'), ('imported', 'Imported'), ('undone', 'Undone'), ('discarded', 'Discarded'), ('refused', 'Could not be read')], default='reading', max_length=12),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='period_to',
                    field=models.DateField(blank=True, null=True),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='sort_time',
                    field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('time'), models.Value(datetime.time(23, 59, 59, 999999), output_field=models.TimeField())), output_field=models.TimeField()),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='period_to',
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='round',
                    field=models.PositiveSmallIntegerField(default=1),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='sort_to',
                    field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('date_to'), models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField()),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='round',
                    field=models.PositiveSmallIntegerField(default=1),
                ),
                migrations.AddField(
                    model_name='Request',
                    name='secure',
                    field=models.TextField(blank=True, help_text='Which records the agency is asked to secure.'),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='words',
                    field=agencies.folded_field.FoldedField(default='', editable=False, of=('event', 'action', 'source')),
                ),
                migrations.AddField(
                    model_name='HistoricalRequest',
                    name='secure',
                    field=models.TextField(blank=True, help_text='Which records the agency is asked to secure.'),
                ),
                migrations.AlterField(
                    model_name='Request',
                    name='wanted',
                    field=models.CharField(choices=[('chronology_and_imr', 'Chronology and agency report (IMR)'), ('chronology', 'Chronology only'), ('imr', 'Agency report (IMR) only'), ('summary', 'Agency summary (scoping)'), ('rapid_return', 'Rapid review return'), ('answers', 'Answers to questions only')], default='chronology_and_imr', max_length=30),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddField(
                    model_name='Entry',
                    name='seen',
                    field=models.CharField(blank=True, choices=[('yes', 'Seen'), ('no', 'Not seen')], default='', max_length=3),
                ),
                migrations.AlterField(
                    model_name='HistoricalRequest',
                    name='wanted',
                    field=models.CharField(choices=[('chronology_and_imr', 'Chronology and agency report (IMR)'), ('chronology', 'Chronology only'), ('imr', 'Agency report (IMR) only'), ('summary', 'Agency summary (scoping)'), ('rapid_return', 'Rapid review return'), ('answers', 'Answers to questions only')], default='chronology_and_imr', max_length=30),
                ),
                migrations.AlterField(
                    model_name='Request',
                    name='status',
                    field=models.CharField(choices=[('sent', 'Sent'), ('in_progress', 'In progress'), ('with_senior', 'Waiting for sign-off'), ('sent_back', 'Sent back'), ('returned', 'Returned'), ('refused', 'Refused by the agency'), ('withdrawn', 'Withdrawn by the board')], default='sent', max_length=20),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AlterModelOptions(
                    name='Entry',
                    options={'ordering': ['sort_from', 'sort_to', 'sort_time', 'sequence', 'pk'], 'verbose_name_plural': 'entries'},
                ),
                migrations.AlterField(
                    model_name='HistoricalRequest',
                    name='status',
                    field=models.CharField(choices=[('sent', 'Sent'), ('in_progress', 'In progress'), ('with_senior', 'Waiting for sign-off'), ('sent_back', 'Sent back'), ('returned', 'Returned'), ('refused', 'Refused by the agency'), ('withdrawn', 'Withdrawn by the board')], default='sent', max_length=20),
                ),
                migrations.AlterModelOptions(
                    name='Request',
                    options={'default_permissions': (), 'ordering': ['due_on', 'agency__name'], 'permissions': [('request_see', 'Can open a request and its return'), ('request_file', "Can read an agency's file as it was handed in"), ('request_assign', 'Can appoint the author of a return'), ('request_write', 'Can upload a chronology and write the report'), ('request_submit', 'Can pass the return to the senior person'), ('request_sign_off', 'Can sign the return off for the agency'), ('accuracy_see', 'Can read the passages of the draft about the agency'), ('accuracy_answer', 'Can check what the draft says about the agency'), ('request_refuse', 'Can refuse to answer a request, with the reason'), ('request_withdraw', 'Can withdraw a request'), ('request_extend', 'Can move the due date, or send a return back')]},
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddIndex(
                    model_name='Entry',
                    index=models.Index(fields=['review', 'sort_from', 'sort_to', 'sort_time', 'sequence', 'id'], name='agencies_en_review__a65a2d_idx'),
                ),
                migrations.AddConstraint(
                    model_name='Request',
                    constraint=models.UniqueConstraint(fields=('review', 'agency', 'round'), name='one_request_per_round'),
                ),
            ],
        ),
        scr_portal.lib.at_once.AtOnce(
            operations=[
                migrations.AddIndex(
                    model_name='Entry',
                    index=models.Index(fields=['review', 'request', 'date_from', 'id'], name='entry_days'),
                ),
                migrations.AddConstraint(
                    model_name='Request',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['sent', 'in_progress', 'with_senior', 'sent_back'])), fields=('review', 'agency'), name='one_open_request_per_agency'),
                ),
            ],
        ),
    ]
