package io.lumiere.cluster.collection;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a collection as a whole cannot be used, with the fault that says what helps. Thread-safe. */
final class UnfitCollection {
  private UnfitCollection() {}

  static LumiereException missing(CollectionAddress address) {
    return new LumiereException(Fault.NO_COLLECTION, "there is no collection " + address);
  }

  static LumiereException notOurs(CollectionAddress address, @Nullable Throwable cause) {
    return new LumiereException(
        Fault.NOT_A_COLLECTION, "collection " + address + " was not made by Lumiere", cause);
  }

  static LumiereException damaged(String address, Throwable cause) {
    return new LumiereException(
        Fault.NOT_A_COLLECTION, Configset.METADATA + " of " + address + " is damaged", cause);
  }

  /**
   * What the collection says of itself.
   *
   * @throws LumiereException if that is not what this version writes
   */
  static IndexMetadata metadata(Map<String, String> data, CollectionAddress address) {
    try {
      return IndexMetadata.fromUserData(data, address.toString());
    } catch (IndexMismatchException e) {
      if (e.fault() == Fault.NOT_AN_INDEX) {
        throw notOurs(address, null);
      }
      // Nothing brings a collection up to date in its place, as an index run does a directory.
      throw new LumiereException(
          Fault.COLLECTION_OF_OTHER_VERSION, String.valueOf(e.getMessage()), null);
    } catch (LumiereException e) {
      throw damaged(address.toString(), e);
    }
  }
}
