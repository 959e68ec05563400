// A block of cells pasted into the grid opens its preview, placed at the cell where it was put.
import { allSaved, unsentRows } from "./autosave.js";
import { allRows } from "./cells.js";
import { token } from "./send.js";

const COLUMNS = { covers: "obdobi", note: "poznamka", source: "zdroj" };
const NOT_NOW = "Blok se nevložil: nejdřív se musí uložit, co jste napsali. Pak ho prosím vložte znovu.";
const ONE_QUOTED_CELL = /^"(?:[^"]|"")*"$/;

export function start(form) {
  document.addEventListener("paste", (event) => {
    const row = document.activeElement?.closest("[data-grid] tr[id^='radek-']");
    const block = event.clipboardData?.getData("text/plain") ?? "";
    if (!row || !form.contains(row) || !hasMoreCells(block)) return;
    event.preventDefault();
    leave(form, { block, rows: rowsFrom(form, row), field: columnOf(document.activeElement) });
  });
}

export function hasMoreCells(text) {
  const cells = text.replace(/[\r\n]+$/, "");
  return /[\t\n\r]/.test(cells) && !ONE_QUOTED_CELL.test(cells);
}

function rowsFrom(form, first) {
  const rows = allRows(form);
  return rows.slice(rows.indexOf(first)).map((row) => row.id.replace("radek-", "")).join();
}

const columnOf = (field) => COLUMNS[field.name?.split("-")[1]] ?? "hodnota";

// The preview compares with what is stored, so that what is typed is stored first. What the server refused is
// kept in this computer and offered on return; without the server there is no preview to open.
async function leave(grid, texts) {
  await allSaved();
  if (unsentRows().length) {
    grid.querySelector("[data-save-note]").textContent = NOT_NOW;
    return;
  }
  if (grid.dataset.kept === "true") grid.dataset.leaving = "";
  open(grid, texts);
}

// A form of its own: the page of the preview is reached by POST, since a block does not fit an address.
function open(grid, texts) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "../vlozit/";
  form.hidden = true;
  for (const [name, text] of Object.entries({ csrfmiddlewaretoken: token(grid), ...texts })) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = text;
    form.append(field);
  }
  document.body.append(form);
  form.requestSubmit();
}
