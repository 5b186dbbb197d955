"""A case whose time has come: held, proposed by one person, destroyed by another, with a certificate in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reviews.models import DestructionCertificate, Review
from tests import make
from tests.journeys.browser import Somebody
from tests.reviews.test_destruction import full

PASSWORD = "a long enough pass phrase"


def test_a_case_is_let_go_by_two_people(
    transactional_db: None, somebody: Callable[[], Somebody], downloads: Path
) -> None:
    world = make.world()
    case = full(world)
    for user in (world.manager, world.chair):
        user.set_password(PASSWORD)
        user.save()
    tom, ruth = somebody(), somebody()
    tom.sign_in(world.manager.email, PASSWORD)
    tom.go("/reviews/")
    tom.press("Retention: what is due, holds and certificates of destruction")
    tom.press("The retention schedule")
    tom.press("Record your period of: Adult: review concluded, report published")
    tom.choose("A number of years")
    tom.fill("Years", "25")
    tom.fill("Why does it differ?", "The council’s schedule of 2025.")
    tom.press("Record it")
    tom.reads("The council’s schedule of 2025.")
    tom.go("/reviews/retention/")
    tom.press("Hold all cases of the board")
    tom.choose("Moratorium on destruction")
    tom.fill("Who asked for it, and why?", "The inquiry wrote to all boards.")
    tom.fill("Look at it again on", "1/9/2050")
    tom.press("Place it")
    tom.press(case.review.ref)
    tom.reads("A legal hold stands")
    tom.press("Place a legal hold")
    tom.press("Cancel")
    tom.press("Keep it longer")
    tom.press("Cancel")
    tom.go("/reviews/retention/")
    tom.page.get_by_role("link", name="Lift").first.click()
    tom.look()
    tom.fill("Why can it be lifted, and who agreed?", "The inquiry has ended.")
    tom.press("Lift it")
    tom.press(case.review.ref)
    tom.press("Propose that it is destroyed")
    tom.fill("Why is it to be destroyed?", "Its time has come.")
    tom.choose("I have looked at the list of what goes, and nothing of it is needed any more")
    tom.press("Propose it")
    tom.reads("Waits for the second person")
    ruth.sign_in(world.chair.email, PASSWORD)
    ruth.go(f"/reviews/{case.review.ref}/retention/")
    ruth.press("Answer the proposal")
    ruth.choose("Destroy it: this cannot be undone")
    ruth.press("Send the answer")
    ruth.reads("so that no other case is destroyed by mistake")
    ruth.fill("Its reference, to destroy it", case.review.ref)
    ruth.press("Send the answer")
    ruth.reads(f"Certificate of destruction, {case.review.ref}")
    assert ruth.saved("Download the certificate as PDF", downloads).read_bytes().startswith(b"%PDF")
    assert not Review.objects.filter(pk=case.review.pk).exists()
    assert not DestructionCertificate.objects.get(review_ref=case.review.ref).files_left.exists()
