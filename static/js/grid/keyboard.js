// Moves between cells as a spreadsheet does; inside a text the keys stay those of a text.
import { save } from "./autosave.js";
import { isCell, rowOf, rowsOf } from "./rows.js";
import { hasBlock, stretch } from "./selection.js";
import { isTyping, shortcutsAreOn } from "./shortcuts.js";

// ready: entered by a key, everything selected; typing: arrows leave at the edge; editing: arrows stay inside.
let mode = "ready";
let original = "";
let isPointed = false;
let isArriving = false;
let grid;

export function start(form) {
  grid = form;
  form.addEventListener("pointerdown", (event) => {
    isPointed = true;
    mode = "typing";
  });
  form.addEventListener("focusin", (event) => isCell(event.target) && entered(event.target));
  form.addEventListener("input", () => {
    if (mode === "ready") mode = "typing";
  });
  form.addEventListener("keydown", (event) => {
    isPointed = false;
    if (!event.defaultPrevented && shortcutsAreOn() && isCell(event.target)) pressed(event);
  });
}

function entered(field) {
  mode = isArriving ? "ready" : isPointed || isChoice(field) ? "typing" : "ready";
  isPointed = isArriving = false;
  original = field.value;
}

function pressed(event) {
  if (isTyping(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = event.target;
  const act = { Enter: enter, Escape: giveBack, F2: edit }[event.key] ?? (STEPS[event.key] && step);
  if (act?.(field, event)) event.preventDefault();
}

const isChoice = (field) => field instanceof HTMLSelectElement;

function enter(field, event) {
  save(rowOf(field));
  if (!move(field, event.shiftKey ? -1 : 1)) ready(field);
  return true;
}

function edit(field) {
  mode = "editing";
  if (isChoice(field)) field.showPicker?.();
  else field.setSelectionRange(field.value.length, field.value.length);
  return true;
}

// A value that was stored meanwhile cannot be emptied again; then the stored one comes back.
function giveBack(field) {
  const row = rowOf(field);
  const isValue = field === row.fields[0];
  const text = isValue && !original ? (row.stored.get(field.name) ?? original) : original;
  if (field.value === text && mode !== "editing") return false;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  ready(field);
  return true;
}

function ready(field) {
  mode = "ready";
  if (!isChoice(field)) field.select();
}

const STEPS = {
  ArrowUp: (field) => move(field, -1),
  ArrowDown: (field) => move(field, 1),
  ArrowLeft: (field) => moveBeside(field, -1),
  ArrowRight: (field) => moveBeside(field, 1),
};

function step(field, event) {
  if (event.shiftKey && hasBlock()) return stretch(field, event.key);
  if (mode === "editing" || !leaves(field, event.key)) return false;
  return event.shiftKey ? stretch(field, event.key) : STEPS[event.key](field);
}

function leaves(field, key) {
  if (mode === "ready") return true;
  if (isChoice(field)) return false;
  if (key === "ArrowUp" || key === "ArrowDown") return !field.list;
  const edge = key === "ArrowLeft" ? 0 : field.value.length;
  return field.selectionStart === edge && field.selectionEnd === edge;
}

// The same column of the next row that has it; parts and shares lead to the value.
function move(field, by) {
  const rows = rowsOf(grid);
  const name = field.name.slice(rowOf(field).prefix.length);
  for (let at = rows.indexOf(rowOf(field)) + by; rows[at]; at += by) {
    const same = rows[at].fields.find((one) => one.name === rows[at].prefix + name) ?? rows[at].fields[0];
    if (same?.checkVisibility()) return arrive(same);
  }
  return false;
}

function moveBeside(field, by) {
  const { fields } = rowOf(field);
  const next = fields[fields.indexOf(field) + by];
  return next ? arrive(next) : false;
}

// The page scrolls only as far as it must, and never under the bars that float over it.
function arrive(field) {
  isArriving = true;
  field.focus({ preventScroll: true });
  field.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
  ready(field);
  return true;
}
