// Rows of the form: what stands in their fields, and what of it the server already has.
const rows = new WeakMap();

export const rowOf = (element) => rows.get(element.closest("tr"));
export const isCell = (element) => Boolean(rowOf(element)?.fields.includes(element));

export function rowsOf(form) {
  const found = form.querySelectorAll("tr[id^='radek-']:has([name$='-seen'])");
  return [...found].map((element) => rows.get(element) ?? remember(new Row(element)));
}

function remember(row) {
  rows.set(row.element, row);
  return row;
}

class Row {
  constructor(element) {
    this.element = element;
    this.pk = element.id.replace("radek-", "");
    this.prefix = `v${this.pk}-`;
    this.seen = element.querySelector(`[name="${this.prefix}seen"]`);
    this.fields = [...element.querySelectorAll(`[name^="${this.prefix}"]`)].filter((one) => one !== this.seen);
    this.mark = this.settled = element.className.split(" ")[0];
    // A page that came back refused shows texts that nobody has stored.
    const isRefused = ["refused", "conflict"].includes(this.mark);
    this.stored = new Map(this.fields.map((one) => [one.name, isRefused ? null : initial(one)]));
    this.accepted = new Map();
    this.isSaving = this.isConflict = false;
    this.refused = this.sending = null;
  }

  get address() {
    return this.element.querySelector(".code").textContent.trim();
  }

  get texts() {
    return Object.fromEntries(this.fields.map((one) => [one.name, one.value]));
  }

  // A text that the server keeps in another shape (1009,5 as 1 009,50) is no new change.
  get toPost() {
    return Object.fromEntries(
      this.fields.map((one) => [one.name, this.isClean(one) ? (this.stored.get(one.name) ?? one.value) : one.value]),
    );
  }

  get isDirty() {
    return this.fields.some((one) => !this.isClean(one));
  }

  get changed() {
    return Object.fromEntries(this.fields.filter((one) => !this.isClean(one)).map((one) => [one.name, one.value]));
  }

  // Notes and sources wait for their value while somebody is still in the row.
  get isWithoutValue() {
    const extras = ["covers", "note", "source"].map((name) => this.prefix + name);
    return this.fields.every((one) => extras.includes(one.name) || !one.value.trim());
  }

  get hasFocus() {
    return this.fields.includes(document.activeElement);
  }

  get isRefusedAsIs() {
    return this.refused === JSON.stringify(this.texts);
  }

  isClean(field) {
    return field.value === this.stored.get(field.name) || field.value === this.accepted.get(field.name);
  }

  // Only what nobody has touched since it was sent, and nobody is in, is rewritten.
  take(texts, sent) {
    for (const field of this.fields.filter((one) => one.name in texts)) {
      this.stored.set(field.name, texts[field.name]);
      this.accepted.delete(field.name);
      if (field.value !== sent[field.name]) continue;
      if (field === document.activeElement) this.accepted.set(field.name, field.value);
      else field.value = texts[field.name];
    }
  }

  // The other's texts become the stored ones; fields that were not mine show them at once.
  takeTheirs(texts) {
    for (const field of this.fields.filter((one) => one.name in texts)) {
      if (this.isClean(field)) field.value = texts[field.name];
      this.stored.set(field.name, texts[field.name]);
      this.accepted.delete(field.name);
    }
  }

  tidy(field) {
    if (field.value === this.accepted.get(field.name)) field.value = this.stored.get(field.name);
  }

  restore() {
    for (const field of this.fields) field.value = this.stored.get(field.name) ?? field.value;
  }
}

function initial(field) {
  if (field instanceof HTMLSelectElement) {
    return (field.querySelector("option[selected]") ?? field.options[0]).value;
  }
  return field.defaultValue;
}
