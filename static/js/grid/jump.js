// The jump box: a code or a word without accents lists rows and headings; Enter goes there.
import { addressOf, allRows, reach } from "./cells.js";
import { shortcutsAreOn } from "./shortcuts.js";

const MOST = 12;
const NOTHING = "Na této stránce nic takového není, Enter prohledá celou tabulku.";
const MARKS = /\p{M}/gu;

export const fold = (text) => text.normalize("NFD").replace(MARKS, "").toLowerCase();

export function start() {
  const box = document.querySelector("[data-jump]");
  if (!box || !document.querySelector(".grid-table")) return;
  new Jump(box).listen();
}

class Jump {
  constructor(box) {
    this.box = box;
    this.list = document.getElementById("jump-matches");
    this.status = document.querySelector("[data-jump-status]");
    this.found = [];
    this.chosen = 0;
  }

  listen() {
    const { box, list } = this;
    box.form.querySelector("button").hidden = true;
    box.form.querySelector(".jump-key").hidden = false;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) box.setAttribute(name, value);
    box.addEventListener("input", () => this.look());
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener("blur", () => this.close());
    // Before the box loses the focus and the list closes.
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("li");
      event.preventDefault();
      if (option) this.go([...list.children].indexOf(option));
    });
    document.addEventListener("keydown", (event) => this.open(event));
  }

  open(event) {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || !shortcutsAreOn()) return;
    event.preventDefault();
    this.box.focus();
    this.box.select();
  }

  look() {
    const words = fold(this.box.value).split(/\s+/).filter(Boolean);
    this.places ??= places();
    const fits = this.places.filter((place) => words.every((word) => place.text.includes(word)));
    const rank = (place) => (place.text.startsWith(words[0]) ? 0 : place.isHeading ? 2 : 1);
    this.found = words.length ? fits.sort((a, b) => rank(a) - rank(b)).slice(0, MOST) : [];
    this.list.replaceChildren(...this.found.map(option));
    this.status.textContent = words.length ? this.summary(fits.length) : "";
    this.choose(0);
  }

  summary(count) {
    return count ? `Nalezeno: ${count}. Enter přejde na ${this.found[0].code} ${this.found[0].name}.` : NOTHING;
  }

  choose(index) {
    this.chosen = (index + this.found.length) % (this.found.length || 1);
    const isOpen = this.found.length > 0;
    this.list.hidden = !isOpen;
    this.box.setAttribute("aria-expanded", String(isOpen));
    [...this.list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === this.chosen)));
    const current = this.list.children[this.chosen];
    if (current) this.box.setAttribute("aria-activedescendant", current.id);
    else this.box.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const { key } = event;
    if (key === "Enter" && this.found.length) this.go(this.chosen);
    else if (key === "Enter") return this.askServer();
    else if (key === "ArrowDown") this.choose(this.chosen + 1);
    else if (key === "ArrowUp") this.choose(this.chosen - 1);
    else if (key === "Escape" && !this.list.hidden) this.close();
    else return undefined;
    event.preventDefault();
    return undefined;
  }

  // Rows that the current filter hides are found by the server.
  askServer() {
    this.box.form.querySelector("[name='zobrazit']")?.remove();
  }

  go(index) {
    const { row } = this.found[index];
    this.box.value = "";
    this.close();
    reach(row);
  }

  close() {
    this.found = [];
    this.list.replaceChildren();
    this.choose(0);
  }
}

function places() {
  const table = document.querySelector(".grid-table");
  const rows = allRows(table).map((row) => place(addressOf(row), nameOf(row.querySelector(".row-head")), row));
  return [...headings(table), ...rows];
}

const place = (code, name, row) => ({ code, name, row, text: fold(`${code} ${name}`).replaceAll("\u00a0", " ") });
const nameOf = (head) => head.firstChild.textContent.trim();

function* headings(table) {
  for (const band of table.querySelectorAll(".band-goal, .band-subgoal, .band-measure")) {
    const code = band.querySelector(".band-code")?.textContent.trim() ?? "";
    const name = band.querySelector(".band-title").textContent.trim().slice(code.length).trim();
    const row = firstRowBelow(band);
    if (row) yield { ...place(code, name, row), isHeading: true };
  }
}

function firstRowBelow(band) {
  let row = band.nextElementSibling;
  while (row && !row.id) row = row.nextElementSibling;
  return row;
}

function option({ code, name }, index) {
  const item = document.createElement("li");
  item.id = `jump-${index}`;
  item.role = "option";
  for (const text of [code, name]) item.append(Object.assign(document.createElement("span"), { textContent: text }));
  return item;
}
