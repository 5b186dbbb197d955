"""The family diagram as plain geometry, and the same in sentences: `drawn` is the door. Pure: no Django."""

from __future__ import annotations

from findings.genogram.layout import drawn
from findings.genogram.shapes import Bond, Picture, Relative

__all__ = ["Bond", "Picture", "Relative", "drawn"]
