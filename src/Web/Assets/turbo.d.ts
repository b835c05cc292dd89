// What we use of Turbo, which brings no types of its own.
declare module "@hotwired/turbo" {
  export const config: { forms: { submitter: "disabled" | "aria-disabled" } };
  export const navigator: { currentVisit?: { fail(): void }; formSubmission?: { state: string } };
  export const session: { linkPrefetchObserver: { start(): void; stop(): void }; visit(url: string, options: { action: string; shouldCacheSnapshot: boolean; refresh: { method: string; scroll: string } }): void };
  export function renderStreamMessage(message: string): void;
}

interface TurboSubmit { formSubmission: { submitter?: HTMLElement; method: string }; success?: boolean; fetchResponse?: { serverError: boolean }; error?: Error }
interface TurboMorph { currentElement: Element; newElement?: Element }

interface DocumentEventMap {
  "line:news": CustomEvent<string>;
  "line:up": CustomEvent<{ missed: boolean }>;
  "line:down": CustomEvent;
  "turbo:before-fetch-response": CustomEvent<{ fetchResponse: { serverError: boolean } }>;
  "turbo:fetch-request-error": CustomEvent<{ error: Error }>;
  "turbo:before-morph-attribute": CustomEvent<{ attributeName: string }>;
  "turbo:before-morph-element": CustomEvent<TurboMorph>;
  "turbo:before-render": CustomEvent<{ newBody: HTMLElement }>;
  "turbo:before-stream-render": CustomEvent<{ newStream: HTMLElement }>;
  "turbo:render": CustomEvent;
  "turbo:submit-end": CustomEvent<TurboSubmit>;
  "turbo:submit-start": CustomEvent<TurboSubmit>;
}
