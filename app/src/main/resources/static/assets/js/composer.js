// "Use this wording": puts the safe words in the place of those that would disclose.
// <button data-use="safe words" data-instead-of="risky words" data-field="#reply">
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    if (!button) return;
    const field = document.querySelector(button.dataset.field);
    if (!field) return;
    event.preventDefault();
    const { use, insteadOf } = button.dataset;
    const at = insteadOf ? field.value.indexOf(insteadOf) : -1;
    field.focus();
    if (at >= 0) field.setRangeText(use, at, at + insteadOf.length, "end");
    else field.setRangeText(use, 0, field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const count = (field) => {
    const output = document.querySelector(`output[for="${field.id}"]`);
    if (output?.dataset.words) output.textContent = output.dataset.words.replace("{0}", String(field.value.length));
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-count]")) count(event.target);
  });
})();
