import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { NO_FILE } from './path-errors.ts'

/** Opening a named pipe waits for somebody to write to it, unless it is said not to: on a thread that does nothing else then. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK

/** Reading a pipe, a socket or a device may never end. */
class NotAFileError extends Error {
  readonly code = NO_FILE
}

/**
 * The bytes of a file, and of nothing else.
 *
 * @throws {Error} the system's, or one that says that it is no file
 */
export function readRegularFile(file: string): Buffer<ArrayBuffer> {
  const descriptor = openSync(/* turbopackIgnore: true */ file, FLAGS)
  try {
    if (!fstatSync(descriptor).isFile()) throw new NotAFileError(`This is no file: ${file}`)
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Opens a file, and nothing else, for reading.
 *
 * @throws {Error} the system's, or one that says that it is no file
 */
export async function openRegularFile(file: string): Promise<FileHandle> {
  const handle = await open(/* turbopackIgnore: true */ file, FLAGS)
  try {
    if ((await handle.stat()).isFile()) return handle
  } catch (error) {
    await handle.close()
    throw error
  }
  await handle.close()
  throw new NotAFileError(`This is no file: ${file}`)
}

/** The bytes of a file, and of nothing else, without keeping the thread. */
export async function readWholeFile(file: string): Promise<Buffer<ArrayBuffer>> {
  await using handle = await openRegularFile(file)
  return await handle.readFile()
}
