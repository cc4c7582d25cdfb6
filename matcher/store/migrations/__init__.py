"""How the tables came to be, step by step.

A change of the tables is a new module in ``versions`` with the next number as ``revision``, the last one as
``down_revision``, and ``REVISION`` in :mod:`matcher.store.schema` moved on. A step says in full what it does and
imports nothing from the tables, which will have changed again by the time it runs.
"""
