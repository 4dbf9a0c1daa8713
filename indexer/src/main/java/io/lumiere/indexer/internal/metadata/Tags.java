package io.lumiere.indexer.internal.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks values up in the blocks of one file: the first block that has a value gives it. */
final class Tags {
  private static final int MAX_ITEMS = 1000;
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}0:. -]*");

  private final Metadata metadata;

  Tags(Metadata metadata) {
    this.metadata = metadata;
  }

  <T extends Directory> Collection<T> blocks(Class<T> type) {
    return metadata.getDirectoriesOfType(type);
  }

  /**
   * An EXIF text, wherever in EXIF it stands: writers confuse the two directories, and some files
   * have two blocks. One of spaces and zeros is taken where there is no other.
   */
  @Nullable String exifText(int tag) {
    String blank = null;
    for (Directory block : exif()) {
      byte[] value = textBytes(block, tag);
      String text = value == null ? null : Texts.decode(value);
      if (text != null && !BLANK.matcher(text).matches()) {
        return text;
      }
      blank = blank == null ? text : blank;
    }
    return blank;
  }

  /** Some writers declare their texts as bytes, or as data of no type. */
  private static byte @Nullable [] textBytes(Directory block, int tag) {
    Object value = block.getObject(tag);
    boolean isText =
        value instanceof StringValue || value instanceof byte[] || value instanceof short[];
    return isText ? block.getByteArray(tag) : null;
  }

  /** An EXIF number: NaN where there is none, or its denominator is zero. */
  double exifNumber(int tag) {
    for (Directory block : exif()) {
      Rational value = block.getRational(tag);
      if (value != null && value.getDenominator() != 0) {
        return number(value);
      }
    }
    return Double.NaN;
  }

  byte @Nullable [] exifBytes(int tag) {
    for (Directory block : exif()) {
      byte[] value = block.getByteArray(tag);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** An XMP number, a fraction or a decimal: NaN if it is not one. */
  static double number(@Nullable String text) {
    try {
      String stripped = text == null ? "" : text.strip();
      int slash = stripped.indexOf('/');
      if (slash < 0) {
        return Double.parseDouble(stripped);
      }
      double whole = Double.parseDouble(stripped.substring(0, slash));
      double part = Double.parseDouble(stripped.substring(slash + 1));
      return part == 0 ? Double.NaN : whole / part;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** EXIF's comment. */
  @Nullable String userComment() {
    byte[] bytes = exifBytes(ExifDirectoryBase.TAG_USER_COMMENT);
    return bytes == null ? null : UserComment.decode(bytes);
  }

  static double number(Rational value) {
    return value.getDenominator() == 0
        ? Double.NaN
        : (double) value.getNumerator() / value.getDenominator();
  }

  /** The texts of an IPTC data set. Without a mark in the file, UTF-8 or else Windows-1252. */
  List<String> iptc(int tag) {
    List<String> texts = new ArrayList<>();
    for (IptcDirectory block : blocks(IptcDirectory.class)) {
      boolean marked = block.containsTag(IptcDirectory.TAG_CODED_CHARACTER_SET);
      StringValue[] values = block.getStringValueArray(tag);
      for (StringValue value : values == null ? new StringValue[0] : values) {
        boolean known = marked && value.getCharset() != null;
        texts.add(known ? value.toString() : Texts.decode(value.getBytes()));
      }
    }
    return texts.subList(0, Math.min(texts.size(), MAX_ITEMS));
  }

  /** The text of an XMP property. */
  @Nullable String xmp(String namespace, String name) {
    for (XmpValue value : xmpValues(namespace, name)) {
      String text = value.plain();
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** A field of an XMP structure. */
  @Nullable String xmpField(String namespace, String name, String fieldNamespace, String field) {
    for (XmpValue value : xmpValues(namespace, name)) {
      String text = value.fieldText(fieldNamespace, field);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** A text of a PNG file. */
  @Nullable String png(String keyword) {
    for (PngText text : blocks(PngText.class)) {
      if (text.keyword().equalsIgnoreCase(keyword)) {
        return text.text();
      }
    }
    return null;
  }

  /** The items of an XMP array. */
  List<String> xmpItems(String namespace, String name) {
    for (XmpValue value : xmpValues(namespace, name)) {
      List<String> items = value.texts();
      if (!items.isEmpty()) {
        return items.subList(0, Math.min(items.size(), MAX_ITEMS));
      }
    }
    return List.of();
  }

  /** An XMP property, in each block that has it. */
  List<XmpValue> xmpValues(String namespace, String name) {
    List<XmpValue> values = new ArrayList<>();
    for (XmpBlock block : blocks(XmpBlock.class)) {
      XmpValue value = block.find(namespace, name);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Whether some XMP property is in this namespace. */
  boolean hasXmp(String namespace) {
    return blocks(XmpBlock.class).stream().anyMatch(block -> block.has(namespace));
  }

  private List<Directory> exif() {
    List<Directory> blocks = new ArrayList<>(blocks(ExifSubIFDDirectory.class));
    blocks.addAll(blocks(ExifIFD0Directory.class));
    return blocks;
  }
}
