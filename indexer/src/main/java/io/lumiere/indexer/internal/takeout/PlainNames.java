package io.lumiere.indexer.internal.takeout;

import java.text.Normalizer;
import java.util.Locale;

/** Names in the form in which they are compared where their spelling may differ. */
public final class PlainNames {
  private PlainNames() {}

  /** One form of all names that differ in case or Unicode form (NFC, NFD) alone. */
  public static String of(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }
}
