// One-key shortcuts. data-key="r" on a link, button or field makes that key press or focus it; j and k move
// through the links of [data-list], x chooses one of them (pick.js). They can be switched off in the help dialog (WCAG 2.1.4).
(() => {
  const off = () => localStorage.getItem("bedside.shortcuts") === "off";
  const typing = (element) =>
    element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element.tagName === "INPUT" && !/^(checkbox|radio|button|submit|reset|file)$/.test(element.type));
  const visible = (element) => element.offsetParent !== null || element.getClientRects().length > 0;

  const move = (step) => {
    const rows = [...document.querySelectorAll("[data-list] [data-row]")].filter(visible);
    if (!rows.length) return false;
    const here = rows.indexOf(document.activeElement.closest("[data-row]"));
    const current = here >= 0 ? here : rows.findIndex((row) => row.hasAttribute("aria-current"));
    const next = rows[Math.min(rows.length - 1, Math.max(0, current + (current < 0 ? 1 : step)))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    if (next.hasAttribute("data-detail") && matchMedia("(min-width: 1100px)").matches) next.click();
    return true;
  };

  const use = (key) => {
    const target = [...document.querySelectorAll("[data-key]")].find((e) => e.dataset.key === key && visible(e));
    if (!target) return false;
    if (typing(target)) {
      target.focus();
      if (target.tagName === "INPUT") target.select();
    } else {
      target.click();
      // a menu that a key opens is gone through by keys
      const menu = target.matches("summary") && target.parentElement;
      if (menu?.open) menu.querySelector(".menu-panel :is(button, input:not([type=hidden]), select, a)")?.focus();
    }
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (off() || typing(event.target) || document.querySelector("dialog[open]")) return;
    const done = event.key === "j" ? move(1) : event.key === "k" ? move(-1)
      : event.key === "x" || event.key === "X" ? bedside.pick(event.shiftKey) : use(event.key);
    if (done) event.preventDefault();
  });

  const box = document.querySelector("[data-shortcuts-switch]");
  if (box) {
    box.checked = !off();
    box.addEventListener("change", () => localStorage.setItem("bedside.shortcuts", box.checked ? "on" : "off"));
  }
})();
