package io.lumiere.models.internal;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Sha256;
import io.lumiere.models.ModelManifest.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A Python package's file, which is a zip archive: its members by the end of their path. Immutable
 * and thread-safe.
 */
public final class Wheel {
  private static final Pattern FILE_NAME = Pattern.compile("([^-]+)-([^-]+)-.+\\.whl");

  private final Path file;

  /** A wheel that lies at {@code file}, under the name it was published with. */
  public Wheel(Path file) {
    this.file = file;
    if (!Files.isRegularFile(file)) {
      throw new LumiereException(Fault.PACKAGE_MISSING, "package " + file + " is missing");
    }
  }

  /** Copies a member to a file. */
  public void extract(String end, Path target) {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(member(zip, end))) {
      Files.copy(in, target);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Lines of a member that is UTF-8 text. */
  public List<String> lines(String end) {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(member(zip, end))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The package's name, version and hash, with what is known of its licence. */
  public Source source(String licence) {
    Matcher name = FILE_NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new LumiereException(file.getFileName() + " is not named as wheels are");
    }
    return new Source(name.group(1).replace('_', '-'), name.group(2), sha256(), licence);
  }

  public String sha256() {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ZipEntry member(ZipFile zip, String end) {
    List<? extends ZipEntry> members = zip.stream().filter(e -> e.getName().endsWith(end)).toList();
    if (members.size() != 1) {
      throw new LumiereException(
          "package "
              + file.getFileName()
              + " has "
              + members.size()
              + " members '"
              + end
              + "', one is expected");
    }
    return members.get(0);
  }

  private LumiereException unreadable(IOException e) {
    return new LumiereException("package " + file + " cannot be read: " + e.getMessage(), e);
  }
}
