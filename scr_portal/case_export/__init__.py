"""A whole case in one open file, and from such a file into a fresh portal; `docs/case-export.md` says what stands where."""
