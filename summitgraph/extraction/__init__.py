"""From a text to mentions, events, relations and dates, by spaCy components in an order that the config shows."""
