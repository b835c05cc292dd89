// Keys. A command wears data-hotkey="c" (or "Mod+k", "g q", "?"); lists and the composer's modes have theirs here. Single keys
// rest while one types and under an open dialog, and are off altogether under <html data-keys="off"> (WCAG 2.1.4).
import { install, uninstall } from "@github/hotkey";
import { open, step, tick } from "./lists";
import { preview } from "./preview";
import { all, onPage } from "./page";

const modes: Record<string, string> = { reply: "r", note: "n", call: "f", handover: "h" };
const lists: Record<string, () => void> = { j: () => step(1), k: () => step(-1), o: open, x: () => tick(false), X: () => tick(true), " ": preview };

const off = () => document.documentElement.dataset.keys === "off";
const covered = (element: Element | null) => !!document.querySelector("dialog:modal") && !element?.closest("dialog:modal");
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));

// Some keyboards need Shift for a sign where others do not; the sign is what counts.
const either = (key: string) => /^[^\w\s]$/.test(key) ? `${key},Shift+${key}` : key;
const hasModifier = (key: string) => /\b(Mod|Control|Alt|Meta)\+/.test(key);

const installed = new Map<HTMLElement, string>();

// Only what has changed: a refresh between the g and the q of g q must not forget the g.
onPage(() => {
  const wanted = new Map<HTMLElement, string>();
  for (const element of all("[data-hotkey], .fc-modes input[type=radio]")) {
    const keys = element.dataset.hotkey ?? modes[(element as HTMLInputElement).value];
    if (keys && (!off() || hasModifier(keys))) wanted.set(element, keys);
  }
  for (const [element, keys] of installed) {
    if (wanted.get(element) === keys) continue;
    uninstall(element);
    installed.delete(element);
  }
  for (const [element, keys] of wanted) {
    if (installed.has(element)) continue;
    install(element, either(keys));
    installed.set(element, keys);
  }
});

// The event does not bubble, but it can be caught on its way down.
document.addEventListener("hotkey-fire", event => covered(event.target as Element) && event.preventDefault(), true);

// On the window, after the commands: what they have taken (the k of g k) is no longer a list's.
window.addEventListener("keydown", event => {
  if (event.key === "Escape" && !event.defaultPrevented && typing(event.target) && !covered(null)) (event.target as HTMLElement).blur();
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || off() || typing(event.target) || covered(null)) return;
  if (!lists[event.key] || !document.querySelector(".fc-list, .fc-now")) return;
  // Space presses what it stands on, unless that is a ticket of the list.
  if (event.key === " " && !(event.target instanceof Element && event.target.closest(".fc-list tbody a"))) return;
  event.preventDefault();
  lists[event.key]();
});
