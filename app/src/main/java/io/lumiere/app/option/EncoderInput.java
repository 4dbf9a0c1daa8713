package io.lumiere.app.option;

import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.search.QueryImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What a model is to encode. Immutable.
 *
 * @param value a text, or an image's path
 * @param isImage which of the two
 */
public record EncoderInput(String value, boolean isImage) {
  /** The arguments that name inputs. */
  public static final class Arguments {
    @Parameters(
        paramLabel = "TEXT|FILE",
        arity = "1..*",
        description =
            "Texts and pictures: what names a file is a picture, all else a text. '-' reads texts"
                + " from standard input, one a line.")
    List<String> values = List.of();

    @ArgGroup Kind kind = new Kind();

    /** What all inputs are, whatever they look like. */
    static final class Kind {
      @Option(names = "--text", description = "All are texts, also what names a file.")
      boolean text;

      @Option(names = "--image", description = "All are pictures.")
      boolean image;
    }

    /**
     * The inputs in order.
     *
     * @param in what is read where an argument says so
     */
    public List<EncoderInput> read(InputStream in) {
      List<EncoderInput> inputs = new ArrayList<>();
      for (String value : values) {
        if (value.equals("-")) {
          lines(in).forEach(line -> inputs.add(new EncoderInput(line, false)));
        } else {
          inputs.add(new EncoderInput(value, !kind.text && (kind.image || isFile(value))));
        }
      }
      return inputs;
    }

    private static List<String> lines(InputStream in) {
      try {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
      } catch (IOException e) {
        throw new LumiereException("standard input cannot be read: " + e.getMessage(), e);
      }
    }

    private static boolean isFile(String value) {
      try {
        return Files.isRegularFile(Path.of(value));
      } catch (InvalidPathException e) {
        return false;
      }
    }
  }

  public float[] encode(DualEncoder model) {
    return isImage ? QueryImage.encode(Path.of(value), model) : model.texts().encode(value);
  }

  /** {@code image} or {@code text}. */
  public String kind() {
    return isImage ? "image" : "text";
  }
}
