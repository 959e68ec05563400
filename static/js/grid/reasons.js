// Why a value is missing, in two keys: Alt+D opens the list, a digit picks. With a mouse the button "důvod".
import { addressOf, allRows, isBlank, isFillable } from "./cells.js";
import { isTyping, shortcutsAreOn } from "./shortcuts.js";

let menu = null;

export function start(form) {
  for (const row of allRows(form)) offer(row);
  form.addEventListener("grid:answer", ({ target }) => offer(target.closest("tr")), true);
  form.addEventListener("input", ({ target }) => offer(target.closest("tr")));
  form.addEventListener("click", ({ target }) => {
    if (target.matches(".reason-button")) open(target.closest("tr"));
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyD" || isTyping(event) || !shortcutsAreOn()) return;
    const row = event.target.closest("tr[id^='radek-']");
    if (!row || !isFillable(row)) return;
    event.preventDefault();
    open(row);
  });
}

// A button in each empty row, and in no other.
function offer(row) {
  const shown = row?.querySelector(".reason-button");
  if (!row || !isFillable(row)) return;
  if (!isBlank(row)) shown?.remove();
  else if (!shown) row.querySelector(".value-line").append(button(row));
}

function button(row) {
  const made = document.querySelector("#reason-button").content.cloneNode(true).firstElementChild;
  made.setAttribute("aria-label", `${addressOf(row)} důvod, proč hodnota chybí`);
  // The keyboard has Alt+D; a stop in every empty row would only be in the way.
  made.tabIndex = -1;
  return made;
}

const fieldOf = (row) => row.querySelector(".value-line :is(input, select)");
const optionsOf = (list) => [...list.querySelectorAll("[role='option']")];

function open(row) {
  close();
  const field = fieldOf(row);
  menu = document.querySelector("#reason-menu").content.cloneNode(true).firstElementChild;
  const list = menu.querySelector("[role='listbox']");
  for (const option of optionsOf(list)) if (!fits(field, option)) option.hidden = true;
  row.querySelector(".value-line").append(menu);
  select(list, optionsOf(list).find((option) => !option.hidden));
  list.addEventListener("keydown", (event) => press(event, list, field));
  list.addEventListener("focusout", () => close());
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role='option']");
    event.preventDefault();
    if (option) pick(field, option);
  });
  list.focus({ preventScroll: true });
  menu.scrollIntoView({ block: "nearest" });
}

const fits = (field, option) =>
  field.tagName !== "SELECT" || [...field.options].some((one) => one.value === option.dataset.key);

function press(event, list, field) {
  const options = optionsOf(list).filter((option) => !option.hidden);
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const numbered = optionsOf(list)[Number(event.key) - 1];
  // The grid has its own use for these keys.
  event.stopPropagation();
  if (event.key === "Tab") return;
  event.preventDefault();
  if (event.key === "ArrowDown") select(list, options[(at + 1) % options.length]);
  else if (event.key === "ArrowUp") select(list, options.at(at - 1));
  else if (event.key === "Home") select(list, options[0]);
  else if (event.key === "End") select(list, options.at(-1));
  else if (event.key === "Enter" || event.key === " ") pick(field, options[at]);
  else if (event.key === "Escape") field.focus();
  else if (numbered && !numbered.hidden) pick(field, numbered);
}

function select(list, chosen) {
  for (const option of optionsOf(list)) option.setAttribute("aria-selected", String(option === chosen));
  list.setAttribute("aria-activedescendant", chosen.id);
}

function pick(field, option) {
  field.value = field.tagName === "SELECT" ? option.dataset.key : option.dataset.word;
  field.focus();
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

function close() {
  const closed = menu;
  menu = null;
  closed?.remove();
}
