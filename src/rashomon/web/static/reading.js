// Reading: what is pointed at or focused lights up its other half; selected words get an address of their own.
import { isWriting } from "./workbench.js";
import { spanOf } from "./selectors.js";

const halves = new Map();
for (const element of document.querySelectorAll("[data-k]")) {
  for (const key of element.dataset.k.split(" ")) {
    if (!halves.has(key)) halves.set(key, []);
    halves.get(key).push(element);
  }
}

let lit = [];
function light(target) {
  const element = target instanceof Element ? target.closest("[data-k]") : null;
  const next = element ? element.dataset.k.split(" ").flatMap((key) => halves.get(key) ?? []) : [];
  for (const old of lit) if (!next.includes(old)) old.classList.remove("lit");
  for (const each of next) each.classList.add("lit");
  lit = next;
}
const page = document.querySelector(".page");
page?.addEventListener("pointerover", (event) => light(event.target));
page?.addEventListener("pointerleave", () => light(document.activeElement));
page?.addEventListener("focusin", (event) => light(event.target));

// j and k go from card to card.
const cards = [...document.querySelectorAll(".card")];
document.addEventListener("keydown", (event) => {
  if ((event.key !== "j" && event.key !== "k") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target) || !cards.length) return;
  const at = cards.indexOf(document.activeElement?.closest?.(".card"));
  const next = cards[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), cards.length - 1)];
  next.querySelector("a")?.focus();
  next.scrollIntoView({ block: "center" });
});

const chip = document.getElementById("chip");
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const chosen = range && page ? spanOf(range) : null;
  if (!chip) return;
  if (chosen) chip.href = `/pages/${page.dataset.page}?at=${chosen[0]}-${chosen[1]}#here`;
  chip.hidden = chosen === null;
});
