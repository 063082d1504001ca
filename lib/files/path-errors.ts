/** Whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')
}

/** Whether it is the system's error of this name. */
export function isCode(error: unknown, code: string): boolean {
  return Error.isError(error) && 'code' in error && error.code === code
}

/** What an error of the file system is called: `EACCES`. */
export function toFault(error: unknown): string {
  if (!Error.isError(error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
