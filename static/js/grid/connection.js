// Tells when the server cannot be reached or knows us no more, and tries again by itself.
import { saveAll, unsentRows } from "./autosave.js";
import { counted } from "./status.js";

const AGAIN = 10000;
const RETRIED = ["offline", "failed"];
let grid;
let shown = "";
let timer;

export function start(form) {
  grid = form;
  form.addEventListener("grid:connection", (event) => show(event.detail.kind));
  form.addEventListener("grid:state", count);
  form.addEventListener("click", (event) => event.target.closest("[data-retry]") && saveAll());
  window.addEventListener("online", saveAll);
  window.addEventListener("offline", () => unsentRows().length && show("offline"));
  // Somebody may have signed in again in another window.
  window.addEventListener("focus", () => shown && saveAll());
}

function show(kind) {
  clearTimeout(timer);
  if (RETRIED.includes(kind)) timer = setTimeout(saveAll, AGAIN);
  const name = kind === "answer" ? "" : kind;
  if (name !== shown) {
    const place = grid.querySelector("[data-connection]");
    place.replaceChildren(...(name ? [banner(name)] : []));
    shown = name;
  }
  count();
}

function banner(name) {
  const made = grid.querySelector(`template[data-banner="${name}"]`).content.cloneNode(true);
  // What was typed is kept, so this way out loses nothing.
  made.querySelector("[data-leave]")?.addEventListener("click", () => {
    if (grid.dataset.kept === "true") grid.dataset.leaving = "";
  });
  return made;
}

function count() {
  const place = grid.querySelector("[data-connection] [data-count]");
  const number = unsentRows().length;
  if (place) place.textContent = number ? `${number >= 2 && number <= 4 ? "Čekají" : "Čeká"} ${counted(number)}.` : "";
}
