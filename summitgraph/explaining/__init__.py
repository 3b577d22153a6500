"""An extraction for the eye: one HTML page that shows, sentence by sentence, what was found by what."""

from summitgraph.explaining.page import to_html

__all__ = ["to_html"]
