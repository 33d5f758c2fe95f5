// <button data-copy="#field" data-copied="Copied"> copies the field's value or the element's text.
(() => {
  const write = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    throw new Error("no clipboard");
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const from = document.querySelector(button.dataset.copy);
    if (!from) return;
    const label = button.querySelector("[data-label]") ?? button;
    const words = label.textContent;
    try {
      await write(from.value ?? from.textContent);
    } catch {
      // pages served without https have no clipboard: select it, so that one key press copies
      from.focus?.();
      from.select?.();
      return;
    }
    label.textContent = button.dataset.copied;
    bedside.say(button.dataset.copied);
    setTimeout(() => (label.textContent = words), 2500);
  });
})();
