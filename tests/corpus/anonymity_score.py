"""Scores the search against the marked documents: what leaks, what is called wrongly, what is taken for a name."""

from __future__ import annotations

import json
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from findings.anonymise import Span, find
from tests.corpus.anonymity import marks as marked
from tests.corpus.anonymity.generate import documents as made_documents
from tests.corpus.anonymity.kept_back import documents as kept_documents
from tests.corpus.anonymity.marks import Document, Mark

FOLDER = Path(__file__).parent / "anonymity"

# What is promised: the figure, whether it is the most or the least allowed, and how the promise reads.
GOALS = {
    "listed names leaked": ("most", 0.5, "at most 0.5 %"),
    "wrong pseudonym": ("most", 0.2, "at most 0.2 %"),
    "shared names guessed": ("most", 0.0, "none"),
    "patterns leaked": ("most", 1.0, "at most 1 %"),
    "unlisted names flagged": ("least", 97.0, "at least 97 %"),
    "ordinary words replaced": ("most", 2.0, "at most 2 %"),
    "ordinary words flagged": ("most", 15.0, "at most 15 %"),
    "documents with a leaked name": ("most", 5.0, "at most 5 %"),
    "seconds per 1,000 words": ("most", 0.05, "at most 0.05 s"),
}


@dataclass
class Score:
    """Counts by outcome, and the places that went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    documents: int = 0
    leaking_documents: int = 0
    words: int = 0
    seconds: float = 0.0

    def share(self, part: str, whole: str) -> float:
        return 100 * self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def figures(self) -> dict[str, float]:
        """Return the figures in the order in which they are promised, in per cent unless named otherwise."""
        return {
            "listed names leaked": self.share("leaked", "listed"),
            "wrong pseudonym": self.share("wrong", "listed"),
            "shared names guessed": float(self.counts["guessed"]),
            "patterns leaked": self.share("pattern leaked", "pattern"),
            "unlisted names flagged": self.share("unlisted flagged", "unlisted"),
            "ordinary words replaced": self.share("word replaced", "word"),
            "ordinary words flagged": self.share("word flagged", "word"),
            "documents with a leaked name": 100 * self.leaking_documents / max(1, self.documents),
            "listed names left to a person": self.share("listed flagged", "single"),
            "false flags per 1,000 words": 1000 * self.counts["false flag"] / max(1, self.words),
            "false replacements per 1,000 words": 1000 * self.counts["false replacement"] / max(1, self.words),
            "seconds per 1,000 words": 1000 * self.seconds / max(1, self.words),
        }


def hand_documents(folder: str = "documents") -> list[Document]:
    """Return the documents written by hand."""
    found = []
    for file in sorted(FOLDER.glob(f"{folder}/*.toml")):
        data = tomllib.loads(file.read_text("utf-8"))
        people = [marked.person(line) for line in data["people"]]
        found += [marked.read(one["text"], people, f"{file.stem}: {one['title']}") for one in data["documents"]]
    return found


def held_back_documents() -> list[Document]:
    """Return the documents kept apart from the others: other names, other sentences, some of them written by hand."""
    return hand_documents("kept_documents") + kept_documents("first") + kept_documents("second")


def score(documents: Iterable[Document]) -> Score:
    total = Score()
    for document in documents:
        begun = time.process_time()
        spans = find(document.people, document.text)
        total.seconds += time.process_time() - begun
        total.words += len(document.text.split())
        total.documents += 1
        leaks = total.counts["leaked"]
        for mark in document.marks:
            _judge(total, document, mark, spans)
        total.leaking_documents += total.counts["leaked"] > leaks
        _strays(total, document, spans)
    return total


def _judge(total: Score, document: Document, mark: Mark, spans: Sequence[Span]) -> None:
    over = [span for span in spans if span.start < mark.end and mark.start < span.end]
    words = document.text[mark.start : mark.end]

    def fault(what: str) -> None:
        total.counts[what] += 1
        around = document.text[max(0, mark.start - 30) : mark.end + 30]
        told = "; ".join(f"{document.text[s.start : s.end]!r}->{s.replacement} ({s.reason})" for s in over)
        total.faults.append((f"{what} [{mark.variant}]", words, f"…{around}… {told}"))

    if mark.kind == "word":
        total.counts["word"] += 1
        if any(span.replacement is not None for span in over):
            fault("word replaced")
        elif over:
            fault("word flagged")
    elif mark.kind == "unlisted":
        total.counts["unlisted"] += 1
        if _covered(mark, words, over) and all(span.replacement is None for span in over):
            total.counts["unlisted flagged"] += 1
        else:
            fault("unlisted missed")
    elif mark.kind == "pattern":
        total.counts["pattern"] += 1
        if not _covered(mark, words, over):
            fault("pattern leaked")
    else:
        _judge_listed(total, document, mark, words, over, fault)


def _judge_listed(total: Score, document: Document, mark: Mark, words: str, over: Sequence[Span], fault) -> None:
    total.counts["listed"] += 1
    names = {person.key: person.pseudonym for person in document.people}
    replaced = [span for span in over if span.replacement is not None]
    total.counts["single"] += len(mark.keys) == 1
    if not _covered(mark, words, over):
        fault("leaked")
    if len(mark.keys) > 1 and replaced:
        fault("guessed")
    elif any((span.replacement or "").removesuffix("'s") != names[mark.keys[0]] for span in replaced):
        fault("wrong")
    elif len(mark.keys) == 1 and not replaced and over:
        fault("listed flagged")


def _covered(mark: Mark, words: str, over: Sequence[Span]) -> bool:
    """Say whether every letter of the mark lies in a span; articles, possessive endings and signs may stay outside."""
    free = set(range(mark.start, mark.end))
    for span in over:
        free -= set(range(span.start, span.end))
    left = "".join(words[n - mark.start] if n in free else " " for n in range(mark.start, mark.end))
    left = re.sub(r"^(?:the|on the|on)\s|['’]s\s*$|^\s*\+44|^Flat|\(née\s", " ", left, flags=re.I)
    return not re.search(r"\w", left)


def _strays(total: Score, document: Document, spans: Sequence[Span]) -> None:
    """Count what was found where nothing is marked."""
    for span in spans:
        if not any(span.start < mark.end and mark.start < span.end for mark in document.marks):
            what = "false flag" if span.replacement is None else "false replacement"
            total.counts[what] += 1
            around = document.text[max(0, span.start - 30) : span.end + 30]
            total.faults.append((what, document.text[span.start : span.end], f"…{around}… {span.kind} {span.reason}"))


def main(which: str = "all", show: int = 40) -> None:
    for name, documents in (
        ("hand", hand_documents()),
        ("made", made_documents()),
        ("kept", held_back_documents()),
        ("blind", hand_documents("blind_documents")),
    ):
        if which in (name, "all"):
            found = score(documents)
            for figure, value in found.figures().items():
                print(json.dumps({"documents": name, "figure": figure, "value": round(value, 4)}))
            kinds = Counter(what for what, _, _ in found.faults)
            print(
                name,
                found.documents,
                "documents;",
                found.words,
                "words;",
                dict(found.counts),
                dict(kinds.most_common()),
            )
            shown: Counter[str] = Counter()
            for what, words, told in found.faults:
                shown[what] += 1
                if shown[what] <= show:
                    print(f"  {what}: {words!r} {told!r}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "all", int(sys.argv[2]) if len(sys.argv) > 2 else 40)
