import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** `kept`: a file of that name was there and differs; it is left alone. */
export type Written = 'written' | 'unchanged' | 'kept'

/** Writes a file that is not there yet, whole or not at all. */
export function writeNew(file: string, text: string): Written {
  const there = readIfThere(file)
  if (there !== null) return there === text ? 'unchanged' : 'kept'
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true })
  const part = path.join(folder, `.${process.pid}.part`)
  writeFileSync(part, text)
  renameSync(part, file)
  return 'written'
}

function readIfThere(file: string): string | null {
  // Nearly always it is not: an error that nobody looks at costs more than the question.
  if (!existsSync(file)) return null
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
