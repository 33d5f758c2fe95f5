// <a data-theme-choice="light|dark|" href> chooses the colours at once; empty follows the system. Without a script
// the link asks the server.
(() => {
  const mark = () => {
    const now = document.documentElement.dataset.theme ?? "";
    for (const choice of document.querySelectorAll("[data-theme-choice]"))
      if (choice.dataset.themeChoice === now) choice.setAttribute("aria-current", "true");
      else choice.removeAttribute("aria-current");
  };
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-theme-choice]");
    if (!choice) return;
    event.preventDefault();
    bedside.choose("theme", choice.dataset.themeChoice);
    mark();
  });
  mark();
})();
