// Words that somebody is writing outlive a reload, a page in between, a sign-in that has run out: this tab keeps them
// until they have arrived or their writer signs out. <textarea data-keep="whose and where">
(() => {
  const PREFIX = "bedside.words.";
  const key = (field) => PREFIX + field.dataset.keep;
  const read = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
  const all = () => Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));

  // Only over what they were written on: where the server holds other words by now, those count.
  const bring = (field) => {
    const kept = read(key(field));
    if (!kept || field.value !== field.defaultValue) return;
    if (kept.over !== field.defaultValue) return sessionStorage.removeItem(key(field));
    field.value = kept.words;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // What was sent has arrived once another of our pages is there. Whoever comes back from the browser's own page of a
  // failed connection has sent nothing; nor has whoever sees our page of an error.
  const arrived = () => {
    const [how] = performance.getEntriesByType("navigation");
    const failed = how?.type === "back_forward" || document.querySelector("[data-error]");
    for (const name of all()) {
      const { sent, ...kept } = read(name);
      if (!sent) continue;
      if (failed) sessionStorage.setItem(name, JSON.stringify(kept));
      else sessionStorage.removeItem(name);
    }
  };

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.dataset?.keep) return;
    if (field.value === field.defaultValue) sessionStorage.removeItem(key(field));
    else sessionStorage.setItem(key(field), JSON.stringify({ over: field.defaultValue, words: field.value }));
  });

  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    for (const field of event.target.querySelectorAll("[data-keep]")) {
      const kept = read(key(field));
      if (kept) sessionStorage.setItem(key(field), JSON.stringify({ ...kept, sent: true }));
    }
    if (event.target.getAttribute("action") === "/sign-out") all().forEach((name) => sessionStorage.removeItem(name));
  });

  arrived();
  document.addEventListener("htmx:load", (event) => event.detail.elt.querySelectorAll("[data-keep]").forEach(bring));
})();
