package io.lumiere.testing;

import java.nio.file.Path;

/**
 * A damaged input.
 *
 * @param bytes the input; the check may change them
 * @param file a file that holds the same bytes; the check must neither change nor delete it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
public record FuzzInput(byte[] bytes, Path file) {}
