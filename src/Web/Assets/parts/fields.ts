// Which fields belong to the person just now, and so to nobody else.
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const kinds = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea";

/** Forms that the desk has accepted: what stands in them is no longer the person's work. */
export const accepted = new WeakSet<HTMLFormElement>();

export const isField = (node: unknown): node is Field => node instanceof Element && node.matches(kinds);

export const fieldsOf = (form: HTMLFormElement) => [...form.elements].filter(isField);

export const isTick = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";

/** Does the field differ from what the page brought? */
export function isTouched(field: Field) {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    if (field.multiple) return options.some(option => option.selected !== option.defaultSelected);
    return field.selectedIndex !== Math.max(0, options.findIndex(option => option.defaultSelected));
  }
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.value !== "";
  return field.value !== field.defaultValue;
}

/** A held field is touched, or the cursor is in it. */
export const isHeld = (field: Field) =>
  !(field.form && accepted.has(field.form)) && (isTouched(field) || field === document.activeElement);

document.addEventListener("input", event => isField(event.target) && event.target.form && accepted.delete(event.target.form));
