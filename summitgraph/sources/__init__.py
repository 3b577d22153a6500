"""Reading: files, folders, globs, corpora and URLs become a stream of ``SourceDocument``.

``read`` is the one entrance. It keeps one document in memory at a time, goes on after a bad one, and leaves nothing out
quietly: what cannot be read comes back as ``Rejected``, what a folder holds beside texts as ``Ignored``.
"""

from summitgraph.sources.merging import merge_origins
from summitgraph.sources.options import FIELDS, Ignored, ReadOptions, parse_mapping
from summitgraph.sources.published import parse_published
from summitgraph.sources.reading import read

__all__ = ["FIELDS", "Ignored", "ReadOptions", "merge_origins", "parse_mapping", "parse_published", "read"]
