// The one stream of a page. It rests while nobody sees the page, since a browser opens only a few connections to a
// server, and says what the page has open (data-watching). When it begins it says when the page was drawn, when it
// begins again when it last heard, and the server tells what was missed.
(() => {
  class Stream {
    readyState = 0;
    #url;
    #source = null;
    #watching = [];
    #last = document.querySelector("[data-drawn]")?.dataset.drawn ?? "";
    #heard = new Map();
    #turn = () => this.#follow();

    constructor(url) {
      this.#url = url;
      document.addEventListener("visibilitychange", this.#turn);
      document.addEventListener("htmx:load", this.#turn);
      this.#follow();
    }

    addEventListener(name, listener) {
      if (!this.#heard.has(name)) {
        this.#heard.set(name, new Set());
        this.#hear(name);
      }
      this.#heard.get(name).add(listener);
    }

    removeEventListener(name, listener) {
      this.#heard.get(name)?.delete(listener);
    }

    close() {
      this.readyState = 2;
      document.removeEventListener("visibilitychange", this.#turn);
      document.removeEventListener("htmx:load", this.#turn);
      this.#stop();
    }

    #hear(name) {
      this.#source?.addEventListener(name, (event) => {
        this.#last = event.data;
        for (const listener of [...this.#heard.get(name)]) listener(event);
      });
    }

    #stop() {
      this.#source?.close();
      this.#source = null;
    }

    #follow() {
      if (document.hidden || this.readyState === 2) return this.#stop();
      const open = [...document.querySelectorAll("[data-watching]")].map((one) => one.dataset.watching);
      const watching = [...new Set(open)].sort();
      if (this.#source && watching.join() === this.#watching.join()) return;
      this.#stop();
      this.#watching = watching;
      const query = new URLSearchParams(watching.map((key) => ["watching", key]));
      if (this.#last) query.set("after", this.#last);
      this.#source = new EventSource(query.size ? `${this.#url}?${query}` : this.#url);
      this.#source.addEventListener("listening", (event) => (this.#last = event.data));
      this.#source.onopen = () => (this.readyState = 1);
      // An answer that is no stream ends a source for good, such as a proxy's while the server starts anew.
      this.#source.onerror = () => {
        if (this.#source?.readyState !== EventSource.CLOSED) return;
        this.#stop();
        setTimeout(this.#turn, 15000);
      };
      for (const name of this.#heard.keys()) this.#hear(name);
    }
  }

  if (window.htmx) htmx.createEventSource = (url) => new Stream(url);
})();
