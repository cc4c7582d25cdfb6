"""The pages, one file each; ``app.py`` puts them into the navigation."""
