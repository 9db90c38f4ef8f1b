// Places in a text: the browser counts UTF-16 units, the case code points.

/** How many code points a string has. */
export function codePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The text of a range as the case knows it: without the numbers of claims that were set into it. */
export function wordsOf(range) {
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll("sup")) number.remove();
  return copy.textContent;
}

/** The span [start, end) in code points of a range that begins and ends in elements with data-start; null elsewhere. */
export function spanOf(range) {
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : [start, end];
}

function offsetOf(container, offset) {
  const element = container instanceof Element ? container : container.parentElement;
  const block = element && element.closest("[data-start]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(container, offset);
  return Number(block.dataset.start) + codePoints(wordsOf(before));
}
