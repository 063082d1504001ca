/** A key that front matter is known by, where its fences are not those of front matter. */
export const COMMON_KEY =
  /^(?:title|date|authors?|categor(?:y|ies)|slug|tags|summary|description|layout|draft|published)$/i
