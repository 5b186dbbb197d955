"""A library of thousands of published reviews, made of invented words that are as frequent as English has them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from django.db import connection
from wordfreq import top_n_list, zipf_frequency

from findings.library_words import kept
from findings.made_before import terms
from findings.models import Lesson, LessonTerm, LibraryReview, Theme
from tests.corpus import made_before as corpus

WORDS, PARAGRAPH, LESSONS = 20_000, 200, 15
POOL = 3_000  # Different paragraphs; each review is made of a hundred of them.
AT_ONCE = 50


class LargeLibrary:
    """Grows a library of a board by so many reviews at once."""

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
        """Add so many reviews, each with its findings and recommendations."""
        for first in range(0, number, AT_ONCE):
            made = LibraryReview.objects.bulk_create(
                self.review(first + place) for place in range(min(AT_ONCE, number - first))
            )
            through = LibraryReview.themes.through
            through.objects.bulk_create(
                through(libraryreview=each, theme=theme)
                for each in made
                for theme in self.chance.sample(self.themes, 2)
            )
            lessons = Lesson.objects.bulk_create(self.lesson(each, n) for each in made for n in range(LESSONS))
            LessonTerm.objects.bulk_create(
                LessonTerm(lesson=lesson, term=term[:60]) for lesson in lessons for term in terms(lesson.text)
            )

    def review(self, number: int) -> LibraryReview:
        """One review of 20,000 words."""
        one = self.chance.choice
        return LibraryReview(
            board=self.world.board, title=f"Child {number}", publisher=f"Board {number % 136}", year=2005 + number % 21,
            regime=one(LibraryReview.Regime.values), harm=one(LibraryReview.Harm.values), age=one(LibraryReview.Age.values),
            text="\n".join(self.chance.sample(self.paragraphs, WORDS // PARAGRAPH)), added_by=self.world.manager,
        )  # fmt: skip

    def lesson(self, published: LibraryReview, number: int) -> Lesson:
        """One recommendation: what two of the labelled ones say, so that no two reviews say quite the same."""
        text = " ".join(self.chance.sample(self.said, 2))
        return Lesson(published=published, number=str(number + 1), text=text, answer="accepted")


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


def words_of(review: LibraryReview) -> int:
    """How many words a review has, and that what it is found by was kept."""
    assert kept(review.text)
    return len(review.text.split())


def queries() -> Iterator[str]:
    """Recommendations that are being written."""
    for half in corpus.HALVES:
        yield from (each.text for each in corpus.read(half)[1][:10])
