"""People at a web server, in a process of their own: `python -m tests.bench.visiting < what.json`.

Reads {"port", "seconds", "unmeasured", "think", "people": [{"cookie", "token", "steps": [{"name", "address", "sent"}]}]}: each
person walks through their steps again and again, `think` seconds apart, and begins at a place and a time of their own.
`sent` is a form to send, in which {time} is another each time, or null. Prints {"took": {name: [seconds, …]}, "failed":
["GET /…: 500", …], "asked": pages in all}; how long it took within the first `unmeasured` seconds is not told.
"""

from __future__ import annotations

import http.client
import json
import random
import sys
import threading
import time
from typing import Any
from urllib.parse import urlencode


class Person(threading.Thread):
    def __init__(self, said: dict[str, Any], of: dict[str, Any], number: int, began: float) -> None:
        super().__init__(daemon=True)
        self.said, self.of, self.began = said, of, began
        self.draw = random.Random(number)
        self.took: list[tuple[str, float]] = []
        self.failed: list[str] = []
        self.asked = 0

    def run(self) -> None:
        steps, at = self.said["steps"], self.draw.randrange(len(self.said["steps"]))
        time.sleep(self.draw.uniform(0, self.of["think"]))
        while (now := time.monotonic()) < self.began + self.of["seconds"]:
            self.does(steps[at % len(steps)], measured=now > self.began + self.of["unmeasured"])
            at += 1
            time.sleep(self.draw.uniform(0.8, 1.2) * self.of["think"])

    def does(self, step: dict[str, Any], *, measured: bool) -> None:
        """One page, or one form and the page that it leads to; nothing is asked twice."""
        sent, started = step["sent"], time.monotonic()
        sent = sent and {name: words.replace("{time}", str(started)) for name, words in sent.items()}
        self.asked += 1
        try:
            status, leads = self.asks(step["address"], sent)
            if sent is not None and status == http.client.FOUND:
                status, _ = self.asks(leads, None)
            wrong = "" if status == http.client.OK else str(status)
        except (OSError, http.client.HTTPException) as trouble:
            wrong = repr(trouble)
        if wrong:
            self.failed.append(f"{'GET' if sent is None else 'POST'} {step['address']}: {wrong}")
        elif measured:
            self.took.append((step["name"], time.monotonic() - started))

    def asks(self, address: str, sent: dict[str, str] | None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.of["port"], timeout=60)
        cookies = f"sessionid={self.said['cookie']}; csrftoken={self.said['token']}"
        headers = {"Cookie": cookies, "Accept-Encoding": "identity"}
        if sent is not None:
            headers |= {"X-CSRFToken": self.said["token"], "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request("GET" if sent is None else "POST", address, urlencode(sent) if sent else None, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers.get("Location", "")
        finally:
            connection.close()


def main() -> None:
    of = json.load(sys.stdin)
    began = time.monotonic()
    people = [Person(said, of, number, began) for number, said in enumerate(of["people"])]
    for each in people:
        each.start()
    took: dict[str, list[float]] = {}
    failed: list[str] = []
    for each in people:
        each.join()
        failed += each.failed
        for name, seconds in each.took:
            took.setdefault(name, []).append(seconds)
    json.dump({"took": took, "failed": failed, "asked": sum(each.asked for each in people)}, sys.stdout)


if __name__ == "__main__":
    main()
