// Numbers as the server reads and prints them, for sums that are shown while somebody types.
const NUMBER = /^[-−]?(?:[1-9]\d{0,2}(?: \d{3})+|\d{1,15})(?:[.,]\d{1,6})?$/;
const SCALE = 1e6;
const PRINTED = new Intl.NumberFormat("cs-CZ", { maximumFractionDigits: 6 });

const plain = (text) => text.replace(/[\u00a0\u202f\u2009]/g, " ").trim();

export function readNumber(text) {
  const typed = plain(text);
  if (!NUMBER.test(typed)) return null;
  return Number(typed.replaceAll(" ", "").replace(",", ".").replace("−", "-"));
}

// Added as whole numbers, because 0.1 + 0.2 is not 0.3.
export const countOf = (numbers) => numbers.reduce((sum, one) => sum + Math.round(one * SCALE), 0) / SCALE;

export const numberText = (number) => PRINTED.format(number).replace("-", "−");

export function readVector(text) {
  const parts = plain(text).split("/").map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => readNumber(part) !== null) ? parts : null;
}
