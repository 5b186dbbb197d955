"""The sentences of the documents kept back, by the register of writing; `{}` stands for who or what is named."""

from __future__ import annotations

PEOPLE = {
    "chronology": (
        "HV | Home visit. {} seen, bright and chatty. No concerns.", "GP | DNA letter sent to {}.", "Police | {} arrested for breach of bail.",
        "School | T/C from {}: late again.", "CSC | {} - no reply at door, card left.", "Midwifery | Booking appt. with {}; partner present.",
        "A&E | Brought in by {} with burn to L hand.", "Housing | Rent arrears discussed with {}.", "CAMHS | {} declined to be weighed.",
        "SW | Stat visit; {} upstairs, asleep.", "EWO | Spoke to {} re attendance 61%.", "Nursery | Bruise noted; {} said fell from slide.",
    ),
    "minutes": (
        "{} to chase the outstanding report by Friday.", "{} reported that the flat had been boarded up.", "Apologies: {}.", "The chair thanked {} for the update.",
        "ACTION: {} / by end of month.", "It was noted that {} had not been invited.", "{} queried whether consent had been obtained.", "Agreed: {} will be lead professional.",
        "{} (by telephone) supported this.", "Discussion followed between {} and the police representative.",
    ),
    "narrative": (
        "By then {} had stopped opening the curtains.", "Nobody asked {} what a good day looked like.", "The panel wondered what life was like for {} in those weeks.",
        "When {} moved out, the visits stopped.", "Professionals described {} as guarded, polite and always busy.", "It fell to {} to make the tea and put the little ones to bed.",
        "Two workers who knew {} well had left.", "For {}, the move meant a fourth school.", "What {} needed was an assessment; what came was a leaflet.",
        "{} later told the reviewer that the door had been locked from outside.", "The relationship between the worker and {} broke down.", "{} never missed a birthday.",
    ),
    "letter": (
        "Dear {},", "I write to confirm that {} did not attend clinic today.", "Thank you for referring {}, whom I saw with an interpreter.", "Yours sincerely\n\n{}",
        "Please could you let {} know the outcome.", "cc: {}", "I would be grateful if {} could be seen within two weeks.", "RE: {}",
    ),
    "e-mail": (
        "Hi {},", "Thanks,\n{}", "just had {} on the phone in bits again", "can someone ring {} asap pls", "FYI {} is on leave til Monday", "From: {}\nSent: this morning",
        "see below from {} - not happy!!", "Forwarding on behalf of {}.",
    ),
    "testimony": (
        "I loved {} to bits, we all did.", "{} used to sit on the wall and wait for me.", "They never listened to {}.", "I told {} and she wrote it down.",
        "If {} had rung back it would of been different.", "Then {} goes, \u201cyou're not taking her\u201d.", "My nan never liked {}.", "I said it's {} you want to be asking.",
    ),
}  # fmt: skip
BODIES = ("Moved from {} in the autumn.", "Letter from {} on file.", "{} was asked for its records and sent none.", "He was taken to {} by ambulance.",
          "Staff at {} had worried for months.", "She grew up near {}.", "Information was shared with {} late.", "Known to {} since birth.")  # fmt: skip
STRANGERS = ("Her friend {} stayed over.", "The landlord, {}, had a key.", "I spoke to {} at the gate.", "Also present: {}.", "Referral taken by {}.",
             "{} said he could not help.", "They owed money to {}.", "He was seen with {} in the park.")  # fmt: skip
# What only looks like a name: the word in lower case, the words before and after it.
WORDS = (
    ("baker", "He worked for a ", "baker", " before his illness."), ("baker", "The ", "Baker", " report of that year said the same."),
    ("young", "Too ", "young", " to be left alone."), ("young", "A ", "Young", " Person's Advocate was offered."), ("young", "", "Young", " children in the house were not seen."),
    ("cook", "", "Cook", " from frozen, said the label."), ("cook", "She liked to ", "cook", " for everybody."), ("field", "The ", "field", " behind the school flooded."),
    ("little", "", "Little", " was known about the partner."), ("little", "There was ", "little", " food in the house."), ("little", "", "Little", " by little the visits stopped."),
    ("long", "A ", "long", " wait followed."), ("long", "", "Long", " delays were common."), ("sharp", "No ", "sharp", " objects to be left out."), ("wise", "It would be ", "wise", " to ask again."),
    ("bright", "A ", "bright", " and funny boy."), ("best", "In her ", "best", " interests."), ("best", "", "Best", " practice was not followed."), ("best", "A ", "Best", " Interests Meeting took place."),
    ("case", "The ", "case", " was closed."), ("case", "", "Case", " notes were thin."), ("case", "In this ", "case", " no referral was made."), ("banks", "The river burst its ", "banks", "."),
    ("banks", "", "Banks", " would not open an account for him."), ("pope", "A picture of the ", "Pope", " hung there."), ("gray", "A ", "gray", " car was parked outside."), ("white", "He is ", "White", " British."),
    ("white", "A ", "white", " powder was found."), ("black", "", "Black", " mould covered the wall."), ("black", "A ", "Black", " Caribbean family nearby helped."), ("parks", "She took them to ", "parks", " and the library."),
    ("woods", "He hid in the ", "woods", " all night."), ("waters", "Her ", "waters", " broke at home."), ("stone", "He weighed nine ", "stone", "."), ("swift", "A ", "swift", " response was needed."),
    ("read", "", "Read", " and noted by the manager."), ("read", "Nobody had ", "read", " the file."), ("speed", "The ", "speed", " of events surprised all."), ("love", "", "Love", " and warmth were seen."),
    ("love", "With ", "love", " from all at the unit."), ("nurse", "A ", "nurse", " rang back."), ("nurse", "The School ", "Nurse", " was on leave."), ("judge", "The ", "Judge", " made an interim order."),
    ("judge", "It is hard to ", "judge", "."), ("hope", "We ", "hope", " this helps."), ("hope", "", "Hope", " faded in the last weeks."), ("rose", "Her temperature ", "rose", " overnight."), ("rose", "A ", "rose", " was left at the gate."),
    ("grace", "By the ", "grace", " of God, she said."), ("mark", "A bite ", "mark", " was seen."), ("mark", "Please ", "mark", " as urgent."), ("mark", "", "Mark", " all letters private."), ("faith", "The family's ", "faith", " mattered to them."),
    ("faith", "", "Faith", " leaders were not approached."), ("faith", "He had no ", "faith", " in the police."), ("daisy", "A ", "daisy", " chain hung on the door."), ("ivy", "The wall was covered in ", "ivy", "."),
    ("autumn", "In the ", "autumn", " term she was absent."), ("autumn", "", "Autumn", " 2016 was quieter."), ("rob", "He planned to ", "rob", " the shop."), ("art", "", "Art", " therapy helped."), ("art", "In ", "art", " lessons he drew cages."),
    ("pat", "A ", "pat", " on the back."), ("penny", "He had not a ", "penny", "."), ("drew", "She ", "drew", " a house with no door."), ("drew", "The report ", "drew", " on three files."), ("chase", "", "Chase", " up the referral."),
    ("chase", "He would ", "chase", " her down the stairs."), ("miles", "They lived ", "miles", " away."), ("amber", "The risk was rated ", "amber", "."), ("amber", "Rated ", "Amber", " on the RAG scale."), ("crystal", "", "Crystal", " meth was found."),
    ("destiny", "It was his ", "destiny", ", he said."), ("angel", "She was an ", "angel", " to us."), ("hunter", "He was a ", "hunter", " of rabbits."), ("sky", "The ", "sky", " was dark."), ("sky", "The ", "Sky", " box was unplugged."),
    ("april", "In ", "April", " 2017 the plan ended."), ("april", "", "April", " showers came through the roof."), ("june", "By ", "June", " nobody had called."), ("june", "The ", "June", " review was cancelled."), ("june", "On 3 ", "June", " the lock was changed."),
    ("will", "She ", "will", " be six."), ("will", "", "Will", " anybody ring her?"), ("will", "He left no ", "will", "."), ("will", "Against her ", "will", ", she went."), ("may", "It ", "may", " be that nobody knew."), ("may", "Since ", "May", " he had been alone."),
    ("may", "", "May", " need an interpreter."), ("may", "In early ", "May", " the heating failed."), ("may", "", "May", " 2015 brought a new worker."),
    ("cook", "A ", "cook", " at the centre fed them."), ("church", "They met at ", "church", "."),
)  # fmt: skip
# What stands in a file and belongs to nobody: (words, kind) with the words before it.
PATTERNS = (
    ("NHS No: ", "nhs", "nhs_number"), ("nhs number is ", "nhs tight", "nhs_number"), ("NI number ", "ni", "ni_number"), ("NINO: ", "ni tight", "ni_number"), ("lives at an address in ", "postcode", "postcode"),
    ("postcode ", "postcode tight", "postcode"), ("somewhere in ", "outward", "postcode"), ("rang from ", "mobile", "phone"), ("mob ", "mobile 44", "phone"), ("Tel: ", "landline", "phone"), ("e-mailed ", "email", "email"),
    ("posted on ", "url", "url"), ("reg ", "vehicle", "vehicle"), ("in a silver Corsa ", "vehicle tight", "vehicle"), ("crime no. ", "crime", "police_ref"), ("police URN ", "urn", "police_ref"), ("log ", "log", "police_ref"),
    ("case no ", "court", "court_no"), ("in proceedings ", "court 2", "court_no"), ("hospital no. ", "hospital", "case_id"), ("UPN: ", "upn", "case_id"), ("MRN ", "mrn", "case_id"), ("Liquidlogic ID ", "lcs", "case_id"),
    ("on ", "long date", "date"), ("on ", "slashed", "date"), ("on ", "dotted", "date"), ("entry of ", "iso", "date"), ("on ", "ordinal", "date"), ("on ", "weekday", "date"), ("on ", "short month", "date"), ("dob ", "slashed", "dob"),
    ("date of birth: ", "long date", "dob"), ("born ", "long date", "dob"), ("(d.o.b. ", "dotted", "dob"), ("aged ", "age", "age"), ("then ", "age 2", "age"),
)  # fmt: skip
