// The quiet line in the sidebar, [data-connection hidden]: shown while the desk cannot be heard. A moment's loss is not news.
import { all, onPage } from "./page";

const patience = 4_000;
let down = false;
let alarm = 0;

const show = () => all("[data-connection]").forEach(line => { line.hidden = !down; });

document.addEventListener("line:down", () => {
  alarm ||= setTimeout(() => { down = true; show(); }, patience);
});

document.addEventListener("line:up", () => {
  clearTimeout(alarm);
  [alarm, down] = [0, false];
  show();
});

onPage(show);
