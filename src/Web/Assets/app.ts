// The one script of the product. Every page works without it; each part below adds one comfort.
import "./parts/live"; // first: it takes the name that Turbo would give to its own element
import { config } from "@hotwired/turbo";
import "@github/clipboard-copy-element";
import "@github/relative-time-element";
import "./parts/connection";
import "./parts/root";
import "./parts/hold";
import "./parts/refresh";
import "./parts/rows";
import "./parts/toast";
import "./parts/busy";
import "./parts/unsent";
import "./parts/drafts";
import "./parts/asked"; // behind the drafts, which choose
import "./parts/write";
import "./parts/leaves";
import "./parts/menus";
import "./parts/dialogs";
import "./parts/compose";
import "./parts/files";
import "./parts/copy";
import "./parts/suggest";
import "./parts/suggested";
import "./parts/lists";
import "./parts/palette";
import "./parts/launch";
import "./parts/keys";

// Turbo would disable the pressed button, and a disabled button loses the focus.
config.forms.submitter = "aria-disabled";
