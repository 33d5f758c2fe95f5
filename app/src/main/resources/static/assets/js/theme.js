// <button data-theme-choice="light|dark|"> chooses the colours; empty follows the system.
(() => {
  const mark = () => {
    const now = document.documentElement.dataset.theme ?? "";
    for (const choice of document.querySelectorAll("[data-theme-choice]"))
      choice.setAttribute("aria-pressed", String(choice.dataset.themeChoice === now));
  };
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-theme-choice]");
    if (!choice) return;
    bedside.choose("theme", choice.dataset.themeChoice);
    mark();
  });
  mark();
})();
