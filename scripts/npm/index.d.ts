import type { Engine } from './engine.js';

export { startEngine } from './engine.js';
export type { Engine } from './engine.js';

/** Starts the engine from the bytes in this package (Node.js). */
export function openFihris(): Promise<Engine>;
