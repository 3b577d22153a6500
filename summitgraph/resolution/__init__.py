"""Across documents: one entity under many forms, one event in many reports.

What meets, in this order:

1. **By id** (``summitgraph.ids``): whom the authority file knows has one id however a text names it; anybody else has
   the slug of the name, which is the same for ``Ri Son-gwon`` and ``RI Son Gwon``.
2. **By rule** (``rules``): certain variants of a name become one id, and a report of an act of one day becomes one
   event with every other report of it. Rules look at one document alone, so that the order of loading plays no part.
3. **By decision** (``decisions``, ``applying``): what an analyst wrote down. It is replayed at every run (``replay``).

What is likely but not certain goes to the review queue (``candidates``), which is computed from the graph.
Documents that repeat one text (``copies``) count as one source.
"""
