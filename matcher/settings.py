"""Settings from the environment: where things are kept, which database and keys, which encoder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What ``MATCHER_HOME``, ``_DATABASE_URL``, ``_ENCODER``, ``_IDENTITY_KEY``, ``_ACTOR``, ``_ROLE``, ``_RUNS`` say.

    ``home`` holds everything the program writes: database, key file, taxonomy, vectors, reports. ``actor`` is who the
    audit log names (default: the user of the operating system), ``role`` what they may do. ``runs`` is the folder whose
    folders are runs of the evaluation lab.
    """

    model_config = SettingsConfigDict(env_prefix="MATCHER_", env_ignore_empty=True)

    home: Path = Field(default_factory=lambda: user_data_path("mobility-matcher", appauthor=False))
    database_url: str | None = None
    encoder: str = "embedded"
    identity_key: SecretStr = SecretStr("")
    actor: str | None = None
    role: str = "admin"
    runs: Path | None = None

    @property
    def store_url(self) -> str:
        """SQLAlchemy URL of the database: as set, or a SQLite file in ``home``."""
        return self.database_url or f"sqlite:///{self.home / 'matcher.sqlite'}"

    @property
    def identity_key_file(self) -> Path:
        """File of the keys that open identities."""
        return self.home / "identity.keys"

    @property
    def taxonomy_folder(self) -> Path:
        """Folder of the imported ESCO."""
        return self.home / "taxonomy"

    @property
    def vectors_folder(self) -> Path:
        """Folder of cached vectors."""
        return self.home / "vectors"

    @property
    def mappings_folder(self) -> Path:
        """Folder of saved column mappings."""
        return self.home / "mappings"

    @property
    def rules_folder(self) -> Path:
        """Folder of the user's own tables of law."""
        return self.home / "rules"

    @property
    def reports_folder(self) -> Path:
        """Folder of written reports."""
        return self.home / "reports"

    @property
    def statistics_folder(self) -> Path:
        """Folder of the statistics that stand."""
        return self.home / "statistics"

    @property
    def runs_folder(self) -> Path:
        """Folder of runs of the evaluation lab: as set, or the one among the reports."""
        return self.runs or self.reports_folder / "evaluation"
