// Says changes aloud, politely: live.say("Copied"), or any element swapped in that carries data-announce.
(() => {
  const say = (words) => {
    const region = document.getElementById("live");
    if (!region || !words) return;
    region.textContent = "";
    setTimeout(() => (region.textContent = words), 60);
  };
  window.bedside = { ...window.bedside, say };

  const sayIn = (root) => {
    const found = root.matches?.("[data-announce]") ? root : root.querySelector?.("[data-announce]");
    if (found) say(found.dataset.announce);
  };
  document.addEventListener("htmx:load", (event) => sayIn(event.detail.elt));
})();
