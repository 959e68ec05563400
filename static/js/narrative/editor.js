// Turns a textarea of a narrative into an editor; its HTML is posted only once somebody has changed it.
import "./trix.js";

const editors = new WeakMap();

export function dress(textarea) {
  const posted = Object.assign(document.createElement("input"), {
    type: "hidden", id: `${textarea.id}-html`, value: textarea.dataset.narrative,
  });
  const toolbar = document.createElement("trix-toolbar");
  toolbar.id = `${textarea.id}-toolbar`;
  toolbar.append(document.getElementById("narrative-toolbar").content.cloneNode(true));
  const editor = editorFor(textarea, posted, toolbar);
  editors.set(textarea, editor);
  // Trix says that it is ready a frame later, and whoever is quick has written something by then.
  const begin = () => queueMicrotask(() => watch(textarea, editor, posted));
  editor.addEventListener("trix-before-initialize", begin, { once: true });
  editor.addEventListener("trix-attributes-change", () => showPressed(editor, toolbar));
  refuseFiles(editor);
  textarea.hidden = true;
  textarea.after(posted, toolbar, editor);
  // Trix listens on its element, so whoever wants to be first stands above it.
  editor.parentElement.addEventListener("beforeinput", (event) => goFirst(event, editor.editor), true);
}

function editorFor(textarea, posted, toolbar) {
  const editor = document.createElement("trix-editor");
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  label.id = `${textarea.id}-label`;
  label.htmlFor = editor.id = `${textarea.id}-editor`;
  editor.setAttribute("input", posted.id);
  editor.setAttribute("toolbar", toolbar.id);
  editor.setAttribute("aria-labelledby", label.id);
  editor.setAttribute("aria-multiline", "true");
  editor.dataset.rows = textarea.rows;
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) editor.setAttribute(name, textarea.getAttribute(name));
  }
  return editor;
}

// Trix writes HTML its own way, so not texts are compared but what it has read from them.
function watch(textarea, editor, posted) {
  const untouched = editor.editor.getDocument();
  editor.addEventListener("trix-change", () => {
    posted.name = editor.editor.getDocument().isEqualTo(untouched) ? "" : `${textarea.name}-html`;
  });
}

function showPressed(editor, toolbar) {
  for (const button of toolbar.querySelectorAll("button[data-trix-attribute]")) {
    button.setAttribute("aria-pressed", editor.editor.attributeIsActive(button.dataset.trixAttribute));
  }
}

function goFirst(event, editor) {
  const html = event.inputType === "insertFromPaste" && event.dataTransfer?.getData("text/html");
  const isNewParagraph = event.inputType === "insertParagraph" && !editor.attributeIsActive("bullet");
  if (!html && !isNewParagraph) return;
  event.preventDefault();
  event.stopPropagation();
  editor.recordUndoEntry(event.inputType);
  if (html) editor.insertHTML(withoutLooks(html));
  // Enter begins a paragraph, as in a word processor, and not a line inside it; lists know what to do.
  else editor.composition.insertBlockBreak();
}

// Looks go before Trix reads them, or the policy on styles would report each; safety is the server's duty.
function withoutLooks(html) {
  const bare = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, "");
  return bare.replace(/\sstyle=("[^"]*"|'[^']*')/gi, "").replace(/<img\b[^>]*>/gi, "");
}

function refuseFiles(editor) {
  editor.addEventListener("trix-file-accept", (event) => event.preventDefault());
  editor.addEventListener("trix-attachment-add", (event) => event.attachment.remove());
}

export function htmlOf(textarea) {
  return document.getElementById(`${textarea.id}-html`)?.value;
}

export function setHtml(textarea, html) {
  editors.get(textarea).editor.loadHTML(html);
}

export function insert(textarea, { text, html }) {
  const element = editors.get(textarea);
  const { editor } = element;
  const isFresh = !element.dataset.visited && document.activeElement !== element;
  if (isFresh) editor.setSelectedRange(editor.getDocument().getLength() - 1);
  element.focus();
  if (html) editor.insertHTML(html);
  else editor.insertString(isAfterWord(editor) ? ` ${text}` : text);
}

function isAfterWord(editor) {
  const before = editor.getDocument().toString().charAt(editor.getSelectedRange()[0] - 1);
  return /[^\s(„]/.test(before);
}
