// A message that all went well leaves by itself after data-toast seconds, unless one points at it or stands in it; its address does too.
import { all, onPage } from "./page";

const seen = new WeakSet<Element>();

onPage(() => all("[data-toast]").forEach(toast => {
  const seconds = Number(toast.dataset.toast);
  if (!seconds || seen.has(toast)) return;
  seen.add(toast);
  const leave = () => {
    if (toast.matches(":hover, :focus-within")) setTimeout(leave, 2_000);
    else toast.remove();
  };
  setTimeout(leave, seconds * 1_000);
  // Reloading the page would tell it again.
  const address = new URL(location.href);
  if (address.searchParams.has("batch")) {
    address.searchParams.delete("batch");
    history.replaceState(history.state, "", address);
  }
}));
