// Says aloud, now and then, how far a page has come that shows its steps as they are being sent.
const PAUSE = 4000;
const work = document.querySelector(".work");
const said = work.querySelector("[data-said]");
const title = document.title;
let saidAt = Date.now();

function tell() {
  const step = work.querySelector(".work-steps")?.lastElementChild;
  const percent = step?.querySelector("progress").getAttribute("value");
  // Seen on a tab that is not looked at.
  if (percent) document.title = `${percent} % – ${title}`;
  if (!step || Date.now() - saidAt < PAUSE) return;
  saidAt = Date.now();
  said.textContent = step.textContent.trim();
}

function end() {
  steps.disconnect();
  document.title = title;
  // Loading the page again shows the result and does not send the form once more.
  history.replaceState(null, "", location.href);
}

const steps = new MutationObserver(tell);
if (document.readyState === "loading") {
  steps.observe(work, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", end);
} else {
  end();
}
