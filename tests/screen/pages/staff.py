"""Pages of project staff opened over the small cohort, for the tests of each."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[3] / "app.py")


def opened(name: str, **query: str) -> AppTest:
    """Open a page, with what stands in its address."""
    app = AppTest.from_file(APP, default_timeout=90)
    for key, value in ({"language": "en"} | query).items():
        app.query_params[key] = value
    rerun(app)
    app.switch_page(f"screen/pages/{name}.py")
    return rerun(app)


def rerun(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Return what the page says, without the backslashes and joiners that keep it from being obeyed."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.info, app.warning, app.error, app.success)
    text = "\n".join(element.value for kind in kinds for element in kind)
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")
