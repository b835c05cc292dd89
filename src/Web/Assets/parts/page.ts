/** All elements that match, in the order of the page. */
export const all = <T extends Element = HTMLElement>(selector: string, root: ParentNode = document) => [...root.querySelectorAll<T>(selector)];

/** The nearest element around an event's target that matches. */
export const near = <T extends Element = HTMLElement>(event: Event, selector: string) =>
  event.target instanceof Element ? event.target.closest<T>(selector) : null;

/** Runs the work now and after every change of the page: a visit, a morph, a frame. */
export function onPage(work: () => void) {
  for (const name of ["turbo:load", "turbo:render", "turbo:frame-load"]) document.addEventListener(name, work);
}
