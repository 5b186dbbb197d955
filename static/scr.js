// Starts the page libraries, and keeps typed text safe when the connection is lost. Everything works without it.
import { initAll } from "./vendor/govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const sentence = "You are offline, so nothing was sent. What you typed is still here: send it again when the connection is back.";

function say(form) {
  let box = form.querySelector(".scr-offline");
  if (!box) {
    box = document.createElement("p");
    box.className = "govuk-error-message scr-offline";
    box.setAttribute("role", "alert");
    form.append(box);
  }
  box.textContent = sentence;
}

document.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    say(event.target);
  }
});

// Leaving a page with unsaved text asks first.
let typed = false;
document.addEventListener("input", (event) => { if (event.target.closest("form[method=post]")) typed = true; });
document.addEventListener("submit", () => { typed = false; });
window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

// What is typed in a section of the report is kept for the person while they type, so that leaving loses nothing.
for (const form of document.querySelectorAll("[data-keep]")) {
  const said = form.querySelector("[data-kept]");
  let due = null;
  let asking = null;
  const sent = () => {
    const data = new FormData(form);
    data.append("quietly", "yes");
    return data;
  };
  const keep = async () => {
    due = null;
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: sent(), redirect: "error", signal: asking.signal });
      said.textContent = (await answer.json()).said;
      if (answer.ok && due === null) typed = false;
    } catch (failure) {
      if (failure.name === "AbortError") return;
      said.textContent = "Not kept: the connection is lost, or you were signed out. Copy your words before you leave this page.";
      due ??= setTimeout(keep, 15000);
    }
  };
  form.addEventListener("input", () => { due ??= setTimeout(keep, 2000); });
  form.addEventListener("submit", () => {
    clearTimeout(due);
    due = null;
    asking?.abort();
  });
  window.addEventListener("pagehide", () => { if (due !== null) navigator.sendBeacon(form.dataset.keep, sent()); });
}

// What stands in a list beside a text is put in where the cursor is.
for (const code of document.querySelectorAll("[data-insert]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "scr-link-button govuk-link";
  button.textContent = code.textContent;
  if (code.textContent === code.dataset.insert) {
    const hidden = document.createElement("span");
    hidden.className = "govuk-visually-hidden";
    hidden.textContent = "Put in: ";
    button.prepend(hidden);
  }
  button.addEventListener("click", () => {
    const box = document.querySelector("form[data-keep] textarea[name=text]");
    box.focus();
    box.setRangeText(code.dataset.insert, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  code.replaceWith(button);
}

// Lines that are typed one below the other: each is sent as it is left, Enter goes to the next, a pasted table becomes lines.
const line = (element) => element?.closest?.("[data-line]") ?? null;

function left(row) {
  row.removeAttribute("data-typed");
  window.htmx?.trigger(row, "left");
}

function another(row) {
  const made = document.createElement("tbody");
  const number = row.parentElement.children.length + Number(row.parentElement.firstElementChild.querySelector("th").textContent);
  const empty = document.querySelector("#line").innerHTML;
  made.innerHTML = empty.replaceAll("__key__", crypto.randomUUID()).replaceAll("__number__", number);
  const next = made.querySelector("[data-line]");
  row.after(next);
  window.htmx?.process(next);
  return next;
}

document.addEventListener("input", (event) => line(event.target)?.setAttribute("data-typed", ""));
document.addEventListener("focusout", (event) => {
  const row = line(event.target);
  if (row?.hasAttribute("data-typed") && line(event.relatedTarget) !== row) left(row);
});
document.addEventListener("keydown", (event) => {
  const row = line(event.target);
  if (!row || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  (row.nextElementSibling ?? another(row)).querySelector("input:not([type=hidden])").focus();
});
document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!line(event.target) || !/\t/.test(text)) return;
  event.preventDefault();
  const box = document.querySelector("#pasted");
  box.value = text;
  box.form.requestSubmit();
});
for (const failed of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failed, (event) => {
    const row = line(event.target);
    if (!row) return;
    row.setAttribute("data-typed", "");
    row.lastElementChild.textContent = "Not saved yet: leave the line once more when the connection is back.";
  });
}
window.addEventListener("beforeunload", (event) => { if (document.querySelector("[data-typed]")) event.preventDefault(); });
document.addEventListener("submit", () => document.querySelectorAll("[data-typed]").forEach((row) => row.removeAttribute("data-typed")));

// A sign-in ends after a while in which nobody opened, typed or sent anything. The page says so before; when it has ended, it
// is covered, and what was typed stays below the cover until the same person has signed in again in another tab.
const session = document.querySelector("[data-session]");
if (session) {
  const title = session.querySelector("h2");
  const said = session.querySelector("#session-said");
  const stay = session.querySelector("[data-stay]");
  const again = session.querySelector("[data-again]");
  const warning = Math.min(180, Number(session.dataset.left) / 3);
  let ends = Date.now() + Number(session.dataset.left) * 1000;
  let told = Date.now();
  let typing = false;
  const ask = async (method) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
    const answer = await fetch(session.dataset.session, { method, headers: { "X-CSRFToken": token } });
    if (!answer.ok) return { who: null, left: 0 };
    const state = await answer.json();
    for (const box of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) box.value = state.token;
    return state;
  };
  const look = async (method) => {
    told = Date.now();
    typing = false;
    try {
      const state = await ask(method);
      const other = state.who !== null && String(state.who) !== session.dataset.who;
      ends = Date.now() + (other ? 0 : state.left * 1000);
      if (other) said.textContent = "Somebody else has signed in here. Close this page.";
      show(other);
    } catch { /* Offline: looked at again. */ }
  };
  const show = (other = false) => {
    const left = Math.round((ends - Date.now()) / 1000);
    if (left > warning) { if (session.open) session.close(); return; }
    const over = left <= 0;
    title.textContent = over ? "You were signed out" : "You will soon be signed out";
    if (over && !other) said.textContent = "What you typed is still on this page. Sign in again in a new tab, then come back to this one and go on.";
    if (!over) said.textContent = `You have not opened, typed or sent anything for a while. You will be signed out in ${left > 90 ? `${Math.ceil(left / 60)} minutes` : `${left} seconds`}.`;
    stay.hidden = over;
    again.hidden = !over || other;
    session.classList.toggle("scr-session--over", over);
    if (!session.open) session.showModal();
  };
  session.addEventListener("cancel", (event) => event.preventDefault());
  stay.addEventListener("click", () => look("POST"));
  document.addEventListener("input", () => { typing = true; });
  window.addEventListener("focus", () => look("GET"));
  setInterval(() => {
    if (typing && !session.open && Date.now() - told > 1000 * Math.min(60, warning)) look("POST");
    else if (ends - Date.now() <= warning * 1000 && Date.now() - told > 1000 * Math.min(30, warning / 3)) look("GET");
    else show();
  }, 1000);
}
