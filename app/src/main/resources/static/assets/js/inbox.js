// On a wide screen a row of the inbox opens beside the list, without drawing the list again. Elsewhere, and
// without a script, it is an ordinary link.
(() => {
  const wide = () => matchMedia("(min-width: 1100px)").matches;

  // One at a time, and of those asked for meanwhile only the last: whoever presses j quickly must never read one
  // case beside the row of another.
  let wanted = null;
  let busy = false;
  const open = async (first) => {
    wanted = first;
    if (busy) return;
    busy = true;
    try {
      while (wanted) {
        const href = wanted.href;
        wanted = null;
        await htmx.ajax("GET", href, { target: "#detail", swap: "outerHTML" });
        if (location.href !== href) history.pushState({}, "", href);
        document.getElementById("detail")?.scrollTo(0, 0);
      }
    } finally {
      busy = false;
    }
  };

  document.addEventListener("click", (event) => {
    const row = event.target.closest("a[data-detail]");
    if (!row || !wide() || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    for (const other of document.querySelectorAll("a[data-detail][aria-current]")) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    open(row);
  });

  addEventListener("popstate", () => {
    if (document.querySelector(".inbox")) location.reload();
  });
})();
