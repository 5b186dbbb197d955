"""Words that say something about somebody's health: pointed at before a note about support is saved, never refused. Pure."""

from __future__ import annotations

import re

# "~" stands for a space within a word group.
STEMS = r"""
diagnos\w* depress\w* anxi\w+ antidepress\w* medicat\w* medicin\w* prescri\w* tablets? pills? symptoms? ptsd traumati[sz]\w*
panic~attacks? insomnia sleeping~badly self[-~]?harm\w* suicid\w* overdos\w* alcohol\w* drinking
sick[-~]?notes? fit[-~]?notes? sick[-~]?leave off~sick signed~off sickness mental~(?:health|illness) (?:nervous|mental)~breakdown
burn[-~]?out stress[-~]related psychiatr\w* psychos\w+ bipolar schizo\w* pregnan\w* miscarr\w* disab\w* therapist
"""
WORDS = re.compile(rf"\b(?:{'|'.join(STEMS.split())})\b".replace("~", r"\s"), re.IGNORECASE)


def pointed_at(text: str) -> list[str]:
    """The words of `text` that say something about health, as they stand there, each once."""
    return list(dict.fromkeys(found.group() for found in WORDS.finditer(text)))
