package io.lumiere.web.page;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression that makes a text can say: its fixed words, and its values by their names in
 * braces, as {@code there is no list "{id}"}. A condition in it makes several patterns. Immutable.
 *
 * @param constants the expressions of constants, by name
 */
record SentencePatterns(Map<String, ExpressionTree> constants) {
  /** {@code %s}, {@code %,d}, {@code %.3f} and the like; {@code %%} is a percent sign. */
  private static final Pattern FORMAT = Pattern.compile("%(?:%|[-,.#0-9]*[a-zA-Z])");

  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  /** The patterns of a text; empty where it is a value alone. */
  List<String> of(ExpressionTree text) {
    return read(text).stream()
        .filter(SentencePatterns::hasWords)
        .map(SentencePatterns::numbered)
        .toList();
  }

  private static boolean hasWords(String pattern) {
    return VALUE.matcher(pattern).replaceAll("").codePoints().filter(Character::isLetter).count()
            >= 2
        && pattern.equals(pattern.strip());
  }

  private List<String> read(ExpressionTree text) {
    return switch (text) {
      case LiteralTree literal -> literal(literal.getValue());
      case ParenthesizedTree inner -> read(inner.getExpression());
      case TypeCastTree cast -> read(cast.getExpression());
      case ConditionalExpressionTree either ->
          both(read(either.getTrueExpression()), read(either.getFalseExpression()));
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          joined(read(sum.getLeftOperand()), read(sum.getRightOperand()));
      case BinaryTree other -> read(other.getLeftOperand());
      case SwitchExpressionTree choice -> choices(choice);
      case IdentifierTree name -> named(name.getName().toString());
      case MemberSelectTree member -> value(member.getIdentifier().toString());
      case MethodInvocationTree call -> call(call);
      default -> value("value");
    };
  }

  /** What a name stands for; the name itself says more than a value that it stands for. */
  private List<String> named(String name) {
    ExpressionTree known = constants.get(name);
    List<String> texts = known == null ? List.of() : read(known);
    return texts.stream().allMatch(text -> VALUE.matcher(text).matches()) ? value(name) : texts;
  }

  private static List<String> literal(@Nullable Object value) {
    return value == null || value instanceof Boolean ? List.of() : List.of(value.toString());
  }

  private List<String> call(MethodInvocationTree call) {
    String method = name(call.getMethodSelect());
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (method.equals("format") && format(arguments) >= 0) {
      int format = format(arguments);
      return filled(read(arguments.get(format)), arguments.subList(format + 1, arguments.size()));
    }
    ExpressionTree mapped = method.equals("orElse") ? mapped(call) : null;
    if (mapped != null) {
      return both(read(mapped), read(arguments.getFirst()));
    }
    if (call.getMethodSelect().toString().equals("Plural.of")) {
      List<String> nouns = read(arguments.get(1));
      List<String> more =
          arguments.size() > 2 ? joined(List.of(" "), read(arguments.get(2))) : List.of("");
      return joined(
          both(
              joined(List.of("{count} "), nouns),
              joined(joined(List.of("{count} "), nouns), List.of("s"))),
          more);
    }
    if (method.equals("replace") || method.equals("valueOf") || method.equals("requireNonNull")) {
      return value("value");
    }
    if (arguments.size() == 1
        && arguments.getFirst() instanceof LiteralTree literal
        && literal.getValue() instanceof String named
        && named.matches("[a-z]+")) {
      return value(named);
    }
    String getter = method.replaceFirst("^get(?=[A-Z])", "");
    return value(getter.substring(0, 1).toLowerCase(Locale.ROOT) + getter.substring(1));
  }

  /** Which argument is the format; -1 where it is not written there. */
  private int format(List<? extends ExpressionTree> arguments) {
    for (int i = 0; i < Math.min(2, arguments.size()); i++) {
      if (arguments.get(i) instanceof LiteralTree || arguments.get(i) instanceof BinaryTree) {
        return i;
      }
    }
    return -1;
  }

  private List<String> filled(List<String> formats, List<? extends ExpressionTree> arguments) {
    List<String> filled = new ArrayList<>(formats);
    for (ExpressionTree argument : arguments) {
      List<String> values = read(argument);
      filled =
          filled.stream()
              .flatMap(format -> values.stream().map(value -> withFirst(format, value)))
              .toList();
    }
    return filled.stream().map(text -> text.replace("%%", "%")).toList();
  }

  private static String withFirst(String format, String value) {
    Matcher next = FORMAT.matcher(format);
    while (next.find()) {
      if (!next.group().equals("%%")) {
        return format.substring(0, next.start()) + value + format.substring(next.end());
      }
    }
    return format;
  }

  /** What {@code x.map(y -> text).orElse("")} says where there is an x. */
  private static @Nullable ExpressionTree mapped(MethodInvocationTree orElse) {
    return orElse.getMethodSelect() instanceof MemberSelectTree select
            && select.getExpression() instanceof MethodInvocationTree map
            && name(map.getMethodSelect()).equals("map")
            && map.getArguments().getFirst() instanceof LambdaExpressionTree lambda
            && lambda.getBody() instanceof ExpressionTree body
        ? body
        : null;
  }

  private List<String> choices(SwitchExpressionTree choice) {
    Set<String> found = new LinkedHashSet<>();
    for (CaseTree arm : choice.getCases()) {
      if (arm.getBody() instanceof ExpressionTree text) {
        found.addAll(read(text));
      } else {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitYield(YieldTree yield, @Nullable Void nothing) {
            found.addAll(read(yield.getValue()));
            return null;
          }
        }.scan(arm, null);
      }
    }
    return List.copyOf(found);
  }

  static String name(ExpressionTree called) {
    return called instanceof MemberSelectTree member
        ? member.getIdentifier().toString()
        : called.toString();
  }

  private static List<String> value(String name) {
    return List.of("{" + name + "}");
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static List<String> joined(List<String> starts, List<String> ends) {
    return starts.stream()
        .flatMap(start -> ends.stream().map(end -> start + end))
        .distinct()
        .toList();
  }

  /** The second value of a name gets a number. */
  private static String numbered(String pattern) {
    Map<String, Integer> met = new HashMap<>();
    return VALUE
        .matcher(pattern)
        .replaceAll(value -> {
          int count = met.merge(value.group(1), 1, Integer::sum);
          return "{" + value.group(1) + (count == 1 ? "" : count) + "}";
        });
  }
}
