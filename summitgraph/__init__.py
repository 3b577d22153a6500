"""News and official texts in, a knowledge graph of diplomacy out."""
