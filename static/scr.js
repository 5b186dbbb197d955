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
