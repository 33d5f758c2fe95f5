// "Use this wording": puts the safe words in the place of those that would disclose.
// <button data-use="safe words" data-instead-of="risky words" data-field="#reply">
(() => {
  const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    if (!button) return;
    const field = document.querySelector(button.dataset.field);
    if (!field) return;
    event.preventDefault();
    const { use, insteadOf } = button.dataset;
    const at = insteadOf ? field.value.indexOf(insteadOf) : -1;
    field.focus();
    if (at >= 0) field.setRangeText(use, at, at + insteadOf.length, "end");
    else field.setRangeText(use, 0, field.value.length, "end");
    changed(field);
  });

  // Whoever begins to write has room in sight for what is said of it (scroll-margin in composer.css).
  document.addEventListener("focusin", (event) => {
    if (event.target.id === "reply") event.target.scrollIntoView({ block: "nearest" });
  });

  // A wording or a suggestion goes where the caret is, its other language behind the other version.
  // <button data-insert="words" data-insert-other="palabras">
  const insert = (field, words) => {
    if (!field || !words) return;
    const { value } = field;
    // Nobody has been in it yet: behind what stands there.
    const fresh = document.activeElement !== field && field.selectionEnd === 0;
    const from = fresh ? value.length : field.selectionStart;
    const to = fresh ? value.length : field.selectionEnd;
    const before = value.slice(0, from);
    const behind = value.slice(to);
    const gap = (text, edge) => (text && !edge.test(text) ? " " : "");
    field.setRangeText(gap(before, /\s$/) + words + gap(behind, /^\s/), from, to, "end");
    changed(field);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    const field = document.getElementById("reply");
    if (!button || !field) return;
    event.preventDefault();
    const other = document.getElementById("translation");
    if (other) other.setSelectionRange(other.value.length, other.value.length);
    const folded = other?.closest("details");
    if (folded && button.dataset.insertOther) folded.open = true;
    insert(other, button.dataset.insertOther);
    insert(field, button.dataset.insert);
    const menu = button.closest("details.menu");
    if (menu) menu.open = false;
    field.focus();
  });

  // Search among the wordings, by keyboard too: type, arrows, Enter.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const shown = (panel) => [...panel.querySelectorAll("[data-find]")].filter((item) => !item.hidden);
  const find = (panel, sought) => {
    const words = plain(sought).split(/\s+/).filter(Boolean);
    for (const item of panel.querySelectorAll("[data-find]")) {
      const text = plain(item.dataset.find);
      item.hidden = !words.every((word) => text.includes(word));
    }
    const none = panel.querySelector("[data-find-none]");
    if (none) none.hidden = shown(panel).length > 0;
  };
  document.addEventListener(
    "toggle",
    (event) => {
      const panel = event.target.open && event.target.querySelector?.("[data-choose]");
      if (!panel) return;
      const search = panel.querySelector("[data-find-in]");
      search.hidden = false;
      const input = search.querySelector("input");
      input.value = "";
      find(panel, "");
      input.focus();
    },
    true,
  );
  document.addEventListener("input", (event) => {
    const panel = event.target.closest?.("[data-find-in]") && event.target.closest("[data-choose]");
    if (panel) find(panel, event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    const panel = event.target.closest?.("[data-choose]");
    if (!panel) return;
    const items = shown(panel);
    const here = items.indexOf(event.target.closest("[data-find]"));
    if (event.key === "Enter" && here < 0) {
      event.preventDefault();
      items[0]?.click();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      items[Math.min(items.length - 1, here + 1)]?.focus();
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      if (here > 0) items[here - 1].focus();
      else panel.querySelector("[data-find-in] input").focus();
    }
  });

  // As the server counts for each network; the server's word counts where they differ.
  const LINK = 23;
  const links = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?')\]]/gi;
  const hosts =
    /(?<![@\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|edu|gov|info|io|health|care|clinic|hospital|us|uk|es|mx|eu|de|fr|ca)(?![\w@-])(?:\/[^\s<>"]*[^\s<>".,;:!?')\]])?/gi;
  const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const graphemes = (text) => [...characters.segment(text)].map((one) => one.segment);
  const weight = (grapheme) =>
    /\uFE0F|\p{Regional_Indicator}|(?![\u00A9\u00AE])\p{Extended_Pictographic}/u.test(grapheme)
      ? 2
      : [...grapheme].reduce((sum, c) => {
          const at = c.codePointAt(0);
          const one = at <= 4351 || (at >= 8192 && at <= 8205) || (at >= 8208 && at <= 8223) || (at >= 8242 && at <= 8247);
          return sum + (one ? 1 : 2);
        }, 0);
  const units = {
    GRAPHEMES: (text) => graphemes(text).length,
    GRAPHEMES_SHORT_LINKS: (text) =>
      graphemes(text.replace(links, "x".repeat(LINK)).replace(/(?<!\S)(@[\p{L}\p{N}_.]+)@[\p{L}\p{N}_.-]+[\p{L}\p{N}_]/gu, "$1")).length,
    WEIGHTED: (text) => {
      let count = 0;
      const rest = text.replace(links, () => (count++, "")).replace(hosts, () => (count++, ""));
      return count * LINK + graphemes(rest.normalize("NFC")).reduce((sum, one) => sum + weight(one), 0);
    },
    CHARACTERS: (text) => [...text].length,
    BYTES: (text) => new TextEncoder().encode(text).length,
  };
  const count = (field) => {
    const output = document.querySelector(`output[for="${field.id}"]`);
    if (!output?.dataset.words) return;
    const length = (units[field.dataset.count] ?? units.CHARACTERS)(field.value);
    output.textContent = output.dataset.words.replace("{0}", String(length));
    output.classList.toggle("is-over", field.dataset.limit !== undefined && length > Number(field.dataset.limit));
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-count]")) count(event.target);
  });
})();
