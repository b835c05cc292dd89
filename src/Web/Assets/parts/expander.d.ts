export type TextExpanderChangeEvent = CustomEvent<{ key: string; text: string; provide: (result: Promise<{ matched: boolean; fragment?: HTMLElement }>) => void }>;
