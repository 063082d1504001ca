import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { isPayload, type Payload } from './cards.ts'

/** A row of one of the export's tables; or where its JSON broke. */
export type GhostRow = { kind: 'row'; table: string; row: Payload } | { kind: 'broken'; message: string }

const PATHS = ['$.db.*.data.*.*', '$.data.*.*']

/** The rows of a Ghost export, table by table as they stand in the file; never more than a chunk's at a time in memory. */
export async function* readRows(file: string, onProgress: (bytes: number) => void): AsyncGenerator<GhostRow> {
  const rows: GhostRow[] = []
  const parser = new JSONParser({ paths: PATHS, keepStack: false })
  parser.onValue = ({ value, stack }) => {
    const row: unknown = value
    if (isPayload(row)) rows.push({ kind: 'row', table: String(stack.at(-1)?.key), row })
  }
  let bytes = 0
  let isFirst = true
  let fault: string | null = null
  for await (const chunk of createReadStream(file)) {
    try {
      parser.write(isFirst ? withoutMark(chunk) : chunk)
    } catch (error) {
      fault = Error.isError(error) ? error.message : String(error)
    }
    isFirst = false
    bytes += chunk.length
    onProgress(bytes)
    yield* rows.splice(0)
    if (fault !== null || parser.isEnded) break
  }
  if (fault === null && !parser.isEnded) fault = 'it ends in the middle'
  if (fault !== null) yield { kind: 'broken', message: fault }
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk
}
