// Review by keyboard: s same, d different, u undo, j and k next and previous. The buttons do the same.
import { isWriting } from "./workbench.js";

const cases = [...document.querySelectorAll(".queue .suggestion")];
let at = 0;
function go(to) {
  if (!cases.length) return;
  cases[at].classList.remove("at");
  cases[at].removeAttribute("aria-current");
  at = Math.min(Math.max(to, 0), cases.length - 1);
  cases[at].classList.add("at");
  cases[at].setAttribute("aria-current", "true");
  cases[at].scrollIntoView({ block: "nearest" });
}
go(0);
document.addEventListener("focusin", (event) => {
  const found = cases.indexOf(event.target.closest?.(".suggestion"));
  if (found >= 0) go(found);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (event.key === "j") go(at + 1);
  else if (event.key === "k") go(at - 1);
  else if (event.key === "u") document.querySelector('.undo [data-key="u"]')?.click();
  else if (event.key === "s" || event.key === "d") cases[at]?.querySelector(`[data-key="${event.key}"]`)?.click();
  else return;
  event.preventDefault();
});
