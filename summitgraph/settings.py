"""Settings: what the environment and the command line say, checked once.

Order: an option of the command line, the environment, the default. ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD`` are the
official driver's names and so carry no prefix; all else begins with ``SUMMITGRAPH_``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from summitgraph.errors import SettingsError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Settings(BaseSettings):
    """What every part needs to know.

    Attributes:
        graph: address of a Bolt server; None means the embedded graph under the data directory.
        data_dir: folder of the embedded graph, the quarantine and Prefect's records.
        neo4j_username, neo4j_password: for ``graph``, where its address holds none.
        config: name or path of the extraction's spaCy config.
        model: spaCy model; None takes the config's.
        ontology: Turtle files, or folders of them, to read on top of the ontology's own; in the environment parted as in
            ``PATH``.
        batch_size: documents per task of a flow.
        decisions: file of analysts' decisions; None means ``decisions.csv`` in the data directory, if it is there.
    """

    model_config = SettingsConfigDict(env_prefix="SUMMITGRAPH_", populate_by_name=True, extra="ignore", frozen=True)

    graph: str | None = None
    data_dir: Annotated[Path, Field(default_factory=lambda: user_data_path("summitgraph"))]
    neo4j_username: Annotated[str | None, Field(validation_alias=AliasChoices("neo4j_username", "NEO4J_USERNAME"))] = (
        None
    )
    neo4j_password: Annotated[
        SecretStr | None, Field(validation_alias=AliasChoices("neo4j_password", "NEO4J_PASSWORD"))
    ] = None
    config: str = "default"
    model: str | None = None
    ontology: Annotated[tuple[Path, ...], NoDecode] = ()
    batch_size: Annotated[int, Field(ge=1, le=10_000)] = 32
    decisions: Path | None = None

    @field_validator("graph")
    @classmethod
    def _known_scheme(cls, address: str | None) -> str | None:
        if not address:
            return None
        scheme, _, host = address.partition("://")
        if scheme not in SCHEMES or not host:
            # The address itself may hold a password and is not repeated.
            raise ValueError("this is no Bolt address; write bolt://HOST:PORT or neo4j://HOST:PORT")
        return address

    @field_validator("ontology", mode="before")
    @classmethod
    def _parted(cls, paths: object) -> object:
        return tuple(path for path in paths.split(os.pathsep) if path) if isinstance(paths, str) else paths

    @field_validator("ontology")
    @classmethod
    def _there(cls, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        for path in paths:
            if not path.expanduser().exists():
                raise ValueError(f"{path} is not there; name Turtle files or folders, parted by '{os.pathsep}'")
        return tuple(path.expanduser().absolute() for path in paths)

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    def decisions_file(self, *, to_write: bool = False) -> Path:
        """Return the file of analysts' decisions.

        Raises:
            SettingsError: the file that is named is not there, and is not about to be written.
        """
        if self.decisions is None:
            return self.data_dir / "decisions.csv"
        path = self.decisions.expanduser().absolute()
        if not (to_write or path.exists()):
            raise SettingsError(
                f"SUMMITGRAPH_DECISIONS: {path} is not there. Without it every decision would be taken back;"
                " name the file, or unset the variable."
            )
        return path

    @property
    def quarantine_dir(self) -> Path:
        """Folder with one JSONL file per run that left documents out."""
        return self.data_dir / "quarantine"


def load_settings(**given: Any) -> Settings:
    """Return the settings; ``given`` are options of the command line, None where an option is not used.

    Raises:
        SettingsError: a value is wrong.
    """
    try:
        return Settings(**{key: value for key, value in given.items() if value is not None})
    except ValidationError as error:
        wrong = error.errors()[0]
        name = str(wrong["loc"][0]) if wrong["loc"] else "settings"
        reason = wrong["msg"].removeprefix("Value error, ")
        raise SettingsError(f"--{name.replace('_', '-')} or SUMMITGRAPH_{name.upper()}: {reason}.") from error
