package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.TagDescriptor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of one XMP packet. */
final class XmpBlock extends Directory {
  private final Map<XmpName, XmpValue> properties;

  @SuppressWarnings("this-escape") // The library demands a descriptor, but nothing uses it.
  XmpBlock(Map<XmpName, XmpValue> properties) {
    this.properties = Map.copyOf(properties);
    setDescriptor(new TagDescriptor<Directory>(this));
  }

  /** A property; null where there is none. */
  @Nullable XmpValue find(String namespace, String name) {
    return properties.get(new XmpName(namespace, name));
  }

  /** Whether some property is in this namespace. */
  boolean has(String namespace) {
    String wanted = XmpName.plain(namespace);
    return properties.keySet().stream().anyMatch(name -> name.namespace().equals(wanted));
  }

  @Override
  public String getName() {
    return "XMP";
  }

  @SuppressWarnings("NonApiType") // The library requires this method.
  @Override
  protected HashMap<Integer, String> getTagNameMap() {
    return new HashMap<>();
  }
}
