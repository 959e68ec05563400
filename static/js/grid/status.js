// Says how each row stands: chip and rail of the row, the bar below, and a polite word to screen readers.
import { rowOf, rowsOf } from "./rows.js";

const CALM = 400; // several answers in a row are told as one
let grid;
let latest = null;
let spoken = "";
let isAsked = false;

export function start(form) {
  grid = form;
  form.addEventListener("grid:state", (event) => {
    dress(event.detail.row, event.detail.mark);
    count();
  });
  form.addEventListener("grid:answer", (event) => tell(rowOf(event.target), event.detail));
  form.addEventListener("grid:asked", () => {
    isAsked = true;
    count();
  });
  count();
}

function dress(row, mark) {
  const word = mark === "filled" && row === latest ? "saved" : mark;
  row.element.classList.remove(...marks());
  row.element.classList.add(mark);
  const cell = row.element.querySelector(".mark-cell");
  cell.replaceChildren(chip(word));
  if (row === latest && mark === row.settled) cell.append(time(row, mark));
}

const chips = () => grid.querySelector("template[data-chips]").content;
const chip = (mark) => chips().querySelector(`[data-mark="${mark}"]`).cloneNode(true);
const marks = () => [...chips().querySelectorAll("[data-mark]")].map((one) => one.dataset.mark);

function time(row, mark) {
  const note = document.createElement("span");
  note.className = "detail save-time";
  note.textContent = mark === "filled" ? row.savedAt : `uloženo ${row.savedAt}`;
  return note;
}

// Only the row saved last tells its time.
function tell(row, answer) {
  if (row.settled === answer.mark && !row.refused) {
    const before = latest;
    [latest, row.savedAt] = [row, answer.time];
    if (before && before !== row && !before.isDirty) dress(before, before.settled);
  }
  const word = row.settled === "filled" && latest === row ? "uloženo" : chip(answer.mark).textContent.trim();
  const said = row.element.querySelector(".cell-messages")?.innerText ?? "";
  speak(`${row.address} ${word}. ${said}`.trim());
}

function speak(text) {
  spoken = `${spoken} ${text}`.trim();
  if (spoken !== text) return;
  setTimeout(() => {
    grid.querySelector("[data-announce]").textContent = spoken;
    spoken = "";
  }, CALM);
}

function count() {
  const rows = rowsOf(grid);
  const those = (...names) => rows.filter((row) => row.isDirty && names.includes(row.mark)).length;
  const saving = rows.filter((row) => row.isSaving).length;
  const [waiting, refused, twice] = [those("unsaved", "offline"), those("refused"), those("conflict")];
  const words = [
    saving && "Ukládá se…",
    waiting && `Čeká na uložení: ${counted(waiting)}.`,
    refused && `Odmítnuto, opravte prosím: ${counted(refused)}.`,
    twice && `Dvojí zápis, vyberte prosím: ${counted(twice)}.`,
  ].filter(Boolean);
  const saved = latest ? `Vše je uloženo, naposledy v\u00a0${latest.savedAt}.` : "Ukládá se samo, jak píšete.";
  grid.querySelector("[data-save-note]").textContent = words.join(" ") || saved;
  if (isAsked && !saving) answerAsked(rows, words.join(" ") || saved);
}

// Whoever pressed the button hears how it ended and stands at the first thing to correct.
function answerAsked(rows, words) {
  isAsked = false;
  speak(words);
  const wrong = rows.find((row) => row.isDirty && ["refused", "conflict"].includes(row.mark));
  wrong?.fields[0].focus();
}

export function counted(number) {
  const word = number === 1 ? "hodnota" : number >= 2 && number <= 4 ? "hodnoty" : "hodnot";
  return `${number}\u00a0${word}`;
}
