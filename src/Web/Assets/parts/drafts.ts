// <form data-draft="ticket/12/reply"> keeps what is typed in this tab until the desk has accepted it. With data-keep="address" the
// desk keeps it too: on every device, and for colleagues; the tab's own copy then only bridges a lost connection.
import { type Field, fieldsOf, isField, isTick, isTouched } from "./fields";
import { all, onPage } from "./page";

type Entry = [name: string, value: string, ticked: boolean];

// A shared computer must not show one person's words to the next: the key names the person (<html data-person>).
const keyOf = (form: HTMLFormElement) => `draft/${document.documentElement.dataset.person ?? ""}/${form.dataset.draft}`;
const timers = new WeakMap<HTMLFormElement, number>();
const sending = new WeakMap<HTMLFormElement, { timer?: number; running?: Promise<unknown> }>();

const keeps = (field: Field) => field.name !== "" && !["password", "file", "select-multiple"].includes(field.type);
const read = (form: HTMLFormElement): Entry[] => JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "[]");
const entryOf = (field: Field): Entry => [field.name, field.value, isTick(field) && field.checked];
// Pictures pasted into the words travel as numbers in a hidden field, and with the words.
const filesOf = (form: HTMLFormElement) => all<HTMLInputElement>("input[type=hidden][name=attachments]", form)[0];
const fits = ([name, value]: Entry, field: Field) => name === field.name && (!isTick(field) || value === field.value);

function save(form: HTMLFormElement) {
  const before = read(form).map(entry => entry.join());
  // A refused form comes back with the words as its defaults: untouched then, and yet the draft's.
  const entries = fieldsOf(form).filter(field => keeps(field) && (isTouched(field) || before.includes(entryOf(field).join()))).map(entryOf);
  if (!entries.length) return sessionStorage.removeItem(keyOf(form));
  const files = filesOf(form);
  if (files?.value) entries.push([files.name, files.value, false]);
  sessionStorage.setItem(keyOf(form), JSON.stringify(entries));
  if (!form.dataset.keep) saved(form);
}

function saved(form: HTMLFormElement) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { timeStyle: "short", hourCycle: "h23" }).format();
  all("[data-draft-at]", form).forEach(note => { note.textContent = note.dataset.draftAt!.replace("{0}", time); });
}

/** The desk's copy. What is being sent is no draft any more. */
async function keep(form: HTMLFormElement) {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  const before = JSON.stringify([...body]);
  const answer = await fetch(form.dataset.keep!, { method: "POST", body, keepalive: true }).catch(() => undefined);
  if (!answer?.ok) return;
  saved(form);
  const now = new FormData(form);
  for (const [name, value] of [...now]) if (value instanceof File) now.delete(name);
  if (JSON.stringify([...now]) === before) sessionStorage.removeItem(keyOf(form));
}

// While somebody types and types it is kept all the same, and colleagues see that somebody writes.
function keepSoon(form: HTMLFormElement) {
  const state = sending.get(form) ?? {};
  sending.set(form, state);
  state.timer ??= setTimeout(async () => {
    state.timer = undefined;
    await state.running;
    state.running = keep(form);
  }, 1_000);
}

/** Only that somebody is writing, where the desk keeps no draft. */
const told = new WeakMap<HTMLFormElement, number>();
function tellTyping(form: HTMLFormElement) {
  if (Date.now() - (told.get(form) ?? 0) < 3_000) return;
  told.set(form, Date.now());
  const token = form.querySelector<HTMLInputElement>("[name=_form]")!;
  void fetch(form.dataset.typing!, { method: "POST", body: new URLSearchParams({ [token.name]: token.value }) }).catch(() => undefined);
}

/** Not again: what it holds is on its way, or gone. */
function keepNoMore(form: HTMLFormElement) {
  clearTimeout(timers.get(form));
  timers.delete(form);
  const state = sending.get(form);
  if (!state) return;
  clearTimeout(state.timer);
  state.timer = undefined;
}

// A copy that is just being kept must not arrive behind the message itself.
document.addEventListener("turbo:submit-start", ({ target: form }) => { if (form instanceof HTMLFormElement) keepNoMore(form); });
document.addEventListener("turbo:before-fetch-request", event => {
  const running = event.target instanceof HTMLFormElement && sending.get(event.target)?.running;
  if (!running) return;
  event.preventDefault();
  void running.finally(() => event.detail.resume());
});

function restore(form: HTMLFormElement) {
  const entries = read(form);
  for (const field of fieldsOf(form)) {
    const entry = keeps(field) && !isTouched(field) && entries.find(entry => fits(entry, field));
    if (!entry) continue;
    if (isTick(field)) field.checked = entry[2];
    else field.value = entry[1];
  }
  const files = filesOf(form), kept = files && entries.find(([name]) => name === files.name);
  if (kept) files.value = [...new Set([...files.value.split(","), ...kept[1].split(",")])].filter(Boolean).join(",");
}

document.addEventListener("input", event => {
  const form = isField(event.target) ? event.target.form : null;
  if (!form?.dataset.draft) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => { timers.delete(form); save(form); }, 300));
  if (form.dataset.keep) keepSoon(form);
  if (form.dataset.typing) tellTyping(form);
});

document.addEventListener("turbo:submit-end", ({ target: form, detail: { success } }) => {
  if (!(form instanceof HTMLFormElement)) return;
  // What did not get through is a draft again.
  if (!success) return void (form.isConnected && form.dataset.draft && save(form));
  keepNoMore(form);
  if (form.dataset.draft) sessionStorage.removeItem(keyOf(form));
  // Signing out ends all drafts of the tab.
  if (form.matches("[data-drafts-end]")) sessionStorage.clear();
});

// The last letters before a page goes.
window.addEventListener("pagehide", () => all<HTMLFormElement>("form[data-draft]").filter(form => timers.has(form)).forEach(save));

onPage(() => all<HTMLFormElement>("form[data-draft]").forEach(restore));
