const modules = import.meta.glob<Record<string, Record<string, unknown>>>(['./en/*.ts', '!./en/village.ts'], { eager: true });

/** Every group of this language but the village page's, which has its own. */
export const groups: Record<string, Record<string, unknown>> = Object.assign({}, ...Object.values(modules));
