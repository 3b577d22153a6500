"""Time expressions: found in the text, resolved against the date line, written as TIMEX3 values.

The spaCy component ``summitgraph_times`` writes ``doc._.times``. ``interval``, ``precision`` and ``iso`` read
the values, ``told_from`` dates what stands after "two days after".
"""

from summitgraph.extraction.times.anchored import told_from
from summitgraph.extraction.times.component import TimesComponent, make_times, register_extensions
from summitgraph.extraction.times.values import interval, iso, offset, precision

__all__ = ["TimesComponent", "interval", "iso", "make_times", "offset", "precision", "register_extensions", "told_from"]
