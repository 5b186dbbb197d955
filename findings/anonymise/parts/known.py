"""What programs and formats write of themselves: no hiding place, and nobody's name."""

from __future__ import annotations


def _each(words: str) -> frozenset[str]:
    """Return the words or phrases that semicolons part."""
    return frozenset(word.strip() for word in words.split(";"))


# What programs write where an author should stand; python-pptx's own template bears the name of its maker.
PROGRAMS = _each(
    "scr portal; python-docx; steve canny; microsoft office user; windows user; user; author; unknown; unknown author; anonymous;"
    "(anonymous); unspecified; (unspecified); openpyxl; libreoffice; microsoft word; microsoft powerpoint; weasyprint; none"
)
# An author who is told by these words only is told by part, not by name.
PARTS_PLAYED = _each(
    "the; of; and; for; a; author; authors; editor; reviewer; reviewers; reader; readers; writer; chair; panel; board; member;"
    "members; partnership; safeguarding; children; child; adults; adult; review; report; local; business; manager; officer; team;"
    "service; services; support; independent; lead; second; first; scr; portal; administrator; admin; user; office; secretary;"
    "coordinator"
)
# Typefaces that the themes of office programs name and that are, or sound like, names of people.
TYPEFACES = _each(
    "aharoni; angelica; baskerville; bradley; candara; cordia; david; daytona; euphemia; franklin; frank; garamond; gautami;"
    "georgia; gill; gisha; goudy; harrington; iris; jasmine; kalinga; kartika; kristen; latha; leelawadee; lucida; mangal; meera;"
    "miriam; mistral; nyala; perpetua; raavi; rod; sakkal; shruti; sylfaen; tunga; verdana; vijaya; viner; vivaldi; vladimir;"
    "vrinda; arial; calibri; cambria; liberation; dejavu"
)
INLINE = _each(
    "a; abbr; acronym; b; bdi; bdo; big; cite; code; data; del; dfn; em; font; i; ins; kbd; label; mark; meter; nobr; output; q;"
    "ruby; rb; rt; rp; s; samp; small; span; strike; strong; sub; sup; time; tspan; tt; u; var; wbr"
)
LINK_ATTRIBUTES = _each(
    "href; src; action; formaction; cite; poster; srcset; data; background; longdesc; manifest; ping; download; xlink:href; codebase"
)
PLAIN_ATTRIBUTES = _each(
    "lang; hreflang; type; rel; charset; xmlns; http-equiv; media; integrity; nonce; sizes; width; height; viewbox; d; points"
)
PLAIN_KEYS = _each(
    "/ID; /Lang; /M; /CreationDate; /ModDate; /DA; /DS; /Registry; /Ordering; /O; /U; /OE; /UE; /Perms; /CharSet; /CheckSum;"
    "/FontFamily; /Panose; /BaseFont; /FontName; /Filter; /Type; /Subtype; /S; /Producer"
)
