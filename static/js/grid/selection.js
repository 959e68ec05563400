// A rectangle of cells: Shift with an arrow or a click stretches it, Ctrl+C copies it as a spreadsheet does.
import { isCell, rowOf, rowsOf } from "./rows.js";

const COLUMNS = ["value", "share", "covers", "note", "source"];
const WAYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const HELD = ["Shift", "Control", "Meta", "Alt"]; // pressed on the way to something else
let grid;
let block = null; // from the cell with the focus to the one where the stretching ended

export function start(form) {
  grid = form;
  form.addEventListener("keydown", (event) => block && pressed(event));
  form.addEventListener("mousedown", (event) => clicked(event));
  form.addEventListener("focusin", () => end());
  form.addEventListener("input", () => end());
  document.addEventListener("copy", (event) => block && copy(event));
  // An empty field has no text to copy, and the browser would not even ask.
  document.addEventListener("beforecopy", (event) => block && event.preventDefault());
}

export const hasBlock = () => block !== null;

export function stretch(field, key) {
  const from = block?.from ?? placeOf(field);
  if (!from) return false;
  const [down, right] = WAYS[key];
  const to = block?.to ?? from;
  const row = visibleRows()[visibleRows().indexOf(to.row) + down];
  const column = beside(to, right, from);
  if (row && column) mark({ from, to: { row, column } });
  return true;
}

function pressed(event) {
  const isStretching = event.shiftKey && event.key in WAYS;
  const isCopying = (event.ctrlKey || event.metaKey) && ["c", "C", "Insert"].includes(event.key);
  if (isStretching || isCopying || HELD.includes(event.key)) return;
  if (event.key === "Escape") event.preventDefault();
  end();
}

// Within one field Shift and a click select its text.
function clicked(event) {
  const from = isCell(document.activeElement) && placeOf(document.activeElement);
  const to = event.shiftKey && isCell(event.target) && placeOf(event.target);
  if (!from || !to || event.target === document.activeElement) return end();
  event.preventDefault();
  return mark({ from, to });
}

const visibleRows = () => rowsOf(grid).filter((row) => row.fields[0].checkVisibility());
const fieldOf = (row, column) => row.fields.find((one) => one.name === row.prefix + column);

function placeOf(field) {
  const row = rowOf(field);
  const column = field.name.slice(row.prefix.length);
  return COLUMNS.includes(column) ? { row, column } : null;
}

// Few rows have a share; where none of the stretched ones has it, it is stepped over.
function beside(to, by, from) {
  if (!by) return to.column;
  const shown = COLUMNS.filter((one) => one === to.column || rowsBetween(from, to).some((row) => fieldOf(row, one)));
  return shown[shown.indexOf(to.column) + by];
}

function between(list, one, other) {
  const [first, last] = [list.indexOf(one), list.indexOf(other)].sort((a, b) => a - b);
  return list.slice(first, last + 1);
}

const rowsBetween = (from, to) => between(visibleRows(), from.row, to.row);

// Rows of fields; what a row lacks is an empty cell.
function cellsOf({ from, to }) {
  const rows = rowsBetween(from, to);
  const columns = between(COLUMNS, from.column, to.column).filter((one) => rows.some((row) => fieldOf(row, one)));
  return rows.map((row) => columns.map((column) => fieldOf(row, column)));
}

function mark(stretched) {
  unmark();
  const cells = cellsOf(stretched);
  const isMore = cells.flat().length > 1;
  block = isMore ? stretched : null;
  if (isMore) cells.flat().forEach((field) => field?.classList.add("in-block"));
  tell(isMore ? `Vybráno ${sizeOf(cells)}.` : "Výběr zrušen.");
  fieldOf(stretched.to.row, stretched.to.column)?.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
}

function end() {
  if (!block) return;
  unmark();
  block = null;
  tell("Výběr zrušen.");
}

const unmark = () => grid.querySelectorAll(".in-block").forEach((field) => field.classList.remove("in-block"));
const sizeOf = (cells) => `${cells.length}\u00a0×\u00a0${cells[0].length}`;
const tell = (text) => { grid.querySelector("[data-announce]").textContent = text; };

function copy(event) {
  const cells = cellsOf(block);
  event.clipboardData.setData("text/plain", cells.map((row) => row.map(written).join("\t")).join("\r\n"));
  event.preventDefault();
  tell(`Zkopírováno ${sizeOf(cells)}.`);
}

// As shown; a list says its word, not its key.
function written(field) {
  if (!field?.value) return "";
  const text = field.selectedOptions?.[0].text ?? field.value;
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
