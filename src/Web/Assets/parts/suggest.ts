// <input list="people" data-suggest="/suggest/people"> fills its list with what could be meant while somebody types.
let waiting = 0;

document.addEventListener("input", event => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.dataset.suggest || !field.list) return;
  clearTimeout(waiting);
  const asked = field.value.trim();
  // A choice from the list is an address already.
  if (asked.length < 2 || asked.includes("@")) return;
  waiting = setTimeout(async () => {
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(asked)}`, { headers: { Accept: "text/html" } });
    if (answer.ok && field.value.trim() === asked) field.list!.innerHTML = await answer.text();
  }, 150);
});
