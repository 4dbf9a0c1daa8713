package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.TagDescriptor;
import java.util.HashMap;

/** A keyword and its text, as a PNG file has them. */
final class PngText extends Directory {
  private final String keyword;
  private final String text;

  @SuppressWarnings("this-escape") // The library demands a descriptor, but nothing uses it.
  PngText(String keyword, String text) {
    this.keyword = keyword;
    this.text = text;
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  String keyword() {
    return keyword;
  }

  String text() {
    return text;
  }

  @Override
  public String getName() {
    return "PNG text";
  }

  @SuppressWarnings("NonApiType") // The library requires this method.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
