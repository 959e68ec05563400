// What several modules ask of a row of the table.
const VALUE_FIELDS = ".value-line :is(input, select), .parts input";

export const allRows = (root) => [...root.querySelectorAll("tr[id^='radek-']")];
export const addressOf = (row) => row.querySelector(".code").textContent.trim();
export const valueFields = (row) => [...row.querySelectorAll(VALUE_FIELDS)];
export const isFillable = (row) => valueFields(row).length > 0;
export const isBlank = (row) => valueFields(row).every((field) => !field.value.trim());

export function reach(row) {
  const goal = valueFields(row)[0] ?? row.querySelector("a");
  row.scrollIntoView({ block: "center" });
  goal.focus({ preventScroll: true });
  goal.select?.();
}
