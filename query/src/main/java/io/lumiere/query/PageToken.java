package io.lumiere.query;

import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;

/**
 * Where a page ends; {@link SearchRequestBuilder#after} takes it, with the same request. It holds
 * for other processes and after changes of the index, too: a photo that matches before and after a
 * change is neither repeated nor left out, whichever others were added or deleted, even the last
 * one of the page. Immutable.
 *
 * <p>In the order by relevance this holds as long as the scores of the remaining photos do not
 * change. Cosines never do. The score of several words depends a little on how rare each is in the
 * index; and by {@link io.lumiere.query.hybrid.Fusion#reciprocalRank} every score depends on the
 * ranks of others. The next page therefore continues after the place that the last photo has now,
 * if it is still there.
 */
public final class PageToken {
  private static final int FORMAT = 3;

  private final SearchRequest.Sort sort;
  private final long seed;
  private final int rank;
  private final long key;
  private final boolean guessed;
  private final long model;
  private final String id;
  private final String path;

  /**
   * A token.
   *
   * @param order in which {@code key} counts
   * @param rank the last hit's
   * @param key the last hit's, see {@link HitOrder#key}
   * @param guessed whether the last photo's date is a guess, which sorts after others of its time
   * @param model the begin of the content hash of the model that ranked; 0 where none did
   * @param id the last photo's
   * @param path the last photo's
   */
  PageToken(
      HitOrder order, int rank, long key, boolean guessed, long model, String id, String path) {
    this.sort = order.by();
    this.seed = order.seed();
    this.rank = rank;
    this.key = key;
    this.guessed = guessed;
    this.model = model;
    this.id = id;
    this.path = path;
  }

  /**
   * A token.
   *
   * @param model whose vectors the request compares
   * @param doc the last hit as it is sorted
   * @param rank of the last hit of the page, which in groups is another
   */
  static PageToken at(SearchRequest request, IndexedModel model, FieldDoc doc, Hit last, int rank) {
    Photo photo = last.photo();
    HitOrder order = request.paging().order();
    return new PageToken(
        order,
        rank,
        order.key(doc),
        photo.taken() != null && photo.taken().isGuessed(),
        modelKey(request, model),
        photo.id(),
        photo.file().path());
  }

  /** A number that differs between models; 0 where hits do not depend on the model. */
  private static long modelKey(SearchRequest request, IndexedModel model) {
    return request.isRanked()
        ? Long.parseUnsignedLong(model.model().contentHash().substring(0, 16), 16)
        : 0;
  }

  /** Refuses a token of a search by another model. */
  void requireModel(SearchRequest request, IndexedModel used) {
    if (model != modelKey(request, used)) {
      throw new IllegalArgumentException(
          "the page token is of a search by another model than " + used.exactName());
    }
  }

  /**
   * Parses what {@link #toString} returned.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static PageToken parse(String text) {
    try {
      ByteArrayInputStream bytes = new ByteArrayInputStream(Base64.getUrlDecoder().decode(text));
      DataInputStream in = new DataInputStream(bytes);
      int format = in.readByte();
      HitOrder order = new HitOrder(SearchRequest.Sort.valueOf(in.readUTF()), in.readLong());
      PageToken token =
          new PageToken(
              order,
              in.readInt(),
              in.readLong(),
              in.readBoolean(),
              in.readLong(),
              in.readUTF(),
              in.readUTF());
      if (format == FORMAT && token.rank >= 1 && !token.id.isEmpty() && bytes.available() == 0) {
        return token;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(notOne(text), e);
    }
    throw new IllegalArgumentException(notOne(text));
  }

  private static String notOne(String text) {
    return "not a page token: '" + text + "'; take it from the page before as it is";
  }

  SearchRequest.Sort sort() {
    return sort;
  }

  long seed() {
    return seed;
  }

  int rank() {
    return rank;
  }

  long key() {
    return key;
  }

  boolean guessed() {
    return guessed;
  }

  String id() {
    return id;
  }

  String path() {
    return path;
  }

  /** The file's name. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Letters, digits, {@code -} and {@code _}, which {@link #parse} reads. */
  @Override
  public String toString() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(sort.name());
      out.writeLong(seed);
      out.writeInt(rank);
      out.writeLong(key);
      out.writeBoolean(guessed);
      out.writeLong(model);
      out.writeUTF(id);
      out.writeUTF(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }
}
