// <a data-mask-toggle data-say-on="…" data-say-off="…" href> hides or shows at once what identifies people on this
// screen. Without a script the link asks the server.
(() => {
  const masked = () => document.documentElement.dataset.mask === "on";
  document.addEventListener("click", (event) => {
    const toggle = event.target.closest("[data-mask-toggle]");
    if (!toggle) return;
    event.preventDefault();
    bedside.choose("mask", masked() ? "" : "on");
    bedside.say(masked() ? toggle.dataset.sayOn : toggle.dataset.sayOff);
  });
})();
