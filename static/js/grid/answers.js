// Puts the server's words under the value, with the buttons that settle them in one click.
import { refresh, save } from "./autosave.js";
import { rowOf } from "./rows.js";

const calm = new WeakMap(); // words that belong to what is stored
const OURS = ".cell-messages, .cell-actions";

export function start(form) {
  form.addEventListener("grid:answer", (event) => answered(rowOf(event.target), event.detail));
  form.addEventListener("grid:state", (event) => event.detail.mark === event.detail.row.settled && calmed(event.detail.row));
  form.addEventListener("grid:changed", (event) => relabel(rowOf(event.target)));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fix], [data-take]");
    if (button) press(rowOf(button), button);
  });
}

function answered(row, answer) {
  if (!calm.has(row)) calm.set(row, words(row));
  const message = answer.mark === "locked" ? noteOf(row, answer.why ?? "locked") : answer.message;
  write(row, message);
  if (!row.isConflict && !answer.errors?.length && answer.mark !== "locked") calm.set(row, message);
  point(row, answer.errors ?? []);
  const unit = row.element.querySelector(".unit");
  if (unit && answer.unit) unit.textContent = answer.unit;
  relabel(row);
}

const words = (row) => [...row.element.querySelectorAll(OURS)].map((one) => one.outerHTML).join("");
const noteOf = (row, name) => row.element.closest("form").querySelector(`template[data-note="${name}"]`).innerHTML;

// A refusal that was taken back by Esc leaves no words behind.
function calmed(row) {
  if (!calm.has(row) || words(row) === calm.get(row)) return;
  write(row, calm.get(row));
  point(row, []);
}

function write(row, html) {
  row.element.querySelectorAll(OURS).forEach((one) => one.remove());
  row.element.querySelector(".value-line").closest("td").insertAdjacentHTML("beforeend", html.trim());
}

function point(row, errors) {
  const wrong = errors.map((name) => row.prefix + name);
  for (const field of row.fields) {
    const isWrong = wrong.includes(field.name) || (row.isConflict && field === row.fields[0]);
    field.toggleAttribute("aria-invalid", false);
    field.removeAttribute("aria-describedby");
    if (isWrong) field.setAttribute("aria-describedby", `${row.prefix}errors`);
    if (wrong.includes(field.name)) field.setAttribute("aria-invalid", "true");
  }
}

// The button says what would be written now, and what was never mine is not offered.
function relabel(row) {
  if (!row.isConflict) return;
  for (const line of row.element.querySelectorAll(".cell-conflict [data-field]")) {
    const field = row.fields.find((one) => one.name === line.dataset.field);
    line.hidden = field ? row.isClean(field) : false;
  }
  const value = row.fields[0];
  const mine = row.element.querySelector("[data-take='mine']");
  if (mine && !row.isClean(value)) mine.textContent = `Zapsat ${shown(value) || "prázdné"}`;
}

const shown = (field) => field.selectedOptions?.[0].text ?? field.value;

function press(row, button) {
  const { fix, take, text } = button.dataset;
  const field = row.fields.find((one) => one.name === fix) ?? row.fields[0];
  if (fix) field.value = text;
  row.isConflict = false;
  field.focus();
  if (take !== "theirs") return save(row);
  row.restore();
  return refresh(row);
}
