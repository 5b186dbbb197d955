"""A corpus of chronologies as agencies send them, all invented: `CASES`, each of which writes its file and has its gold."""

from tests.corpus.chronology.days import DAYS
from tests.corpus.chronology.documents import DOCUMENTS
from tests.corpus.chronology.exports import EXPORTS
from tests.corpus.chronology.other_workbooks import OTHER_WORKBOOKS
from tests.corpus.chronology.spec import Case, Gold, TableOf
from tests.corpus.chronology.texts import TEXTS
from tests.corpus.chronology.workbooks import WORKBOOKS

CASES: list[Case] = [*WORKBOOKS, *OTHER_WORKBOOKS, *TEXTS, *EXPORTS, *DOCUMENTS, *DAYS]

__all__ = ["CASES", "Case", "Gold", "TableOf"]
