"""Print the catalogue's index for the documentation."""

from queries import catalogue
from queries.index import render

if __name__ == "__main__":
    print(render(catalogue()), end="")
