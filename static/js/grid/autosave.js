// Saves a row when somebody leaves a changed field or pauses; what is typed meanwhile is saved next.
import { isCell, rowOf, rowsOf } from "./rows.js";
import { send } from "./send.js";

const PAUSE = 2000;
const LANES = 2; // the server takes turns anyway, and the line has to stay free for pages
const timers = new Map();
const queue = new Set();
let grid;
let running = 0;
let isEnding = false;

export function start(form) {
  grid = form;
  rowsOf(form);
  form.addEventListener("input", (event) => isCell(event.target) && changed(event.target));
  form.addEventListener("focusout", (event) => isCell(event.target) && left(event.target, event.relatedTarget));
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    saveAll();
    form.dispatchEvent(new CustomEvent("grid:asked"));
  });
  // A page that ends would not hear the answer; a page that is only put aside does.
  window.addEventListener("pagehide", () => { isEnding = true; });
  window.addEventListener("pageshow", () => {
    isEnding = false;
    rowsOf(form).filter((row) => row.isDirty).forEach((row) => show(row));
  });
  document.addEventListener("visibilitychange", () => document.hidden && !isEnding && saveAll());
  window.addEventListener("beforeunload", (event) => {
    if (!("leaving" in form.dataset) && unsavedRows().length) event.preventDefault();
  });
}

export const unsavedRows = () => rowsOf(grid).filter((row) => row.isDirty || row.isSaving);

export const unsentRows = () => unsavedRows().filter((row) => !waitsForPerson(row));

export function saveAll() {
  unsavedRows().forEach((row) => save(row));
}

// Until everything that can be sent is sent, or has failed.
export async function allSaved() {
  saveAll();
  while (running || queue.size) await new Promise((done) => grid.addEventListener("grid:connection", done, { once: true }));
}

function changed(field) {
  const row = rowOf(field);
  show(row);
  row.element.dispatchEvent(new CustomEvent("grid:changed", { bubbles: true, detail: { field } }));
  clearTimeout(timers.get(row));
  timers.set(row, setTimeout(() => paused(row), PAUSE));
}

function paused(row) {
  if (!(row.isWithoutValue && row.hasFocus)) save(row);
}

function left(field, next) {
  const row = rowOf(field);
  row.tidy(field);
  const staysInside = next && row.fields.includes(next);
  if (!(staysInside && row.isWithoutValue)) save(row);
}

export function save(row) {
  clearTimeout(timers.get(row));
  if (!row.isDirty) settle(row);
  else if (!waitsForPerson(row) && row.sending !== JSON.stringify(row.texts)) {
    queue.add(row);
    next();
  }
}

// Asks the server how a row stands, though nothing in it waits.
export function refresh(row) {
  row.isAsking = true;
  queue.add(row);
  next();
}

const waitsForPerson = (row) => row.isConflict || row.isRefusedAsIs;

// What came to be as it is stored, by typing or by Esc, waits for nothing.
function settle(row) {
  queue.delete(row);
  if (row.isSaving) return;
  row.isConflict = false;
  row.refused = null;
  show(row);
}

function next() {
  for (const row of queue) {
    if (running >= LANES) return;
    if (row.isSaving) continue;
    queue.delete(row);
    if (row.isAsking || (row.isDirty && !waitsForPerson(row))) run(row);
  }
}

async function run(row) {
  running += 1;
  row.isAsking = false;
  row.isSaving = true;
  show(row);
  const sent = row.texts;
  row.sending = JSON.stringify(sent);
  const result = await send(grid, row);
  running -= 1;
  row.isSaving = false;
  row.sending = null;
  if (result.kind === "answer") answered(row, result.answer, sent);
  else show(row, result.kind === "offline" ? "offline" : "unsaved");
  grid.dispatchEvent(new CustomEvent("grid:connection", { detail: { kind: result.kind } }));
  if (result.kind === "answer") again(row, sent);
  next();
}

function answered(row, answer, sent) {
  const isSaved = !["refused", "conflict", "locked"].includes(answer.mark);
  row.refused = ["refused", "locked"].includes(answer.mark) ? JSON.stringify(sent) : null;
  row.staleSeen = answer.conflict ? row.seen.value : null;
  row.isConflict = Boolean(answer.conflict);
  if (answer.seen) row.seen.value = answer.seen;
  if (isSaved) {
    row.take(answer.texts, sent);
    row.settled = answer.mark;
  } else if (answer.conflict) row.takeTheirs(answer.texts);
  row.element.dispatchEvent(new CustomEvent("grid:answer", { bubbles: true, detail: answer }));
  show(row, isSaved ? undefined : answer.mark);
}

// Somebody typed while the save was running.
function again(row, sent) {
  const isNew = row.fields.some((one) => one.value !== sent[one.name]);
  if (isNew && row.isDirty && !row.hasFocus) save(row);
}

function show(row, mark = markOf(row)) {
  row.mark = mark;
  row.element.dispatchEvent(new CustomEvent("grid:state", { bubbles: true, detail: { row, mark } }));
}

function markOf(row) {
  if (row.isSaving) return "saving";
  if (!row.isDirty) return row.settled;
  if (row.isConflict) return "conflict";
  return row.isRefusedAsIs ? "refused" : "unsaved";
}
