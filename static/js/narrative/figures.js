// Puts the number of a figure, or the text of the last period, where the caret stands in the narrative.
import { insert } from "./editor.js";

export function start(form) {
  const narratives = [...form.querySelectorAll("[data-narrative]")];
  let current = narratives[0];
  form.addEventListener("focusin", (event) => {
    const editor = event.target.closest("trix-editor");
    if (!editor) return;
    editor.dataset.visited = "";
    current = narratives.find((one) => editor.id === `${one.id}-editor`);
  });
  for (const button of form.querySelectorAll("[data-insert-figure]")) {
    button.hidden = false;
    button.addEventListener("click", () => insert(current, { text: figureOf(button) }));
  }
  for (const button of form.querySelectorAll("[data-insert-past]")) {
    button.hidden = false;
    const target = document.getElementById(button.dataset.insertInto);
    button.addEventListener("click", () => insert(target, { html: button.dataset.insertPast }));
  }
}

// What is typed now with its unit, also before it is saved: 229 osob.
function figureOf(button) {
  const line = button.closest(".figure").querySelector(".value-line");
  const words = [...line.children].map((one) => wordOf(one));
  return words.filter(Boolean).join("\u00a0").replaceAll("\u00a0%", "\u00a0%");
}

function wordOf(element) {
  if (element instanceof HTMLSelectElement) return element.value && element.selectedOptions[0].text;
  if (element instanceof HTMLInputElement) return element.value.trim();
  return element.textContent.trim();
}
