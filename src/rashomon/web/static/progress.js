// Progress while pages are read, by server-sent events. Without scripts the page asks again by itself.
const box = document.getElementById("progress");
if (box && box.dataset.going === "yes") {
  const stream = new EventSource(box.dataset.stream);
  stream.addEventListener("progress", (event) => {
    const rows = JSON.parse(event.data);
    for (const row of rows) show(row);
    const done = rows.filter((row) => row.state !== "waiting" && row.state !== "reading").length;
    document.getElementById("bar").value = done;
    document.getElementById("count").textContent = `${done} of ${rows.length}`;
  });
  stream.addEventListener("done", () => stream.close());
}

function show(row) {
  const item = document.getElementById(row.id);
  if (!item) return;
  item.className = `job ${row.state}`;
  item.querySelector(".state").textContent = row.state;
  item.querySelector(".reason").textContent = row.reason;
  const name = item.children[1];
  if (row.page && name.tagName !== "A") {
    const link = document.createElement("a");
    link.href = `/pages/${encodeURIComponent(row.page)}`;
    link.textContent = name.textContent;
    name.replaceWith(link);
  }
}
