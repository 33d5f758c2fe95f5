// <form data-confirm="What can't be undone" data-confirm-do="Delete it"> asks first, in the page's own dialog.
// The server asks too (a page of its own) when the form comes without the field confirmed=yes.
(() => {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const dialog = document.getElementById("confirm");
      if (!form.dataset?.confirm || form.dataset.confirmed || !dialog) return;
      event.preventDefault();
      event.stopPropagation();
      const submitter = event.submitter;
      dialog.querySelector("[data-confirm-words]").textContent = form.dataset.confirm;
      const go = dialog.querySelector("[data-confirm-go]");
      go.textContent = form.dataset.confirmDo ?? go.dataset.label;
      go.onclick = () => {
        dialog.close();
        form.dataset.confirmed = "yes";
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "confirmed", value: "yes" });
        form.append(field);
        form.requestSubmit(submitter);
      };
      dialog.showModal();
    },
    true,
  );
})();
