// Adding: files may be dragged in; what was chosen is said before it is sent.
const drop = document.getElementById("drop");
const files = document.getElementById("files");
const chosen = document.getElementById("chosen");
if (drop && files && chosen) {
  const say = () => {
    const count = files.files.length;
    const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
    if (count) chosen.textContent = `${count} file${count === 1 ? "" : "s"}, ${(size / 1e6).toFixed(1)} MB`;
  };
  files.addEventListener("change", say);
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) {
      files.files = event.dataTransfer.files;
      say();
    }
  });
}
