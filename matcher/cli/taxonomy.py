"""``matcher taxonomy`` and ``matcher train-encoder``."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar
from taxonomies.esco_service import DEFAULT_EDITION, PUBLIC_URL, Patience

if TYPE_CHECKING:
    from taxonomies.concepts import TaxonomyStatus
    from taxonomies.esco_download import DownloadReport

app = typer.Typer(help="Import ESCO, or say what is loaded.", no_args_is_help=True, rich_markup_mode=None)


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Folders, zips, .csv or .csv.gz files of an ESCO download.")],
    replace: Annotated[bool, typer.Option("--replace", help="Forget what was imported before.")] = False,
    as_json: AsJson = False,
) -> None:
    """Import official ESCO files: any editions, any languages, merged with what is there."""
    with progress_bar() as progress:
        report = open_matcher().import_taxonomy(paths, replace_all=replace, progress=progress)
    status = report.taxonomy.status()
    if as_json:
        left_out = {"skipped": report.skipped, "withdrawn": report.withdrawn, "unknown_ends": report.unknown_ends}
        print_json({"files": report.files, **left_out, "status": asdict(status)})
        return
    typer.echo(f"Read {report.files} files.")
    _print_status(status)


@app.command("download")
def download(
    lang: Annotated[str, typer.Option("--lang", help="Languages to fetch, as fr,nl,ar.")],
    edition: Annotated[str, typer.Option("--edition", help="Edition of ESCO.")] = DEFAULT_EDITION,
    out: Annotated[Path | None, typer.Option("--out", help="Folder of the files; default: in MATCHER_HOME.")] = None,
    url: Annotated[str, typer.Option("--url", help="Address of the web service.")] = PUBLIC_URL,
    pause: Annotated[float, typer.Option("--pause", min=0.0, help="Seconds between two requests.")] = 1.0,
    no_import: Annotated[bool, typer.Option("--no-import", help="Write the CSV files and import nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Fetch languages of ESCO from its public web service and import them; started again, it goes on."""
    from taxonomies.esco_download import DownloadRequest

    matcher = open_matcher()
    folder = out or matcher.settings.home / "downloads"
    request = DownloadRequest(tuple(lang.split(",")), folder, edition, url, Patience(between=pause))
    with progress_bar() as progress:
        report = matcher.download_taxonomy(request, progress=progress)
        if not no_import:
            matcher.import_taxonomy(report.files, replace_all=False, progress=progress)
    status = matcher.taxonomy.status()
    if as_json:
        files = [str(path) for path in report.files]
        lists = [asdict(item) for item in report.lists]
        print_json({"files": files, "lists": lists, "imported": not no_import, "status": asdict(status)})
        return
    _print_download(report)
    if not no_import:
        _print_status(status)


def _print_download(report: DownloadReport) -> None:
    for item in report.lists:
        gap = f" of {item.announced:,} announced" if item.given != item.announced else ""
        missing = f", {item.unlabelled:,} without a label in {item.language!r}" if item.unlabelled else ""
        pages = f"{item.pages_fetched:,} pages fetched, {item.pages_kept:,} there before"
        typer.echo(f"{item.table} in {item.language!r}: {item.given:,} concepts{gap}{missing} ({pages})")
    typer.echo(f"Wrote {len(report.files)} files to {report.folder}.")


@app.command("status")
def status(as_json: AsJson = False) -> None:
    """Say which edition is in use, in which languages, and how much it holds."""
    found = open_matcher().taxonomy.status()
    if as_json:
        print_json(asdict(found))
    else:
        _print_status(found)


def _print_status(status: TaxonomyStatus) -> None:
    from taxonomies.esco import ATTRIBUTION

    def listed(counts: object) -> str:
        items = dict(counts).items()  # type: ignore[call-overload]
        return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in items)

    typer.echo(f"{status.name} {status.edition}")
    typer.echo(f"  concepts     {listed(status.counts)}")
    typer.echo(f"  labels       {listed(status.labels)}")
    typer.echo(f"  relations    {listed(status.relations)}")
    typer.echo(f"  collections  {listed(status.collections)}")
    for note in status.notes:
        typer.echo(f"  note         {note}")
    typer.echo(ATTRIBUTION)


def train_encoder(
    esco: Annotated[Path, typer.Option("--esco", help="Folder or zip of ESCO CSV files to learn from.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the encoder to.")],
    dictionary: Annotated[
        list[Path] | None,
        typer.Option("--dictionary", help="Bilingual dictionary: FreeDict's .dict.dz, or 4 columns; repeatable."),
    ] = None,
    teacher: Annotated[
        str, typer.Option("--teacher", help="A sentence-transformers model of English to learn nearness from.")
    ] = "",
    lang: Annotated[str, typer.Option("--lang", help="Languages to learn, as es,en; default: all in the files.")] = "",
    steps: Annotated[int | None, typer.Option("--steps", min=1, help="Training steps; default 3600.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="Seed of everything random.")] = None,
    threads: Annotated[int | None, typer.Option("--threads", min=1, help="Processor threads; default: all.")] = None,
) -> None:
    """Train the encoder on ESCO's parallel labels and write it in sentence-transformers' format."""
    from matcher.training.plan import TrainingPlan
    from matcher.training.run import Sources, use_threads
    from matcher.training.run import train_encoder as train  # imports torch

    if threads:
        use_threads(threads)
    languages = tuple(code.strip() for code in lang.split(",") if code.strip())
    plan = replace(TrainingPlan(), **{key: n for key, n in (("steps", steps), ("seed", seed)) if n is not None})
    with progress_bar() as progress:
        train(Sources(esco, languages, tuple(dictionary or ()), teacher), out, plan, progress)
    typer.echo(f"Wrote the encoder to {out}: set MATCHER_ENCODER={out} to use it.")
