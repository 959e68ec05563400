// Shows the memory of the cell one is in; takes over from it what one would otherwise type.
import { isTyping, shortcutsAreOn } from "./shortcuts.js";

const PAUSE = 200;
const KEPT = 60;
const NOTE_TIME = 6000;
const STORE = "pamet-bunky";
const CLOSED = "zavrena";
const ROW = "tr[id^='radek-']:has([name$='-seen'])";
const pages = new Map(); // promises of texts by the number of the indicator, the oldest first
let panel;
let body;
let opener;
let current = null; // the row one is in, or was in last
let pending;
let timer;
let noteTimer;

export function start(form) {
  panel = document.querySelector("[data-memory]");
  if (!panel) return;
  body = panel.querySelector("[data-memory-body]");
  opener = document.querySelector("[data-memory-open]");
  form.addEventListener("focusin", (event) => follow(event.target.closest(ROW)));
  form.addEventListener("grid:answer", (event) => forget(event.target.closest(ROW)));
  document.addEventListener("keydown", pressed);
  body.addEventListener("click", clicked);
  opener.addEventListener("click", open);
  panel.querySelector("[data-memory-close]").addEventListener("click", close);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && isDrawer() && close());
  show(!isDrawer() && stored() !== CLOSED);
}

const isDrawer = () => !window.matchMedia("(min-width: 1200px)").matches;
const isShown = () => document.documentElement.classList.contains("with-memory");
const numberOf = (row) => row.id.replace("radek-", "");
const template = (name) => document.querySelector(`template[data-memory-${name}]`).content.cloneNode(true);

function show(isOn) {
  document.documentElement.classList.toggle("with-memory", isOn);
  opener.hidden = isOn;
}

function open() {
  show(true);
  if (!isDrawer()) store("");
  if (current) load(current);
  panel.querySelector("[data-memory-close]").focus();
}

function close() {
  if (!isDrawer()) store(CLOSED);
  show(false);
  (current ? firstField(current) : opener).focus();
}

const firstField = (row) => row.querySelector("input:not([type=hidden]), select");

function follow(row) {
  if (!row || row === current) return;
  current = row;
  clearTimeout(timer);
  if (isShown()) timer = setTimeout(() => load(row), PAUSE);
}

// What was saved is part of the memory now.
function forget(row) {
  if (!row) return;
  pages.delete(numberOf(row));
  if (row === current && isShown()) load(row);
}

async function load(row) {
  const text = await memoryOf(row);
  if (row !== current) return;
  body.replaceChildren(...(text ? parsed(text) : template("failed").childNodes));
  body.scrollTop = 0;
}

// Nothing when the network or the server does not give it, or when another row is asked for meanwhile.
function memoryOf(row) {
  const pk = numberOf(row);
  if (!pages.has(pk)) {
    pending?.abort();
    pending = new AbortController();
    pages.set(pk, ask(pk, pending.signal));
    if (pages.size > KEPT) pages.delete(pages.keys().next().value);
  }
  return pages.get(pk);
}

async function ask(pk, signal) {
  try {
    // Followed, the way to the sign-in page would change the token of somebody signing in in another window.
    const answer = await fetch(`${panel.dataset.memory}${pk}/?panel`, { redirect: "manual", signal });
    if (answer.ok) return await answer.text();
  } catch {
    // Offline, or no longer wanted.
  }
  pages.delete(pk);
  return null;
}

const parsed = (text) => new DOMParser().parseFromString(text, "text/html").body.childNodes;

function clicked(event) {
  const offer = event.target.closest("[data-take]");
  if (!offer || !current) return;
  event.preventDefault();
  take(current, offer);
  if (isDrawer()) close();
}

// Alt+S: the same source as last time. Alt+P: the public statistic, or the same figure elsewhere.
async function pressed(event) {
  const key = { KeyS: "S", KeyP: "P" }[event.code];
  if (!key || !event.altKey || event.shiftKey || isTyping(event) || !shortcutsAreOn()) return;
  const row = event.target.closest(ROW) ?? (panel.contains(event.target) ? current : null);
  if (!row) return;
  event.preventDefault();
  const text = await memoryOf(row);
  const offer = text && new DOMParser().parseFromString(text, "text/html").querySelector(`[data-key="${key}"]`);
  if (offer) take(row, offer);
  else note(text ? `without-${key.toLowerCase()}` : "failed");
}

// The fields change as if somebody typed; saving is the business of whoever listens to that.
function take(row, offer) {
  for (const [name, text] of Object.entries(offer.dataset)) {
    const field = name.startsWith("text") && row.querySelector(`[name$="-${name.slice(4).toLowerCase()}"]`);
    if (!field || field.value === text) continue;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!row.contains(document.activeElement)) firstField(row).focus();
  note("taken");
}

function note(name) {
  const place = document.querySelector("[data-memory-note]");
  place.replaceChildren(template(name));
  clearTimeout(noteTimer);
  noteTimer = setTimeout(() => place.replaceChildren(), NOTE_TIME);
}

function store(state) {
  try {
    localStorage.setItem(STORE, state);
  } catch {
    // Without a store the choice holds for this page.
  }
}

function stored() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}
