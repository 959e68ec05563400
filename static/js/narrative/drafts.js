// Keeps what is typed in a form in this computer, and offers it when the page is opened again without it.
import { htmlOf, setHtml } from "./editor.js";
import { sentKey } from "./saved.js";

const PAUSE = 400;
const PREFIX = "rozepsane";
const KEPT_DAYS = 60;
const clock = new Intl.DateTimeFormat("cs-CZ", { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat("cs-CZ", { day: "numeric", month: "numeric" });

export function keep(form) {
  const key = [PREFIX, form.dataset.draft, location.pathname].join(":");
  forgetOld();
  const shown = JSON.stringify(fieldsOf(form));
  const draft = read(key);
  if (draft && !("unsaved" in form.dataset) && JSON.stringify(draft.fields) !== shown) offer(form, key, draft);
  let timer;
  const write = () => {
    clearTimeout(timer);
    const fields = fieldsOf(form);
    if (JSON.stringify(fields) === shown && !("unsaved" in form.dataset)) return;
    save(form, key, fields);
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  };
  for (const name of ["input", "change", "trix-change"]) form.addEventListener(name, typed);
  window.addEventListener("pagehide", () => timer && write());
  form.addEventListener("submit", () => {
    write();
    sessionStorage.setItem(sentKey, key);
  });
}

// A page that fails to store must not stop anybody from typing: storage may be full or switched off.
function save(form, key, fields) {
  const at = new Date();
  try {
    localStorage.setItem(key, JSON.stringify({ at, fields }));
    say(form, `rozepsané drží i tento počítač, ${clock.format(at)}`);
  } catch {
    say(form, "rozepsané drží jen tato stránka, uložte ho");
  }
}

function say(form, words) {
  const line = form.querySelector("[data-draft-line]");
  if (line.textContent !== words) line.textContent = words;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

const isNarrative = (field) => field.dataset.narrative !== undefined;
const isChoice = (field) => ["radio", "checkbox"].includes(field.type);

function typedIn(form) {
  const named = [...form.elements].filter((one) => one.name && !one.closest("trix-toolbar"));
  return named.filter((one) => !["hidden", "submit", "trix-editor"].includes(one.type));
}

const fieldsOf = (form) => typedIn(form).map((one) => [one.name, valueOf(one)]);

function valueOf(field) {
  if (isNarrative(field)) return htmlOf(field);
  return isChoice(field) ? `${field.checked}:${field.value}` : field.value;
}

function offer(form, key, draft) {
  const message = document.getElementById("draft-offer").content.cloneNode(true).firstElementChild;
  const giveBack = message.querySelector("[data-draft-return]");
  const at = new Date(draft.at);
  const isToday = at.toDateString() === new Date().toDateString();
  giveBack.textContent += isToday ? ` z ${clock.format(at)}` : ` z ${day.format(at)} ${clock.format(at)}`;
  giveBack.addEventListener("click", () => {
    restore(form, draft.fields);
    message.remove();
  });
  message.querySelector("[data-draft-drop]").addEventListener("click", () => {
    localStorage.removeItem(key);
    message.remove();
  });
  form.prepend(message);
}

function restore(form, fields) {
  const ticked = new Set(fields.map(([name, value]) => `${name}=${value}`));
  const kept = new Map(fields);
  for (const field of typedIn(form).filter((one) => kept.has(one.name))) {
    if (isNarrative(field)) setHtml(field, kept.get(field.name));
    else if (isChoice(field)) field.checked = ticked.has(`${field.name}=true:${field.value}`);
    else field.value = kept.get(field.name);
  }
}

function forgetOld() {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}:`));
  for (const key of keys) {
    if (!(Date.parse(read(key)?.at) > oldest)) localStorage.removeItem(key);
  }
}
