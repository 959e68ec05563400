// Parts with a running sum, and vectors such as 12/12/4/22 spread into their parts.
import { countOf, numberText, readNumber, readVector } from "./numbers.js";

const totals = new WeakMap();

export function start(form) {
  for (const parts of form.querySelectorAll(".parts")) begin(parts);
  form.addEventListener("focusin", ({ target }) => {
    if (partsBeside(target)) totals.set(target, target.value);
  });
  form.addEventListener("input", ({ target }) => show(target.closest("tr")?.querySelector(".parts")));
  form.addEventListener("grid:answer", ({ target }) => show(target.querySelector(".parts")), true);
  // Captured, so that what saves the row finds the numbers already in their places.
  for (const name of ["change", "focusout"]) form.addEventListener(name, ({ target }) => settle(target), true);
  form.addEventListener("paste", pasted, true);
  form.addEventListener("click", ({ target }) => {
    if (target.matches(".parts-sum button")) fillTotal(target.closest("tr"));
  });
}

const isSum = (parts) => parts.dataset.sum === "sum";
const fieldsOf = (parts) => [...parts.querySelectorAll("input")];
const totalOf = (row) => row.querySelector(".value-field");

function begin(parts) {
  if (!isSum(parts)) return;
  const line = Object.assign(document.createElement("span"), { className: "parts-sum" });
  line.setAttribute("aria-live", "polite");
  parts.append(line);
  show(parts);
}

function show(parts) {
  if (!parts || !isSum(parts)) return;
  const line = parts.querySelector(".parts-sum");
  const said = saying(parts);
  line.classList.toggle("fits", said.fits === true);
  const text = said.text ?? "";
  if (said.offer) line.replaceChildren(offerOf(said.offer));
  else if (line.textContent !== text) line.textContent = text;
}

function saying(parts) {
  const typed = fieldsOf(parts).map((field) => field.value.trim()).filter(Boolean);
  const numbers = typed.map(readNumber);
  if (numbers.length === 0 || numbers.includes(null)) return {};
  const sum = countOf(numbers);
  const whole = totalOf(parts.closest("tr")).value.trim();
  if (!whole) return { offer: sum };
  const total = readNumber(whole);
  if (total === null) return {};
  const rest = countOf([total, -sum]);
  if (rest === 0) return { text: "✓ součet sedí", fits: true };
  if (rest > 0) return { text: `chybí ${numberText(rest)} do ${numberText(total)}` };
  return { text: `přebývá ${numberText(-rest)}` };
}

function offerOf(sum) {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.textContent = `= ${numberText(sum)} doplnit součet`;
  return button;
}

function fillTotal(row) {
  const numbers = fieldsOf(row.querySelector(".parts")).map((field) => readNumber(field.value));
  write(totalOf(row), numberText(countOf(numbers.filter((number) => number !== null))));
  totalOf(row).focus();
}

// The parts of the value's field, where it has any.
const partsBeside = (field) =>
  field.matches?.(".value-field") ? field.closest("tr").querySelector(".parts") : null;

function pasted(event) {
  const vector = vectorFor(event.target, event.clipboardData.getData("text/plain"));
  if (!vector) return;
  event.preventDefault();
  event.stopPropagation();
  spread(event.target, vector);
}

function settle(field) {
  const vector = field.value && vectorFor(field, field.value);
  if (vector) spread(field, vector);
}

function vectorFor(field, text) {
  const parts = partsBeside(field);
  const vector = parts && readVector(text);
  return vector && vector.length === fieldsOf(parts).length ? vector : null;
}

function spread(field, vector) {
  fieldsOf(partsBeside(field)).forEach((part, index) => write(part, vector[index]));
  // The total that stood there stays; nobody asked to change it.
  const before = totals.get(field) ?? "";
  write(field, readVector(before) ? "" : before);
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
