// <turbo-stream-source src="/live?topics=…">: news from the desk by server-sent events, told to the page as line:news, line:up
// and line:down. The page says when it was read (data-since), so that nothing is missed which came between. Takes the place of
// Turbo's own: waits longer after each failure, rests while nobody looks at the tab.
const tell = (name: string, detail?: unknown) => document.dispatchEvent(new CustomEvent(`line:${name}`, { detail }));

class LiveSource extends HTMLElement {
  static observedAttributes = ["src"];
  #source?: EventSource;
  #retry = 0;
  #rest = 0;
  #wait = 1_000;
  #missed = false;

  connectedCallback() {
    document.addEventListener("visibilitychange", this.#look);
    this.#open();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#look);
    this.#close();
  }

  attributeChangedCallback(_: string, before: string | null) { if (before !== null && this.isConnected) this.#open(); }

  // A browser grants one host few connections: a tab that nobody sees gives its own back.
  #look = () => {
    clearTimeout(this.#rest);
    if (document.hidden) this.#rest = setTimeout(() => { this.#missed = true; this.#close(); }, 15_000);
    else if (!this.#source) this.#open();
  };

  #open() {
    this.#close();
    this.#source = new EventSource(`${this.getAttribute("src")}&since=${this.dataset.since}`);
    this.#source.onmessage = event => tell("news", event.data);
    this.#source.onopen = () => {
      tell("up", { missed: this.#missed });
      this.#missed = false;
      this.#wait = 1_000;
    };
    this.#source.onerror = () => {
      this.#close();
      this.#missed = true;
      tell("down");
      // Spread, so that a restarted node is not met by every browser at once.
      this.#retry = setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()));
      this.#wait = Math.min(this.#wait * 2, 60_000);
    };
  }

  #close() {
    clearTimeout(this.#retry);
    clearTimeout(this.#rest);
    this.#source?.close();
    this.#source = undefined;
  }
}

customElements.define("turbo-stream-source", LiveSource);
