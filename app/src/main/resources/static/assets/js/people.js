// Names of colleagues, offered after an @ in a note: <textarea data-people="#select-with-their-names">. Without a script
// the select itself asks somebody.
(() => {
  let list = null;
  let field = null;
  let chosen = 0;

  const close = () => {
    list?.remove();
    list = null;
    field?.removeAttribute("aria-activedescendant");
    field?.removeAttribute("aria-controls");
  };

  const begun = () => {
    const before = field.value.slice(0, field.selectionStart);
    const at = before.lastIndexOf("@");
    if (at < 0 || (at > 0 && /[\p{L}\p{N}]/u.test(before[at - 1])) || before.length - at > 40) return null;
    const words = before.slice(at + 1);
    return words.includes("\n") ? null : { at, words: words.toLowerCase() };
  };

  const names = () =>
    [...document.querySelectorAll(`${field.dataset.people} option`)].filter((one) => one.value).map((one) => one.text.trim());

  const take = (name) => {
    const typed = begun();
    if (typed) field.setRangeText(`@${name} `, typed.at, field.selectionStart, "end");
    close();
    field.focus();
  };

  const mark = () => {
    [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === chosen)));
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
  };

  const offer = () => {
    const typed = begun();
    const found = typed ? names().filter((name) => name.toLowerCase().startsWith(typed.words)).slice(0, 6) : [];
    close();
    if (!found.length || (found.length === 1 && typed.words.trim() === found[0].toLowerCase())) return;
    list = document.createElement("ul");
    list.className = "people-list";
    list.id = "people-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.querySelector(`label[for="${field.dataset.people.slice(1)}"]`)?.textContent ?? "@");
    found.forEach((name, i) => {
      const item = document.createElement("li");
      item.id = `people-${i}`;
      item.setAttribute("role", "option");
      item.textContent = name;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(name);
      });
      list.append(item);
    });
    field.after(list);
    field.setAttribute("aria-controls", list.id);
    chosen = 0;
    mark();
  };

  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("textarea[data-people]")) return;
    field = event.target;
    offer();
  });
  document.addEventListener("focusout", (event) => event.target === field && close());

  // Before other keys mean something: the shortcuts listen at the document too.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!list || event.target !== field || event.isComposing) return;
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps) {
        chosen = (chosen + steps[event.key] + list.children.length) % list.children.length;
        mark();
      } else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen].textContent);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
})();
