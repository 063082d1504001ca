const HEAD_BYTES = 8
const MAX_PATH_BYTES = 4096

/** Read by one thread while another, which may be busy for ever, writes it. */
export type Progress = {
  readonly buffer: SharedArrayBuffer
  /** Says that the thread is alive. */
  beat: () => void
  countBeats: () => number
  /** Notes the file that is read now; '' for none. */
  setFile: (file: string) => void
  getFile: () => string
}

export function createProgress(buffer = new SharedArrayBuffer(HEAD_BYTES + MAX_PATH_BYTES)): Progress {
  const head = new Int32Array(buffer, 0, 2)
  const bytes = new Uint8Array(buffer, HEAD_BYTES)
  // Text cannot be encoded into shared memory.
  const encoder = new TextEncoder()
  return {
    buffer,
    beat: () => void Atomics.add(head, 0, 1),
    countBeats: () => Atomics.load(head, 0),
    setFile: (file) => {
      const encoded = file === '' ? null : encoder.encode(file).subarray(0, MAX_PATH_BYTES)
      if (encoded !== null) bytes.set(encoded)
      Atomics.store(head, 1, encoded?.length ?? 0)
    },
    getFile: () => Buffer.from(bytes.slice(0, Atomics.load(head, 1))).toString(),
  }
}
