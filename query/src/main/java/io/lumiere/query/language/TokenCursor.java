package io.lumiere.query.language;

import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of one search. Not thread-safe. */
final class TokenCursor {
  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether a field stands anywhere in the search. */
  boolean hasFields() {
    return tokens.stream().anyMatch(token -> token instanceof Token.Field);
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  /** Whether the next token is one of these marks. */
  boolean isAt(Token.Kind... kinds) {
    return !isAtEnd()
        && tokens.get(at) instanceof Token.Mark mark
        && List.of(kinds).contains(mark.kind());
  }

  /** The next token, which must exist, without going past it. */
  Token peek() {
    return tokens.get(at);
  }

  /** The next token, which must exist. */
  Token next() {
    return tokens.get(at++);
  }

  /** Where the last token that was read has ended in the search. */
  int end() {
    Token last = tokens.get(at - 1);
    return last.column() + last.length();
  }

  /** Goes past some tokens. */
  void skip(int count) {
    at += count;
  }

  /** The words without quotes that come next, up to a limit. */
  List<String> words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = at; i < Math.min(tokens.size(), at + most); i++) {
      if (!(tokens.get(i) instanceof Token.Text word) || word.quoted()) {
        break;
      }
      words.add(word.text());
    }
    return words;
  }
}
