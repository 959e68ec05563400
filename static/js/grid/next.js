// "Další chybějící" leads to the next empty cell below, and from the last one back to the first.
import { allRows, isBlank, isFillable, reach } from "./cells.js";
import { isTyping, shortcutsAreOn } from "./shortcuts.js";

export function start(form) {
  const button = document.querySelector("[data-next-missing]");
  // Nothing is missing, and a value once written cannot be erased.
  if (!button) return;
  const update = () => { button.hidden = missing(form).length === 0; };
  button.addEventListener("click", (event) => {
    event.preventDefault();
    goOn(form);
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyN" || isTyping(event) || !shortcutsAreOn()) return;
    event.preventDefault();
    goOn(form);
  });
  form.addEventListener("grid:answer", update, true);
}

const missing = (form) => allRows(form).filter((row) => isFillable(row) && isBlank(row));

let last = null;

function goOn(form) {
  const here = document.activeElement.closest?.("tr") ?? last;
  const rows = missing(form);
  const next = rows.find((row) => !here || isAfter(row, here)) ?? rows[0];
  if (!next) return;
  last = next;
  reach(next);
}

const isAfter = (row, other) =>
  Boolean(other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
