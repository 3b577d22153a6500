"""What makes the trained reader and coder: data, splits, networks, export, figures. Nothing of the library imports
it."""
