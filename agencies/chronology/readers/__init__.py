"""One module per kind of file, each with `read(path) -> list[Sheet]`; they run in the limited child only."""
