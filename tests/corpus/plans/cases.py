"""Every file of the corpus."""

from tests.corpus.plans.by_hand import BY_HAND
from tests.corpus.plans.drawn import DRAWN

CASES = (*DRAWN, *BY_HAND)
