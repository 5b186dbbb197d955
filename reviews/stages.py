"""The stages of a review, in their order; rule sets and boards may label them in their own words."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    SCREENING = "screening", "Screening"
    INFORMATION = "information", "Gathering information"
    DECISION = "decision", "Waiting for the decision"
    COMMISSIONING = "commissioning", "Commissioning"
    COLLECTION = "collection", "Collecting returns"
    ANALYSIS = "analysis", "Analysis"
    DRAFTING = "drafting", "Drafting the report"
    SIGN_OFF = "sign_off", "Sign-off"
    PUBLICATION = "publication", "Ready to publish"
    MONITORING = "monitoring", "Monitoring actions"
    CLOSED = "closed", "Closed"


# From the chair's release on, the panel reads the merged chronology.
RELEASED = (Stage.ANALYSIS, Stage.DRAFTING, Stage.SIGN_OFF, Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)
# In these stages agencies may be asked for information.
ASKING = (Stage.INFORMATION, Stage.COMMISSIONING, Stage.COLLECTION, Stage.ANALYSIS)
