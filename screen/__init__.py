"""What a person sees: the pages, and the pieces they share. No arithmetic on scores, no SQL.

The pages stand in ``screen/pages``, not in a ``pages`` folder beside ``app.py``: from there Streamlit would serve each
file by its own address, without ``app.py`` around it, until someone has opened the app's first page.
"""
