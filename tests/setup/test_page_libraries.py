"""The page libraries: what is served names no licensed typeface and no crest, and leads nowhere that is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scr_portal.setup import ROOT, page_libraries

SHEET = (
    "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
    ".a{font-family:GDS Transport,arial,sans-serif}"
    "@supports (mask:initial){.logo:before{mask:url(/assets/images/govuk-crest.svg);width:1px}.kept{color:red}}"
    ".b{background:url(/assets/images/icon.svg)}/*# sourceMappingURL=a.css.map */"
)


def test_a_sheet_loses_typeface_crest_and_source_map_and_nothing_else() -> None:
    assert page_libraries.rewritten(SHEET) == (
        ".a{font-family:arial,sans-serif}@supports (mask:initial){.kept{color:red}}.b{background:url(images/icon.svg)}"
    )


def test_a_script_loses_its_source_map() -> None:
    assert page_libraries.rewritten("f();//# sourceMappingURL=f.js.map\n") == "f();\n"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (".a{font:GDS Transport}", "a.css still names GDS Transport"),
        (".a{background:url(images/none.svg)}", "a.css points to images/none.svg, which is not there"),
        (".a{background:url(crest.svg)}", "a.css still names crest.svg"),
    ],
)
def test_what_must_not_be_served_is_refused(tmp_path: Path, sheet: str, said: str) -> None:
    (tmp_path / "a.css").write_text(sheet)
    assert said in list(page_libraries.refused(tmp_path))


def test_an_address_that_leads_somewhere_is_not_refused(tmp_path: Path) -> None:
    (tmp_path / "icon.svg").touch()
    (tmp_path / "a.css").write_text('.a{background:url("icon.svg")}.b{background:url(data:image/png;base64,x)}')
    assert list(page_libraries.refused(tmp_path)) == []


def test_the_libraries_are_there_and_fit_to_serve() -> None:
    served = page_libraries.VENDOR
    assert [target for target in page_libraries.COPIES.values() if not (served / target).is_file()] == []
    assert list(page_libraries.refused(served)) == []
    assert [path.name for path in served.rglob("*") if {"crest", "crown", "logotype"} & set(path.stem.split("-"))] == []


def test_the_lock_names_no_download_address_and_seals_every_library() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    libraries = [package for place, package in packages.items() if place]
    assert len(libraries) >= 3
    assert all("resolved" not in package and package["integrity"].startswith("sha512-") for package in libraries)
