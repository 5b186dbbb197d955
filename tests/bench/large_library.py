"""A library of thousands of published reviews, made of invented words that are as frequent as English has them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from wordfreq import top_n_list, zipf_frequency

from findings.made_before import terms
from findings.models import Lesson, LessonTerm, LibraryReview, Theme
from tests.corpus import made_before as corpus

WORDS, PARAGRAPH, LESSONS = 20_000, 200, 15
POOL = 3_000  # Different paragraphs; each review is made of a hundred of them.
# Different reviews: the others are made of them by the database, each with facts of its own.
DIFFERENT, AT_ONCE = 250, 50


class LargeLibrary:
    """Makes a library of a board of so many reviews."""

    def __init__(self, world: Any) -> None:
        self.chance, self.world = random.Random(5), world
        names = ("Voice of the child", "Sharing information", "Challenge", "Mental capacity", "Self-neglect", "Fathers")
        self.themes = [Theme.objects.create(board=world.board, name=name) for name in names]
        known = top_n_list("en", 30_000)
        weights = [10 ** zipf_frequency(word, "en") for word in known]
        self.said = [text for half in corpus.HALVES for text in corpus.read(half)[0]]
        self.paragraphs = [
            " ".join([*self.chance.choices(known, weights, k=PARAGRAPH - 20), self.chance.choice(self.said)])
            for _ in range(POOL)
        ]

    def grown(self, number: int) -> None:
        """Add so many reviews, each with its recommendations; then what they are found by is put in order, as a board's first import is."""
        with without_index():
            for first in range(0, min(DIFFERENT, number), AT_ONCE):
                LibraryReview.objects.bulk_create(self.review(first + place) for place in range(AT_ONCE))
            copied(
                LibraryReview,
                number // DIFFERENT - 1,
                "title || ' of ' || each, 2005 + (id + each) % 21",
                ("title", "year"),
            )
            self.described()
            self.recommended()

    def described(self) -> None:
        """Two themes for each review."""
        through = LibraryReview.themes.through
        pks = LibraryReview.objects.order_by("pk").values_list("pk", flat=True)
        pairs = ((pk, theme) for pk in pks for theme in self.chance.sample(self.themes, 2))
        through.objects.bulk_create(
            (through(libraryreview_id=pk, theme=theme) for pk, theme in pairs), batch_size=2_000
        )

    def recommended(self) -> None:
        """So many lessons for each review; what each is found by is written once for each text."""
        pks = LibraryReview.objects.order_by("pk").values_list("pk", flat=True)
        texts = [" ".join(self.chance.sample(self.said, 2)) for _ in range(DIFFERENT * LESSONS)]
        made = (
            (pk, n, texts[(place * LESSONS + n) % len(texts)]) for place, pk in enumerate(pks) for n in range(LESSONS)
        )
        rows = (Lesson(published_id=pk, number=str(n + 1), text=text, answer="accepted") for pk, n, text in made)
        Lesson.objects.bulk_create(rows, batch_size=2_000)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE said (text text, term varchar(60))")
            found = [(text, term[:60]) for text in texts for term in terms(text)]
            cursor.executemany("INSERT INTO said VALUES (%s, %s)", found)
            lesson, term = Lesson._meta.db_table, LessonTerm._meta.db_table
            cursor.execute(
                f"INSERT INTO {term} (lesson_id, term) SELECT l.id, s.term FROM {lesson} l JOIN said s ON s.text = l.text"
            )

    def review(self, number: int) -> LibraryReview:
        """One review of 20,000 words."""
        one = self.chance.choice
        return LibraryReview(
            board=self.world.board, title=f"Child {number}", publisher=f"Board {number % 136}", year=2005 + number % 21,
            regime=one(LibraryReview.Regime.values), harm=one(LibraryReview.Harm.values), age=one(LibraryReview.Age.values),
            text="\n".join(self.chance.sample(self.paragraphs, WORDS // PARAGRAPH)), added_by=self.world.manager,
        )  # fmt: skip


@contextmanager
def without_index() -> Iterator[None]:
    """While this lasts, PostgreSQL keeps no index of words: built at the end, it takes a tenth of the time."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgres:
            cursor.execute("DROP INDEX library_words")
        yield
        if postgres:
            cursor.execute("SET maintenance_work_mem = '1GB'")
            cursor.execute(
                f"CREATE INDEX library_words ON {LibraryReview._meta.db_table} USING gin ((string_to_array(words, ' ') COLLATE \"C\"))"
            )


def copied(model: Any, times: int, values: str, instead: tuple[str, ...]) -> None:
    """Each row so many times more, with `values` (SQL) for the columns `instead`."""
    columns = [field.column for field in model._meta.concrete_fields if field.column not in {"id", *instead}]
    said, table = ", ".join(f'"{column}"' for column in columns), model._meta.db_table
    with connection.cursor() as cursor:
        for each in range(1, times + 1):
            told = values.replace("each", str(each))
            cursor.execute(
                f"INSERT INTO {table} ({said}, {', '.join(instead)}) SELECT {said}, {told} FROM {table} ORDER BY id LIMIT {DIFFERENT}"
            )


def full_text(texts: list[str]) -> Any:
    """Plain full text on PostgreSQL: any of the words, in the order of ts_rank; gives the order of a text."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE IF NOT EXISTS plain (key integer, said tsvector)")
        cursor.execute("TRUNCATE plain")
        cursor.executemany("INSERT INTO plain VALUES (%s, to_tsvector('english', %s))", list(enumerate(texts)))

    def order(text: str) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "WITH q AS (SELECT replace(plainto_tsquery('english', %s)::text, '&', '|')::tsquery AS asked) "
                "SELECT key FROM plain, q ORDER BY ts_rank(said, asked) DESC, key LIMIT 5",
                [text],
            )
            return [key for (key,) in cursor.fetchall()]

    return order


def queries() -> Iterator[str]:
    """Recommendations that are being written."""
    for half in corpus.HALVES:
        yield from (each.text for each in corpus.read(half)[1][:10])
