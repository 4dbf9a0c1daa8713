import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar, and gives classes that were compiled for Java 5 the form of newer ones: Java's
 * cache of loaded classes takes none without stack maps. What they do stays as it is.
 *
 * <pre>java ModernClasses.java FROM.jar TO.jar</pre>
 */
public final class ModernClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private ModernClasses() {}

  public static void main(String[] args) throws IOException {
    try (ZipFile from = new ZipFile(args[0]);
        OutputStream file = Files.newOutputStream(Path.of(args[1]));
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : from.stream().map(ZipEntry::new).toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        to.write(modern(entry.getName(), read(from, entry), from));
        to.closeEntry();
      }
    }
  }

  private static byte[] modern(String name, byte[] content, ZipFile jar) {
    if (!name.endsWith(".class") || name.startsWith("META-INF/")) {
      return content;
    }
    ClassFile classes =
        ClassFile.of(
            StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel old = classes.parse(content);
    return old.majorVersion() >= FIRST_WITH_STACK_MAPS
        ? content
        : classes.transformClass(
            old,
            ClassTransform.transformingMethodBodies(CodeBuilder::with)
                .andThen(ClassTransform.endHandler(
                    type -> type.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }

  /** Null where the jar does not have the class. */
  private static InputStream open(ZipFile jar, ClassDesc type) {
    String folder = type.packageName().replace('.', '/');
    ZipEntry entry = jar.getEntry(folder + "/" + type.displayName() + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }
}
