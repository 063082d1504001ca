import type { en } from './en.ts'

/** Every word of the paper's own that readers meet. A language has all of them, or it is not here. */
export type Labels = typeof en
