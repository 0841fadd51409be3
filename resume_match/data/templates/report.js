"use strict";
// Comfort only: without this script the page reads the same, links lead to the same places, and nothing is hidden.
document.documentElement.classList.add("with-script");

const requirements = [...document.querySelectorAll("details.requirement")];
const openAll = document.getElementById("open-all");
const said = document.getElementById("said");

const say = (words) => {
  said.textContent = words;
  window.setTimeout(() => { said.textContent = ""; }, 4000);
};

openAll.addEventListener("click", () => {
  const open = openAll.getAttribute("aria-pressed") !== "true";
  for (const requirement of requirements) requirement.open = open;
  openAll.setAttribute("aria-pressed", String(open));
});

// A link to a requirement opens it; a link to a passage highlights every piece of that passage.
const arrive = () => {
  const name = decodeURIComponent(window.location.hash.slice(1));
  const target = name && document.getElementById(name);
  for (const mark of document.querySelectorAll("mark.here")) mark.classList.remove("here");
  if (!target) return;
  if (target.matches("details")) {
    target.open = true;
    target.querySelector("summary").focus({ preventScroll: true });
  }
  for (const mark of document.querySelectorAll("mark[data-marks]")) {
    if (mark.dataset.marks.split(" ").includes(name)) mark.classList.add("here");
  }
};
window.addEventListener("hashchange", arrive);
arrive();

// Pages opened from a folder may be refused the clipboard: then the older way, and last the words are selected for Ctrl+C.
const select = (words) => {
  const range = document.createRange();
  range.selectNodeContents(words);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};
const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words.textContent);
    return true;
  } catch {
    select(words);
    return document.execCommand("copy");
  }
};
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    const copied = await copy(document.getElementById(button.dataset.copy));
    say(copied ? "Copied." : "Selected: press Ctrl+C to copy.");
  });
}

// Paper shows everything.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = requirements.filter((requirement) => !requirement.open);
  for (const requirement of closed) requirement.open = true;
});
window.addEventListener("afterprint", () => { for (const requirement of closed) requirement.open = false; });
