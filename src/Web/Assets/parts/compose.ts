// Choosing what to write (reply, note, call) puts the cursor where one writes it.
import { all, near } from "./page";

document.addEventListener("click", event => {
  const mode = near<HTMLInputElement>(event, ".fc-modes input[type=radio]");
  // Someone who walks through the choices by arrow keys stays with them.
  if (!mode || mode.matches(":focus-visible")) return;
  const box = all<HTMLTextAreaElement>("textarea", mode.form ?? document).find(area => area.checkVisibility());
  box?.focus();
});

/** The button that Ctrl+Enter presses: the main one in sight, or else the first in sight. */
export function sendButton(form: HTMLFormElement) {
  const buttons = [...form.elements].filter(part => part instanceof HTMLButtonElement && part.type === "submit" && part.checkVisibility()) as HTMLButtonElement[];
  return buttons.find(button => button.matches(".btn-primary")) ?? buttons[0];
}

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = near<HTMLTextAreaElement>(event, "textarea, input, select")?.form;
  const button = form && sendButton(form);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// The composer grows while something in it has the focus, and would move a link away from under the pointer that presses it.
addEventListener("mousedown", (pressed) => {
  if (pressed.target instanceof Element && pressed.target.closest(".fc-compose a")) pressed.preventDefault();
});
