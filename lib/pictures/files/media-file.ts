import { type ContentFile, findContentFile } from '#lib/files/content-file.ts'

/** The picture of pixels behind `/media/<segments>`; null for anything else. SVG is a document that can carry scripts. */
export async function getMediaFile(
  contentDir: string,
  segments: readonly string[],
): Promise<ContentFile | null> {
  const found = await findContentFile(contentDir, segments)
  return found?.media.kind === 'picture' ? found : null
}
