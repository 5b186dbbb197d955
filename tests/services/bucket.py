"""A real server that speaks S3 (moto's), in a process of its own, which lets in who signs with the right key and nobody else.

Who comes with the portal's key may do what docs/operating.md says that it needs, and no more.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import requests

from scr_portal.setup import ROOT
from scr_portal.setup.services import HOST, free_port, listens
from tests.services.away import Door
from tests.services.conftest import PATIENCE

REGION = "eu-west-2"


class Bucket:
    """A bucket behind a door, and the key with which the portal comes in."""

    def __init__(self, server: Server, name: str) -> None:
        self.server, self.name = server, name
        # Who set up the server: asked at its own port, so that the door may be shut.
        self.objects = server.client("s3")
        self.objects.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})

    def settings(self, folder: str = "") -> dict[str, Any]:
        """As the settings have it."""
        key = self.server.key
        options = {
            "bucket_name": self.name, "location": folder, "endpoint_url": self.server.door.url, "region_name": REGION,
            "access_key": key["AccessKeyId"], "secret_key": key["SecretAccessKey"],
        }  # fmt: skip
        return {"BACKEND": "scr_portal.lib.sealed_objects.SealedObjects", "OPTIONS": options}

    def environment(self, folder: Path) -> dict[str, str]:
        """As a process is told of it; its secret stands in a file."""
        kept, key = folder / "files_secret", self.server.key
        kept.write_text(key["SecretAccessKey"] + "\n")
        return {
            "FILES_BUCKET": self.name, "FILES_S3_ENDPOINT": self.server.door.url, "FILES_S3_REGION": REGION,
            "FILES_S3_ACCESS_KEY": key["AccessKeyId"], "FILES_S3_SECRET_KEY_FILE": str(kept),
        }  # fmt: skip

    def held(self) -> dict[str, bytes]:
        """What lies there, byte for byte, without the one that is written to see whether the bucket takes any."""
        listed = self.objects.list_objects_v2(Bucket=self.name).get("Contents", ())
        names = [each["Key"] for each in listed if not each["Key"].endswith("ready.part")]
        return {name: self.objects.get_object(Bucket=self.name, Key=name)["Body"].read() for name in names}


class Server:
    """The server: its port, the door in front of it, and the keys."""

    def __init__(self, port: int) -> None:
        self.url = f"http://{HOST}:{port}"
        self.door = Door(self.url, port)
        self.root = {"aws_access_key_id": "root", "aws_secret_access_key": "root"}
        people = self.client("iam")
        self.root = self._key(people, "operator", {"Effect": "Allow", "Action": "*", "Resource": "*"})
        portal = self._key(people, "portal", *self.needed())
        self.key = {"AccessKeyId": portal["aws_access_key_id"], "SecretAccessKey": portal["aws_secret_access_key"]}
        # From here on, whoever comes needs a key of these.
        requests.post(f"{self.url}/moto-api/reset-auth", data=b"0", timeout=PATIENCE).raise_for_status()

    def client(self, service: str) -> Any:
        """The operator's way in."""
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, **self.root)

    @staticmethod
    def needed() -> list[dict[str, Any]]:
        """What the portal's key has to be allowed, as the guide says it, for every bucket whose name begins with files-."""
        said = re.search(r"```json\n(\{\"Version\".*?)```", (ROOT / "docs" / "operating.md").read_text(), re.DOTALL)
        assert said is not None
        found: list[dict[str, Any]] = json.loads(said[1].replace("BUCKET", "files-*"))["Statement"]
        return found

    @staticmethod
    def _key(people: Any, name: str, *allowed: dict[str, Any]) -> dict[str, str]:
        people.create_user(UserName=name)
        policy = json.dumps({"Version": "2012-10-17", "Statement": allowed})
        people.put_user_policy(UserName=name, PolicyName="files", PolicyDocument=policy)
        made = people.create_access_key(UserName=name)["AccessKey"]
        return {"aws_access_key_id": made["AccessKeyId"], "aws_secret_access_key": made["SecretAccessKey"]}


@contextmanager
def object_storage(folder: Path) -> Iterator[Server]:
    """The server, started and ended."""
    port, log = free_port(), folder / "objects.log"
    with log.open("w") as said:
        process = subprocess.Popen([sys.executable, "-m", "moto.server", "-H", HOST, "-p", str(port)], stdout=said, stderr=said)  # fmt: skip
        try:
            deadline = time.monotonic() + PATIENCE
            while not listens(port):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.1)
            server = Server(port)
            yield server
            server.door.shut()
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
