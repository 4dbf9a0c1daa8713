package io.lumiere.query.statistics;

import io.lumiere.schema.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;

/**
 * What one directory answered to a search, or the sum of what several did. Immutable.
 *
 * @param documents how many there are
 * @param languages those of any directory
 * @param counts the number of documents for all else that was asked
 */
public record StatisticsSums(long documents, Set<Language> languages, Map<String, Long> counts)
    implements IndexStatistics {
  public StatisticsSums {
    languages = Set.copyOf(languages);
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /** The sums of what directories answered. */
  public static StatisticsSums of(Collection<StatisticsSums> directories) {
    long documents = 0;
    Set<Language> languages = EnumSet.noneOf(Language.class);
    Map<String, Long> counts = new TreeMap<>();
    for (StatisticsSums answers : directories) {
      documents += answers.documents;
      languages.addAll(answers.languages);
      answers.counts.forEach((asked, count) -> counts.merge(asked, count, Long::sum));
    }
    return new StatisticsSums(documents, languages, counts);
  }

  /** What was asked. */
  enum Kind {
    /** How many documents have a term. */
    DOCUMENTS,
    /** How many documents a query finds. */
    QUERY,
    /** What Lucene's scores know of a term: its documents, deleted ones among them. */
    TERM_DOCUMENTS,
    /** How often it stands in them. */
    TERM_PLACES,
    /** What they know of a field: how many numbers of documents there are. */
    FIELD_NUMBERS,
    /** How many documents have the field. */
    FIELD_DOCUMENTS,
    /** How long the field is in all of them. */
    FIELD_LENGTHS,
    /** How many different terms it has in each of them. */
    FIELD_TERMS
  }

  /** What identifies a number; terms and queries have their field in their text. */
  static String key(Kind kind, Object of) {
    return kind.name() + " " + of;
  }

  private long count(Kind kind, Object of, long otherwise) {
    return counts.getOrDefault(key(kind, of), otherwise);
  }

  @Override
  public long documents(Term term) {
    return count(Kind.DOCUMENTS, term, 0);
  }

  /**
   * The sum of the answers.
   *
   * @throws IllegalStateException if nobody was asked
   */
  @Override
  public long documents(Query query) {
    Long documents = counts.get(key(Kind.QUERY, query));
    if (documents == null) {
      throw new IllegalStateException("no directory was asked how many photos are " + query);
    }
    return documents;
  }

  @Override
  public boolean finds(Query query) {
    return documents(query) > 0;
  }

  // A term that is here only since the directories were asked counts as it is here.
  @Override
  public TermStatistics of(Term term, TermStatistics own) {
    return new TermStatistics(
        own.term(),
        count(Kind.TERM_DOCUMENTS, term, own.docFreq()),
        count(Kind.TERM_PLACES, term, own.totalTermFreq()));
  }

  @Override
  public CollectionStatistics of(CollectionStatistics own) {
    String field = own.field();
    return new CollectionStatistics(
        field,
        count(Kind.FIELD_NUMBERS, field, own.maxDoc()),
        count(Kind.FIELD_DOCUMENTS, field, own.docCount()),
        count(Kind.FIELD_LENGTHS, field, own.sumTotalTermFreq()),
        count(Kind.FIELD_TERMS, field, own.sumDocFreq()));
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static StatisticsSums of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long documents = in.readLong();
      Set<Language> languages = EnumSet.noneOf(Language.class);
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        languages.add(Language.valueOf(in.readUTF()));
      }
      Map<String, Long> counts = new TreeMap<>();
      while (in.available() > 0) {
        counts.put(text(in), in.readLong());
      }
      return new StatisticsSums(documents, languages, counts);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are not statistics", e);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException();
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Bytes that {@link #of(byte[])} reads. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(documents);
      out.writeByte(languages.size());
      for (Language language : languages) {
        out.writeUTF(language.name());
      }
      for (Map.Entry<String, Long> asked : counts.entrySet()) {
        byte[] text = asked.getKey().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeLong(asked.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
