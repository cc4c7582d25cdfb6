"""Opens the taxonomy in use: the imported ESCO, or the starter slice where nothing was imported."""

from __future__ import annotations

from pathlib import Path

from taxonomies.concepts import Taxonomy
from taxonomies.starter import starter_taxonomy

IMPORTED_FILE = "taxonomy.sqlite"


def open_taxonomy(folder: Path) -> Taxonomy:
    """Return the taxonomy imported into a folder, else the starter taxonomy.

    Raises:
        TaxonomyError: what was imported cannot be read.
    """
    imported = folder / IMPORTED_FILE
    return Taxonomy.open(imported) if imported.exists() else starter_taxonomy()
