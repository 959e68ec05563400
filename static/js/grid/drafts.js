// Keeps what was typed and not saved in this computer, for this person only, and offers it next time.
import { rowsOf } from "./rows.js";
import { counted } from "./status.js";

let grid;
let key;

export function start(form) {
  grid = form;
  key = `hodnoty:${form.dataset.owner}:${form.dataset.period}`;
  const kept = offered(read());
  form.addEventListener("grid:state", (event) => keep(event.detail.row));
  form.dataset.kept = String(write(without(kept)));
  if (kept.length) offer(kept);
}

// A store that is full or forbidden costs the offer, not the work.
function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function write(drafts) {
  try {
    if (Object.keys(drafts).length) localStorage.setItem(key, JSON.stringify(drafts));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function keep(row) {
  const drafts = read();
  if (row.isDirty) {
    const seen = row.staleSeen && row.isConflict ? row.staleSeen : row.seen.value;
    drafts[row.pk] = { texts: row.changed, seen, at: drafts[row.pk]?.at ?? Date.now() };
  } else if (row.pk in drafts && !waitsForAnswer(row)) delete drafts[row.pk];
  else return;
  grid.dataset.kept = String(write(drafts));
}

// The offer still stands and its rows have not been touched.
const waitsForAnswer = (row) => grid.querySelector("[data-offer] [data-restore]") && row.isOffered;

function offered(drafts) {
  const found = rowsOf(grid).filter((row) => {
    const texts = Object.entries(drafts[row.pk]?.texts ?? {});
    return texts.some(([name, text]) => row.fields.some((one) => one.name === name && one.value !== text));
  });
  return found.map((row) => ({ row, ...drafts[row.pk] }));
}

// What reached the server after all is not kept; rows that this page does not show are.
function without(kept) {
  const drafts = read();
  for (const row of rowsOf(grid)) {
    if (!kept.some((one) => one.row === row)) delete drafts[row.pk];
  }
  return drafts;
}

function offer(kept) {
  const place = grid.querySelector("[data-offer]");
  const banner = grid.querySelector("template[data-banner='kept']").content.cloneNode(true);
  const since = new Date(Math.min(...kept.map((one) => one.at)));
  banner.querySelector("[data-count]").textContent = `${counted(kept.length)} z\u00a0${moment(since)}`;
  banner.querySelector("[data-restore]").addEventListener("click", () => done(() => kept.forEach(restore)));
  banner.querySelector("[data-discard]").addEventListener("click", () => done(() => kept.forEach(discard)));
  kept.forEach((one) => { one.row.isOffered = true; });
  place.replaceChildren(banner);

  function done(act) {
    place.replaceChildren();
    kept.forEach((one) => { one.row.isOffered = false; });
    act();
  }
}

function moment(time) {
  const clock = time.toLocaleTimeString("cs-CZ", { hour: "numeric", minute: "2-digit" });
  if (time.toDateString() === new Date().toDateString()) return clock;
  return `${time.toLocaleDateString("cs-CZ", { day: "numeric", month: "numeric" })} ${clock}`;
}

// With what the page had shown then, so that somebody else's later value is not overwritten unseen.
function restore({ row, texts, seen }) {
  row.seen.value = seen;
  for (const field of row.fields.filter((one) => one.name in texts)) field.value = texts[field.name];
  const first = row.fields.find((one) => one.name in texts);
  first?.dispatchEvent(new Event("input", { bubbles: true }));
}

function discard({ row }) {
  const drafts = read();
  delete drafts[row.pk];
  write(drafts);
}
