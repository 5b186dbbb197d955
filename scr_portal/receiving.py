"""Every file that arrives is looked at once, here, before a form or a reader sees it; what is turned away is on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from agencies.services.upload import checksum
from reviews.services.events import record
from scr_portal.lib.uploads import look_at
from scr_portal.signing_in import board_of


class UploadMiddleware:
    """Marks each uploaded file that cannot be taken; its field then says the sentence, and what was typed is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Looks at the files of a form that somebody signed in sends."""
        if request.content_type == "multipart/form-data" and request.user.is_authenticated:
            for _, files in request.FILES.lists():
                for file in files:
                    receive(request, file)


def receive(request: HttpRequest, file: UploadedFile) -> None:
    """Mark a file that cannot be taken, and keep on record who sent it where, and why it was turned away."""
    why, sentence = look_at(file)
    if sentence:
        file.turned_away = sentence  # type: ignore[attr-defined]
        facts = {"path": request.path, "kind": why, "sha256": checksum(file), "size": file.size}
        record(request.user, "file.turned_away", request.user, board=board_of(request.user), facts=facts)
