/** Names of files that hold Markdown: every ending that GitHub, Pandoc and the generators know it by, and MDX. */
export const MARKDOWN_FILE = /\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdtext|mdx)$/i
