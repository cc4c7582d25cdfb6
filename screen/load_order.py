"""What a person chooses to load: the files, the scheme, the lawful basis, a saved mapping of columns."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from matcher.lawful import Basis
from matcher.offices.cohort_loading import CohortLoading
from matcher.offices.load_orders import LoadOrder, Upload
from screen.plain_text import plain, quiet
from screen.wording import Words

TYPES = (
    *(".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".csv", ".tsv", ".txt"),
    *(".pdf", ".docx", ".xml", ".json", ".jsonl", ".ndjson", ".zip"),
)
"""The endings of files in which cohorts come; what each holds is recognised by its content."""


def choose_order(desk: CohortLoading, words: Words) -> LoadOrder | None:
    """Let the user drop files and say how to load them; ``None`` until there is a file and a scheme."""
    own = {scheme.name: scheme for scheme in desk.schemes()}
    if not own:
        st.info(words("load.no_scheme"), icon=":material/lock:")
        return None
    with st.container(border=True):
        left, middle, right = st.columns(3)
        # With several schemes none is chosen beforehand: people loaded into the wrong one must be taken out one by one.
        scheme = left.selectbox(
            words("load.scheme"),
            list(own),
            index=0 if len(own) == 1 else None,
            format_func=lambda name: own[name].called(words.language).title,
            placeholder=words("load.choose_scheme"),
            key="load-scheme",
        )
        basis, saved = "", ""
        if scheme is not None:
            with middle:
                rules = own[scheme].data_protection
                basis = _choose_basis(scheme, rules.basis, words, assumed=rules.assumed)
            saved = right.selectbox(
                words("load.saved_mapping"),
                ["", *desk.mappings(scheme)],
                format_func=lambda name: name or words("load.no_mapping"),
                key=f"load-mapping-{scheme}",
            )
        sent = st.file_uploader(words("load.files"), accept_multiple_files=True, key="load-files")
        st.markdown(quiet(words("load.types")))
    known = [file for file in sent if PurePath(file.name).suffix.lower() in TYPES]
    for file in sent:
        if file not in known:
            message = words("load.wrong_type", name=plain(file.name), types=plain(", ".join(TYPES)))
            st.error(message, icon=":material/block:")
    if not known:
        st.info(words("load.start"), icon=":material/upload_file:")
        return None
    if scheme is None:
        st.info(words("load.which_scheme"), icon=":material/flag:")
        return None
    return LoadOrder(tuple(Upload(file.name, file.getvalue()) for file in known), scheme, basis, saved)


def key_of(order: LoadOrder) -> str:
    """Return what is the same for orders that load the same in the same way."""
    digest = hashlib.sha256(repr(replace(order, uploads=())).encode("utf-8", "surrogatepass"))
    for upload in order.uploads:
        digest.update(f"\0{upload.name}\0{len(upload.content)}\0".encode("utf-8", "surrogatepass"))
        digest.update(upload.content)
    return digest.hexdigest()


def _choose_basis(scheme: str, own: str, words: Words, *, assumed: bool) -> str:
    """Let the user name the lawful basis; the scheme's ``own`` stands first, which is ``assumed`` or confirmed."""

    def in_words(basis: str) -> str:
        if basis:
            return words(f"load_basis.{basis}")
        return words("load.basis_own", basis=words(f"load_basis.{own}"))

    hint = words("load.basis_assumed") if assumed else None
    return st.selectbox(
        words("load.basis"),
        ["", *(basis.value for basis in Basis)],
        format_func=in_words,
        key=f"load-basis-{scheme}",
        help=hint,
    )
