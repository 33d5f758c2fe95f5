// A toast goes after eight seconds, not while it is pointed at or holds the focus; one with an undo stays twice as long.
(() => {
  const arm = (toast) => {
    if (toast.dataset.armed) return;
    toast.dataset.armed = "yes";
    const life = toast.querySelector("form, a, button:not([data-dismiss])") ? 16000 : 8000;
    const go = () => (toast.matches(":hover, :focus-within") ? setTimeout(go, 2000) : toast.remove());
    setTimeout(go, life);
  };
  const armAll = () => document.querySelectorAll(".toast").forEach(arm);
  document.addEventListener("click", (event) => event.target.closest("[data-dismiss]")?.closest(".toast")?.remove());
  document.addEventListener("htmx:load", armAll);
  armAll();
})();
