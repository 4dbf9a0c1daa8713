package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addInt;
import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addWords;
import static io.lumiere.schema.StoredValues.findInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;

/** The words and marks that people gave a photo, in its document. */
final class CaptionFields {
  private CaptionFields() {}

  /** The languages of the words. */
  static Set<Language> languages(Caption caption) {
    List<String> texts = new ArrayList<>(caption.keywords());
    Stream.of(caption.title(), caption.description()).filter(Objects::nonNull).forEach(texts::add);
    return TextLanguages.of(texts);
  }

  static void add(Document document, Caption caption, Set<Language> languages) {
    languages.stream()
        .filter(language -> language != Language.ENGLISH)
        .forEach(language -> addKeyword(document, Fields.LANGUAGE, language.code()));
    addWords(document, Fields.TITLE, caption.title(), languages);
    addWords(document, Fields.DESCRIPTION, caption.description(), languages);
    for (String keyword : caption.keywords()) {
      addWords(document, Fields.KEYWORDS, keyword, languages);
      addKeyword(document, Fields.KEYWORD, keyword);
    }
    for (String person : caption.people()) {
      addWords(document, Fields.PEOPLE, person);
      addKeyword(document, Fields.PERSON, person);
    }
    caption.creators().forEach(creator -> addWords(document, Fields.CREATOR, creator));
    addWords(document, Fields.COPYRIGHT, caption.copyright());
    addInt(document, Fields.RATING, caption.rating());
    addKeyword(document, Fields.LABEL, caption.label());
  }

  static Caption read(Document document) {
    return new Caption(
        document.get(Fields.TITLE),
        document.get(Fields.DESCRIPTION),
        List.of(document.getValues(Fields.KEYWORD)),
        List.of(document.getValues(Fields.PERSON)),
        List.of(document.getValues(Fields.CREATOR)),
        document.get(Fields.COPYRIGHT),
        findInt(document, Fields.RATING),
        document.get(Fields.LABEL));
  }
}
