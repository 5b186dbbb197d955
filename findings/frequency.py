"""How often a word stands in English writing."""

from __future__ import annotations


def zipf(word: str) -> float:
    """Return how often `word` is written: 0 for never, 3 for once in a million words, 7 for “the” (Van Heuven et al. 2014)."""
    # When it is loaded, the library looks for its own folder through all that is being imported just then: a second, for an
    # application that begins. Most commands never ask.
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))
