package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addKeyword;

import java.util.List;
import org.apache.lucene.document.Document;

/** What kind of photo it is, in its document. */
final class TraitFields {
  private TraitFields() {}

  static void add(Document document, Traits traits) {
    addKeyword(document, Fields.KIND, traits.panorama() ? Traits.PANORAMA : null);
    addKeyword(document, Fields.KIND, traits.screenshot() ? Traits.SCREENSHOT : null);
    addKeyword(document, Fields.KIND, traits.livePhoto() == null ? null : Traits.LIVE_PHOTO);
    addKeyword(document, Fields.KIND, traits.burst() == null ? null : Traits.BURST);
    addKeyword(document, Fields.LIVE_VIDEO, traits.livePhoto());
    addKeyword(document, Fields.BURST, traits.burst());
  }

  static Traits read(Document document) {
    List<String> kinds = List.of(document.getValues(Fields.KIND));
    return new Traits(
        kinds.contains(Traits.PANORAMA),
        kinds.contains(Traits.SCREENSHOT),
        document.get(Fields.LIVE_VIDEO),
        document.get(Fields.BURST));
  }
}
