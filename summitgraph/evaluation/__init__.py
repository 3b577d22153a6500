"""Extractions against gold: whole documents and labelled passages, as ``summitgraph evaluate`` prints them.

Documents are scored by sets of what they say, passages by the spans of each event. Both read the JSON that
``summitgraph extract`` prints, so that a stored extraction is scored as a fresh one.
"""

from summitgraph.evaluation.documents import DocumentScores, score_documents
from summitgraph.evaluation.gold import Gold, read_gold
from summitgraph.evaluation.passages import PassageScores, score_passages
from summitgraph.evaluation.report import Report, evaluate

__all__ = [
    "DocumentScores",
    "Gold",
    "PassageScores",
    "Report",
    "evaluate",
    "read_gold",
    "score_documents",
    "score_passages",
]
