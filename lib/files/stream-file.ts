import type { ByteRange } from './byte-range.ts'
import { openRegularFile } from './read-file.ts'

/** A part of a file, piece by piece. It is opened on the first read, so that a response that is never read holds no descriptor. */
export function streamFile(file: string, part: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>> {
  let pieces: AsyncIterator<Uint8Array<ArrayBuffer>> | null = null
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        pieces ??= (await openRegularFile(file)).createReadStream(part)[Symbol.asyncIterator]()
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces?.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
