"""The command line: ``summitgraph COMMAND``. Data goes to standard output, everything else to standard error.

Exit codes: 0 all went well; 1 nothing was done, the message says why; 2 the command line itself is wrong;
3 the work was done, but some documents were left out; 70 a defect of Summitgraph.
"""

from summitgraph.cli.app import app, main

__all__ = ["app", "main"]
