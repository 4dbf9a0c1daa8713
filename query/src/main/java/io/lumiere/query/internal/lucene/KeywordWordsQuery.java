package io.lumiere.query.internal.lucene;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents with a keyword, such as the name of a lens, that passes a test. It looks at every term
 * of the field, so it is for fields that have few. Two are equal if their tests are.
 */
public final class KeywordWordsQuery extends MultiTermQuery {
  private final Predicate<String> test;

  /**
   * A query.
   *
   * @param test is given a keyword; needs an {@code equals}
   */
  public KeywordWordsQuery(String field, Predicate<String> test) {
    super(field, CONSTANT_SCORE_BLENDED_REWRITE);
    this.test = test;
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return new Matching(terms.iterator());
  }

  private final class Matching extends FilteredTermsEnum {
    Matching(TermsEnum all) {
      super(all, false);
    }

    @Override
    protected AcceptStatus accept(BytesRef term) {
      return test.test(term.utf8ToString()) ? AcceptStatus.YES : AcceptStatus.NO;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(getField())) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String field) {
    return getField() + ":{" + test + "}";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeywordWordsQuery that && super.equals(that) && test.equals(that.test);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), test);
  }
}
