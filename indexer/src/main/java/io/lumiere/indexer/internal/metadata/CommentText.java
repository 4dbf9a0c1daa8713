package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.TagDescriptor;
import java.util.HashMap;

/** The comment of a JPEG or GIF file. */
final class CommentText extends Directory {
  private final String text;

  @SuppressWarnings("this-escape") // The library demands a descriptor, but nothing uses it.
  CommentText(String text) {
    this.text = text;
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  String text() {
    return text;
  }

  @Override
  public String getName() {
    return "Comment";
  }

  @SuppressWarnings("NonApiType") // The library requires this method.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
