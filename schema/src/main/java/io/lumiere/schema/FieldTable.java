package io.lumiere.schema;

/** The fields of a Lumiere directory as a table for the documentation. Thread-safe. */
public final class FieldTable {
  private FieldTable() {}

  /** The table in Markdown, lines ended by {@code \n}. */
  public static String markdown() {
    StringBuilder table = new StringBuilder();
    table.append("| field | Lucene type | stored | doc values | meaning |\n");
    table.append("|---|---|---|---|---|\n");
    for (PhotoField<?> field : PhotoFields.all()) {
      table.append("| `").append(field.name()).append("` | ").append(field.type().lucene());
      table.append(field.many() ? ", many | " : " | ");
      table.append(field.type().isStored() ? "yes | " : "no | ");
      table.append(field.type().hasDocValues() ? "yes | " : "no | ");
      table.append(field.meaning()).append(" |\n");
    }
    return table.toString();
  }
}
