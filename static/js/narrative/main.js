// Narratives become editors, forms keep drafts; where this does not run, textareas and forms work as they are.
import { keep } from "./drafts.js";
import { dress } from "./editor.js";
import { start } from "./figures.js";

const forms = document.querySelectorAll("form[data-draft]");

for (const form of forms) {
  const narratives = [...form.querySelectorAll("[data-narrative]")];
  const ready = narratives.map((one) => new Promise((resolve) => {
    one.form.addEventListener("trix-initialize", (event) => event.target.id === `${one.id}-editor` && resolve());
  }));
  narratives.forEach(dress);
  // A draft is compared with texts as the editor writes them, so the editors come first.
  Promise.all(ready).then(() => {
    keep(form);
    start(form);
  });
}
