// What <html> says (theme, keys, language) follows the page; Turbo itself changes only head and body.
document.addEventListener("turbo:before-render", ({ detail: { newBody } }) => {
  const now = document.documentElement, next = newBody.closest("html");
  if (!next || next === now) return;
  for (const name of ["lang", "data-bs-theme", "data-keys", "data-person"]) {
    const value = next.getAttribute(name);
    if (value === null) now.removeAttribute(name);
    else now.setAttribute(name, value);
  }
});
