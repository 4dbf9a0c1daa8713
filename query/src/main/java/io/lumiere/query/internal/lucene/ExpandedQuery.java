package io.lumiere.query.internal.lucene;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A query on one field that is rewritten to other queries once the index is known. Two queries of a
 * class are equal if their fields and keys are. Immutable.
 */
public abstract class ExpandedQuery extends Query {
  private final String field;
  private final Object key;

  /**
   * A query.
   *
   * @param key what it looks for; its text is shown after the field's name
   */
  protected ExpandedQuery(String field, Object key) {
    this.field = field;
    this.key = key;
  }

  /** The field of the index. */
  protected final String field() {
    return field;
  }

  @Override
  public final void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public final String toString(String defaultField) {
    return field + ":" + key;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof ExpandedQuery query
        && field.equals(query.field)
        && key.equals(query.key);
  }

  @Override
  public final int hashCode() {
    return 31 * (31 * classHash() + field.hashCode()) + key.hashCode();
  }
}
