package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addInt;
import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addWords;
import static io.lumiere.schema.StoredValues.findInt;

import io.lumiere.schema.Photo.Caption;
import java.util.List;
import org.apache.lucene.document.Document;

/** The words and marks that people gave a photo, in its document. */
final class CaptionFields {
  private CaptionFields() {}

  static void add(Document document, Caption caption) {
    addWords(document, Fields.TITLE, caption.title());
    addWords(document, Fields.DESCRIPTION, caption.description());
    for (String keyword : caption.keywords()) {
      addWords(document, Fields.KEYWORDS, keyword);
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
