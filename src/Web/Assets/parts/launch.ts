// What has just been started and written down opens by itself, once: a program at once, a page of the web in a tab of its own.
// The link stays, for whoever's browser does not let it open unasked.
import { all, onPage } from "./page";

onPage(() => all<HTMLAnchorElement>("a[data-launch]").forEach(link => {
  const session = `launched/${link.dataset.launch}`;
  if (document.documentElement.hasAttribute("data-turbo-preview") || sessionStorage.getItem(session)) return;
  sessionStorage.setItem(session, "yes");
  link.click();
}));
