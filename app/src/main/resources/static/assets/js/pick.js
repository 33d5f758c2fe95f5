// Choosing rows of a list: x on the row in focus, shift and x for all between it and the last one chosen, a button for
// all shown. Without a script the boxes and the button work by themselves.
(() => {
  const boxes = () => [...document.querySelectorAll("[data-list] [data-pick]")];
  const boxOf = (row) => row?.closest("li")?.querySelector("[data-pick]");
  let last = null;

  const told = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    for (const count of document.querySelectorAll("[data-picked]"))
      count.textContent = count.dataset.picked.replace("{0}", chosen);
  };

  const between = (one, other, checked) => {
    const all = boxes();
    const [from, to] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
    if (from < 0) return;
    for (const box of all.slice(from, to + 1)) box.checked = checked;
  };

  // shortcuts.js asks for this; says whether there was a row to choose
  const pick = (range) => {
    const row = document.activeElement.closest("[data-row]") ?? document.querySelector("[data-row][aria-current]");
    const box = boxOf(row) ?? (document.activeElement.matches("[data-pick]") ? document.activeElement : null);
    if (!box) return false;
    if (range && last) between(last, box, true);
    else box.checked = !box.checked;
    last = box;
    told();
    return true;
  };
  window.bedside = { ...window.bedside, pick };

  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-pick]");
    if (box) {
      if (event.shiftKey && last) between(last, box, box.checked);
      last = box;
      return told();
    }
    const all = event.target.closest("[data-pick-all]");
    if (!all) return;
    event.preventDefault();
    const checked = boxes().some((one) => !one.checked);
    for (const one of boxes()) one.checked = checked;
    told();
  });

  // what can be undone is offered for a minute
  for (const done of document.querySelectorAll("[data-until]")) {
    const left = Date.parse(done.dataset.until) - Date.now();
    const go = () => (done.matches(":hover, :focus-within") ? setTimeout(go, 2000) : done.remove());
    setTimeout(go, Math.max(5000, Math.min(left, 60000)));
  }
  told();
})();
