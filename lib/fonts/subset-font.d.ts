declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2' | 'truetype'
    noHinting?: boolean
    /** `text` is '' then. */
    keepAllGlyphs?: boolean
    keepFeatures?: readonly string[]
    variationAxes?: Record<string, number | { min: number; max: number }>
  }
  /** The font with nothing but the glyphs of `text`. */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Buffer>
}
