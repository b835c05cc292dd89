import { session } from "@hotwired/turbo";

/**
 * Fetches this page again and morphs it in place. Turbo fetches what a pointer rests on and keeps it for ten seconds, also a link to
 * this very page: such an answer is older than the news that led here, and would be shown in place of them.
 */
export function anew() {
  session.linkPrefetchObserver.stop();
  session.visit(document.baseURI, { action: "replace", shouldCacheSnapshot: false, refresh: { method: "morph", scroll: "preserve" } });
  session.linkPrefetchObserver.start();
}
