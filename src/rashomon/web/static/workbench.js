// For every view: "/" goes to the search. Nothing here is needed to use the workbench.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const find = document.getElementById("find");
  if (find) {
    event.preventDefault();
    find.focus();
    find.select();
  }
});

/** Whether keys are meant as text there. */
export function isWriting(element) {
  return element instanceof HTMLElement && element.closest("input, textarea, select, [contenteditable]") !== null;
}
