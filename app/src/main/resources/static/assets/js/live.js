// Says changes aloud: live.say("Copied"), or any element swapped in that carries data-announce. Politely, unless it
// carries data-announce-now.
(() => {
  const say = (words, now) => {
    const region = document.getElementById(now ? "live-now" : "live");
    if (!region || !words) return;
    region.textContent = "";
    setTimeout(() => (region.textContent = words), 60);
  };
  window.bedside = { ...window.bedside, say };

  const sayIn = (root) => {
    const found = root.matches?.("[data-announce]") ? root : root.querySelector?.("[data-announce]");
    if (found) say(found.dataset.announce, "announceNow" in found.dataset);
  };
  document.addEventListener("htmx:load", (event) => sayIn(event.detail.elt));
})();
