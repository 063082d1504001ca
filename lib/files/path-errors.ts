/** Whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')
}

/** What is called so lies in a file's place and is none: a pipe, a socket, a device or a folder. */
export const NO_FILE = 'not a file'

const UNREADABLE = [NO_FILE, 'EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'ENXIO', 'ENAMETOOLONG']

/** Whether an error of the file system says that there is nothing to read, now or for this user. */
export function isUnreadable(error: unknown): boolean {
  return isMissing(error) || UNREADABLE.some((code) => isCode(error, code))
}

/** Whether it is the system's error of this name. */
export function isCode(error: unknown, code: string): boolean {
  return Error.isError(error) && 'code' in error && error.code === code
}

/** Whether an error is one of the file system's, whatever its name. */
export function isSystemError(error: unknown): boolean {
  return Error.isError(error) && 'code' in error && 'syscall' in error
}

/** What an error of the file system is called: `EACCES`. */
export function toFault(error: unknown): string {
  if (!Error.isError(error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
