package io.lumiere.web.archives;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.workspace.search.NamedPhotos;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive whose index is open. It need not be closed: {@link Archives} closes it some minutes
 * after another took its place, so that whoever asked for it can end what it does. What takes
 * longer than a request holds it. Thread-safe.
 */
public final class OpenArchive {
  private final ArchiveEntry entry;
  private final SearchedIndex.OpenSearch open;
  private final OpenEncoders.@Nullable Lease lease;
  private final @Nullable LumiereException whyNoEncoder;
  private final String opening = UUID.randomUUID().toString().substring(0, 8);
  private int holds;
  private boolean isLeft;

  OpenArchive(ArchiveEntry entry, SearchedIndex.OpenSearch open, OpenEncoders.Lease lease) {
    this.entry = entry;
    this.open = open;
    this.lease = lease;
    this.whyNoEncoder = null;
  }

  /** An archive whose model is not installed: its photos are found by words and filters. */
  OpenArchive(ArchiveEntry entry, SearchedIndex.OpenSearch open, LumiereException whyNoEncoder) {
    this.entry = entry;
    this.open = open;
    this.lease = null;
    this.whyNoEncoder = whyNoEncoder;
  }

  ArchiveEntry entry() {
    return entry;
  }

  public String id() {
    return entry.id();
  }

  public String name() {
    return entry.name();
  }

  /** Where its photos are searched. */
  public SearchedIndex index() {
    return entry.index();
  }

  /** The folder of the photos, as the index says; it need not be there. */
  public Path root() {
    return Path.of(metadata().archive());
  }

  /** What the index said of itself when it was opened; what changes it opens the index again. */
  public IndexMetadata metadata() {
    return search().metadata();
  }

  /** The search, which sees what is new by itself. Without an encoder, texts are words only. */
  public PhotoFinder search() {
    return open.finder();
  }

  /** The model that searches use. */
  public EmbeddingModel model() {
    return search().model().model();
  }

  /** Why texts and pictures cannot be encoded; empty where they can. */
  public Optional<String> problem() {
    return Optional.ofNullable(whyNoEncoder).map(LumiereException::getMessage);
  }

  /**
   * The model, whose towers are loaded when they are first used.
   *
   * @throws LumiereException if it is not installed
   */
  public DualEncoder encoder() {
    if (lease == null) {
      throw whyNoEncoder == null ? new IllegalStateException("no model") : whyNoEncoder;
    }
    return lease.encoder();
  }

  /**
   * The photos that a search names, by id or path in the index; files outside of the index are not
   * looked at. For one thread.
   */
  public NamedPhotos photos() {
    return NamedPhotos.ofIndex(search());
  }

  /** How many photos the index has now. */
  public int count() {
    return search().search(SearchRequest.builder().limit(0).build()).total();
  }

  /** Another text after each commit and each opening: for ETags, and to know a state again. */
  public String generation() {
    return opening + "-" + search().generation();
  }

  /** Keeps an archive open. */
  public interface Hold extends AutoCloseable {
    /** Lets go; once. */
    @Override
    void close();
  }

  /**
   * Keeps the index open, also where another has taken its place, until the hold is closed.
   *
   * @throws LumiereException if it is closed already
   */
  public synchronized Hold hold() {
    if (isLeft && holds == 0) {
      throw new LumiereException("the index has been replaced meanwhile: try again");
    }
    holds++;
    return this::letGo;
  }

  private synchronized void letGo() {
    holds--;
    closeIfUnused();
  }

  /** Closes it as soon as nobody holds it. */
  synchronized void leave() {
    isLeft = true;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (isLeft && holds == 0) {
      close();
    }
  }

  /** Closes it, whoever holds it; may be called again. */
  synchronized void close() {
    open.close();
    if (lease != null) {
      lease.close();
    }
  }
}
