"""After a change of codebook, lexicon, authority file or reader: which documents to extract anew, and what that changes.

The texts come from the graph; no source is read again. The flow ``flows/recode.py`` does the work; this package finds
what is outdated (``outdated``), compares what a document said with what it says now (``saying``), and sums up which
entities, events and edges go and come (``summing``).
"""
