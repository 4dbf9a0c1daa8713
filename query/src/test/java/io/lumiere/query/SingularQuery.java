package io.lumiere.query;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** A query of a test, which equals itself alone. */
public abstract class SingularQuery extends Query {
  private final String name;

  /** A query that prints as {@code name}. */
  protected SingularQuery(String name) {
    this.name = name;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
