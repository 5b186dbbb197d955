"""Where the environment says that files are kept: in a folder, or in a bucket whose secrets may stand in files."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from scr_portal.environment import files

NAMES = ("BUCKET", "S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_FOLDER")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(f"FILES_{name}", raising=False)
        monkeypatch.delenv(f"FILES_{name}_FILE", raising=False)


def test_nothing_set_means_a_folder() -> None:
    assert files() == {"BACKEND": "scr_portal.lib.sealed_files.SealedFiles"}


def test_a_bucket_with_its_secret_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("between us\n")
    said = {
        "BUCKET": "reviews",
        "S3_ENDPOINT": "https://objects.example",
        "S3_ACCESS_KEY": "portal",
        "S3_FOLDER": "/live/",
    }
    for name, value in said.items():
        monkeypatch.setenv(f"FILES_{name}", value)
    monkeypatch.setenv("FILES_S3_SECRET_KEY_FILE", str(tmp_path / "secret"))
    found = files()
    assert found["BACKEND"] == "scr_portal.lib.sealed_objects.SealedObjects"
    assert found["OPTIONS"] == {
        "bucket_name": "reviews", "location": "live", "endpoint_url": "https://objects.example", "region_name": None,
        "access_key": "portal", "secret_key": "between us",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"S3_ENDPOINT": "https://objects.example"}, "FILES_BUCKET is not set"),
        ({"BUCKET": "reviews", "S3_ENDPOINT": "objects.example"}, "must begin with https://"),
        ({"BUCKET": "reviews", "S3_ACCESS_KEY": "portal"}, "go together"),
        ({"BUCKET": "reviews", "S3_SECRET_KEY": "x"}, "go together"),
    ],
)
def test_what_does_not_fit_together_is_said(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], sentence: str
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(f"FILES_{name}", value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        files()
