package io.lumiere.web.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.base.LumiereException;
import io.lumiere.web.kept.KeptFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists and searches as they stand in their file. */
final class ListsFormat implements KeptFormat<KeptLists> {
  private static final int VERSION = 1;

  @Override
  public String what() {
    return "the lists and saved searches";
  }

  @Override
  public KeptLists empty() {
    return KeptLists.NONE;
  }

  @Override
  public KeptLists read(JsonNode json) {
    if (json.path("version").asInt() > VERSION) {
      throw new IllegalArgumentException("a newer Lumiere wrote it");
    }
    if (json.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException("it lacks \"version\": " + VERSION);
    }
    List<PhotoList> lists = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : array(json, "lists")) {
      lists.add(list(node));
      requireNew(ids, node);
    }
    List<SavedSearch> searches = new ArrayList<>();
    for (JsonNode node : array(json, "searches")) {
      searches.add(new SavedSearch(text(node, "id"), text(node, "name"), text(node, "query")));
      requireNew(ids, node);
    }
    try {
      return new KeptLists(json.path("revision").asLong(), lists, searches);
    } catch (LumiereException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void requireNew(Set<String> ids, JsonNode node) {
    if (!ids.add(text(node, "id"))) {
      throw new IllegalArgumentException("the id \"" + text(node, "id") + "\" is there twice");
    }
  }

  private static PhotoList list(JsonNode node) {
    List<KeptPhoto> photos = new ArrayList<>();
    for (JsonNode photo : array(node, "photos")) {
      photos.add(new KeptPhoto(text(photo, "id"), text(photo, "path"), text(photo, "hash")));
    }
    try {
      return new PhotoList(text(node, "id"), text(node, "name"), kind(node), photos);
    } catch (LumiereException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static PhotoList.Kind kind(JsonNode node) {
    String word = text(node, "kind");
    for (PhotoList.Kind kind : PhotoList.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("\"" + word + "\" is not a kind of list: album or label");
  }

  private static JsonNode array(JsonNode node, String member) {
    if (!node.path(member).isArray()) {
      throw new IllegalArgumentException("it lacks an array \"" + member + "\"");
    }
    return node.path(member);
  }

  private static String text(JsonNode node, String member) {
    @Nullable String text = node.path(member).textValue();
    if (text == null) {
      throw new IllegalArgumentException("it lacks a text \"" + member + "\"");
    }
    return text;
  }

  @Override
  public JsonNode write(KeptLists kept) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION).put("revision", kept.revision());
    ArrayNode lists = json.putArray("lists");
    for (PhotoList list : kept.lists()) {
      ObjectNode node = lists.addObject();
      node.put("id", list.id()).put("name", list.name()).put("kind", list.kind().word());
      ArrayNode photos = node.putArray("photos");
      for (KeptPhoto photo : list.photos()) {
        photos
            .addObject()
            .put("id", photo.id())
            .put("path", photo.path())
            .put("hash", photo.hash());
      }
    }
    ArrayNode searches = json.putArray("searches");
    for (SavedSearch search : kept.searches()) {
      searches
          .addObject()
          .put("id", search.id())
          .put("name", search.name())
          .put("query", search.query());
    }
    return json;
  }
}
