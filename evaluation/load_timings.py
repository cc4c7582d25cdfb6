"""How long a large cohort takes to be read, masked and stored, without linking: ``python -m evaluation.load_timings``.

A benchmark, never a test: run it on a quiet machine. Each step runs in one fresh process, whose largest memory is told.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from matcher.intake import read_cohort
from matcher.masking import mask
from matcher.spreadsheet_out import OutSheet, OutValue, write_spreadsheet
from matcher.store import Store

ROWS = 10_000
_HEADINGS = (
    *("N° dossier", "Nom", "Prénom", "Date de naissance", "Sexe", "E-mail", "Téléphone", "Nationalité", "Métier visé"),
    *("Compétences", "Expérience professionnelle", "Diplôme", "Langues", "Présentation", "Remarque"),
)
_JOBS = ("soudeur", "maçon", "infirmière", "développeur web", "cuisinier", "électricien", "chauffeur", "aide-soignante")
_SKILLS = ("soudure TIG", "MIG", "lecture de plans", "Java", "SQL", "coffrage", "soins", "cuisine froide", "câblage")


def main() -> None:
    """Write a cohort of invented people and load it in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        cohort = Path(folder, "cohort.xlsx")
        chance = random.Random(1)
        rows = [_HEADINGS, *(_person(number, chance) for number in range(ROWS))]
        write_spreadsheet(cohort, [OutSheet("Candidats", rows, frozen_rows=1)])
        subprocess.run([sys.executable, "-m", "evaluation.load_timings", str(cohort)], check=True)


def load(cohort: Path) -> None:
    """Read, mask and store one cohort; tell the time of each step, and the memory and processor time of all."""
    times = [time.perf_counter()]
    intake = read_cohort(cohort, "palim")
    times.append(time.perf_counter())
    masked = [replace(record, profile=mask(record), stated=record.profile) for record in intake.records]
    times.append(time.perf_counter())
    with Store.open(f"sqlite:///{cohort.with_name('store.sqlite')}") as store:
        counts = store.load_cohort(masked, "palim")
    times.append(time.perf_counter())
    steps = ", ".join(
        f"{name} {end - start:.1f} s"
        for name, (start, end) in zip(("read", "masked", "stored"), pairwise(times), strict=True)
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{counts.created:,} candidates from XLSX, without linking: {times[-1] - times[0]:.1f} s ({steps}); "
        f"{time.process_time():.1f} s of processor, largest process {peak:,} MB\n"
    )


def _person(number: int, chance: random.Random) -> tuple[OutValue, ...]:
    job = chance.choice(_JOBS)
    born = f"{number % 28 + 1:02}/0{number % 9 + 1}/19{70 + number % 29}"
    return (
        *(f"P-{number:05}", f"Nom{number}", f"Prénom{number}", born),
        *("F" if number % 2 else "M", f"p{number}@example.org", f"+32 000 {number:06}", "Maroc", job),
        "; ".join(chance.sample(_SKILLS, 4)),
        f"{job} chez Exemple SA (2015-2019); aide-maçon 2 ans; chauffeur de poids lourds depuis {2010 + number % 10}",
        *("Licence en génie civil", "FR courant; EN A2; arabe langue maternelle"),
        f"Je cherche un travail de {job} dans une entreprise belge. " * 3,
        f"dossier {number} à revoir",
    )


if __name__ == "__main__":
    load(Path(sys.argv[1])) if sys.argv[1:] else main()
