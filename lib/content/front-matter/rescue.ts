import type { Diagnostic } from '../diagnostic.ts'

/** A block of YAML with one fault less, and what was done about it; lines are counted from the block's first. */
export type Rescue = { block: string; diagnostic: Diagnostic }

/** Where YAML gave up; `line` is 0-based. */
export type YamlFault = { reason: string; line: number }
