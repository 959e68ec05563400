// Marks the area one is looking at, and repeats the heading that has scrolled away inside its band.
const HEADINGS = ".band-goal, .band-subgoal, .band-measure";

export function start() {
  const tools = document.querySelector(".grid-tools");
  const table = document.querySelector(".grid-table");
  if (!tools || !table) return;
  new ResizeObserver(() => measure(tools)).observe(tools);
  let isWaiting = false;
  const follow = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark(tools, table);
    });
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
}

function measure(tools) {
  document.documentElement.style.setProperty("--tools", `${tools.offsetHeight}px`);
}

function mark(tools, table) {
  const areas = [...table.tBodies];
  const edge = (getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : 0) + 90;
  const current = lastAbove(areas, edge) ?? areas[0];
  for (const tab of tools.querySelectorAll("[data-area]")) {
    if (tab.dataset.area === current.id) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  for (const area of areas) {
    const heading = area === current && lastAbove([...area.querySelectorAll(HEADINGS)], edge - 24);
    area.querySelector(".band-place").textContent = heading
      ? heading.querySelector(".band-title").textContent.trim() : "";
  }
}

const lastAbove = (elements, edge) =>
  elements.findLast((one) => one.getBoundingClientRect().top < edge);
