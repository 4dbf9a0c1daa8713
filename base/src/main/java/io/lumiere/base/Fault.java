package io.lumiere.base;

/**
 * What a {@link LumiereException} is about, for programs that mend it or show their users how: the
 * command line adds the option or the command that helps. What is not listed here needs nothing but
 * its message. Immutable.
 */
public enum Fault {
  /** Anything else. */
  OTHER,

  /** There is no index in the folder. */
  NO_INDEX,
  /** Another process, or another part of this one, is writing the index. */
  INDEX_IN_USE,
  /** Files of the index are missing, or not as they were written. The photos are as they were. */
  INDEX_DAMAGED,
  /** The index is of an older schema version; the next indexing brings it up to date. */
  INDEX_OUTDATED,
  /** The index is of a schema version or a Lucene that this version cannot read. */
  INDEX_OF_OTHER_VERSION,
  /** The place for an index holds something else: a file, other files, the archive itself. */
  NOT_AN_INDEX,

  /** There is no such collection. */
  NO_COLLECTION,
  /** The collection is not one of Lumiere's, or what it says of itself is damaged. */
  NOT_A_COLLECTION,
  /** The collection is of another schema version. */
  COLLECTION_OF_OTHER_VERSION,

  /** The index has no vectors of a model, which the subject names. */
  MODEL_NOT_IN_INDEX,
  /** The model is the index's default, and so cannot be dropped. */
  MODEL_IS_DEFAULT,
  /** A model of the name, the subject, is installed already. */
  MODEL_EXISTS,
  /** No model of the name is installed. */
  MODEL_UNKNOWN,
  /** The model of an index, the subject, can be had by its name and is not installed. */
  MODEL_NOT_INSTALLED,
  /** The model of an index, the subject, was made of a person's own file and is not installed. */
  OWN_MODEL_NOT_INSTALLED,
  /** The model of an index, the subject, is installed under another name. */
  MODEL_RENAMED,
  /** A published checkpoint is of a kind that this version cannot convert. */
  MODEL_NOT_CONVERTIBLE,
  /** What a model is to be made of is neither a known name nor a file. */
  CHECKPOINT_UNKNOWN,
  /** The file of a known model, the subject, cannot be had over the network from here. */
  FILE_UNAVAILABLE,
  /** The files of a known model, the subject, cannot be had over the network from here. */
  FILES_UNAVAILABLE,
  /** No photos are there to calibrate an 8-bit model with. */
  NO_CALIBRATION_PHOTOS,
  /** Files of a model are missing or damaged: it has to be made again. */
  MODEL_DAMAGED,
  /** A package that the set-up obtains is missing. */
  PACKAGE_MISSING,
  /** The table of places is damaged: it has to be made again. */
  PLACES_DAMAGED,

  /** The index is of another archive, which is still there. */
  OTHER_ARCHIVE,
  /**
   * The index is of an archive that is gone, or at the same path of another machine, and few of its
   * photos are in the one at hand.
   */
  UNLIKE_ARCHIVE,
  /** The index has photos of several archives, and what is asked for takes it to be of one. */
  SEVERAL_ARCHIVES,
  /** The archive of the index is not where it was. */
  ARCHIVE_GONE,
  /** The archive has no photo any more, and its index has some. */
  ARCHIVE_EMPTY,
  /** All photos of the archive are ignored, and its index has some. */
  ARCHIVE_IGNORED,
  /** The archive has no photo at a path that was to be read again. */
  NO_PHOTO_TO_READ,

  /** The name of a file of records says no format. */
  FORMAT_UNKNOWN,
  /** A record cannot be imported. */
  BAD_RECORD,
  /** A record's vector is not of unit length. */
  VECTOR_NOT_UNIT,
  /** A vector, in the field that the subject names, is of a model that the index does not have. */
  VECTOR_OF_OTHER_MODEL,
  /** Nothing says which model made a vector. */
  VECTOR_WITHOUT_MODEL,
  /** No photo has a field of this name, the subject. */
  FIELD_UNKNOWN,
  /** Nothing says where the archive of imported photos is. */
  ARCHIVE_UNNAMED,
  /** Records are of another archive than the index, whose archive the subject names. */
  RECORDS_OF_OTHER_ARCHIVE,
  /** The archive that a person named for records is not that of the index's photos. */
  INDEX_OF_OTHER_ARCHIVE
}
