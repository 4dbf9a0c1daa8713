package io.lumiere.web.lists;

import io.lumiere.schema.Photo;

/**
 * A photo of a list. Immutable.
 *
 * @param id in the index
 * @param path in the archive when it was added, for people
 * @param hash SHA-256 of its file, by which it is found again where ids have changed
 */
record KeptPhoto(String id, String path, String hash) {
  static KeptPhoto of(Photo photo) {
    return new KeptPhoto(photo.id(), photo.file().path(), photo.file().contentHash());
  }
}
