// A file dropped on .drop goes into the file field within it.
(() => {
  const zone = (event) => event.target.closest?.(".drop");
  document.addEventListener("dragover", (event) => {
    if (!zone(event)) return;
    event.preventDefault();
    zone(event).classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => zone(event)?.classList.remove("is-over"));
  document.addEventListener("drop", (event) => {
    const field = zone(event)?.querySelector("input[type=file]");
    if (!field || !event.dataTransfer.files.length) return;
    event.preventDefault();
    zone(event).classList.remove("is-over");
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
