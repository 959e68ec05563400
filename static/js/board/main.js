// Says to how many of the ticked towns each button applies, and which it leaves out and why.
const NAMED = 4; // more towns with one reason are only counted
const rules = new Intl.PluralRules("cs");

const form = document.querySelector("[data-board]");
if (form) start(form);

function start(board) {
  const head = board.querySelector("[data-choose-all]");
  const boxes = [...board.querySelectorAll("[name=obdobi]")];
  const show = () => tell(board, boxes, head.querySelector("input"));
  head.hidden = !boxes.length;
  head.addEventListener("change", (event) => {
    for (const box of boxes) box.checked = event.target.checked;
  });
  board.addEventListener("change", show);
  // Coming back, the browser ticks what was ticked before.
  window.addEventListener("pageshow", show);
  show();
}

function tell(board, boxes, head) {
  const chosen = boxes.filter((box) => box.checked);
  head.checked = boxes.length > 0 && chosen.length === boxes.length;
  head.indeterminate = chosen.length > 0 && !head.checked;
  const total = board.querySelector("[data-chosen]");
  total.textContent = `vybráno ${chosen.length}`;
  total.hidden = !chosen.length;
  board.querySelector("[data-hint]").hidden = chosen.length > 0;
  const sentences = [...board.querySelectorAll("[data-action]")].map((button) => apply(button, chosen));
  board.querySelector("[data-left-out-list]").replaceChildren(...sentences.filter(Boolean).map(paragraph));
}

// The number on the button, and the sentence about what it leaves out.
function apply(button, chosen) {
  const leftOut = chosen.filter((box) => box.dataset[button.dataset.action]);
  const applies = chosen.length - leftOut.length;
  const count = button.querySelector("[data-count]");
  count.textContent = applies;
  count.hidden = !chosen.length;
  button.disabled = !applies;
  return leftOut.length ? `${button.dataset.leftOut}: ${reasons(leftOut, button.dataset.action)}.` : "";
}

// Ostrava, Most (odevzdáno); Cheb (schváleno)
function reasons(boxes, action) {
  const towns = new Map();
  for (const box of boxes) towns.set(box.dataset[action], [...(towns.get(box.dataset[action]) ?? []), box.dataset.town]);
  return [...towns].map(([reason, names]) => `${listed(names)} (${reason})`).join("; ");
}

function listed(names) {
  if (names.length <= NAMED + 1) return names.join(", ");
  const others = names.length - NAMED;
  return `${names.slice(0, NAMED).join(", ")} a\u00a0${others}\u00a0${rules.select(others) === "few" ? "další" : "dalších"}`;
}

function paragraph(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}
