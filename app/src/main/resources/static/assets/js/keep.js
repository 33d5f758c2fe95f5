// Words that somebody is writing outlive a reload, a page in between, a sign-in that has run out: this tab keeps them
// until they are sent or their writer signs out. <textarea data-keep="whose and where">
(() => {
  const PREFIX = "bedside.words.";
  const key = (field) => PREFIX + field.dataset.keep;

  // Only over what they were written on: where the server holds other words by now, those count.
  const bring = (field) => {
    const kept = JSON.parse(sessionStorage.getItem(key(field)) ?? "null");
    if (!kept || field.value !== field.defaultValue) return;
    if (kept.over !== field.defaultValue) return sessionStorage.removeItem(key(field));
    field.value = kept.words;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.dataset?.keep) return;
    if (field.value === field.defaultValue) sessionStorage.removeItem(key(field));
    else sessionStorage.setItem(key(field), JSON.stringify({ over: field.defaultValue, words: field.value }));
  });

  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    for (const field of event.target.querySelectorAll("[data-keep]")) sessionStorage.removeItem(key(field));
    if (event.target.getAttribute("action") !== "/sign-out") return;
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  });

  document.addEventListener("htmx:load", (event) => event.detail.elt.querySelectorAll("[data-keep]").forEach(bring));
})();
