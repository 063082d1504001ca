/**
 * Further names of our fields: those of smaller programs (Grav, Kirby, Craft, Statamic, Quarto, Nikola, WordPress's tables),
 * and what desks write in their own language. Looked for behind those of `FIELD_KEYS`, in this order.
 */
export const FURTHER_KEYS = {
  title:
    toKeys(`post_title titel titre título titulo titolo tytuł titulek nadpis cím naslov otsikko överskrift overskrift tittel
    заголовок название назва 标题 標題 题目 題目 タイトル 題名 제목 عنوان العنوان כותרת başlık τίτλος शीर्षक tiêu_đề
    meta_title seo_title og_title`),
  description:
    toKeys(`custom_excerpt post_excerpt abstract intro introduction lede preamble blurb snippet synopsis desc
    short_description subheadline sub_headline subhead subheading sub_heading sub_title strapline tagline tldr metadesc beschreibung kurzbeschreibung kurztext zusammenfassung vorspann
    anriss teasertext untertitel résumé sommaire chapo chapô chapeau accroche sous_titre descripción descripcion resumen entradilla
    copete sumario epígrafe bajada subtítulo subtitulo descrição descricao resumo linha_fina gravata descrizione sommario occhiello sottotitolo omschrijving
    beschrijving samenvatting inleiding beskrivning sammanfattning ingress beskrivelse manchet opis zajawka popis perex
    kuvaus ingressi leírás описание анонс лид аннотация опис 描述 摘要 简介 簡介 导语 導言 概要 説明 要約 要旨 リード文 설명 요약
    وصف الوصف ملخص תיאור תקציר açıklama özet περιγραφή περίληψη विवरण mô_tả
    meta_description seo_description og_description social_description twitter_description search_description`),
  published:
    toKeys(`pub_datetime pubDatetime created_time createdTime date_posted posted_at posted_on publishing_date created_on dated erstellt_am creado_el créé_le
    作成日 创建时间 创建日期 data dato tarih dátum päivämäärä ημερομηνία التاريخ تاريخ תאריך दिनांक ngày ngày_đăng 发表时间 發布日期`),
  updated:
    toKeys(`mod_datetime modDatetime modification_date last_edited_time date_updated last_update last_updated_at modified_at modified_on updated_on edited_at last_edited revised
    revision_date post_modified aktualisiert aktualisiert_am geändert_am actualizado mis_à_jour mise_à_jour aggiornato
    atualizado bijgewerkt uppdaterad oppdatert opdateret обновлено оновлено 更新日 更新日時 更新时间 更新日期 修改时间 수정일 güncelleme`),
  section:
    toKeys(`post_category primary_category main_category category_name section_name channel rubric ressort rubrik kategorie rubrique catégorie categorie sección seccion
    categoría categoria seção secção sezione rubriek kategoria kategori sekcja osasto рубрика категория раздел розділ 分类 分類
    栏目 欄目 カテゴリ カテゴリー 카테고리 분류 قسم القسم تصنيف מדור קטגוריה bölüm κατηγορία श्रेणी chuyên_mục`),
  tags: toKeys(`post_tag post_tags hashtags subjects schlagwörter schlagworte stichwörter stichworte etiquetas étiquettes
    mots_clés palabras_clave palavras_chave parole_chiave etichette trefwoorden tagi słowa_kluczowe štítky nyckelord emneord
    avainsanat tunnisteet теги тег метки ключевые_слова 标签 標籤 关键词 關鍵詞 タグ キーワード 태그 키워드 وسوم الوسوم תגיות
    etiketler ετικέτες टैग thẻ`),
  authors:
    toKeys(`primary_author author_display author_display_name author_full_name columnist post_author article_author guest_author guest_authors written_by reported_by reporter
    reporters autor autora autores autoren autorin verfasser verfasserin auteur auteurs autrice auteure autore autrici autori
    autorzy författare skribent forfatter kirjoittaja szerző автор авторы автори 作者 著者 筆者 記者 记者 撰文 글쓴이 작성자
    저자 기자 الكاتب المؤلف كاتب מאת כותב yazar συγγραφέας लेखक tác_giả contributor contributors`),
  slug: toKeys('post_name post_slug url_slug'),
  language: toKeys(
    'lang_code language_code hreflang sprache langue idioma lingua taal språk język язык мова 语言 語言 言語 언어 לשון dil',
  ),
  canonical: toKeys('canonical_link canonical_href'),
} as const satisfies Record<string, readonly string[]>

function toKeys(words: string): readonly string[] {
  return words.split(/\s+/).map((word) => word.normalize('NFC'))
}
