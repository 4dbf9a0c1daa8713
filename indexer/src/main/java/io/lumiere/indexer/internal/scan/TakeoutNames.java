package io.lumiere.indexer.internal.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which of Google Takeout's JSON files belongs to a photo. {@code IMG_1.jpg} has {@code
 * IMG_1.jpg.json} or {@code IMG_1.jpg.supplemental-metadata.json}, cut so that 46 characters stay
 * before {@code .json}. {@code IMG_1(2).jpg} has {@code IMG_1.jpg(2).json} or {@code
 * IMG_1.jpg.supplemental-metadata(2).json}. {@code IMG_1-edited.jpg} has none of its own: that of
 * {@code IMG_1.jpg} counts.
 */
final class TakeoutNames {
  private static final String SUPPLEMENT = ".supplemental-metadata";
  private static final String JSON = ".json";

  /** The least that is left of a long name. */
  private static final int SHORTEST_CUT = 40;

  private static final Pattern NUMBERED = Pattern.compile("(.*)\\((\\d{1,4})\\)(\\.[^.]*)?");
  private static final Pattern EDITED =
      Pattern.compile(
          "(.*)-(?:edited|bearbeitet|modifié|editad[ao]|modificato|bewerkt|redigerad|redigeret"
              + "|redigert|edytowane|изменено|編集済み|已修改|수정됨|effects|smile|mix)"
              + "((?:\\(\\d{1,4}\\))?\\.[^.]*)");

  private TakeoutNames() {}

  /**
   * How well a JSON file's name fits a photo's.
   *
   * @return characters that agree; 0 where it belongs to another file
   */
  static int fit(String photo, String json) {
    int own = fitOwn(photo, json);
    Matcher edited = EDITED.matcher(photo);
    return own > 0 || !edited.matches() ? own : fitOwn(edited.group(1) + edited.group(2), json);
  }

  private static int fitOwn(String photo, String json) {
    if (!json.endsWith(JSON)) {
      return 0;
    }
    String base = json.substring(0, json.length() - JSON.length());
    Matcher photoNumber = NUMBERED.matcher(photo);
    Matcher jsonNumber = NUMBERED.matcher(base);
    boolean photoNumbered = photoNumber.matches() && photoNumber.group(3) != null;
    boolean jsonNumbered = jsonNumber.matches() && jsonNumber.group(3) == null;
    if (photoNumbered && jsonNumbered) {
      return photoNumber.group(2).equals(jsonNumber.group(2))
          ? fitPlain(photoNumber.group(1) + photoNumber.group(3), jsonNumber.group(1))
          : 0;
    }
    return jsonNumbered ? 0 : fitPlain(photo, base);
  }

  private static int fitPlain(String photo, String base) {
    boolean whole = base.equals(photo);
    boolean supplement = base.length() > photo.length() && (photo + SUPPLEMENT).startsWith(base);
    boolean cut = base.length() >= SHORTEST_CUT && photo.startsWith(base);
    return whole || supplement || cut ? base.length() : 0;
  }
}
