package io.lumiere.indexer.internal.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes properties of RDF (XMP specification, part 1, annex C), however it is nested. */
final class XmpRdf {
  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
  private static final Set<String> CONTAINERS = Set.of("Bag", "Seq", "Alt", "List");
  private static final Pattern NUMBERED = Pattern.compile("_\\d{1,5}");
  private static final int MAX_DEPTH = 30;
  private static final int MAX_ITEMS = 10_000;

  /** Each element that declares one copies those around it; programs declare a few dozen. */
  private static final int MAX_PREFIXES = 200;

  private final Notes notes;

  XmpRdf(Notes notes) {
    this.notes = notes;
  }

  /** The properties of {@code rdf:RDF} elements, or of descriptions that stand alone. */
  Map<XmpName, XmpValue> read(List<Element> roots) {
    Map<XmpName, XmpValue> properties = new LinkedHashMap<>();
    for (Element root : roots) {
      Map<String, String> scope = new HashMap<>();
      List<Element> around = new ArrayList<>(root.parents());
      around.reversed().forEach(element -> declare(element, scope));
      boolean isAlone = root.tagName().endsWith("Description");
      addFields(root, scope, properties, 0, isAlone);
    }
    return properties;
  }

  /**
   * Adds what an element has as attributes and children.
   *
   * @param withAttributes whether its attributes are properties
   */
  private void addFields(
      Element element,
      Map<String, String> outer,
      Map<XmpName, XmpValue> to,
      int depth,
      boolean withAttributes) {
    Map<String, String> scope = scope(element, outer);
    if (withAttributes) {
      for (Attribute attribute : element.attributes()) {
        XmpName name = name(attribute.getKey(), scope, false);
        if (name != null && !isSyntax(name)) {
          put(to, name, XmpValue.of(attribute.getValue()));
        }
      }
    }
    for (Element child : element.children()) {
      Map<String, String> inner = scope(child, scope);
      XmpName name = name(child.tagName(), inner, true);
      if (name == null || depth >= MAX_DEPTH) {
        continue;
      }
      if (isRdf(name, "Description") || isRdf(name, "RDF")) {
        addFields(child, scope, to, depth + 1, true);
      } else if (!isSyntax(name)) {
        XmpValue value = value(child, inner, depth + 1);
        put(to, name, value);
        if (isUnclosed(child)) {
          value.fields().forEach(to::putIfAbsent);
        }
      }
    }
  }

  /**
   * Whether a property directly contains properties, which RDF allows only if it is declared a
   * resource. Otherwise its end tag may be missing, and they are the next ones.
   */
  private static boolean isUnclosed(Element property) {
    return attribute(property, "parseType") == null
        && property.children().stream().anyMatch(child -> !child.tagName().startsWith("rdf:"));
  }

  private XmpValue value(Element element, Map<String, String> scope, int depth) {
    Map<XmpName, XmpValue> fields = new LinkedHashMap<>();
    List<XmpValue> items = new ArrayList<>();
    addFields(element, scope, fields, depth, true);
    addItems(element, scope, items, depth);
    String text = element.childrenSize() == 0 ? element.wholeText() : rdfValue(element, scope);
    if (text == null && items.isEmpty()) {
      text = element.ownText();
    }
    if (text == null || text.isBlank()) {
      String resource = attribute(element, "resource");
      String value = attribute(element, "value");
      text = resource == null ? value == null ? text : value : resource;
    }
    return new XmpValue(text, attribute(element, "lang"), items, fields);
  }

  /** The items of the arrays in an element, and those that stand in no array. */
  private void addItems(
      Element element, Map<String, String> scope, List<XmpValue> items, int depth) {
    for (Element child : element.children()) {
      Map<String, String> inner = scope(child, scope);
      XmpName name = name(child.tagName(), inner, true);
      if (name == null || !name.namespace().equals(XmpPrefixes.RDF) || depth >= MAX_DEPTH) {
        continue;
      }
      if (CONTAINERS.contains(name.local()) || name.local().equals("Description")) {
        addItems(child, inner, items, depth + 1);
      } else if (isItem(name.local()) && items.size() < MAX_ITEMS) {
        addItem(child, inner, items, depth + 1);
      }
    }
  }

  /** Adds an item, and those that stand in it as its end is missing. */
  private void addItem(Element item, Map<String, String> scope, List<XmpValue> items, int depth) {
    if (item.children().stream().anyMatch(child -> child.tagName().equals("rdf:li"))) {
      items.add(XmpValue.of(item.ownText()));
      addItems(item, scope, items, depth);
    } else {
      items.add(value(item, scope, depth));
    }
  }

  /** RDF itself also numbers items. */
  private static boolean isItem(String local) {
    return local.equals("li") || NUMBERED.matcher(local).matches();
  }

  /** The value of an element that also has qualifiers. */
  private @Nullable String rdfValue(Element element, Map<String, String> scope) {
    for (Element child : element.children()) {
      Map<String, String> inner = scope(child, scope);
      XmpName name = name(child.tagName(), inner, true);
      if (name != null && isRdf(name, "value")) {
        return child.wholeText();
      }
      if (name != null && isRdf(name, "Description")) {
        for (Element grandchild : child.children()) {
          if (grandchild.tagName().equals("rdf:value")) {
            return grandchild.wholeText();
          }
        }
      }
    }
    return null;
  }

  private void put(Map<XmpName, XmpValue> to, XmpName name, XmpValue value) {
    XmpValue known = to.get(name);
    if (known == null) {
      to.put(name, value);
      return;
    }
    notes.addDamage("the XMP block is damaged: " + name.local() + " is written twice");
    if (known.isBlank()) {
      to.put(name, value);
    }
  }

  /** An attribute of RDF's or XML's own; null where there is none. */
  private static @Nullable String attribute(Element element, String local) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.equals("rdf:" + local) || key.equals("xml:" + local)) {
        return attribute.getValue();
      }
    }
    return null;
  }

  private static boolean isRdf(XmpName name, String local) {
    return name.local().equals(local) && name.namespace().equals(XmpPrefixes.RDF);
  }

  private static boolean isSyntax(XmpName name) {
    return name.namespace().equals(XmpPrefixes.RDF)
        || name.namespace().equals(XML_NAMESPACE)
        || name.namespace().equals("adobe:ns:meta");
  }

  private static Map<String, String> scope(Element element, Map<String, String> outer) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().startsWith("xmlns")) {
        Map<String, String> scope = new HashMap<>(outer);
        declare(element, scope);
        return scope;
      }
    }
    return outer;
  }

  private static void declare(Element element, Map<String, String> scope) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (scope.size() >= MAX_PREFIXES) {
        return;
      }
      if (key.startsWith("xmlns:")) {
        scope.put(key.substring("xmlns:".length()), attribute.getValue());
      } else if (key.equals("xmlns")) {
        scope.put("", attribute.getValue());
      }
    }
  }

  /** A name with its namespace; null where it has none that is known. */
  private @Nullable XmpName name(String written, Map<String, String> scope, boolean isElement) {
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    if (prefix.equals("xmlns") || (colon < 0 && (written.equals("xmlns") || !isElement))) {
      return null;
    }
    String namespace = prefix.equals("rdf") ? XmpPrefixes.RDF : scope.get(prefix);
    if (namespace == null) {
      namespace = XmpPrefixes.find(prefix);
      if (!prefix.isEmpty() && !prefix.equals("xml")) {
        notes.addDamage("the XMP block is damaged: the prefix '" + prefix + "' is not declared");
      }
    }
    return namespace == null ? null : new XmpName(namespace, written.substring(colon + 1));
  }
}
