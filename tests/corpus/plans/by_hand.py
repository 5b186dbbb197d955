"""Plans by hand, each with the traps of its kind."""

from __future__ import annotations

from datetime import date

from tests.corpus.plans import Case, Plan

ASK = "needs-attention"


def banners() -> Plan:
    """Recommendations run across the table above their actions; a legend and a note stand below."""
    plan = Plan(["What needs to be done", "By whom", "By when", "How will we know?", "Progress", "RAG"], ["Action plan following the review"])  # fmt: skip
    plan.aside(["Recommendation 1: Agree one bruising pathway"], "recommendation of the rows below", wide=True)
    plan.add(["Write the pathway", "ICB", "31 March 2025", "Audit of 20 cases", "", "Amber"], {"recommendation": "Agree one bruising pathway", "recommendation_number": 1, "action": "Write the pathway", "agencies": ["ICB"], "target_on": date(2025, 3, 31), "measure": "Audit of 20 cases", "rag": "amber"})  # fmt: skip
    plan.add(["Launch it", "Police and ICB", "30/06/2025", "", "Begun", "Green"], {"recommendation_number": 1, "agencies": ["Police", "ICB"], "progress": "Begun"})  # fmt: skip
    plan.aside(["Recommendation 2: Fund advocacy"], "recommendation of the rows below", wide=True)
    plan.add(["Write the business case", "ICB", "Jan 2025", "", "", "R"], {"recommendation": "Fund advocacy", "recommendation_number": 2, "rag": "red", "target_on": date(2025, 1, 31)})  # fmt: skip
    plan.aside(["Green", "Complete and evidenced"], "legend")
    plan.aside(["RAG key: Red = not started"], "legend")
    plan.aside(["Version 2.1 approved by the subgroup"], "note", wide=True)
    return plan


def merged() -> Plan:
    """A recommendation, an agency and an action are each one cell over several rows."""
    plan = Plan(["Rec No", "Recommendation", "Action", "Lead agency", "Target date", "Status"])
    plan.add([1, "Share the history of both parents", "Change the referral form", "Police", date(2025, 1, 31), "Complete"], {"recommendation_number": 1, "action": "Change the referral form", "agencies": ["Police"], "declared": "claimed_done"})  # fmt: skip
    plan.add([None, None, None, "CSC", date(2025, 2, 28), "In progress"], {"recommendation_number": 1, "recommendation": "Share the history of both parents", "action": "Change the referral form", "agencies": ["CSC"], "target_on": date(2025, 2, 28)})  # fmt: skip
    plan.add([None, None, "Audit its use", "CSC", date(2025, 5, 31), "Not started"], {"recommendation_number": 1, "recommendation": "Share the history of both parents", "action": "Audit its use", "declared": "planned"})  # fmt: skip
    plan.add([2, "Fund advocacy", "Write the case", "ICB", date(2025, 3, 1), ""], {"recommendation_number": 2, "recommendation": "Fund advocacy"})  # fmt: skip
    plan.merged = [(2, 0, 4, 0), (2, 1, 4, 1), (2, 2, 3, 2)]
    return plan


def several() -> Plan:
    """Several actions, and several agencies, in one cell."""
    plan = Plan(["Recommendation", "Actions", "Agencies", "Target", "RAG"])
    rec = {"recommendation": "Supervision", "recommendation_number": 1}
    plan.add(["1. Supervision", "1. Write the standard\n2. Train managers\n3. Audit it", "Police", "1/2/2025\n1/3/2025\n1/4/2025", "Amber"],
             rec | {"action": "Write the standard", "target_on": date(2025, 2, 1)}, rec | {"action": "Train managers", "target_on": date(2025, 3, 1)}, rec | {"action": "Audit it", "target_on": date(2025, 4, 1)})  # fmt: skip
    plan.add(["", "Each agency to:\n• name a lead\n• report twice a year", "Police/CSC", "1/5/2025", ""], rec | {"action": "Each agency to: name a lead", "agencies": ["Police", "CSC"]}, rec | {"action": "Each agency to: report twice a year"})  # fmt: skip
    plan.add(["", "Review the policy\n- fathers\n- siblings", "Police & ICB", "1/5/2025", ""], rec | {"action": "Review the policy\n- fathers\n- siblings", "agencies": ["Police", "ICB"]}, state=ASK, kinds=("several-actions",))  # fmt: skip
    plan.add(["", "1.4 Review the policy\n• fathers\n• siblings", "Wexcombe Health and Care Partnership", "1/5/2025", ""], rec | {"number": "1.4", "action": "Review the policy\n• fathers\n• siblings", "agencies": ["Wexcombe Health and Care Partnership"]})  # fmt: skip
    plan.add(["", "1.5 Write it\n1.6 Teach it", "Police, CSC and Housing", "1/5/2025", ""], rec | {"number": "1.5", "action": "Write it", "agencies": ["Police", "CSC", "Housing"]}, rec | {"number": "1.6", "action": "Teach it"})  # fmt: skip
    plan.add(["", "a) Write it\nb) Teach it", "All agencies", "1/5/2025", ""], rec | {"action": "Write it", "agencies": ["All agencies"]}, rec | {"action": "Teach it"})  # fmt: skip
    plan.add(["", "24 hour cover: agree the rota", "Education, Skills and Early Years; Probation", "1/5/2025", ""], rec | {"number": "", "action": "24 hour cover: agree the rota", "agencies": ["Education, Skills and Early Years", "Probation"]})  # fmt: skip
    plan.add(["", "3 months after launch, audit", "Health and Social Care", "1/5/2025", ""], rec | {"action": "3 months after launch, audit", "agencies": ["Health and Social Care"]})  # fmt: skip
    return plan


def state_cells() -> Plan:
    """A colour, a state and a date in one cell, in every mixture."""
    plan = Plan(["No", "Recommendation", "Action", "Agency", "Target date", "RAG / status"])
    lines: tuple[tuple[str, dict[str, object], tuple[str, ...]], ...] = (
        ("Green", {"rag": "green", "declared": "", "status_text": ""}, ()),
        ("Green - June 2024", {"rag": "green", "status_text": "Green - June 2024"}, ("status-date",)),
        ("Complete 12/03/2024", {"declared": "claimed_done", "completed_on": date(2024, 3, 12)}, ()),
        ("Blue: completed 12 March 2024", {"rag": "blue", "declared": "claimed_done", "completed_on": date(2024, 3, 12)}, ()),
        ("Complete June 2024", {"declared": "claimed_done", "completed_on": date(2024, 6, 30)}, ("completed",)),
        ("Ongoing, review Sept 24", {"declared": "in_progress", "status_text": "Ongoing, review Sept 24", "completed_on": None}, ()),
        ("Amber/Green", {"rag": ""}, ("rag",)),
        ("Purple", {"rag": ""}, ("rag",)),
        ("a", {"rag": "amber"}, ()),
        ("Not complete", {"declared": "in_progress"}, ()),
        ("Partially met", {"declared": "in_progress"}, ()),
        ("To be completed", {"declared": "in_progress"}, ()),
        ("Not yet started", {"declared": "planned"}, ()),
        ("In progress - due by 30/09/2025", {"declared": "in_progress", "target_on": date(2025, 5, 1)}, ()),
        ("Complete 12/03/2030", {"declared": "claimed_done"}, ("future",)),
        ("Closed", {"declared": "closed"}, ()),
        ("Signed off by the board", {"declared": "assured", "status_text": "Signed off by the board"}, ()),
        ("Started in June 2024", {"declared": "in_progress", "completed_on": None}, ()),
        ("see Appendix", {"declared": "", "rag": ""}, ("status",)),
        ("Complete (green)", {"declared": "claimed_done", "rag": "green"}, ()),
    )  # fmt: skip
    for at, (cell, fields, kinds) in enumerate(lines, start=1):
        plan.add([f"1.{at}", "Improve recording", f"Step {at}", "Police", "01/05/2025", cell], fields, state=ASK if kinds else "ok", kinds=kinds)  # fmt: skip
    return plan


def targets() -> Plan:
    """Words of days, sure and not."""
    plan = Plan(["Ref", "Action", "Agency", "Responsible officer", "Due", "Status", "Comments"])
    lines: tuple[tuple[str, dict[str, object], tuple[str, ...]], ...] = (
        ("By 31.03.25", {"target_on": date(2025, 3, 31)}, ()),
        ("before June 2025", {"target_on": None}, ("open",)),
        ("2025/26", {"target_on": None}, ("wide",)),
        ("Financial year 2025/26", {"target_on": date(2026, 3, 31)}, ()),
        ("31/02/2025", {"target_on": None}, ("not-a-date",)),
        ("End of March", {"target_on": None}, ("no-year",)),
        ("within six weeks", {"target_on": None, "after": "6 weeks"}, ()),
        ("3 months", {"after": "3 months"}, ()),
        ("ASAP", {"after": "0 days"}, ()),
        ("TBC", {"target_on": None}, ("no-target",)),
        ("", {"target_on": None}, ("no-target",)),
        ("June 2025, extended to September 2025", {"target_text": "June 2025", "target_on": date(2025, 6, 30), "revised_text": "September 2025", "revised_on": date(2025, 9, 30)}, ()),
        ("30/09/25 (was 30/06/25)", {"target_text": "30/06/25", "revised_text": "30/09/25", "target_on": date(2025, 6, 30), "revised_on": date(2025, 9, 30)}, ()),
        ("1/5/2025 and 1/6/2025", {"target_on": None}, ("several-dates",)),
        ("Autumn term 2025", {"target_on": date(2025, 12, 31)}, ()),
        ("12/2025", {"target_on": date(2025, 12, 31)}, ()),
        ("Q3", {"target_on": None}, ("quarter",)),
        ("Within 3 months (12/09/2025)", {"target_text": "Within 3 months", "target_on": date(2025, 9, 12), "after": ""}, ()),
        ("when funded", {"target_on": None}, ("not-a-date",)),
    )  # fmt: skip
    for at, (cell, fields, kinds) in enumerate(lines, start=1):
        plan.add([f"2.{at}", f"Step {at}", "CSC", "", cell, "", ""], {"recommendation_number": 2, "target_text": cell, **fields}, state=ASK if kinds else "ok", kinds=kinds)  # fmt: skip
    return plan


def odd_numbers() -> Plan:
    """Numbers that a spreadsheet spoiled, and numbers in brackets, with letters, in words."""
    plan = Plan(["No.", "Recommendation", "Agreed action", "Owner", "Deadline"])
    day = date(2025, 5, 1)
    plan.add([1.1, "Hear the child", "Step a", "Police", day], {"number": "1.1", "recommendation_number": 1, "agencies": ["Police"]})  # fmt: skip
    plan.add(["1.9", "", "Step b", "Police", day], {"number": "1.9"})
    plan.add([1.1, "", "Step c", "Police", day], {"number": "1.1", "recommendation_number": 1}, state=ASK, kinds=("number-again",))  # fmt: skip
    plan.add([date(2025, 1, 2), "", "Step d", "Police", day], {"number": "", "recommendation_number": 1}, state=ASK, kinds=("number-date",))  # fmt: skip
    plan.add(["R3(ii)", "Hear the adult", "Step e", "Police", day], {"number": "R3(ii)", "recommendation_number": 3, "recommendation": "Hear the adult"})  # fmt: skip
    plan.add(["4a", "Tell the family", "Step f", "Police", day], {"number": "4a", "recommendation_number": 4})
    plan.add(["IMR-7", "Tell the school", "Step g", "Police", day], {"number": "", "recommendation_number": None}, state=ASK, kinds=("number",))  # fmt: skip
    return plan


def running_numbers() -> Plan:
    """The numbers count the rows, not the recommendations."""
    plan = Plan(["#", "SAR recommendation", "Action", "Agency", "Due date"])
    for at, text in enumerate(("Share risk", "Share risk", "Fund advocacy", "Fund advocacy", "Share risk"), start=1):
        plan.add([at, text, f"Step {at}", "ICB", "May 2025"], {"recommendation": text, "recommendation_number": None, "action": f"Step {at}"})  # fmt: skip
    return plan


def going_on() -> Plan:
    """Headings in two rows, words that go on in the next row, columns nobody knows, rows without what they need."""
    plan = Plan(["Recommendation", "Response", "", "", "Assurance", "", "Cost code"], ["OFFICIAL-SENSITIVE"])
    plan.merged = [(2, 1, 2, 3), (2, 4, 2, 5)]
    plan.aside(["", "Action to be taken", "Lead agency", "Timescale", "Evidence", "Progress update", ""], "header")
    first = plan.add(["1. Join up records", "Buy the interface", "Acute Trust", "01/05/2025", "Contract", "Tender out", "X17"], {"action": "Buy the interface", "evidence": "Contract\nSigned copy", "progress": "Tender out\nBid chosen", "extra": {"Cost code": "X17"}})  # fmt: skip
    plan.aside(["", "", "", "", "Signed copy", "", ""], f"goes on from row {first}")
    plan.aside(["", "", "", "", "", "Bid chosen", ""], f"goes on from row {first}")
    plan.aside([None] * 7, "blank row")
    plan.add(["2. Ask about weapons", "", "", "", "", "", ""], {"recommendation": "Ask about weapons", "recommendation_number": 2, "action": ""}, state=ASK, kinds=("only-recommendation",))  # fmt: skip
    plan.add(["3. Visit at night", "Change the rota", "", "01/05/2025", "", "", ""], {"agencies": []}, state=ASK, kinds=("no-agency",))  # fmt: skip
    plan.add(["", "", "Housing", "01/06/2025", "", "", ""], {"recommendation_number": 3, "agencies": ["Housing"]}, state="reject", kinds=("no-action",))  # fmt: skip
    plan.aside(["Page 1 of 1"], "note")
    return plan


def timescales() -> Plan:
    """Timescale and progress in one cell, in the ways people write them."""
    plan = Plan(["Recommendations", "Relevant agencies", "Action", "Timescale & progress", "Supporting evidence", "Critical friend comments", "RAG rating"])  # fmt: skip
    lines: tuple[tuple[str, dict[str, object], tuple[str, ...]], ...] = (
        ("June 2025 – training delivered to 40 staff", {"target_text": "June 2025", "target_on": date(2025, 6, 30), "progress": "training delivered to 40 staff"}, ()),
        ("12/03/2025: training delivered", {"target_on": date(2025, 3, 12), "progress": "training delivered"}, ("timescale",)),
        ("By 12/03/2025: training delivered", {"target_on": date(2025, 3, 12), "progress": "training delivered"}, ()),
        ("Target: 30/06/2025\nProgress: Draft written.\nTarget: none of this is one", {"target_on": date(2025, 6, 30), "progress": "Draft written.\nTarget: none of this is one"}, ()),
        ("Within 3 months. Delayed by vacancies", {"after": "3 months", "declared": "in_progress", "progress": "Delayed by vacancies"}, ()),
        ("Ongoing", {"target_text": "Ongoing", "progress": ""}, ("no-target",)),
        ("30/06/25 revised to 30/09/25 - chair told", {"target_on": date(2025, 6, 30), "revised_on": date(2025, 9, 30), "progress": "chair told"}, ("timescale",)),
        ("Completed. All staff trained", {"declared": "claimed_done", "progress": "Completed. All staff trained"}, ("no-target",)),
    )  # fmt: skip
    for at, (cell, fields, kinds) in enumerate(lines, start=1):
        plan.add(["R1. Train together", "Probation", f"1.{at} Step {at}", cell, "", "Is that enough?", "Green"], {"critical_friend": "Is that enough?", **fields}, state=ASK if kinds else "ok", kinds=kinds)  # fmt: skip
    return plan


BY_HAND = (
    Case("banners.docx", banners), Case("banners.xlsx", banners), Case("merged.xlsx", merged), Case("merged.docx", merged), Case("several.xlsx", several), Case("several.docx", several),
    Case("states.xlsx", state_cells), Case("targets.docx", targets), Case("targets.xlsx", targets), Case("odd-numbers.xlsx", odd_numbers), Case("running-numbers.xlsx", running_numbers),
    Case("going-on.xlsx", going_on), Case("timescales.docx", timescales),
)  # fmt: skip
