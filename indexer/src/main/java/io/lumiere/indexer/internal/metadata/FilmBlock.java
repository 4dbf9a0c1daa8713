package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.TagDescriptor;
import io.lumiere.images.container.ByteView;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Records that the film of a live photo is contained in the photo's own file. */
final class FilmBlock extends Directory {
  @SuppressWarnings("this-escape") // The library demands a descriptor, but nothing uses it.
  private FilmBlock() {
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  /** Adds the block if there is a film. */
  static void add(@Nullable ByteView film, Metadata metadata) {
    if (film != null) {
      metadata.addDirectory(new FilmBlock());
    }
  }

  @Override
  public String getName() {
    return "Film";
  }

  @SuppressWarnings("NonApiType") // The library requires this method.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
