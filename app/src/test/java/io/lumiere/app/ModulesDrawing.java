package io.lumiere.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the modules as SVG: a box for each, in rows, with lines to what it needs. A line that
 * passes a row has a place of its own there, so that it crosses no box; the order within rows
 * follows the neighbours above and below (Sugiyama, Tagawa and Toda 1981).
 */
final class ModulesDrawing {
  private static final int WIDTH = 176;
  private static final int HEIGHT = 74;
  private static final int GAP = 22;
  private static final int BETWEEN_ROWS = 52;
  private static final int LETTERS = 25;
  private static final int MOST_LINES = 3;
  private static final int SWEEPS = 12;

  /** A box, or the place of a line that passes its row: that has no module. */
  private static final class Node {
    final String module;
    final int row;
    final List<Node> above = new ArrayList<>();
    final List<Node> below = new ArrayList<>();
    double x;

    Node(String module, int row) {
      this.module = module;
      this.row = row;
    }

    int width() {
      return module.isEmpty() ? 0 : WIDTH;
    }

    int top() {
      return GAP + row * (HEIGHT + BETWEEN_ROWS);
    }
  }

  private final Modules modules;
  private final List<List<Node>> rows = new ArrayList<>();

  private ModulesDrawing(Modules modules) {
    this.modules = modules;
  }

  static String svg(Modules modules) {
    ModulesDrawing drawing = new ModulesDrawing(modules);
    drawing.addNodes();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      drawing.arrange(sweep % 2 == 0);
    }
    return drawing.draw();
  }

  private void addNodes() {
    Map<String, Node> boxes = new HashMap<>();
    for (List<String> names : modules.rows()) {
      List<Node> row = new ArrayList<>();
      for (String name : names) {
        Node box = new Node(name, rows.size());
        boxes.put(name, box);
        row.add(box);
      }
      rows.add(row);
    }
    for (String name : modules.names()) {
      modules.lines(name).forEach(needed -> addLine(boxes.get(name), boxes.get(needed)));
    }
    rows.forEach(this::place);
  }

  private void addLine(Node from, Node to) {
    Node last = from;
    for (int row = from.row + 1; row < to.row; row++) {
      Node passing = new Node("", row);
      rows.get(row).add(passing);
      join(last, passing);
      last = passing;
    }
    join(last, to);
  }

  private static void join(Node upper, Node lower) {
    upper.below.add(lower);
    lower.above.add(upper);
  }

  /** Sorts each row by where its neighbours of the row before are. */
  private void arrange(boolean downwards) {
    for (List<Node> row : downwards ? rows : rows.reversed()) {
      row.sort(Comparator.comparingDouble(node -> middle(node, downwards)));
      place(row);
    }
  }

  private static double middle(Node node, boolean downwards) {
    List<Node> neighbours = downwards ? node.above : node.below;
    return neighbours.stream().mapToDouble(other -> other.x).average().orElse(node.x);
  }

  /** Puts a row's nodes side by side, around the middle of the picture. */
  private void place(List<Node> row) {
    double x = -row.stream().mapToInt(node -> node.width() + GAP).sum() / 2.0;
    for (Node node : row) {
      node.x = x + (node.width() + GAP) / 2.0;
      x += node.width() + GAP;
    }
  }

  private String draw() {
    int width =
        rows.stream()
            .mapToInt(row -> row.stream().mapToInt(node -> node.width() + GAP).sum() + GAP)
            .max()
            .orElse(0);
    int height = rows.size() * (HEIGHT + BETWEEN_ROWS) - BETWEEN_ROWS + 2 * GAP;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="%d 0 %d %d" width="%d" height="%d"
             font-family="sans-serif" text-anchor="middle">
            <rect x="%d" width="%d" height="%d" fill="#ffffff"/>
            """,
            -width / 2,
            width,
            height,
            width,
            height,
            -width / 2,
            width,
            height));
    rows.forEach(row -> row.forEach(node -> node.below.forEach(to -> drawLine(svg, node, to))));
    rows.forEach(row -> row.stream().filter(n -> n.width() > 0).forEach(n -> drawBox(svg, n)));
    return svg.append("</svg>").toString();
  }

  private static void drawLine(StringBuilder svg, Node from, Node to) {
    int start = from.top() + HEIGHT;
    int end = to.top();
    int bend = (start + end) / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M %.0f %d C %.0f %d %.0f %d %.0f %d%s\" fill=\"none\" stroke=\"#6b7785\""
                + " stroke-width=\"1.5\"/>\n",
            from.x,
            start,
            from.x,
            bend,
            to.x,
            bend,
            to.x,
            end,
            to.width() > 0 ? "" : " v " + HEIGHT));
  }

  private void drawBox(StringBuilder svg, Node box) {
    double left = box.x - WIDTH / 2.0;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.0f\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" fill=\"#f3f6fa\""
                + " stroke=\"#33475b\"/>\n<text x=\"%.0f\" y=\"%d\" font-size=\"15\""
                + " font-weight=\"bold\" fill=\"#1c2a38\">%s</text>\n",
            left,
            box.top(),
            WIDTH,
            HEIGHT,
            box.x,
            box.top() + 21,
            box.module));
    int y = box.top() + 38;
    for (String line : lines(modules.description(box.module))) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.0f\" y=\"%d\" font-size=\"11\" fill=\"#47576a\">%s</text>\n",
              box.x,
              y,
              line));
      y += 14;
    }
  }

  /** Breaks a description between words. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String word : text.split(" ")) {
      String line = lines.getLast();
      if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS) {
        lines.add(word);
      } else {
        lines.set(lines.size() - 1, line.isEmpty() ? word : line + " " + word);
      }
    }
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("too long for its box: shorten the pom's '" + text + "'");
    }
    return lines;
  }
}
