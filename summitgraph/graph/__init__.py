"""The graph: its schema, and the engines that hold it."""
