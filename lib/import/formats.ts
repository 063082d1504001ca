import { openWxr } from './wordpress/open-wxr.ts'
import type { OpenExport, ReadOptions } from './story.ts'

export const EXPORT_FORMATS = ['wordpress', 'ghost', 'medium', 'substack', 'blogger', 'movable-type'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export async function openExport(
  file: string,
  format: ExportFormat | null,
  options: ReadOptions,
): Promise<OpenExport & { format: ExportFormat }> {
  return { format: format ?? 'wordpress', ...(await openWxr(file, options)) }
}
