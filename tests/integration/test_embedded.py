"""The embedded graph: one process runs it, others join; what is committed outlives a kill."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.bolt import Loader
from summitgraph.errors import ForbiddenCypherError, GraphUnavailableError
from summitgraph.graph import service
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph
from summitgraph.graph.home import home_of
from tests.integration import samples

# A process that loads one document, says where the graph listens, and then waits for a line before it ends.
LOAD_AND_WAIT = """
import sys
from pathlib import Path
from loaders.bolt import Loader
from summitgraph.graph.engine import open_graph
from tests.integration import samples
with open_graph(None, Path(sys.argv[1])) as graph:
    report = Loader(graph).load([samples.rows(samples.report())])
    print(graph.address, report.documents, flush=True)
    sys.stdin.readline()
"""
COUNT = "MATCH (c:Claim) RETURN count(c)"


@pytest.fixture
def loading(data_dir: Path) -> subprocess.Popen[str]:
    return start_loading(data_dir)


def start_loading(data_dir: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LOAD_AND_WAIT, str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_the_password_and_the_folder_are_their_owners_alone(data_dir: Path) -> None:
    with open_graph(None, data_dir) as graph:
        assert graph.address.startswith("bolt://127.0.0.1:")
        home = home_of(data_dir)
        assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
        for secret in (home.passwords, home.folder / "runtime.json"):
            assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        assert (home.folder / "log").is_dir()


def test_a_second_process_joins_the_first(data_dir: Path, loading: subprocess.Popen[str]) -> None:
    address, documents = line(loading).split()
    assert documents == "1"
    with open_graph(None, data_dir) as graph:
        assert graph.address == address
        assert Loader(graph).load([samples.rows(samples.brief())]).documents == 1
        # The process that ran the engine ends; the graph is found anew, and nothing is lost.
        loading.communicate("\n")
        assert loading.returncode == 0
        assert graph.read(COUNT).rows == ((10,),)
        assert Loader(graph).load([samples.rows(samples.report())]).unchanged == 1


def test_what_was_committed_outlives_a_kill(data_dir: Path, loading: subprocess.Popen[str]) -> None:
    line(loading)
    loading.kill()
    loading.wait()
    assert (home_of(data_dir).folder / "runtime.json").exists()
    assert service.status(data_dir).state == "stopped"
    with open_graph(None, data_dir) as graph:
        assert graph.read(COUNT).rows == ((5,),)
        assert Loader(graph).load([samples.rows(samples.report())]).unchanged == 1


def test_processes_that_start_at_once_share_one_engine(data_dir: Path) -> None:
    processes = [start_loading(data_dir) for _ in range(3)]
    answers = [line(process).split() for process in processes]
    assert len({address for address, _ in answers}) == 1
    assert sorted(documents for _, documents in answers) == ["0", "0", "1"]
    for process in processes:
        process.communicate("\n")
        assert process.returncode == 0


def test_two_uses_in_one_process_share_one_engine(data_dir: Path) -> None:
    first, second = open_graph(None, data_dir), open_graph(None, data_dir)
    assert first.address == second.address
    first.close()
    assert second.read("RETURN 1").rows == ((1,),)
    second.close()
    assert service.status(data_dir).state == "stopped"


def test_a_background_process_stays_until_it_is_stopped(data_dir: Path) -> None:
    assert service.status(data_dir).state == "stopped"
    started = service.start(data_dir)
    try:
        assert started.state == "running"
        assert started.runtime
        assert started.runtime.background
        assert service.start(data_dir).runtime == started.runtime
        with open_graph(None, data_dir) as graph:
            assert graph.address == started.runtime.address
        assert service.status(data_dir).state == "running"
    finally:
        assert service.stop(data_dir)
    assert service.status(data_dir).state == "stopped"
    assert not service.stop(data_dir)


def test_a_graph_at_work_is_not_stopped(data_dir: Path) -> None:
    with open_graph(None, data_dir), pytest.raises(GraphUnavailableError, match=f"process {os.getpid()} works with"):
        service.stop(data_dir)


def test_a_process_that_is_terminated_frees_the_graph(data_dir: Path, loading: subprocess.Popen[str]) -> None:
    line(loading)
    loading.send_signal(signal.SIGTERM)
    assert loading.wait() == -signal.SIGTERM
    with open_graph(None, data_dir) as graph:
        assert graph.read(COUNT).rows == ((5,),)


def test_a_process_ends_while_a_question_that_it_gave_up_goes_on(data_dir: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from summitgraph.graph.engine import open_graph\n"
        "with open_graph(None, Path(sys.argv[1])) as graph:\n"
        "    graph.read('UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b RETURN sum(a * b)', timeout=0.1)"
    )
    done = subprocess.run([sys.executable, "-c", ask, str(data_dir)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("summitgraph.errors.QueryError: The question took longer")
    assert service.status(data_dir).state == "stopped"


def test_a_process_that_gave_up_a_question_ends_with_its_own_status(data_dir: Path) -> None:
    ask = (
        "import contextlib, sys; from pathlib import Path; from summitgraph.graph.engine import open_graph\n"
        "from summitgraph.errors import QueryError\n"
        "with open_graph(None, Path(sys.argv[1])) as graph, contextlib.suppress(QueryError):\n"
        "    graph.read('UNWIND range(1, 99999) AS a UNWIND range(1, 99999) AS b RETURN sum(a * b)', timeout=0.1)"
    )
    done = subprocess.run([sys.executable, "-c", ask, str(data_dir)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_engine_itself_lets_the_reader_only_read(embedded_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitgraph.graph.connection.assert_read_only", lambda cypher: None)
    for cypher in ("CREATE (:Entity {id: 'x'})", "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line"):
        with pytest.raises(ForbiddenCypherError, match="The graph refused the question"):
            embedded_graph.read(cypher)
