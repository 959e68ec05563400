// The switch of the grid's own keys (WCAG 2.1.4), remembered in this browser.
const KEY = "klavesy-tabulky";
const OFF = "vypnute";
let isOn = true;

export function start() {
  const legend = document.querySelector("[data-legend]");
  if (!legend) return;
  isOn = stored() !== OFF;
  const choice = legend.querySelector("input[type=checkbox]");
  choice.checked = isOn;
  choice.addEventListener("change", () => turn(choice.checked));
  legend.hidden = false;
}

export const shortcutsAreOn = () => isOn;

// AltGr writes letters and signs on a Czech keyboard; on Windows it reports itself as Ctrl+Alt.
export function isTyping(event) {
  return event.isComposing || event.keyCode === 229 || event.getModifierState("AltGraph") || (event.ctrlKey && event.altKey);
}

function turn(on) {
  isOn = on;
  try {
    localStorage.setItem(KEY, on ? "zapnute" : OFF);
  } catch {
    // Without a store the choice holds for this page.
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
