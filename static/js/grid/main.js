// Starts what makes the plain form of values a grid; where this does not run, the form works as it is.
import { start as answers } from "./answers.js";
import { start as areas } from "./areas.js";
import { start as autosave } from "./autosave.js";
import { start as connection } from "./connection.js";
import { start as drafts } from "./drafts.js";
import { start as jump } from "./jump.js";
import { start as keyboard } from "./keyboard.js";
import { start as memory } from "./memory.js";
import { start as next } from "./next.js";
import { start as paste } from "./paste.js";
import { start as progress } from "./progress.js";
import { start as reasons } from "./reasons.js";
import { start as selection } from "./selection.js";
import { start as shortcuts } from "./shortcuts.js";
import { start as status } from "./status.js";
import { start as sums } from "./sums.js";

// Those that help readers too, and those for who may write.
const PAGE_PARTS = [shortcuts, areas, jump];
const PARTS = [
  // Before autosave, whose events they show.
  status,
  answers,
  connection,
  drafts,
  autosave,
  // Before keyboard: Esc belongs first to what is selected.
  selection,
  keyboard,
  progress,
  next,
  reasons,
  paste,
  sums,
  memory,
];

for (const start of PAGE_PARTS) start();
const form = document.querySelector("[data-grid]");
if (form) {
  for (const start of PARTS) start(form);
}
