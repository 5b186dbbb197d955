"""Learning products: a briefing, slides and a pack for a learning event, made from what a review published."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from simple_history.models import HistoricalRecords

from findings.lifecycle import ProductStatus
from findings.models.report import Building, Report
from reviews.models import Board, Review, Sharing
from scr_portal.lib.records import Record


class ProductQuerySet(models.QuerySet[Any]):
    """Learning products while they are made, as those see them who read the report's drafts."""

    def visible_to(self, user: Any) -> Any:
        """Those of reviews whose report `user` may read."""
        return self.filter(report__review__in=Review.objects.visible_to(user, "report.see"))


class Product(Record):
    """One learning product of a review. Its text is anonymised as it is saved, and once more when files are made of it."""

    class Kind(models.TextChoices):
        BRIEFING = "briefing", "Seven-minute briefing"
        SLIDES = "slides", "Slides"
        EVENT = "event", "Pack for a learning event"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="products")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=ProductStatus.choices, default=ProductStatus.DRAFT)
    quiz = models.JSONField(
        default=list, blank=True, help_text="Questions to its readers: {question, answers, right} each."
    )
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    quiz_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_on = models.DateField(null=True, blank=True)
    checked_sha256 = models.CharField(max_length=64, blank=True, help_text="Of the anonymised text that was checked.")
    history = HistoricalRecords()

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "kind"], name="one_product_of_each_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.report.review.title}"

    @property
    def review(self) -> Review:
        """The review that it tells of."""
        return self.report.review


class ProductPart(Record):
    """The text of one part of a product, as it was saved: names of the register never stand in it."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="parts")
    key = models.CharField(max_length=20)
    title = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["product", "key"], name="one_part_per_key")]

    def __str__(self) -> str:
        return self.title

    @property
    def review(self) -> Review:
        """The review that it tells of."""
        return self.product.review


class ProductBuild(Building):
    """One building of a product's files."""

    of: ClassVar = "product"

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="builds")

    @property
    def review(self) -> Review:
        """The review that the product tells of."""
        return self.product.review


class EditionQuerySet(models.QuerySet[Any]):
    """Released editions as a whole board reads them."""

    def visible_to(self, user: Any) -> Any:
        """The latest edition of each product that was not withdrawn, of the boards whose learning `user` reads."""
        return self.current().filter(product__report__review__board__in=Sharing.objects.learning_of(user))

    def current(self) -> Any:
        """The edition of each product that readers have; none where it was withdrawn."""
        newer = Edition.objects.filter(product=OuterRef("product"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer), withdrawn_on__isnull=True)


class Edition(Record):
    """One released state of a product: what it says stays as it was, whatever becomes of the draft."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField(help_text="The anonymised text: [key, title, text] of each part.")
    quiz = models.JSONField(default=list, blank=True)
    sha256 = models.CharField(max_length=64, help_text="Of the anonymised text.")
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    released_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    history = HistoricalRecords()

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["product", "number"], name="one_edition_per_number")]

    def __str__(self) -> str:
        return f"{self.product}, edition {self.number}"

    @property
    def review(self) -> Review:
        """The review that it tells of."""
        return self.product.review

    @property
    def board(self) -> Board:
        """The board whose people read it."""
        return self.product.review.board


class ProductFile(models.Model):
    """A file built from a product's anonymised text, and what the scan of the file found; the edition it was released with."""

    class Format(models.TextChoices):
        DOCX = "docx", "Word"
        PDF = "pdf", "PDF"
        HTML = "html", "Web page"
        PPTX = "pptx", "PowerPoint"

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="files")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="files")
    format = models.CharField(max_length=8, choices=Format.choices)
    file = models.FileField(upload_to="learning/", max_length=200)
    sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64, help_text="Of the anonymised text that it was built from.")
    suspicions = models.JSONField(default=list)
    scan_rules = models.CharField(max_length=20, blank=True)
    scan_decisions = models.JSONField(default=list)
    built_at = models.DateTimeField(auto_now_add=True)
    built_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_format_display()} of {self.product}"

    @property
    def review(self) -> Review:
        """The review that it tells of."""
        return self.product.review
