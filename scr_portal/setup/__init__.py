"""What a newcomer's machine needs, found or fetched. Standard library only: it runs before anything is installed."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
VENV = ROOT / ".venv"
