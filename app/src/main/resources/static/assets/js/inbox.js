// On a wide screen a row of the inbox opens beside the list, without drawing the list again. Elsewhere, and
// without a script, it is an ordinary link.
(() => {
  const wide = () => matchMedia("(min-width: 1100px)").matches;

  document.addEventListener("click", (event) => {
    const row = event.target.closest("a[data-detail]");
    if (!row || !wide() || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    for (const other of document.querySelectorAll("a[data-detail][aria-current]")) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    htmx.ajax("GET", row.href, { target: "#detail", swap: "outerHTML" }).then(() => {
      if (location.href !== row.href) history.pushState({}, "", row.href);
      document.getElementById("detail")?.scrollTo(0, 0);
    });
  });

  addEventListener("popstate", () => {
    if (document.querySelector(".inbox")) location.reload();
  });
})();
