// Keeps the counts above the table true while cells are saved one by one, without asking the server.
const NUMBERS = new Intl.NumberFormat("cs-CZ");
const PLURALS = new Intl.PluralRules("cs-CZ");
const LEFT = { one: ["zbývá", "políčko"], few: ["zbývají", "políčka"], other: ["zbývá", "políček"] };
const BESIDE_VALUE = /-(seen|covers|note|source)$/;

export function start(form) {
  const words = reasonWords();
  const states = new Map();
  for (const row of form.querySelectorAll("tr[id^='radek-']")) states.set(row, shownState(row, words));
  // Captured, so that it does not matter whether the event bubbles.
  form.addEventListener("grid:answer", ({ target: row, detail }) => {
    if (!detail.texts) return;
    const state = stateOf(detail.texts, words);
    if (state === states.get(row)) return;
    move(holders(row), states.get(row), state);
    states.set(row, state);
  }, true);
}

function reasonWords() {
  const offered = document.querySelector("#reason-menu").content.querySelectorAll("[data-word]");
  const reasons = [...offered].filter((option) => option.dataset.word !== "0");
  return new Set(reasons.flatMap((option) => [option.dataset.word, option.dataset.key]));
}

function shownState(row, words) {
  if (["missing", "reasoned", "filled"].includes(row.className)) return row.className;
  const fields = row.querySelectorAll(".field-cell :is(input, select)");
  return stateOf(Object.fromEntries([...fields].map((field) => [field.name, field.value])), words);
}

function stateOf(texts, words) {
  const said = Object.entries(texts).filter(([name, text]) => text && !BESIDE_VALUE.test(name));
  if (said.length === 0) return "missing";
  return said.some(([, text]) => words.has(text)) ? "reasoned" : "filled";
}

function holders(row) {
  const area = row.closest("tbody").id;
  return document.querySelectorAll(`.grid-progress, [data-area="${area}"]`);
}

function move(elements, from, to) {
  for (const holder of elements) {
    holder.dataset[from] = Number(holder.dataset[from]) - 1;
    holder.dataset[to] = Number(holder.dataset[to]) + 1;
    show(holder);
  }
  const missing = document.querySelector(".grid-progress").dataset.missing;
  const pill = document.querySelector("[data-shown='chybejici'] strong");
  if (pill) pill.textContent = NUMBERS.format(missing);
}

function show(holder) {
  const [filled, reasoned, missing] = ["filled", "reasoned", "missing"].map((one) => Number(holder.dataset[one]));
  holder.querySelector("[data-count]").textContent = NUMBERS.format(filled + reasoned);
  const left = holder.querySelector("[data-left]");
  if (left) {
    left.textContent = leftText(missing);
    left.hidden = missing === 0;
  }
  const tab = holder.querySelector(".area-count");
  if (tab) {
    tab.hidden = missing === 0;
    holder.querySelector(".area-done").hidden = missing > 0;
  }
  const bar = holder.querySelector(".bar");
  if (bar) draw(bar, filled, reasoned);
}

export function leftText(missing) {
  const [verb, noun] = LEFT[PLURALS.select(missing)] ?? LEFT.other;
  return `${verb} ${NUMBERS.format(missing)}\u00a0${noun}`;
}

function draw(bar, filled, reasoned) {
  bar.querySelector(".filled").setAttribute("width", filled);
  const back = bar.querySelector(".reasoned-back");
  back.setAttribute("x", filled);
  back.setAttribute("width", reasoned);
  const line = bar.querySelector(".reasoned-line");
  line?.setAttribute("x1", filled);
  line?.setAttribute("x2", filled + reasoned);
}
