// A block of cells pasted into the grid opens its preview, placed at the cell where it was put.
import { allRows } from "./cells.js";

const COLUMNS = { covers: "obdobi", note: "poznamka", source: "zdroj" };
const ONE_QUOTED_CELL = /^"(?:[^"]|"")*"$/;

export function start(form) {
  document.addEventListener("paste", (event) => {
    const row = document.activeElement?.closest("[data-grid] tr[id^='radek-']");
    const block = event.clipboardData?.getData("text/plain") ?? "";
    if (!row || !form.contains(row) || !hasMoreCells(block)) return;
    event.preventDefault();
    open(form, { block, rows: rowsFrom(form, row), field: columnOf(document.activeElement) });
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

// A form of its own: the page of the preview is reached by POST, since a block does not fit an address.
function open(grid, texts) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "../vlozit/";
  form.hidden = true;
  const token = grid.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [name, text] of Object.entries({ csrfmiddlewaretoken: token, ...texts })) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = text;
    form.append(field);
  }
  document.body.append(form);
  form.requestSubmit();
}
