// <button data-dialog="id"> opens <dialog id>, <button data-close> closes the one it stands in.
(() => {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.dialog);
      if (dialog && !dialog.open) {
        event.preventDefault();
        opener.closest("details.menu")?.removeAttribute("open");
        dialog.showModal();
      }
      return;
    }
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
    // a press on the backdrop lands on the dialog itself
    else if (event.target instanceof HTMLDialogElement) event.target.close();
  });
})();
