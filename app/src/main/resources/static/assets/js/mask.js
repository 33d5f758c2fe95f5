// <button data-mask-toggle data-say-on="…" data-say-off="…"> hides what identifies people on this screen.
(() => {
  const masked = () => document.documentElement.dataset.mask === "on";
  const mark = () => {
    for (const button of document.querySelectorAll("[data-mask-toggle]"))
      button.setAttribute("aria-pressed", String(masked()));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mask-toggle]");
    if (!button) return;
    bedside.choose("mask", masked() ? "" : "on");
    mark();
    bedside.say(masked() ? button.dataset.sayOn : button.dataset.sayOff);
  });
  mark();
})();
