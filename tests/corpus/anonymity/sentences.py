"""The sentences of the made documents."""

from __future__ import annotations

ABOUT_PEOPLE = (
    "{} was seen at home by the duty team.", "The records say that {} had missed the last two appointments.",
    "A call was made to {} but nobody answered.", "It was agreed that {} would be invited to the next meeting.",
    "Concerns about {} were passed on the same day.", "{} told the school that things were worse at weekends.",
    "The view of {} was not written down.", "In supervision, {} asked whether the threshold was met.",
    "{}'s account differs from the file.", "There is no note of {}'s wishes and feelings.", "A neighbour had seen {} outside at midnight.",
    "Present: {}, the chair and the note taker.", "When {} arrived, the door was locked.", "{} said that nothing had changed.",
    "Letters to {} were returned unopened.", "The plan depended on {} alone (see paragraph 4).", "He described {} as \u201cvery tired\u201d.",
    "{} attended the strategy discussion.", "It is not clear why {} was not told.", "The panel heard from {} in person.",
)  # fmt: skip
ABOUT_BODIES = ("The family was known to {}.", "A referral came from {} in the spring.", "{} did not reply to the request.",
                 "They had moved from {} the year before.", "Records held by {} were secured.")  # fmt: skip
STRANGERS = ("A friend, {}, gave them a lift.", "{} was named as the landlord.", "The call was taken by {}.", "She stayed with {} for a week.",
              "Earlier that day {} had complained about the noise.", "According to {}, the flat was cold.")  # fmt: skip
WORDS = (
    ("It is hoped that the plan ", "will", " hold."), ("", "Will", " the new protocol be used?"), ("This ", "may", " have been missed."),
    ("The visit took place in ", "May", " 2019."), ("In ", "May", " 2018 the case was closed."), ("", "May", " is a busy month for schools."),
    ("There was a ", "grace", " period of ten days."), ("Please ", "mark", " the form clearly."), ("", "Mark", " the date of each visit in the file."),
    ("A red ", "mark", " was seen on the arm."), ("There was little ", "hope", " of change."), ("", "Hope", " for improvement was shared by staff."),
    ("An unpaid ", "bill", " was found on the table."), ("Voting on the ", "Bill", " was delayed."), ("The cost of heating ", "rose", " that year."),
    ("A ", "rose", " bush stood by the gate."), ("The ", "price", " of food had gone up."), ("", "Price", " increases hit the family hard."),
    ("", "Young", " people were not asked."), ("Services for ", "young", " adults were thin."), ("The ", "Young", " Carers project closed."),
    ("A ", "brown", " envelope was left."), ("", "Brown", " marks were noted on the wall."), ("The ", "Green", " Paper had just been published."),
    ("A ", "green", " sofa blocked the door."), ("She bought bread at the ", "baker", " on the corner."), ("They went to ", "church", " on Sundays."),
    ("The ", "Church", " of England runs the hall."), ("He slept on the ", "street", " for a month."), ("", "Street", " lighting was poor."),
    ("Over the ", "summer", " visits stopped."), ("In the ", "Summer", " term attendance fell."), ("It gave her ", "joy", " to see them."),
    ("To be ", "frank", ", the plan was weak."), ("He could not ", "cook", " for himself."), ("They agreed to ", "walk", " to school."),
    ("A ", "ward", " round took place."), ("", "Winter", " pressures were cited."), ("The ", "page", " was missing from the file."),
    ("The first ", "day", " was hard."), ("A strong ", "bell", " rang at nine."), ("At the crack of ", "dawn", " he left."), ("The ", "dean", " of the college wrote."),
    ("", "Summer", " holidays were a risk."), ("", "Bill", " payments were late."), ("Years of ", "patience", " had run out."), ("The ", "hill", " behind the flats is steep."),
    ("A piece of ", "wood", " was used."), ("Last ", "May", " the locks were changed."), ("", "Day", " care was offered."), ("", "Strong", " leadership was missing."),
)  # fmt: skip
