package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegShare;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/** The form in bytes of a {@link ShardResult}. */
final class ShardResultBytes {
  /** Differs between forms, so that a node of another version is noticed. */
  private static final int FORM = 2;

  private ShardResultBytes() {}

  static byte[] write(ShardResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeInt(result.total());
      out.writeInt(result.photos());
      out.writeInt(result.withVector());
      out.writeInt(result.notes().size());
      for (String note : result.notes()) {
        ValueBytes.writeText(out, note);
      }
      out.writeInt(result.hits().size());
      for (ShardHit hit : result.hits()) {
        write(out, hit);
      }
      FusedScores scores = result.scores();
      ValueBytes.writeBytes(out, scores == null ? new byte[0] : scores.toBytes());
      SharedCounts counts = result.counts();
      out.writeBoolean(counts != null);
      if (counts != null) {
        counts.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ShardResult read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM) {
        throw new IllegalArgumentException(
            "a node of Solr has a plugin of another version: install this one's");
      }
      int total = in.readInt();
      int photos = in.readInt();
      int withVector = in.readInt();
      List<String> notes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        notes.add(ValueBytes.readText(in));
      }
      List<ShardHit> hits = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        hits.add(hit(in));
      }
      byte[] scores = ValueBytes.readBytes(in);
      return new ShardResult(
          hits,
          total,
          scores.length == 0 ? null : FusedScores.of(scores),
          in.readBoolean() ? SharedCounts.read(in) : null,
          photos,
          withVector,
          notes);
    } catch (IOException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are not the result of a shard", e);
    }
  }

  static void write(DataOutputStream out, ShardHit hit) throws IOException {
    out.writeByte(hit.keys().length);
    for (Object key : hit.keys()) {
      ValueBytes.write(out, key);
    }
    out.writeFloat(hit.score());
    ValueBytes.write(out, hit.similarity());
    List<IndexableField> fields = hit.stored().getFields();
    out.writeInt(fields.size());
    for (IndexableField field : fields) {
      out.writeUTF(field.name());
      Number number = field.numericValue();
      ValueBytes.write(out, number == null ? field.stringValue() : number);
    }
    out.writeByte(hit.legs().size());
    for (LegShare leg : hit.legs()) {
      out.writeUTF(leg.leg());
      out.writeInt(leg.rank());
      out.writeInt(leg.found());
      out.writeFloat(leg.score());
      out.writeFloat(leg.chance());
      out.writeFloat(leg.share());
    }
    out.writeInt(hit.highlights().size());
    for (Highlight highlight : hit.highlights()) {
      out.writeUTF(highlight.field());
      ValueBytes.writeText(out, highlight.text());
      out.writeInt(highlight.ranges().size());
      for (Highlight.Range range : highlight.ranges()) {
        out.writeInt(range.start());
        out.writeInt(range.end());
      }
    }
  }

  static ShardHit hit(DataInputStream in) throws IOException {
    @Nullable Object[] keys = new @Nullable Object[in.readUnsignedByte()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ValueBytes.read(in);
    }
    float score = in.readFloat();
    Float similarity = (Float) ValueBytes.read(in);
    Document stored = new Document();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      stored.add(field(name, ValueBytes.read(in)));
    }
    List<LegShare> legs = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      legs.add(
          new LegShare(
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              in.readFloat(),
              in.readFloat(),
              in.readFloat()));
    }
    List<Highlight> highlights = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      highlights.add(highlight(in));
    }
    return new ShardHit(keys, score, similarity, stored, legs, highlights);
  }

  private static Highlight highlight(DataInputStream in) throws IOException {
    String field = in.readUTF();
    String text = ValueBytes.readText(in);
    List<Highlight.Range> ranges = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ranges.add(new Highlight.Range(in.readInt(), in.readInt()));
    }
    return new Highlight(field, text, ranges);
  }

  private static StoredField field(String name, @Nullable Object value) throws IOException {
    return switch (value) {
      case String text -> new StoredField(name, text);
      case Integer number -> new StoredField(name, number);
      case Long number -> new StoredField(name, number);
      case Float number -> new StoredField(name, number);
      case Double number -> new StoredField(name, number);
      case null, default -> throw new IOException("field " + name + " has no value");
    };
  }
}
