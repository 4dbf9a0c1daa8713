package io.lumiere.indexer.internal.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks values up in the blocks of one file: the first block that has a value gives it. */
final class Tags {
  private static final System.Logger LOG = System.getLogger(Tags.class.getName());
  private static final int MAX_ITEMS = 1000;

  private final Metadata metadata;

  Tags(Metadata metadata) {
    this.metadata = metadata;
  }

  <T extends Directory> Collection<T> blocks(Class<T> type) {
    return metadata.getDirectoriesOfType(type);
  }

  /** An EXIF text, wherever in EXIF it stands: writers confuse the two directories. */
  @Nullable String exifText(int tag) {
    for (Directory block : exif()) {
      StringValue value = block.getStringValue(tag);
      if (value != null) {
        return Texts.decode(value.getBytes());
      }
    }
    return null;
  }

  /** An EXIF number: NaN where there is none, or its denominator is zero. */
  double exifNumber(int tag) {
    for (Directory block : exif()) {
      Rational value = block.getRational(tag);
      if (value != null) {
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

  /** An XMP number, a fraction or a decimal: NaN where it is none. */
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

  /** EXIF's comment, without the eight bytes that name its encoding. */
  @Nullable String userComment() {
    byte[] bytes = exifBytes(ExifDirectoryBase.TAG_USER_COMMENT);
    return bytes == null || bytes.length < 8
        ? null
        : Texts.decode(Arrays.copyOfRange(bytes, 8, bytes.length));
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

  /** A simple XMP property. */
  @Nullable String xmp(String namespace, String name) {
    return firstXmp(meta -> meta.getPropertyString(namespace, name));
  }

  /** A field of an XMP structure. */
  @Nullable String xmpField(String namespace, String name, String fieldNamespace, String field) {
    return firstXmp(meta -> {
      XMPProperty value = meta.getStructField(namespace, name, fieldNamespace, field);
      return value == null ? null : value.getValue();
    });
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

  /** An XMP text in several languages: the default one. */
  @Nullable String xmpLocalized(String namespace, String name) {
    String localized =
        firstXmp(meta -> {
          XMPProperty value = meta.getLocalizedText(namespace, name, null, "x-default");
          return value == null ? null : value.getValue();
        });
    return localized == null ? xmp(namespace, name) : localized;
  }

  /** The items of an XMP array. */
  List<String> xmpItems(String namespace, String name) {
    List<String> items = new ArrayList<>();
    firstXmp(meta -> {
      int count = Math.min(meta.countArrayItems(namespace, name), MAX_ITEMS);
      for (int i = 1; i <= count; i++) {
        items.add(meta.getArrayItem(namespace, name, i).getValue());
      }
      return null;
    });
    return items;
  }

  /** Whether some XMP property is in this namespace. */
  boolean hasXmp(String namespace) {
    return firstXmp(meta -> meta.iterator(namespace, null, null).hasNext() ? "" : null) != null;
  }

  private interface XmpValue {
    @Nullable String find(XMPMeta meta) throws XMPException;
  }

  private @Nullable String firstXmp(XmpValue value) {
    for (XmpDirectory block : blocks(XmpDirectory.class)) {
      try {
        String found = value.find(block.getXMPMeta());
        if (found != null) {
          return found;
        }
      } catch (XMPException e) {
        LOG.log(Level.DEBUG, "an XMP property of another kind than it should be", e);
      }
    }
    return null;
  }

  private List<Directory> exif() {
    List<Directory> blocks = new ArrayList<>(blocks(ExifSubIFDDirectory.class));
    blocks.addAll(blocks(ExifIFD0Directory.class));
    return blocks;
  }
}
