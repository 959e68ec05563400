// Starts what makes the plain form of values a grid; where this does not run, the form works as it is.
const PARTS = [
];

const form = document.querySelector("[data-grid]");
if (form) {
  for (const start of PARTS) start(form);
}
