"""Hiding places in office files that no one looks into: packed drawings, names of elements, what programs note of their own."""

from __future__ import annotations

import base64
import gzip
import io
import quopri
import struct
import zipfile

from tests.corpus.hiding_around_word import rels
from tests.corpus.hiding_in_slides import SHOW, SLIDE_RELS, A, P
from tests.corpus.hiding_in_slides import built as show
from tests.corpus.hiding_in_word import BODY, SETTINGS, W, in_body, run
from tests.corpus.hiding_in_word import built as word_file
from tests.corpus.hiding_places import before, linked, patched, place

DIAGRAM = f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {A}><dgm:ptLst><dgm:pt>'
CHART = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:strCache><c:pt idx="0"><c:v>'


def packed_drawing(word: str) -> bytes:
    """A drawing of Windows (EMF) that writes a word, packed as office programs pack it."""
    said = word.encode("utf-16-le")
    return gzip.compress(struct.pack("<II", 1, 88) + bytes(80) + struct.pack("<II", 84, 76 + len(said)) + said)


def encoded(word: str) -> str:
    return base64.b64encode(f"Written about {word} in March.".encode()).decode()


@place("docx", "words that stand in a place for others", "body")
def _(word: str) -> bytes:
    shown = f"<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{run('Say what ' + word + ' said')}</w:p></w:sdtContent>"
    return in_body(f"<w:sdt>{shown}</w:sdt>")


@place("docx", "drawing for old programs only", "body")
def _(word: str) -> bytes:
    start = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"/>'
    return in_body(f"<w:p><w:r>{start}<mc:Fallback><w:t>{word}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>")


@place("docx", "words of a diagram", "diagram")
def _(word: str) -> bytes:
    said = f"{DIAGRAM}<dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    return patched(word_file(), {"word/diagrams/data1.xml": said.encode()})


@place("docx", "figures that a chart keeps", "chart")
def _(word: str) -> bytes:
    said = f"{CHART}{word}</c:v></c:pt></c:strCache></c:chartSpace>"
    return patched(word_file(), {"word/charts/chart1.xml": said.encode()})


@place("docx", "button of one's own", "label")
def _(word: str) -> bytes:
    bar = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon><tabs><tab id="a" label="'
    return patched(word_file(), {"customUI/customUI14.xml": f'{bar}{word}"/></tabs></ribbon></customUI>'.encode()})


@place("docx", "frame of a web page", "settings of the document")
def _(word: str) -> bytes:
    frames = f'<w:webSettings {W}><w:frameset><w:frame><w:name w:val="{word}"/></w:frame></w:frameset></w:webSettings>'
    return patched(word_file(), {"word/webSettings.xml": frames.encode()})


@place("docx", "column of a mail merge", "settings of the document")
def _(word: str) -> bytes:
    column = (
        f'<w:mailMerge><w:odso><w:fieldMapData><w:mappedName w:val="{word}"/></w:fieldMapData></w:odso></w:mailMerge>'
    )
    return patched(word_file(), {SETTINGS: before("</w:settings>", column)})


@place("docx", "web page put in, its letters coded", "embedded file")
def _(word: str) -> bytes:
    said = quopri.encodestring(f"<p>They heard {word} speak.</p>".replace("a", "\u00e4").encode()).replace(
        b"=C3=A4", b"=61"
    )
    head = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    return patched(word_file(), {"word/afchunk.mht": head + said})


@place("docx", "web page put in, wholly coded", "embedded file")
def _(word: str) -> bytes:
    said = base64.encodebytes(f"<p>They heard {word} speak.</p>".encode())
    head = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    return patched(word_file(), {"word/afchunk.mht": head + said})


@place("docx", "text of an older kind put in", "embedded file")
def _(word: str) -> bytes:
    coded = "".join(f"\\'{ord(letter):02x}" for letter in word)
    return patched(word_file(), {"word/afchunk.rtf": f"{{\\rtf1\\ansi They heard {coded} speak.}}".encode()})


@place("docx", "packed drawing", "picture")
def _(word: str) -> bytes:
    return patched(word_file(), {"word/media/image1.emz": packed_drawing(word)})


@place("docx", "drawing that scales", "picture")
def _(word: str) -> bytes:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{word}</text></svg>'
    return patched(word_file(), {"word/media/image2.svg": drawing.encode()})


@place("docx", "coded words in custom XML", "custom XML")
def _(word: str) -> bytes:
    return patched(word_file(), {"customXml/item1.xml": f"<state>{encoded(word)}</state>".encode()})


@place("docx", "name of an element of custom XML", "custom XML")
def _(word: str) -> bytes:
    return patched(word_file(), {"customXml/item1.xml": f"<case><{word.replace(' ', '_')}/></case>".encode()})


@place("docx", "address of a name space", "custom XML")
def _(word: str) -> bytes:
    space = f"urn:case:{word.replace(' ', '-')}"
    return patched(word_file(), {"customXml/item1.xml": f'<c:case xmlns:c="{space}"/>'.encode()})


@place("docx", "extra field of an entry", "bytes beside the parts of the file")
def _(word: str) -> bytes:
    held = io.BytesIO(word_file())
    kept = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry_ = zipfile.ZipInfo(item.filename)
            entry_.compress_type = zipfile.ZIP_DEFLATED
            if item.filename == BODY:
                entry_.extra = struct.pack("<HH", 0x7075, len(word.encode())) + word.encode()
            new.writestr(entry_, old.read(item))
    return kept.getvalue()


@place("docx", "base address of links", "document properties")
def _(word: str) -> bytes:
    base = f"<HyperlinkBase>file:///C:/Cases/{word}</HyperlinkBase></Properties>".encode()
    return patched(word_file(), {"docProps/app.xml": lambda xml: xml.replace(b"</Properties>", base)})


@place("docx", "path of a linked data file", "path of a linked file")
def _(word: str) -> bytes:
    return patched(word_file(), {"customXml/_rels/item1.xml.rels": rels("oleObject", f"file:///C:/Cases/{word}.xlsx")})


@place("pptx", "master of the notes")
def _(word: str) -> bytes:
    return patched(show(), {"ppt/notesMasters/notesMaster9.xml": slide_of("notesMaster", word)})


@place("pptx", "master of the handouts")
def _(word: str) -> bytes:
    return patched(show(), {"ppt/handoutMasters/handoutMaster1.xml": slide_of("handoutMaster", word)})


def slide_of(kind: str, word: str) -> bytes:
    shape = f"<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{word}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
    return f"<p:{kind} {P} {A}>{shape}</p:{kind}>".encode()


@place("pptx", "who changed what", "author of a change")
def _(word: str) -> bytes:
    start = '<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:docChgLst>'
    said = f'<pc:chgData name="{word}" userId="" providerId="AD"/></pc:docChgLst></pc:chgInfo>'
    return patched(show(), {"ppt/changesInfos/changesInfo1.xml": f"{start}{said}".encode()})


@place("pptx", "author of a comment of the newer kind", "author of a comment")
def _(word: str) -> bytes:
    start = '<p188:authorLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main">'
    said = (
        f'{start}<p188:author id="{{00000000-0000-0000-0000-000000000001}}" name="{word}" userId="" providerId="None"/>'
    )
    return patched(show(), {"ppt/authors.xml": f"{said}</p188:authorLst>".encode()})


@place("pptx", "words of a diagram", "diagram")
def _(word: str) -> bytes:
    said = f"{DIAGRAM}<dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    return patched(show(), {"ppt/diagrams/data1.xml": said.encode()})


@place("pptx", "packed drawing", "picture, sound or film")
def _(word: str) -> bytes:
    return patched(show(), {"ppt/media/image1.emz": packed_drawing(word)})


@place("pptx", "details of a sound", "picture, sound or film")
def _(word: str) -> bytes:
    said = b"\x00" + word.encode("latin-1")
    frame = b"TPE1" + struct.pack(">I", len(said)) + b"\x00\x00" + said
    return patched(show(), {"ppt/media/media1.mp3": b"ID3\x03\x00\x00\x00\x00\x00\x40" + frame + bytes(64)})


@place("pptx", "path of a linked film", "path of a linked file")
def _(word: str) -> bytes:
    film = linked("video", f"file:///C:/Cases/{word.replace(' ', '%20')}.mp4", outside=True)
    return patched(show(), {SLIDE_RELS: film})


@place("pptx", "name of a show")
def _(word: str) -> bytes:
    shows = f'<p:custShowLst><p:custShow name="{word}" id="0"/></p:custShowLst>'
    return patched(show(), {SHOW: before("</p:presentation>", shows)})
