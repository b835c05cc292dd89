// The palette: what the page itself can do (whatever wears a data-hotkey, and all that can be done to the chosen rows), and what
// the desk finds. An answer is a piece of a listbox; combobox-nav walks it.
import Combobox from "@github/combobox-nav";
import { visit } from "@hotwired/turbo";
import { all, near } from "./page";

// Quiet ones stand in a menu that is shut: few of them are shown before something is typed.
type Command = { words: string; keys: string; chosen: boolean; quiet: boolean; run: HTMLElement };

const mostQuiet = 5;

const soon = 120;
let box: Combobox | undefined;
let timer = 0;
let asked = 0;
// Whether what is listed answers what is typed, and whether Enter was pressed before it did: whoever types fast means the row that comes.
let settled = true;
let hurried = false;
let commands: Command[] = [];

const parts = () => {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#palette"), input = dialog?.querySelector("input"), list = dialog?.querySelector<HTMLElement>("[role=listbox]");
  return dialog && input && list ? { dialog, input, list } : undefined;
};

// A button says its key beside its words; the key alone is no word.
function wordsOf(element: HTMLElement) {
  const copy = element.cloneNode(true) as HTMLElement;
  all("kbd, .fc-vh, svg", copy).forEach(part => part.remove());
  return (copy.textContent?.trim() || element.getAttribute("title")?.replace(/\s{2}.*$/, "") || element.getAttribute("aria-label") || "").replace(/\s+/g, " ");
}

function gather(): Command[] {
  const chosen = !!document.querySelector(".fc-list tbody input:checked");
  const known = new Set<string>();
  return all("[data-hotkey], [data-palette], .fc-bulk button, .fc-bulk summary")
    .filter(e => e.matches("a, button, summary") && (e.checkVisibility() || e.dataset.palette) && !e.closest("dialog") && !e.matches("[data-open=palette], [type=reset]") && (chosen || !e.closest(".fc-bulk")) && (!e.closest("details") || e.matches("summary, [data-palette]")))
    .map(e => ({ words: e.dataset.palette ?? wordsOf(e), keys: e.dataset.hotkey ?? "", chosen: !!e.closest(".fc-bulk"), quiet: !!e.dataset.palette, run: e }))
    .filter(c => c.words && !known.has(c.words) && known.add(c.words));
}

function option(command: Command, at: number) {
  const row = document.createElement("div");
  row.setAttribute("role", "option");
  row.dataset.command = String(at);
  const words = document.createElement("span");
  words.className = "fc-cut";
  words.textContent = command.words;
  row.append(words);
  if (command.keys) {
    const keys = document.createElement("span");
    keys.className = "fc-end";
    command.keys.split(" ").forEach(key => { const one = document.createElement("kbd"); one.textContent = key; keys.append(one); });
    row.append(keys);
  }
  return row;
}

function group(title: string, rows: HTMLElement[]) {
  if (rows.length === 0) return [];
  const div = document.createElement("div");
  div.setAttribute("role", "group");
  div.setAttribute("aria-label", title);
  const head = document.createElement("h3");
  head.setAttribute("role", "presentation");
  head.textContent = title;
  div.append(head, ...rows);
  return [div];
}

function mine(typed: string, list: HTMLElement) {
  let quiet = 0;
  const fit = commands.map((command, at) => ({ command, at })).filter(({ command }) => command.words.toLowerCase().includes(typed.toLowerCase()) && (typed !== "" || !command.quiet || quiet++ < mostQuiet));
  const rows = (chosen: boolean) => fit.filter(f => f.command.chosen === chosen).map(f => option(f.command, f.at));
  return [...group(list.dataset.chosen ?? "", rows(true)), ...group(list.dataset.here ?? "", rows(false))];
}

async function look() {
  const on = parts();
  if (!on) return;
  const typed = on.input.value.trim(), no = ++asked;
  const here = mine(typed, on.list);
  show(on.list, here);
  if (here.length > 0) settle(on.list);
  const answer = await fetch(`/palette?q=${encodeURIComponent(typed)}`, { headers: { Accept: "text/html" } }).catch(() => undefined);
  const found = document.createElement("template");
  found.innerHTML = answer?.ok ? await answer.text() : "";
  if (no !== asked) return;
  show(on.list, [...mine(typed, on.list), ...found.content.children]);
  settle(on.list);
}

function settle(list: HTMLElement) {
  settled = true;
  if (hurried) list.querySelector<HTMLElement>("[aria-selected=true]")?.click();
  hurried = false;
}

function show(list: HTMLElement, groups: Element[]) {
  list.replaceChildren(...groups);
  all("[role=option]", list).forEach((row, at) => { row.id = `palette-${at}`; });
  box?.clearSelection();
  box?.navigate(1);
}

function open() {
  const on = parts();
  if (!on || on.dialog.open) return;
  commands = gather();
  on.dialog.showModal();
  on.input.select();
  box = new Combobox(on.input, on.list);
  box.start();
  void look();
  on.dialog.addEventListener("close", () => { box?.destroy(); box = undefined; asked++; settled = true; hurried = false; }, { once: true });
}

document.addEventListener("click", event => {
  if (!near(event, "[data-open=palette]")) return;
  event.preventDefault();
  event.stopPropagation();
  open();
}, true);

document.addEventListener("input", event => {
  if (!(event.target instanceof Element && event.target.closest("dialog#palette"))) return;
  clearTimeout(timer);
  timer = setTimeout(() => void look(), soon);
  asked++;
  settled = hurried = false;
});

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.isComposing || settled || !(event.target instanceof Element && event.target.closest("dialog#palette"))) return;
  event.preventDefault();
  event.stopPropagation();
  hurried = true;
}, true);

document.addEventListener("combobox-commit", event => {
  const row = event.target as HTMLElement, on = parts();
  if (!on || !row.closest("#palette")) return;
  const command = commands[Number(row.dataset.command)], to = row.getAttribute("href");
  on.dialog.close();
  if (!command) {
    if (to && !(event as CustomEvent<{ event?: MouseEvent }>).detail?.event?.ctrlKey) visit(to);
    return;
  }
  // A summary opens its menu, and what it asks for has the focus. Not yet: the click that chose it is still under way, and closes all menus.
  setTimeout(() => {
    command.run.click();
    command.run.closest("details")?.querySelector<HTMLElement>("div input, div select, div textarea")?.focus();
  });
});
